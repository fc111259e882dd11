import { type NamedPerson, readAliases } from '../core/search/aliases.ts';
import { type Column, readRows, type WrittenColumn } from '../core/search/column.ts';
import type { ColumnName, Manifest } from '../core/search/manifest.ts';
import type { Group } from '../core/search/posting.ts';
import type { Sources } from '../core/search/sources.ts';
import { readVocabulary, type VocabularyWord } from '../core/search/vocabulary.ts';
import { loadPagefind, type PagefindResult } from './search-pagefind.ts';

/** The index and the files beside it; each is fetched when it is first asked for, and once. */
export interface SearchData {
  readonly manifest: () => Promise<Manifest>;
  /** Fetches what every search needs. */
  readonly warm: () => Promise<void>;
  /** Every record in the order of the columns, and the row of each id. */
  readonly everything: () => Promise<Everything>;
  readonly column: (name: ColumnName) => Promise<Column>;
  readonly sources: () => Promise<Sources<PagefindResult>>;
}

export interface Everything {
  readonly records: readonly PagefindResult[];
  readonly rows: ReadonlyMap<string, number>;
}

/** `folder` is where the index lies, with a slash at the end. */
export function openSearchData(folder: string): SearchData {
  const pagefind = keyed((at: string) => loadPagefind(at));
  const fetchedManifest = keyed(
    async (at: string) => (await get(`${at}search.json`, 'no-cache')).json() as Promise<Manifest>,
  );
  const manifest = () => fetchedManifest(folder);
  const results = keyed(async (term: string | null) => (await (await pagefind(folder)).search(term)).results);
  const rows = keyed(async (records: readonly PagefindResult[]): Promise<Everything> => {
    const inOrder = records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (inOrder.length !== (await manifest()).claims) throw new Error('Unexpected index, expected that of search.json');
    return { records: inOrder, rows: new Map(inOrder.map(({ id }, row) => [id, row])) };
  });
  const everything = async () => rows(await results(null));
  const column = keyed(async (name: ColumnName): Promise<Column> => {
    const { columns, claims } = await manifest();
    const written = (await (await get(folder + columns[name])).json()) as WrittenColumn;
    return { values: written.values, rows: readRows(written.rows, claims) };
  });
  const text = (path: string) => get(folder + path).then((response) => response.text());
  const words = keyed(async (path: string): Promise<VocabularyWord[]> => readVocabulary(await text(path)));
  const people = keyed(async (path: string): Promise<NamedPerson[]> => readAliases(await text(path)));

  /**
   * A search in quotation marks finds exactly the records that have a word, but gives only one of its places; one without
   * finds longer words too, or shorter ones if there is none, and gives all places. So the first says which records have
   * a word, and the second where.
   */
  const phrase = keyed(async (words: string): Promise<readonly PagefindResult[]> => {
    const exact = await results(`"${words}"`);
    if (exact.length === 0 || words.includes(' ')) return exact;
    const loose = new Map((await results(words)).map((result) => [result.id, result]));
    return exact.map((result) => loose.get(result.id) ?? result);
  });

  /** Events that lie within the years, those that reach beyond them, and those whose evidence speaks of them. */
  async function dated(first: number, last: number): Promise<Group<PagefindResult>> {
    const [{ records }, years, evidence] = await Promise.all([everything(), column('years'), column('evidence')]);
    const having = (fits: (row: number) => boolean) => records.filter((_, row) => fits(row));
    const of = ({ rows }: Column, row: number) => rows[row] ?? [];
    return [
      { postings: having((row) => liesIn(of(years, row), first, last)), weight: 1 },
      { postings: having((row) => touches(of(years, row), first, last)), weight: 0.6 },
      { postings: having((row) => touches(of(evidence, row), first, last)), weight: 0.4 },
    ];
  }

  return {
    manifest,
    everything,
    column,
    warm: async () => {
      await Promise.all([pagefind(folder), manifest()]);
    },
    sources: async () => {
      const { claims, language, words: packs, people: names } = await manifest();
      return {
        total: claims,
        language,
        dated,
        phrase,
        beginning: results,
        vocabulary: async (place, unit) => pick(packs[place][unit], words),
        people: async (unit) => pick(names[unit], people),
      };
    },
  };
}

function pick<T>(
  path: string | undefined,
  read: (path: string) => Promise<readonly T[]>,
): Promise<readonly T[]> | readonly T[] {
  return path === undefined ? [] : read(path);
}

/** Years of a record: first and last, in pairs. */
function touches(years: readonly number[], first: number, last: number): boolean {
  return years.some((from, index) => index % 2 === 0 && from <= last && (years[index + 1] ?? from) >= first);
}

function liesIn(years: readonly number[], first: number, last: number): boolean {
  return years.some((from, index) => index % 2 === 0 && from >= first && (years[index + 1] ?? from) <= last);
}

async function get(address: string, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** A value for each key, made when first asked for; one that failed, or was not asked for in a long time, is made anew. */
function keyed<K, T>(make: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const made = new Map<K, Promise<T>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.delete(key);
    made.set(key, value);
    for (const oldest of made.keys()) {
      if (made.size <= mostKept) break;
      made.delete(oldest);
    }
    value.catch(() => made.delete(key));
    return value;
  };
}

/** Lists of results are long; those of the last few queries are enough. */
const mostKept = 100;
