import type { HistoricalDate } from '../core/model/date.ts';
import { yearOf } from '../core/model/date.ts';
import type { Claim, Fact, Library } from '../core/model/library.ts';
import { areApart, byDate } from './dates.ts';

/** A dated fact, with the claims that put what it is about at another date. */
export interface TimelineEntry {
  readonly fact: Fact;
  readonly when: HistoricalDate;
  readonly told: readonly (Claim & { readonly when: HistoricalDate })[];
  /** The other claims it bears on. */
  readonly others: Fact['bearings'];
}

/**
 * The record by date, in years. A claim stands beside the first fact that speaks against it and whose date has no day in
 * common with the one the claim gives; a claim whose date no such fact contradicts does not appear.
 */
export function timelineOf({ facts }: Pick<Library, 'facts'>): Map<number | undefined, TimelineEntry[]> {
  const dated = [...facts.values()]
    .flatMap((fact) => (fact.when ? [{ fact, when: fact.when }] : []))
    .sort((a, b) => byDate(a.when, b.when));
  const placed = new Set<Claim>();
  const entries = dated.map(({ fact, when }): TimelineEntry => {
    const told = fact.bearings.flatMap(({ stance, claim }) => {
      const { when: claimed } = claim;
      if (stance === 'supports' || !claimed || placed.has(claim) || !areApart(claimed, when)) return [];
      if (!claim.departures.some(movesInTime)) return [];
      placed.add(claim);
      return [{ ...claim, when: claimed }];
    });
    const ids = new Set(told.map(({ id }) => id));
    return { fact, when, told, others: fact.bearings.filter(({ claim }) => !ids.has(claim.id)) };
  });
  return Map.groupBy(entries, ({ when }) => yearOf(when));
}

/** A qualification of 2005 to a claim about 1917 is no difference of dates. */
function movesInTime(departure: Claim['departures'][number]): boolean {
  return departure === 'chronology' || departure === 'anachronism' || departure === 'compression';
}
