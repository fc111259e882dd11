import { diffArrays } from 'diff';

/** A stretch of a word diff: words kept, taken out or put in. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The difference between two texts, word by word; white space and punctuation count as words of their own. */
export function wordDiff(before: string, after: string): Change[] {
  return diffArrays(tokens(before), tokens(after)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** A share between 0 (nothing in common) and 1: the words two texts have in common among all their words. */
export function likeness(a: string, b: string): number {
  const [first, second] = [new Set(words(a)), new Set(words(b))];
  const common = [...first].filter((word) => second.has(word)).length;
  const all = new Set([...first, ...second]).size;
  return all === 0 ? 1 : common / all;
}

export function words(text: string): string[] {
  return text.toLowerCase().match(wordPattern) ?? [];
}

const wordPattern = /[\p{L}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*/gu;

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*|\s+|[^\s\p{L}\p{N}]/gu) ?? [];
}
