import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { append } from '../../src/core/ledger/append.ts';
import { differences, recorded } from '../../src/core/ledger/pending.ts';
import { nothingRecorded } from '../../src/core/ledger/read-ledger.ts';
import { type ContentFiles, createLibrary } from '../../src/core/library/create-library.ts';
import { fixtures, routes } from './fixture-content.ts';

/** What an attacker would write, by kind: `tests/fixtures/hostile/payloads.json`. */
const kinds: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(fixtures, 'hostile/payloads.json'), 'utf8'),
);
export const payloads: readonly string[] = Object.values(kinds).flat();

const perReview = 15;
/** A picture that is not there, or has no description, is an error: in prose a payload has one of both. */
const inProse = (payload: string) =>
  payload
    .replace(/<(img[\s/]+)src(?:=(["'`]?)x(?::x)?\2)?(?=[\s/>"'\p{Cc}])/giu, '<$1alt=x src=../images/x.png ')
    .replace(/<img (?=src(?:set)?=)/g, '<img alt=x ')
    .replace(/(!\[[^\]]*\]\()x/g, '$1../images/x.png');
const groups = Array.from({ length: Math.ceil(payloads.length / perReview) }, (_, group) =>
  payloads.slice(group * perReview, (group + 1) * perReview),
);

/**
 * Writes the content of a site in which the fields an author can write hold the payloads: those that occur often one a time,
 * the others many at once, and what stands on every page one of each kind. It is sound as far as the check can tell, and has been recorded twice.
 */
export function writeHostileContent(dir: string): void {
  const first = ledgerOf({ ...contentWith('said'), ledger: undefined }, '2026-01-01');
  const second = contentWith('says');
  const ledger = first + ledgerOf({ ...second, ledger: { path: 'ledger.jsonl', value: first } }, '2026-02-01');
  const files = [...second.references, ...[...second.reviews, ...second.pages].map(({ path, value }) => [path, value])];
  for (const [path = '', value = ''] of [...files, ['ledger.jsonl', ledger]]) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), value);
  }
  cpSync(join(fixtures, 'sites/russian/images/plan.png'), join(dir, 'images/x.png'));
}

/** The lines that record everything a ledger does not hold yet. Each note is a few of the payloads. */
function ledgerOf(content: ContentFiles, date: string): string {
  const { library, ledger } = createLibrary(content, { routes });
  const { pending } = differences(ledger.revisions, library);
  return append(
    content.ledger ? ledger : nothingRecorded.ledger,
    pending.map((one, index) => recorded(one, date, many(index))),
  );
}

/** A field that has to hold many at once: a different part of them for each number. */
function many(number: number): string {
  return (groups[number % groups.length] ?? []).join(' · ').trim();
}

export const firstOfEachKind = Object.values(kinds).flatMap(([first = '']) => first);

/** For what stands on every page. */
const few = firstOfEachKind.join(' · ').trim();

function contentWith(verb: string): Omit<ContentFiles, 'ledger'> {
  return {
    references: new Map([
      ['site.yaml', asYaml(site)],
      ['verdicts.yaml', asYaml(verdicts)],
      ['people.yaml', asYaml(Object.fromEntries(groups.map((_, group) => [`person-${group}`, person(group)])))],
      ['works.yaml', asYaml(Object.fromEntries(groups.map((_, group) => [`work-${group}`, work(group)])))],
      ['questions.yaml', asYaml(Object.fromEntries(groups.flatMap((_, group) => question(group))))],
      ['images.yaml', asYaml({ 'x.png': { credit: few, licence: { name: few }, source: 'https://a.example/"><b>' } })],
      ['sources.bib', groups.map((_, group) => source(group)).join('\n')],
    ]),
    images: new Map([['x.png', { path: 'x.png', width: 1, height: 1, digest: '0', fallback: 'png' }]]),
    reviews: groups.map((_, group) => ({ path: `reviews/review-${group}.md`, value: review(group, verb) })),
    pages: ['methodology', 'corrections'].map((name) => ({
      path: `pages/${name}.md`,
      value: `# ${line(0)}\n\n${prose(payloads)}`,
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

function asYaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false });
}

function person(group: number) {
  const text = many(group);
  return { name: text, native: { text, lang: text }, aliases: [text, '"><b>'], line: text, born: 1880, wikidata: 'Q1' };
}

function work(group: number) {
  const text = many(group);
  const named = { role: text, name: text, person: `person-${group}` };
  return {
    type: 'TVSeries',
    title: text,
    native: { text, lang: text },
    line: text,
    published: 2020,
    publisher: text,
    country: text,
    language: text,
    credits: [named, { role: 'director', name: text }],
    cast: [named],
    identifiers: { imdb: text, [text]: text },
    sources: [`source-${group}`],
    notes: text,
    episodes: [{ number: 1, title: text }],
  };
}

/** Two works each answer one. */
function question(group: number): [string, object][] {
  const text = many(group);
  return group % 2 ? [] : [[`question-${group}`, { title: text, line: text, claim: `claim-${group}-0` }]];
}

function source(group: number): string {
  const fields = ['title', 'subtitle', 'publisher', 'journaltitle', 'location', 'note', 'annotation'];
  const further = ['volume', 'number', 'pages', 'series', 'doi', 'howpublished', 'isbn', 'keywords', 'shorttitle'];
  const lines = [...fields, ...further].map((name) => `  ${name} = {${asLatex(many(group))}},\n`);
  const names = ['author', 'editor'].map((name) => `  ${name} = {{${asLatex(many(group))}} and <b>, "onload="},\n`);
  return `@article{source-${group},\n${[...names, ...lines].join('')}  date = {1920},\n  url = {https://a.example/"><b>},\n}\n`;
}

function asLatex(text: string): string {
  return text.replace(/[\\{}$%&#_^~]/g, (sign) => `\\${sign}`).replaceAll('\u0000', '');
}

function review(group: number, verb: string): string {
  const text = many(group);
  const meta = {
    title: text,
    description: text,
    work: `work-${group}`,
    author: text,
    published: '2026-01-01',
    language: group === 0 ? 'ru' : 'en',
    original: { title: text, author: text, publisher: text, note: text, url: 'https://a.example/"><b>' },
  };
  const parts = (groups[group] ?? []).map(inProse).map((payload, index) => {
    const id = `${group}-${index}`;
    const passage = swallowing.test(payload) ? 'swallowed' : inPassage(payload);
    return `Here :claim[it is ${passage}]{#claim-${id}} and :fact[there ${passage}]{#fact-${id}}.

:::claim{#claim-${id} by=${index % 2 ? 'work' : `person-${group}`} verdict=${index % 2 ? 'false' : 'accurate'} confidence=high episode=1 when=1917 about=person-${group} topics=topic blames=person-${group} ${index ? '' : `same=claim-${group % 2 ? group - 1 : group + 1}-0`}}
It ${verb} ${payload.replace(/\[\^.*/s, '')}

${prose([payload])}
:::

:::fact{#fact-${id} refutes=claim-${id} when=1917 about=person-${group}}
The record says ${payload.replaceAll('```', '``')}

So it is [see ${inCitation(payload)} @source-${group}, p. 3 and ${inCitation(payload)}; @source-0, ${inCitation(payload)}].

${prose([payload])}
:::

:::correction{on=claim-${id} date=2026-01-02}
It was ${payload}
:::
`;
  });
  const withdrawn = `:::withdrawn{#gone-${group} date=2026-01-03}\n${prose(groups[group] ?? [])}\n:::\n`;
  return `---\n${asYaml(meta)}---\n\n${parts.join('\n')}\n${withdrawn}\n${prose(groups[group] ?? [])}`;
}

/** Each in a line of text, and as a block of its own that ends with the quotation it stands in. */
function prose(texts: readonly string[]): string {
  const quoted = (text: string) => text.replace(/\r\n?|\n/g, '\n> ') + (/<!--(?!.*-->)/s.test(text) ? '-->' : '');
  const inOrder = texts.map(inProse).toSorted((a, b) => Number(swallowing.test(a)) - Number(swallowing.test(b)));
  return inOrder.map((text) => `Here ${text}\n\n> ${quoted(text)}\n`).join('\n');
}

function line(group: number): string {
  return many(group).replace(/\s+/g, ' ');
}

/** HTML behind which nothing is shown: a mark there is an error. */
const swallowing = /<(?:plaintext|select|textarea|noembed|xmp|style)/;

/** Without what would end the passage. */
function inPassage(text: string): string {
  return text.replace(/[[\]]/g, '\\$&').replace(/\s*[\n\r]\s*/g, ' ');
}

/** As it is, not as Markdown; semicolons and braces have a meaning of their own, and what cannot be seen is refused. */
function inCitation(text: string): string {
  return text
    .replace(/[;{}\p{C}]/gu, '')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/\s*[\n\r]\s*/g, ' ');
}
