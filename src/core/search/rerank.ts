import type { Card, SectionName } from './card.ts';
import { fold } from './fold.ts';
import type { Posting } from './posting.ts';
import { byScore, type Hit } from './rank.ts';
import { saturate } from './weights.ts';
import { wordsOf } from './words.ts';

/** What is known of a record once it is loaded. */
export interface LoadedRecord {
  readonly statement: string;
  readonly parts: Card['parts'];
  /** How many words it has in all. */
  readonly length: number;
}

/**
 * Ranks the best hits once more, now that their records are there: a word weighs what the part weighs in which it really
 * stands, more in short texts than in long ones, and statements come first that have the words in exactly the asked form
 * or side by side as in the query. The index cannot tell these apart, since it knows words by their stems. `asked` holds
 * the folded words of the query, stop words too; `weights` what each of its groups weighs.
 */
export function rerank<P extends Posting>(
  hits: readonly Hit<P>[],
  records: readonly LoadedRecord[],
  asked: readonly string[],
  weights: readonly number[],
): Hit<P>[] {
  const average = records.reduce((total, { length }) => total + length, 0) / records.length;
  const best = hits.slice(0, records.length).map((hit, index) => {
    const record = records[index];
    if (!record) return hit;
    const words = wordsOf(record.statement).map((word) => fold(word.text));
    const literal =
      exactShare * shareIn(words, asked) + runStep * Math.min(longestRun(words, asked) - 1, longestCounted);
    return { ...hit, score: presence(hit, record, average, weights) * hit.coverage * (1 + literal) };
  });
  return [...best.sort(byScore), ...hits.slice(records.length)];
}

/** The statement is what a claim is; what proves it is about the same matter; titles only hint at it. */
const partWeights: Readonly<Record<SectionName, number>> = {
  statement: 4,
  address: 1.6,
  passage: 1.2,
  shown: 1.2,
  record: 1,
  sources: 0.5,
  people: 0.8,
};
/** Words of a statement of usual length. */
const usualStatement = 12;
const exactShare = 0.4;
const runStep = 0.06;
const longestCounted = 6;

function presence<P extends Posting>(
  hit: Hit<P>,
  record: LoadedRecord,
  average: number,
  weights: readonly number[],
): number {
  const { parts, length } = record;
  const statementLength = parts[1]?.[1] ?? length;
  let score = 0;
  for (const [number, places] of hit.places.entries()) {
    if (!places) continue;
    let frequency = 0;
    for (const place of places) {
      const part = partAt(parts, place);
      const usual = part === 'statement' ? statementLength / usualStatement : length / average;
      frequency += partWeights[part] / ((1 + usual) / 2);
    }
    const placed = (hit.strengths[number] ?? 0) * saturate(frequency);
    score += (weights[number] ?? 0) * Math.max(placed, hit.given[number] ?? 0);
  }
  return score;
}

function partAt(parts: Card['parts'], place: number): SectionName {
  return parts.findLast(([, begin]) => begin <= place)?.[0] ?? 'statement';
}

/** Share of the asked words that stand in the statement exactly so. */
function shareIn(words: readonly string[], asked: readonly string[]): number {
  return asked.length === 0 ? 0 : asked.filter((word) => words.includes(word)).length / asked.length;
}

/** The length of the longest row of asked words that stands in the statement as it is; at least 1. */
function longestRun(words: readonly string[], asked: readonly string[]): number {
  let longest = 1;
  for (let from = 0; from < asked.length; from += 1) {
    for (let at = 0; at < words.length; at += 1) {
      let length = 0;
      while (from + length < asked.length && asked[from + length] === words[at + length]) length += 1;
      longest = Math.max(longest, length);
    }
  }
  return longest;
}
