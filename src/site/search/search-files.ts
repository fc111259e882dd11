import { type NamedPerson, namedPeople } from '../../core/search/aliases.ts';
import { type ClaimRecord, claimRecord, type ToldClaim } from '../../core/search/claim-record.ts';
import { collectVocabulary, countedWords } from '../../core/search/collect-vocabulary.ts';
import { fold } from '../../core/search/fold.ts';
import type { ColumnName, Manifest } from '../../core/search/manifest.ts';
import { wordsFor } from '../text.ts';
import { columnsOf } from './columns.ts';
import { peoplePacks, wordPacks } from './packs.ts';
import { indexRecords } from './pagefind-index.ts';
import { putFile } from './put-file.ts';
import type { KeptPieces } from './recut-index.ts';
import type { SearchNames } from './told-claims.ts';

/** Files by their path below `pagefind/`. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Everything the search page fetches: a Pagefind index with one record a claim, and beside it `search.json` with the
 * columns it names. The same claims and names give the same bytes. Throws when a claim does not arrive in the index.
 */
export async function createSearchFiles(
  told: Iterable<ToldClaim> | AsyncIterable<ToldClaim>,
  named: SearchNames,
  kept?: KeptPieces,
): Promise<SearchFiles> {
  const { language } = named.site;
  const words = wordsFor(language);
  const { records, made } = await indexRecords(recordsOf(told), language, kept);
  const counts = new Map<string, number>();
  for (const id of records.flatMap((record) => record.facets.person)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const prose = records.map((record) => record.prose);
  const addresses = records.map((record) => record.address);
  const counted = countedWords(prose);
  const written = new Set(collectVocabulary(counted, new Map(), addresses).map(({ word }) => fold(word)));
  const isNamed = ({ id }: NamedPerson) => (counts.get(id) ?? 0) > 0;
  const people = namedPeople(named.people.values(), (word) => written.has(word)).filter(isNamed);
  const vocabulary = collectVocabulary(counted, aliasWords(people, counts), addresses);
  const { files, ids } = await made;
  const inOrder = records.toSorted((a, b) => (idOf(ids, a) < idOf(ids, b) ? -1 : 1));
  const columns: [ColumnName, string][] = [];
  for (const [name, column] of columnsOf(inOrder, named, words)) {
    const path = putFile(files, `claims/${name}`, JSON.stringify(column), 'json');
    columns.push([name, path]);
  }
  const manifest: Manifest = {
    claims: records.length,
    language,
    verdicts: [...named.verdicts.values()].map(({ id, label, sign }) => [id, label, sign]),
    columns: Object.fromEntries(columns) as Manifest['columns'], // every name was put in above
    words: [wordPacks(files, vocabulary, 0), wordPacks(files, vocabulary, 1)],
    people: peoplePacks(files, people),
  };
  files.set('search.json', new TextEncoder().encode(JSON.stringify(manifest)));
  return files;
}

async function* recordsOf(told: Iterable<ToldClaim> | AsyncIterable<ToldClaim>): AsyncGenerator<ClaimRecord> {
  for await (const claim of told) yield claimRecord(claim);
}

function idOf(ids: ReadonlyMap<string, string>, record: ClaimRecord): string {
  const id = ids.get(record.url);
  if (id === undefined) throw new Error(`Pagefind: unexpected loss of ${record.url}, expected it in the index`);
  return id;
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
