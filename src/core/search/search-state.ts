import { type FacetName, facetNames } from './card.ts';
import { type SortName, sortNames } from './manifest.ts';

/** Everything that makes a page of results; all of it stands in the address. */
export interface SearchState {
  readonly query: string;
  /** Values chosen, by facet: any of them within a facet, all facets together. */
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  readonly sort: SortName | 'relevance';
  /** The query is taken as it is written: nothing is corrected, widened or relaxed. */
  readonly exact: boolean;
}

/** The state in an address; parameters it does not know, and values that cannot be, are passed over. */
export function readState(parameters: URLSearchParams): SearchState {
  const chosen: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    const values = [...new Set(parameters.getAll(name))].filter((value) => value !== '');
    if (values.length > 0) chosen[name] = values;
  }
  return {
    query: (parameters.get('q') ?? '').slice(0, longestQuery),
    chosen,
    sort: sortNames.find((name) => name === parameters.get('sort')) ?? 'relevance',
    exact: parameters.get('exact') === '1',
  };
}

/** The inverse of `readState`: what stands behind the `?`; nothing where nothing is asked. */
export function writeState({ query, chosen, sort, exact }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== '') parameters.set('q', query);
  for (const name of facetNames) for (const value of chosen[name] ?? []) parameters.append(name, value);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (exact) parameters.set('exact', '1');
  return parameters.toString();
}

/** Whether anything is asked at all. */
export function asksNothing(state: SearchState): boolean {
  return state.query.trim() === '' && Object.keys(state.chosen).length === 0;
}

/** A pasted article is not a query; beyond this many UTF-16 units the text is cut. */
const longestQuery = 1000;
