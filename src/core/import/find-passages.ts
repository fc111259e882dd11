import { distance } from 'fastest-levenshtein';
import type { Word } from './words.ts';

/** A stretch of a text that may be what a quotation quotes. */
export interface Candidate {
  /** Indices of its first word and of the one after its last. */
  readonly first: number;
  readonly after: number;
  /** How much of the quotation is there word for word, from 0 to 1. */
  readonly quality: number;
}

/**
 * The stretches of a text that are like a quotation, best first, none overlapping a better one: those that differ by at
 * most `worst` of its words. A word more, less or another costs one word; a word of nearly the same letters, the share
 * that differs. Sellers' algorithm (Journal of Algorithms 1, 1980) over words: it finds the end of every best match in
 * one pass, and each carries along where it began.
 */
export function findPassages(text: readonly Word[], quotation: readonly Word[], worst: number): Candidate[] {
  const most = worst * quotation.length;
  const costsOf = createCosts(quotation);
  // A column of the dynamic programme: what the first n words of the quotation cost so far, and where their match began.
  const cost = quotation.map((_, index) => index + 1);
  const begin = quotation.map(() => 0);
  const found: Candidate[] = [];
  for (const [at, { folded }] of text.entries()) {
    const costs = costsOf(folded);
    // Above the column nothing of the quotation is matched, which costs nothing and may begin anywhere.
    let [diagonalCost, diagonalBegin, aboveCost, aboveBegin] = [0, at, 0, at + 1];
    for (let row = 0; row < quotation.length; row++) {
      const [leftCost, leftBegin] = [cost[row] ?? 0, begin[row] ?? 0];
      let [best, from] = [diagonalCost + (costs[row] ?? 1), diagonalBegin];
      if (leftCost + 1 < best) [best, from] = [leftCost + 1, leftBegin];
      if (aboveCost + 1 < best) [best, from] = [aboveCost + 1, aboveBegin];
      cost[row] = best;
      begin[row] = from;
      [diagonalCost, diagonalBegin, aboveCost, aboveBegin] = [leftCost, leftBegin, best, from];
    }
    const first = begin.at(-1) ?? 0;
    const total = cost.at(-1) ?? 0;
    if (total <= most && first <= at) found.push({ first, after: at + 1, quality: 1 - total / quotation.length });
  }
  return withoutOverlaps(found);
}

/**
 * What it costs that a word stands for each word of the quotation. Words that share less than half of their letters share
 * them by chance: that one of them stands for the other costs a little more than that it is missing.
 */
function createCosts(quotation: readonly Word[]): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const costs = quotation.map(({ folded }) => {
      const share = distance(word, folded) / Math.max(word.length, folded.length);
      return share > 0.5 ? 1.001 : share;
    });
    known.set(word, costs);
    return costs;
  };
}

function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const length = ({ first, after }: Candidate) => after - first;
  // Of two that are as good, the longer goes up to the last word quoted.
  for (const one of [...candidates].sort((a, b) => b.quality - a.quality || length(b) - length(a))) {
    if (kept.every((other) => one.after <= other.first || other.after <= one.first)) kept.push(one);
  }
  return kept;
}
