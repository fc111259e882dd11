import type { TextQuoteSelector } from '../model/annotation.ts';
import { type Candidate, findPassages } from './find-passages.ts';
import { foldSigns } from './fold-signs.ts';
import { type Word, wordsOf } from './words.ts';

/** A stretch of a text in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a quotation stands in a text, as far as that can be told. Qualities are from 0 to 1. */
export type Anchoring =
  | { readonly outcome: 'anchored'; readonly passage: Stretch; readonly quality: number }
  | { readonly outcome: 'ambiguous'; readonly passages: readonly Stretch[]; readonly quality: number }
  | { readonly outcome: 'orphaned'; readonly quality: number };

/** A text in which quotations are looked for, its words found once. */
export interface Haystack {
  readonly text: string;
  readonly words: readonly Word[];
}

export function haystackOf(text: string): Haystack {
  return { text, words: wordsOf(text) };
}

/** Below it a stretch is not taken for the passage quoted. */
export const threshold = 0.72;

/** The best stretch must be better than the next by so much. */
export const margin = 0.05;

/**
 * Finds the passage that a quote selector quotes (Web Annotation Data Model, 4.2.4). A stretch is judged by how much of the
 * quotation it holds and by how much of what is said to stand before and after it does; the shorter the quotation, the
 * more its surroundings count, and the less it may differ. So a word or two are found only where they were quoted, and
 * what has gone from a text is orphaned, not moved to something like it.
 */
export function anchor({ text, words }: Haystack, selector: TextQuoteSelector): Anchoring {
  const { exact, prefix, suffix } = withWholeWords(selector);
  const quotation = wordsOf(exact);
  if (quotation.length === 0) return { outcome: 'orphaned', quality: 0 };
  const around = { before: wordsOf(prefix), after: wordsOf(suffix) };
  const weight = around.before.length + around.after.length === 0 ? 0 : 3 / (quotation.length + 3);
  const least = leastQuality(quotation.length);
  const judged = findPassages(words, quotation, mostOff)
    .slice(0, mostJudged)
    .map((candidate) => ({
      candidate,
      score: (1 - weight) * candidate.quality + weight * contextQuality(words, candidate, around),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = judged.filter(({ candidate }) => candidate.quality >= least);
  if (!best || best.score < leastScore(quotation.length))
    return { outcome: 'orphaned', quality: round(best?.score ?? 0) };
  const isClear = best.score - (second?.score ?? 0) >= margin;
  // Without its surroundings a word or two or three could be anywhere.
  const isTold = weight > 0 || quotation.length > 3;
  const quality = round(best.score);
  if (isClear && isTold) {
    return { outcome: 'anchored', passage: stretchOf(text, words, best.candidate, exact), quality };
  }
  const close = judged.filter(({ candidate, score }) => candidate.quality >= least && best.score - score < margin);
  return {
    outcome: 'ambiguous',
    passages: close.map(({ candidate }) => stretchOf(text, words, candidate, exact)),
    quality,
  };
}

/** What differs by more of its words is not even nearly the passage; up to it an orphan's quality says how near one came. */
const mostOff = 0.5;

/** A quotation with more matches than this says nothing of where it stands. */
const mostJudged = 500;

function leastScore(words: number): number {
  return words <= 2 ? 0.85 : threshold;
}

/** How like a stretch must be to a quotation of so many words: of a few words each counts. */
function leastQuality(words: number): number {
  if (words <= 2) return 1;
  if (words <= 4) return 0.9;
  return words <= 7 ? 0.84 : threshold;
}

interface Around {
  readonly before: readonly Word[];
  readonly after: readonly Word[];
}

/** How much of a quotation's surroundings a stretch has: the share of the nearest words, those next to it counting most. */
function contextQuality(text: readonly Word[], { first, after }: Candidate, around: Around): number {
  const sides = [
    { wanted: around.before.toReversed(), there: (step: number) => text[first - 1 - step] },
    { wanted: around.after, there: (step: number) => text[after + step] },
  ].filter(({ wanted }) => wanted.length > 0);
  const shares = sides.map(({ wanted, there }) => {
    const near = wanted.slice(0, 5);
    const weights = near.map((_, step) => 1 / (step + 1));
    // The outermost word of a context may be cut off; a word more or less shifts all that follow.
    const holds = (word: Word, step: number) =>
      [0, -1, 1].some((shift) => there(step + shift)?.folded === word.folded) ||
      (step === wanted.length - 1 && isCut(word, there(step)));
    const held = near.map((word, step) => (holds(word, step) ? (weights[step] ?? 0) : 0));
    return sum(held) / sum(weights);
  });
  return shares.length === 0 ? 0 : sum(shares) / shares.length;
}

function isCut(word: Word, there: Word | undefined): boolean {
  return there !== undefined && (there.folded.startsWith(word.folded) || there.folded.endsWith(word.folded));
}

/** From the first word to the last, with the punctuation at either end that the quotation has too. */
function stretchOf(text: string, words: readonly Word[], { first, after }: Candidate, exact: string): Stretch {
  const [start = 0, end = 0] = [words[first]?.start, words[after - 1]?.end];
  const quoted = wordsOf(exact);
  const opening = exact.slice(0, quoted[0]?.start).trimStart();
  const closing = exact.slice(quoted.at(-1)?.end).trimEnd();
  const hasOpening = foldSigns(text.slice(start - opening.length, start)) === foldSigns(opening);
  const hasClosing = foldSigns(text.slice(end, end + closing.length)) === foldSigns(closing);
  return { start: hasOpening ? start - opening.length : start, end: hasClosing ? end + closing.length : end };
}

/** A selection may begin or end inside a word, whose other part the context has. */
function withWholeWords({ type, exact, prefix, suffix }: TextQuoteSelector): TextQuoteSelector {
  const [before = ''] = (/^[\p{L}\p{N}]/u.test(exact) && /[\p{L}\p{N}\p{M}]+$/u.exec(prefix)) || [];
  const [after = ''] = (/[\p{L}\p{N}\p{M}]$/u.test(exact) && /^[\p{L}\p{N}\p{M}]+/u.exec(suffix)) || [];
  return {
    type,
    exact: before + exact + after,
    prefix: prefix.slice(0, prefix.length - before.length),
    suffix: suffix.slice(after.length),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function round(quality: number): number {
  return Math.round(quality * 100) / 100;
}
