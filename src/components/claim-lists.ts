import type { GetStaticPathsOptions } from 'astro';
import { decadesOf } from '../core/model/decades.ts';
import type { Claim, Library } from '../core/model/library.ts';
import type { Verdict } from '../core/model/references.ts';
import { onceFor } from '../site/noted/notes.ts';
import { pageSize } from './shared-pages.ts';

/** The claims of the site by what they share, in the order of the site; nothing here is empty. */
export interface ClaimLists {
  /** In the order of the scale. */
  readonly verdicts: ReadonlyMap<Verdict, readonly Claim[]>;
  /** By first year, the earliest decade first; a claim stands in each decade it touches. */
  readonly decades: ReadonlyMap<number, readonly Claim[]>;
}

export function claimListsOf(library: Library): ClaimLists {
  return onceFor(library, 'claim-lists', () => listsOf(library));
}

function listsOf(library: Library): ClaimLists {
  const claims = [...library.claims.values()];
  const byVerdict = Map.groupBy(claims, ({ verdict }) => verdict);
  const dated = claims.flatMap((claim) => decadesOf(claim).map((decade) => ({ claim, decade })));
  const byDecade = Map.groupBy(dated, ({ decade }) => decade);
  return {
    verdicts: new Map([...library.verdicts.values()].flatMap((verdict) => entry(verdict, byVerdict.get(verdict)))),
    decades: new Map(
      [...byDecade]
        .sort(([a], [b]) => a - b)
        .map(([decade, entries]) => [decade, entries.map(({ claim }) => claim)] as const),
    ),
  };
}

/** What a decade is called in addresses. */
export function decadeId(decade: number): string {
  return `${decade}s`;
}

/**
 * The pages of a list, for `getStaticPaths`. The second stands at `page/2/` below the first, for a claim may be called `2`.
 */
export function pagesOf<Params extends Record<string, string>>(
  paginate: GetStaticPathsOptions['paginate'],
  claims: readonly Claim[],
  shared: Params,
) {
  return paginate(claims, { pageSize, params: shared }).map(({ params: { page }, props }) => ({
    params: { ...shared, page: page && `page/${page}` },
    props,
  }));
}

function entry<Key, Value>(key: Key, value: Value | undefined): [Key, Value][] {
  return value === undefined ? [] : [[key, value]];
}
