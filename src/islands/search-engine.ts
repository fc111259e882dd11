import { type Card, type FacetName, facetNames } from '../core/search/card.ts';
import type { Column } from '../core/search/column.ts';
import { countFacet, type FacetCount, narrow } from '../core/search/count-facets.ts';
import { findClaims } from '../core/search/find-claims.ts';
import type { SortName } from '../core/search/manifest.ts';
import { parseQuery } from '../core/search/parse-query.ts';
import type { Hit } from '../core/search/rank.ts';
import { rerank } from '../core/search/rerank.ts';
import type { SearchState } from '../core/search/search-state.ts';
import type { Slot } from '../core/search/slot.ts';
import { openSearchData } from './search-data.ts';
import type { PagefindResult } from './search-pagefind.ts';

export type ClaimHit = Hit<PagefindResult>;

/** What a search found, with what is needed to show more of it. */
export interface Answer {
  /** Number of claims on the site. */
  readonly claims: number;
  /** The sign of each verdict. */
  readonly signs: ReadonlyMap<string, string>;
  /** Best first, narrowed by the chosen values. */
  readonly hits: readonly ClaimHit[];
  /** How many claims have everything that was asked for, before they are narrowed. */
  readonly whole: number;
  /** If nothing was found: what came nearest. */
  readonly nearest: readonly ClaimHit[];
  /** Phrases that no claim has, read as words. */
  readonly loosened: readonly string[];
  /** Words that were not asked for. */
  readonly leftOut: readonly string[];
  /** What was asked for, as it was read. */
  readonly slots: readonly Slot<PagefindResult>[];
  /** What was narrowed by, in the order of the facets. */
  readonly chosen: readonly ChosenValue[];
  readonly load: (hit: ClaimHit) => Promise<Result>;
  readonly count: (names: readonly FacetName[]) => Promise<ReadonlyMap<FacetName, readonly FacetCount[]>>;
}

export interface ChosenValue {
  readonly facet: FacetName;
  readonly id: string;
  readonly label: string;
}

/** A claim that was found, as it is shown. */
export interface Result {
  readonly url: string;
  readonly statement: string;
  readonly content: string;
  readonly verdict: { readonly id: string; readonly label: string; readonly sign: string };
  readonly card: Card;
  readonly places: readonly number[];
}

export interface SearchEngine {
  /** Fetches what every search needs. */
  readonly warm: () => Promise<void>;
  readonly search: (state: SearchState) => Promise<Answer>;
}

/**
 * The engine behind the search page: Pagefind for words, the files beside it for everything else. `folder` is where the
 * index lies, with a slash at the end. Nothing is fetched before `warm` or `search`.
 */
export function createSearchEngine(folder: string): SearchEngine {
  const data = openSearchData(folder);

  async function search(state: SearchState): Promise<Answer> {
    const { claims, verdicts } = await data.manifest();
    const found = claims === 0 ? none : state.query.trim() === '' ? await all() : await find(state);
    const narrowing = facetNames.filter((name) => state.chosen[name]);
    const narrowed = await narrowTo(found.hits, state, narrowing);
    const load = async (hit: ClaimHit): Promise<Result> => {
      const { url, content, statement, card } = await record(hit);
      const { verdict } = card;
      const [, label = verdict, sign = ''] = verdicts.find(([id]) => id === verdict) ?? [];
      const places = [...new Set(hit.places.flatMap((words) => words ?? []))].sort((a, b) => a - b);
      return { url, content, statement, card, verdict: { id: verdict, label, sign }, places };
    };
    return {
      claims,
      signs: new Map(verdicts.map(([id, , sign]) => [id, sign])),
      hits: state.sort === 'relevance' ? await found.refine(narrowed) : await sorted(narrowed, state.sort),
      whole: found.whole,
      nearest: await found.refine(found.nearest),
      slots: found.slots,
      loosened: found.loosened,
      leftOut: found.leftOut,
      chosen: await chosenIn(state, narrowing),
      load,
      count: async (names) => {
        const [{ rows }, columns] = await Promise.all([data.everything(), columnsOf([...names, ...narrowing])]);
        const inRows = found.hits.flatMap(({ id }) => rows.get(id) ?? []);
        return new Map(names.map((name) => [name, countFacet(name, inRows, columns, state.chosen)]));
      },
    };
  }

  async function all() {
    const { records } = await data.everything();
    const hits = records.map((posting) => ({
      id: posting.id,
      score: 0,
      coverage: 1,
      posting,
      places: [],
      strengths: [],
      given: [],
    }));
    return {
      hits,
      whole: hits.length,
      nearest: [],
      slots: [],
      loosened: [],
      leftOut: [],
      refine: (narrowed: readonly ClaimHit[]) => sorted(narrowed, 'date'),
    };
  }

  async function find({ query: text, exact }: SearchState) {
    const sources = await data.sources();
    const query = parseQuery(text, sources.language);
    const found = await findClaims(query, sources, exact);
    const asked = [
      ...query.words,
      ...query.phrases.flatMap((phrase) => phrase.words.map((word) => ({ folded: word }))),
    ];
    const refine = async (hits: readonly ClaimHit[]) => {
      const records = await Promise.all(hits.slice(0, refined).map(record));
      return rerank(
        hits,
        records,
        asked.map((word) => word.folded),
        found.weights,
      );
    };
    return { ...found, refine };
  }

  async function narrowTo(hits: readonly ClaimHit[], { chosen }: SearchState, by: readonly FacetName[]) {
    if (by.length === 0) return hits;
    const [{ rows }, columns] = await Promise.all([data.everything(), columnsOf(by)]);
    const kept = new Set(
      narrow(
        hits.flatMap(({ id }) => rows.get(id) ?? []),
        columns,
        chosen,
      ),
    );
    return hits.filter(({ id }) => kept.has(rows.get(id) ?? -1));
  }

  async function chosenIn({ chosen }: SearchState, by: readonly FacetName[]): Promise<ChosenValue[]> {
    const columns = await columnsOf(by);
    return by.flatMap((facet) =>
      (chosen[facet] ?? []).map((id) => {
        const [, label = id] = columns[facet]?.values.find(([value]) => value === id) ?? [];
        return { facet, id, label };
      }),
    );
  }

  async function sorted(hits: readonly ClaimHit[], order: SortName) {
    const [{ rows }, { rows: places }] = await Promise.all([data.everything(), data.column(order)]);
    const direction = order === 'newest' ? -1 : 1;
    const place = ({ id }: ClaimHit) => direction * (places[rows.get(id) ?? -1]?.[0] ?? Number.MAX_SAFE_INTEGER);
    return hits.toSorted((a, b) => place(a) - place(b));
  }

  async function columnsOf(names: readonly FacetName[]): Promise<Readonly<Partial<Record<FacetName, Column>>>> {
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await data.column(name)] as const)));
  }

  return { warm: data.warm, search };
}

/** Pagefind writes no index for a site without claims. */
const none = {
  hits: [],
  whole: 0,
  nearest: [],
  slots: [],
  loosened: [],
  leftOut: [],
  refine: async (hits: readonly ClaimHit[]) => hits,
};

/** How many of the best hits are loaded and ranked once more: as many as are shown first. */
const refined = 10;

async function record({ posting }: ClaimHit) {
  const { url, content, meta, filters } = await posting.data();
  const card = JSON.parse(filters['card']?.[0] ?? '{}') as Card; // written by pagefind-index.ts
  return {
    url,
    content,
    card,
    parts: card.parts,
    length: content.split(' ').length,
    statement: meta['title'] ?? '',
  };
}
