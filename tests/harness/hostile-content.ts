import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { append } from '../../src/core/ledger/append.ts';
import { differences, recorded } from '../../src/core/ledger/pending.ts';
import { nothingRecorded } from '../../src/core/ledger/read-ledger.ts';
import { type ContentFiles, createLibrary } from '../../src/core/library/create-library.ts';
import { fixtures, routes } from './fixture-content.ts';
import {
  asYaml,
  type HostileTexts,
  inProse,
  person,
  prose,
  question,
  review,
  source,
  swallowing,
  work,
} from './hostile-fields.ts';
import { payloadVariants } from './payload-variants.ts';

/** What an attacker would write, by kind: `tests/fixtures/hostile/payloads.json`. */
const kinds: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(fixtures, 'hostile/payloads.json'), 'utf8'),
);
/** All of them and all variants. */
const payloads = [...Object.values(kinds).flat(), ...payloadVariants()];

/**
 * Writes the content of a site in which the fields an author can write hold the payloads: those that occur often a few at a
 * time, the others many at once, and what stands on every page one of each kind. It is sound as far as the check can tell, and has been recorded twice.
 */
export function writeHostileContent(dir: string): void {
  const few = together(payloads);
  const number = 2 * Math.ceil(few.length / perGroup / 2); // a claim of each is told in another as well
  const from = (group: number) => Math.round((group * few.length) / number);
  const groups = Array.from({ length: number }, (_, group) => few.slice(from(group), from(group + 1)));
  const texts: HostileTexts = { groups, many: (group) => (groups[group % groups.length] ?? []).join(' · ').trim() };
  const first = ledgerOf({ ...contentWith(texts, 'said'), ledger: undefined }, '2026-01-01', texts);
  const second = contentWith(texts, 'says');
  const ledger = first + ledgerOf({ ...second, ledger: { path: 'ledger.jsonl', value: first } }, '2026-02-01', texts);
  const files = [...second.references, ...[...second.reviews, ...second.pages].map(({ path, value }) => [path, value])];
  for (const [path = '', value = ''] of [...files, ['ledger.jsonl', ledger]]) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), value);
  }
  cpSync(join(fixtures, 'sites/russian/images/plan.png'), join(dir, 'images/x.png'));
}

const perGroup = 3;
const mostTogether = 8;

/**
 * Several in each text; behind what ends a text, or hides all that follows, stands no other, and what means something at
 * the beginning of a line or cell stands alone.
 */
function together(all: readonly string[]): string[] {
  const isAlone = (text: string) => /^\s*[=+@＝%#>|"-]/.test(text);
  const texts = all.filter((text) => !isAlone(text));
  const isLast = (text: string) => swallowing.test(text) || /<!--|\n\n|^\W*```/.test(text);
  const others = texts.filter((text) => !isLast(text));
  const ends = texts.filter(isLast);
  const size = Math.min(mostTogether, Math.ceil(others.length / ends.length));
  const joined = all.filter(isAlone);
  joined.push(...ends.map((end, index) => [...others.slice(index * size, (index + 1) * size), end].join(' · ')));
  for (let from = ends.length * size; from < others.length; from += mostTogether) {
    joined.push(others.slice(from, from + mostTogether).join(' · '));
  }
  return joined;
}

/** The lines that record everything a ledger does not hold yet. Each note is a few of the payloads. */
function ledgerOf(content: ContentFiles, date: string, { many }: HostileTexts): string {
  const { library, ledger } = createLibrary(content, { routes });
  const { pending } = differences(ledger.revisions, library);
  return append(
    content.ledger ? ledger : nothingRecorded.ledger,
    pending.map((one, index) => recorded(one, date, many(index))),
  );
}

export const firstOfEachKind = Object.values(kinds).flatMap(([first = '']) => first);

/** For what stands on every page. */
const few = firstOfEachKind.join(' · ').trim();

function contentWith(texts: HostileTexts, verb: string): Omit<ContentFiles, 'ledger'> {
  const { groups } = texts;
  return {
    references: new Map([
      ['site.yaml', asYaml(site)],
      ['verdicts.yaml', asYaml(verdicts)],
      ['people.yaml', asYaml(Object.fromEntries(groups.map((_, group) => [`person-${group}`, person(texts, group)])))],
      ['works.yaml', asYaml(Object.fromEntries(groups.map((_, group) => [`work-${group}`, work(texts, group)])))],
      ['questions.yaml', asYaml(Object.fromEntries(groups.flatMap((_, group) => question(texts, group))))],
      ['images.yaml', asYaml({ 'x.png': { credit: few, licence: { name: few }, source: 'https://a.example/"><b>' } })],
      ['sources.bib', groups.map((_, group) => source(texts, group)).join('\n')],
    ]),
    images: new Map([['x.png', { path: 'x.png', width: 1, height: 1, digest: '0', fallback: 'png' }]]),
    reviews: groups.map((_, group) => ({ path: `reviews/review-${group}.md`, value: review(texts, group, verb) })),
    pages: ['methodology', 'corrections'].map((name) => ({
      path: `pages/${name}.md`,
      value: `# ${inProse(texts.many(0)).replace(/\s+/g, ' ')}\n\n${prose(groups.flat())}`,
    })),
  };
}

const site = {
  title: few,
  tagline: few,
  description: few,
  url: 'https://hostile.example',
  publisher: few,
  contact: few,
  licence: { name: few, url: 'https://a.example/"onmouseover="alert(1)' },
  topics: { topic: few },
  cards: 'reviews',
};

const verdicts = [
  { id: 'false', label: few, sign: 'saltire', rating: 1, definition: few },
  { id: 'accurate', label: few, sign: 'disc', rating: 5, definition: few },
];
