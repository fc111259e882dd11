import type { HistoricalDate } from '../core/model/date.ts';
import { yearOf } from '../core/model/date.ts';
import type { Claim, Fact, Library } from '../core/model/library.ts';
import type { Work } from '../core/model/references.ts';
import { areApart, byDate, yearWords } from './dates.ts';

/** A dated fact, with the claims that put what it is about at another date. */
export interface TimelineEntry {
  readonly fact: Fact;
  readonly when: HistoricalDate;
  readonly told: readonly DatedClaim[];
  /** The other claims it bears on. */
  readonly others: Fact['bearings'];
}

/**
 * The record by date. A claim stands beside the first fact that speaks against it and whose date has no day in
 * common with the one the claim gives; a claim whose date no such fact contradicts does not appear. Of one work: what bears
 * on its claims and those of its review.
 */
export function timelineOf({ facts, factsOn }: Pick<Library, 'facts' | 'factsOn'>, work?: Work): TimelineEntry[] {
  const dated = (work ? [...factsOn(work)] : [...facts.values()])
    .flatMap((fact) => {
      const bearings = fact.bearings.filter(({ claim }) => !work || claim.work === work);
      return fact.when && bearings.length > 0 ? [{ fact, bearings, when: fact.when }] : [];
    })
    .sort((a, b) => byDate(a.when, b.when));
  const placed = new Set<Claim>();
  return dated.map(({ fact, bearings, when }): TimelineEntry => {
    const told = bearings.flatMap(({ stance, claim }) => {
      if (stance === 'supports' || !isDated(claim) || placed.has(claim) || !areApart(claim.when, when)) return [];
      if (!claim.departures.some(movesInTime)) return [];
      placed.add(claim);
      return [claim];
    });
    const ids = new Set(told.map(({ id }) => id));
    return { fact, when, told, others: bearings.filter(({ claim }) => !ids.has(claim.id)) };
  });
}

/** Entries by the year under which they stand; `undefined` is that of dates which are open at both ends. */
export function byYear(entries: readonly TimelineEntry[]): Map<number | undefined, TimelineEntry[]> {
  return Map.groupBy(entries, ({ when }) => yearOf(when));
}

/** The years of entries, from the first to the last: "1910–1917". */
export function spanOf(entries: readonly TimelineEntry[], language: string): string {
  const years = [...byYear(entries).keys()];
  return [...new Set([years[0], years.at(-1)])].map((year) => yearWords(year, language)).join('–');
}

type DatedClaim = Claim & { readonly when: HistoricalDate };

function isDated(claim: Claim): claim is DatedClaim {
  return claim.when !== undefined;
}

/** The works whose claims the record bears on. */
export function worksOf({ works, claimsOn }: Pick<Library, 'works' | 'claimsOn'>): Work[] {
  return [...works.values()].filter((work) => claimsOn(work).length > 0);
}

/** A qualification of 2005 to a claim about 1917 is no difference of dates. */
function movesInTime(departure: Claim['departures'][number]): boolean {
  return departure === 'chronology' || departure === 'anachronism' || departure === 'compression';
}
