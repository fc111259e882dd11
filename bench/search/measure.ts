import type { JudgedQuery } from './judged-queries.ts';

/** How well one query was answered. */
export interface Score {
  /** 1 over the place of the first claim that was meant; 1 for a query without answers to which none is given. */
  readonly reciprocalRank: number;
  /** nDCG@10 with gains of 3 and 1. */
  readonly ndcg: number;
}

export function scoreOf({ best, good }: JudgedQuery, ids: readonly string[]): Score {
  const gain = (id: string) => (best.includes(id) ? 3 : good.includes(id) ? 1 : 0);
  if (best.length === 0) return { reciprocalRank: ids.length === 0 ? 1 : 0, ndcg: ids.length === 0 ? 1 : 0 };
  const first = ids.slice(0, 10).findIndex((id) => best.includes(id));
  const discounted = (gains: readonly number[]) =>
    gains.slice(0, 10).reduce((sum, value, place) => sum + value / Math.log2(place + 2), 0);
  const ideal = discounted([...best.map(() => 3), ...good.map(() => 1)]);
  return { reciprocalRank: first < 0 ? 0 : 1 / (first + 1), ndcg: discounted(ids.map(gain)) / ideal };
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

/** The value below which the given share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
