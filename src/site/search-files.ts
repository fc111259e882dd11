import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { dateInWords } from '../core/model/date-in-words.ts';
import type { Library } from '../core/model/library.ts';
import type { Routes } from '../core/model/routes.ts';
import { type Departure, departures, type Effect, effects } from '../core/model/vocabulary.ts';
import { type NamedPerson, namedPeople, writeAliases } from '../core/search/aliases.ts';
import { type FacetName, facetNames } from '../core/search/card.ts';
import { type ClaimRecord, claimRecord } from '../core/search/claim-record.ts';
import { collectVocabulary } from '../core/search/collect-vocabulary.ts';
import { createColumn, type WrittenColumn, writeRows } from '../core/search/column.ts';
import { classAt, consonantKey, keyClasses } from '../core/search/consonant-key.ts';
import { fold } from '../core/search/fold.ts';
import type { ColumnName, Manifest, Packs } from '../core/search/manifest.ts';
import { type VocabularyWord, writeVocabulary } from '../core/search/vocabulary.ts';
import { recutIndex } from './search-chunks.ts';
import { type Words, wordsFor } from './text.ts';

/** Files by their path below `pagefind/`. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Everything the search page fetches: a Pagefind index with one record a claim, and beside it `search.json` with the
 * columns it names. The same library gives the same bytes. Throws when a claim does not arrive in the index.
 */
export async function createSearchFiles(library: Library, routes: Routes): Promise<SearchFiles> {
  const { language } = library.site;
  const words = wordsFor(language);
  const records = [...library.claims.values()].map((claim) =>
    claimRecord(claim, routes, {
      by: words.capital(words.speakerElsewhere(claim.by, claim.work.type)),
      confidence: words.confidenceOf(claim.confidence),
      when: claim.when && dateInWords(claim.when.edtf, language),
      topics: [
        ...claim.topics.map((topic) => topicLabel(topic, library, words)),
        ...(claim.question ? [claim.question.title] : []),
      ],
    }),
  );
  const { files, ids } = await pagefindFiles(records, language);
  const counts = new Map<string, number>();
  for (const id of records.flatMap((record) => record.facets.person)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const inOrder = records.toSorted((a, b) => (idOf(ids, a) < idOf(ids, b) ? -1 : 1));
  const columns: [ColumnName, string][] = [];
  for (const [name, column] of columnsOf(inOrder, library, words)) {
    const path = put(files, `claims/${name}`, JSON.stringify(column), 'json');
    columns.push([name, path]);
  }
  const prose = records.map((record) => record.prose);
  const addresses = records.map((record) => record.id.replaceAll('-', ' '));
  const written = new Set(collectVocabulary(prose, new Map(), addresses).map(({ word }) => fold(word)));
  const isNamed = ({ id }: NamedPerson) => (counts.get(id) ?? 0) > 0;
  const people = namedPeople(library.people.values(), (word) => written.has(word)).filter(isNamed);
  const vocabulary = collectVocabulary(prose, aliasWords(people, counts), addresses);
  const manifest: Manifest = {
    claims: records.length,
    language,
    verdicts: [...library.verdicts.values()].map(({ id, label, sign }) => [id, label, sign]),
    columns: Object.fromEntries(columns) as Manifest['columns'], // every name was put in above
    words: [wordPacks(files, vocabulary, 0), wordPacks(files, vocabulary, 1)],
    people: peoplePacks(files, people),
  };
  files.set('search.json', new TextEncoder().encode(JSON.stringify(manifest)));
  return files;
}

/** The index as Pagefind writes it, without its interface, and the id under which each record answers. */
async function pagefindFiles(records: readonly ClaimRecord[], language: string) {
  const { index, errors } = await createIndex({ forceLanguage: language, keepIndexUrl: true });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    // All at once: Pagefind, in a process of its own, takes one after the other in their order.
    await Promise.all(records.map((record) => add(index, record, language)));
    const made = await index.getFiles();
    if (made.errors.length > 0) throw new Error(`Pagefind: ${made.errors.join('; ')}`);
    const files = new Map<string, Uint8Array>();
    const ids = new Map<string, string>();
    for (const { path, content } of made.files) {
      if (!isFetched.test(path)) continue;
      files.set(path, content);
      const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
      if (id) ids.set(urlIn(content), id);
    }
    if (ids.size !== records.length) {
      throw new Error(`Pagefind: unexpected ${ids.size} records, expected ${records.length}, one for each claim`);
    }
    recutIndex(files);
    return { files, ids };
  } finally {
    await close();
  }
}

/** Pagefind's own interfaces and its worker stay at home: the site has its own. */
const isFetched =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.(?!unknown).*|.*\.pf_meta|(?:index|fragment|filter)\/.*)$/;

/**
 * Pagefind searches all metadata, so only the statement is metadata; what a result merely shows is a filter of its own,
 * which nobody asks for and nobody fetches.
 */
async function add(index: PagefindIndex, record: ClaimRecord, language: string): Promise<void> {
  const facets = Object.entries(record.facets).filter(([, values]) => values.length > 0);
  const { errors } = await index.addCustomRecord({
    url: record.url,
    content: record.content,
    language,
    meta: { title: record.statement },
    filters: {
      ...Object.fromEntries(facets.map(([name, values]) => [name, [...values]])),
      card: [JSON.stringify(record.card)],
    },
  });
  if (errors.length > 0) throw new Error(`Pagefind: ${record.id}: ${errors.join('; ')}`);
}

function urlIn(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString('utf8').replace('pagefind_dcd', '');
  return (JSON.parse(text) as { url: string }).url; // Pagefind's own format
}

function idOf(ids: ReadonlyMap<string, string>, record: ClaimRecord): string {
  const id = ids.get(record.url);
  if (id === undefined) throw new Error(`Pagefind: unexpected loss of ${record.url}, expected it in the index`);
  return id;
}

function columnsOf(records: readonly ClaimRecord[], library: Library, words: Words): [ColumnName, WrittenColumn][] {
  const labels: Record<FacetName, (id: string) => string> = {
    verdict: (id) => library.verdicts.get(id)?.label ?? id,
    speaker: (id) =>
      id === 'work'
        ? workSpeaker(library, words)
        : id === 'review'
          ? words.capital(words.theReview)
          : nameOf(library, id),
    work: (id) => library.works.get(id)?.title ?? id,
    person: (id) => nameOf(library, id),
    topic: (id) => topicLabel(id, library, words),
    departure: (id) => words.capital(departures.includes(id as Departure) ? words.departure[id as Departure] : id), // seen just now
    effect: (id) => (effects.includes(id as Effect) ? words.effect[id as Effect] : id), // seen just now
    decade: (id) => id,
  };
  const orders: Partial<Record<FacetName, readonly string[]>> = {
    verdict: [...library.verdicts.keys()],
    departure: departures,
    effect: effects,
    decade: [...new Set(records.flatMap((record) => record.facets.decade))].sort(
      (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
    ),
  };
  const facets = facetNames.map((name): [ColumnName, WrittenColumn] => {
    const column = createColumn(
      records.map((record) => record.facets[name]),
      labels[name],
      orders[name],
    );
    return [name, { values: column.values, rows: writeRows(column.rows) }];
  });
  const years = records.map((record) => record.years.flat());
  const evidence = records.map((record) => record.evidenceYears.flat());
  return [
    ...facets,
    ['years', { values: [], rows: writeRows(years) }],
    ['evidence', { values: [], rows: writeRows(evidence) }],
    ['date', { values: [], rows: writeRows(places(records.map((record) => record.date))) }],
    ['newest', { values: [], rows: writeRows(places(records.map((record) => record.published))) }],
  ];
}

/** The place of each key among all keys, from the earliest; none for those without a key. */
function places(keys: readonly (string | undefined)[]): number[][] {
  const sorted = [...new Set(keys)].filter((key) => key !== undefined).sort();
  const place = new Map(sorted.map((key, index) => [key, index]));
  return keys.map((key) => (key === undefined ? [] : [place.get(key) ?? 0]));
}

/** What the works of this site are called when they speak; "The work" where they are of several kinds. */
function workSpeaker(library: Library, words: Words): string {
  const kinds = new Set([...library.works.values()].map((work) => work.type));
  const [kind = 'CreativeWork'] = kinds;
  return words.capital(words.theWork(kinds.size === 1 ? kind : 'CreativeWork'));
}

function topicLabel(id: string, library: Library, words: Words): string {
  return library.site.topics[id] ?? words.capital(id.replaceAll('-', ' '));
}

function nameOf(library: Library, id: string): string {
  return library.people.get(id)?.name ?? id;
}

/** The single words among the aliases, with the number of claims about the people they mean. */
function aliasWords(people: readonly NamedPerson[], counts: ReadonlyMap<string, number>): Map<string, number> {
  const words = new Map<string, number>();
  for (const { id, aliases } of people) {
    for (const alias of aliases.filter((alias) => !alias.includes(' '))) {
      words.set(alias, (words.get(alias) ?? 0) + (counts.get(id) ?? 0));
    }
  }
  return words;
}

function wordPacks(files: Map<string, Uint8Array>, words: readonly VocabularyWord[], place: 0 | 1): Packs {
  const byUnit = Map.groupBy(words, ({ word }) => classAt(consonantKey(fold(word)), place));
  return putPacks(files, `words/${place}`, (units) =>
    writeVocabulary(units.flatMap((unit) => byUnit.get(unit) ?? []).sort((a, b) => (a.word < b.word ? -1 : 1))),
  );
}

/** Each person in the files of all classes with which an alias begins, there with those aliases alone. */
function peoplePacks(files: Map<string, Uint8Array>, people: readonly NamedPerson[]): Packs {
  const unitOf = (alias: string) => classAt(consonantKey(alias.split(' ')[0] ?? ''), 0);
  return putPacks(files, 'people/', (units) =>
    writeAliases(
      people.flatMap((person) => {
        const aliases = person.aliases.filter((alias) => units.includes(unitOf(alias)));
        return aliases.length > 0 ? { ...person, aliases } : [];
      }),
    ),
  );
}

/** Writes what the classes have, neighbours together until a file is worth its request. */
function putPacks(files: Map<string, Uint8Array>, name: string, write: (units: readonly string[]) => string): Packs {
  const packs: Record<string, string> = {};
  let units: string[] = [];
  for (const unit of keyClasses) {
    units.push(unit);
    const content = write(units);
    if (content.length < worthARequest && unit !== keyClasses.at(-1)) continue;
    const path = content === '' ? undefined : put(files, name + units[0], content, 'txt');
    for (const each of units) if (path) packs[each] = path;
    units = [];
  }
  return packs;
}

/** Characters before compression. */
const worthARequest = 1500;

/** Adds a file under a name that changes with its content; gives the name. */
function put(files: Map<string, Uint8Array>, name: string, content: string, type: 'json' | 'txt'): string {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const path = `${name}.${digest}.${type}`;
  files.set(path, new TextEncoder().encode(content));
  return path;
}
