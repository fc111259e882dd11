import { type HistoricalDate, yearOf } from './date.ts';
import type { Claim } from './library.ts';

/** Years between which something lies, both included. */
export type YearSpan = readonly [first: number, last: number];

/**
 * The decades of a claim by their first years, in order: every decade the event touches as it is told or, where nothing is
 * told of its date, as the facts that bear on the claim date it. A date of more than a century says nothing about decades.
 */
export function decadesOf({ when, evidence }: Pick<Claim, 'when' | 'evidence'>): number[] {
  const dates = when ? [when] : evidence.flatMap(({ fact }) => fact.when ?? []);
  const decades = new Set<number>();
  for (const [first, last] of dates.flatMap(yearsOf)) {
    if (last - first > 100) continue;
    for (let decade = Math.floor(first / 10) * 10; decade <= last; decade += 10) decades.add(decade);
  }
  return [...decades].sort((a, b) => a - b);
}

/** The first and last year a date may stand for; a date open at one end counts for the year it names. */
export function yearsOf(date: HistoricalDate): YearSpan[] {
  const first = yearOf(date);
  if (first === undefined) return [];
  return [[first, date.last === undefined ? first : Number.parseInt(date.last, 10)]];
}
