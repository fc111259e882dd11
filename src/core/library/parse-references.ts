import type * as z from 'zod';
import { type ReadYaml, readYaml } from '../markdown/yaml.ts';
import type { Message, Report } from '../messages/message.ts';
import { reportTo } from '../messages/message.ts';
import { code, nearestOr, oneOf } from '../messages/nearest.ts';
import { rules } from '../messages/rules.ts';
import { adjustableRules } from '../messages/severities.ts';
import type { Mention } from '../model/annotation.ts';
import type { KnownImage } from '../model/image.ts';
import type { References } from '../model/library.ts';
import { wholeFile } from '../model/place.ts';
import {
  asWork,
  imageCreditsSchema,
  partKinds,
  peopleSchema,
  questionsSchema,
  type Site,
  siteSchema,
  verdictsSchema,
  type Work,
  worksSchema,
} from '../model/references.ts';
import type { Routes } from '../model/routes.ts';
import { parseBibliography } from './bibliography.ts';
import type { GivenQuestion } from './collect-questions.ts';
import { linksFile, readLinkChecks } from './link-checks.ts';
import { readPalette } from './palette.ts';
import { reportUnsorted } from './unsorted-entries.ts';

/** What the reference files gave, however broken. */
export interface ParsedReferences {
  readonly references: References;
  readonly messages: readonly Message[];
  /** The files that could not be read, or not as a whole: what else is not found may be in them. */
  readonly unread: ReadonlySet<string>;
  /** The claims that the scale names as examples. */
  readonly examples: readonly Mention[];
  readonly questions: readonly GivenQuestion[];
}

/**
 * Reads the reference files of a content folder, by their names: `site.yaml` and `verdicts.yaml` must be there, people,
 * works, questions, sources and credits of images may be none. A file with problems counts as empty, so that the reviews
 * can still be read. `images` are those there are.
 */
export function parseReferences(
  files: ReadonlyMap<string, string>,
  routes: Routes,
  images?: ReadonlyMap<string, KnownImage>,
): ParsedReferences {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const unread = new Set<string>();
  const read = <Schema extends z.ZodType>(path: string, schema: Schema, optional?: 'optional') => {
    const text = files.get(path);
    if (optional && (text === undefined || isBlank(text))) return undefined;
    if (text === undefined) report('bad-reference-file', wholeFile(path), absence(path));
    const given = { path, text: text ?? '', what: 'file', rule: 'bad-reference-file' } as const;
    const result = text === undefined ? undefined : readYaml(given, schema, report);
    if (!result) unread.add(path);
    return result;
  };
  const readSite = read('site.yaml', siteSchema);
  const site = readSite?.value ?? siteSchema.parse(untitled);
  const verdicts = read('verdicts.yaml', verdictsSchema);
  const people = read('people.yaml', peopleSchema, 'optional');
  const works = read('works.yaml', worksSchema, 'optional');
  const questions = read('questions.yaml', questionsSchema, 'optional');
  const credits = read('images.yaml', imageCreditsSchema, 'optional');
  const linkChecks = readLinkChecks(files.get(linksFile) ?? '', report);
  const { hasNameless, ...bibliography } = parseBibliography('sources.bib', files.get('sources.bib') ?? '', {
    language: site.language,
    linkChecks,
    routes,
    report,
  });
  const references: References = {
    site,
    verdicts: new Map(verdicts?.value.map((verdict) => [verdict.id, verdict])),
    palette: readPalette(readSite, verdicts, report),
    people: byId(people?.value ?? {}),
    works: new Map(Object.entries(works?.value ?? {}).map(([id, work]) => [id, asWork(id, work)])),
    credits: new Map(Object.entries(credits?.value ?? {})),
    linkChecks,
    ...bibliography,
  };
  if (hasNameless) unread.add('sources.bib');
  if (readSite) reportRules(readSite, report);
  if (verdicts) reportDoubles(verdicts, report);
  if (works) reportUnknown(works, references, report);
  if (site.rules['unsorted-entries'] !== undefined) {
    for (const path of ['people.yaml', 'works.yaml'].filter((name) => !unread.has(name)))
      reportUnsorted(path, files.get(path) ?? '', report);
  }
  if (credits && images) reportAbsent(credits, images, report);
  const examples = verdicts?.value.flatMap(({ example }, index) =>
    example === undefined ? [] : { id: example, place: verdicts.placeOf([index, 'example']) },
  );
  const asked = Object.entries(questions?.value ?? {}).flatMap(([id, { claim, ...question }]) =>
    questions ? { id, ...question, claim: { id: claim, place: questions.placeOf([id, 'claim']) } } : [],
  );
  return { references, messages, unread, examples: examples ?? [], questions: asked };
}

const untitled: z.input<typeof siteSchema> = {
  title: 'Untitled',
  tagline: 'Untitled',
  description: 'Untitled',
  url: 'https://untitled.example',
};

/** Comments alone: a file to be filled. */
function isBlank(yaml: string): boolean {
  return /^\uFEFF?(?:\s*(?:#.*)?(?:\r?\n|$))*$/.test(yaml);
}

function absence(path: string) {
  return { found: `a content folder without ${code(path)}`, expected: 'the file' };
}

function byId<Value extends object>(entries: Readonly<Record<string, Value>>): Map<string, Value & { id: string }> {
  return new Map(Object.entries(entries).map(([id, value]) => [id, { id, ...value }]));
}

/** The rules that `site.yaml` sets: each has to be one that may be set. */
function reportRules({ value, placeOf }: ReadYaml<Site>, report: Report): void {
  for (const name of Object.keys(value.rules)) {
    if ((adjustableRules as readonly string[]).includes(name)) continue;
    const isFixed = Object.hasOwn(rules, name);
    report('bad-reference-file', placeOf(['rules', name]), {
      found: isFixed ? `rule ${code(name)}, which is an error on every site` : `rule ${code(name)}`,
      expected: oneOf(isFixed ? '' : name, adjustableRules, 20),
    });
  }
}

function reportDoubles({ value, placeOf }: ReadYaml<z.infer<typeof verdictsSchema>>, report: Report): void {
  for (const [index, { id }] of value.entries()) {
    const first = value.findIndex((verdict) => verdict.id === id);
    if (first === index) continue;
    report('duplicate-id', placeOf([index, 'id']), {
      found: `verdict ${code(id)} a second time`,
      expected: 'an id of its own',
      cause: placeOf([first, 'id']),
    });
  }
}

/** The people and sources that a work names. */
function reportUnknown(
  { value, placeOf }: ReadYaml<z.infer<typeof worksSchema>>,
  { people, sources }: References,
  report: Report,
): void {
  for (const [id, work] of Object.entries(value)) {
    const named = [
      ...work.credits.map(({ person }, index) => [person, ['credits', index, 'person']] as const),
      ...work.cast.map(({ person }, index) => [person, ['cast', index, 'person']] as const),
      ...work.cast.map(({ player }, index) => [player, ['cast', index, 'player']] as const),
    ];
    for (const [person, path] of named) {
      if (person === undefined || people.has(person)) continue;
      report('unknown-person', placeOf([id, ...path]), {
        found: `person ${code(person)}`,
        expected: nearestOr(person, people.keys(), 'the id of a person in people.yaml'),
      });
    }
    reportDivisions(id, asWork(id, work), placeOf, report);
    for (const [index, key] of work.sources.entries()) {
      if (sources.has(key)) continue;
      report('unknown-source', placeOf([id, 'sources', index]), {
        found: `source ${code(key)}`,
        expected: nearestOr(key, sources.keys(), 'the key of an entry in sources.bib'),
      });
    }
  }
}

/** The images that are credited and not there. */
function reportAbsent(
  { value, placeOf }: ReadYaml<z.infer<typeof imageCreditsSchema>>,
  images: ReadonlyMap<string, KnownImage>,
  report: Report,
): void {
  for (const path of Object.keys(value).filter((path) => !images.has(path))) {
    report('unknown-image', placeOf([path]), {
      found: `image ${code(path)}`,
      expected: nearestOr(path, images.keys(), 'the path of a file in the folder `images` of the content'),
    });
  }
}

/** A work is divided in one way, and what claims name in it has a name of its own. */
function reportDivisions(
  id: string,
  { parts, versions }: Work,
  placeOf: ReadYaml<unknown>['placeOf'],
  report: Report,
): void {
  const [first] = parts;
  const other = parts.find(({ kind }) => kind !== first?.kind);
  if (first && other) {
    report('bad-reference-file', placeOf([id, `${other.kind}s`]), {
      found: `${code(`${other.kind}s`)} beside ${code(`${first.kind}s`)}`,
      expected: 'one division of a work, so that its page can list the claims by it',
      cause: placeOf([id, `${first.kind}s`]),
    });
  }
  const lists = [
    ...partKinds.map((kind) => [`${kind}s`, parts.filter((part) => part.kind === kind)] as const),
    ['versions', versions] as const,
  ];
  for (const [list, entries] of lists) {
    for (const [index, entry] of entries.entries()) {
      const before = entries.findIndex((one) => one.id === entry.id);
      if (before === index) continue;
      report('duplicate-id', placeOf([id, list, index]), {
        found: `${code(entry.id)} a second time in ${code(list)}`,
        expected: 'an id or number of its own',
        cause: placeOf([id, list, before]),
      });
    }
  }
}
