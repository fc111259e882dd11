import type { Library } from '../core/model/library.ts';

/** What a collection keeps of one thing: its id, a few plain values, and a text that changes whenever its pages do. */
export interface Entry {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly fingerprint: () => string;
}

/** The collections of the site, each a view of the library. Ids are those of the addresses. */
export const entriesOf = {
  reviews: (library: Library): Entry[] =>
    [...library.reviews].map(([id, { meta, work, claims, facts, blocks }]) => {
      const { title, description, author, published, updated = published } = meta;
      const counts = { claims: claims.length, facts: facts.length };
      const data = { title, description, author, published, updated, work: work.id, ...counts };
      return { id, data, fingerprint: () => blocks.map((block) => block.html).join('\n') };
    }),
  claims: (library: Library): Entry[] =>
    [...library.claims].map(([id, { statement, verdict, number, review, work, source }]) => {
      const data = { statement: statement.text, verdict: verdict.id, number, review: review.slug, work: work.id };
      return { id, data, fingerprint: () => source };
    }),
  facts: (library: Library): Entry[] =>
    [...library.facts].map(([id, { summary, number, review, source }]) => {
      const data = { summary: summary.text, number, review: review.slug };
      return { id, data, fingerprint: () => source };
    }),
  people: (library: Library) => named(library.people, ({ name }) => ({ name })),
  works: (library: Library) => named(library.works, ({ title, type }) => ({ title, type })),
  sources: (library: Library) => named(library.sources, ({ label, title, kind }) => ({ label, title, kind })),
};

function named<Thing>(things: ReadonlyMap<string, Thing>, dataOf: (thing: Thing) => Entry['data']): Entry[] {
  return [...things].map(([id, thing]) => ({ id, data: dataOf(thing), fingerprint: () => JSON.stringify(thing) }));
}

/** All collections as `astro:content` keeps them: entries by id, by the name of the collection. */
type Collections = ReadonlyMap<string, ReadonlyMap<string, Pick<Entry, 'id' | 'data'>>>;

/** Lets the program of the pages, in which this module is once more, have the collections of a library. */
export function keepCollections(library: Library): void {
  memory[key] = new Map(
    Object.entries(entriesOf).map(([name, entries]) => [
      name,
      new Map(entries(library).map(({ id, data }) => [id, { id, data }])),
    ]),
  );
}

/** The collections that were kept on this thread. */
export function collectionsNow(): Collections {
  const kept = memory[key];
  if (!kept) throw new Error('No collections: a built page is made without a library');
  return kept;
}

const key = Symbol.for('on-the-record.collections');
const memory = globalThis as { [key]?: Collections }; // the global object has room for anything
