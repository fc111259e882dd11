import type { TextPositionSelector, TextQuoteSelector } from '../model/annotation.ts';

const shortestContext = 32;

/** A stretch of a text, found again by its words or by its place. */
export interface Selectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

/**
 * Describes stretches of a text by the W3C's two text selectors (Web Annotation Data Model, 4.2.4 and 4.2.5). Offsets are
 * given in UTF-16 units and come out in code points. The quote's context is 32 units on each side, and grows until the
 * quote with it stands in the text only once.
 */
export function createDescriber(text: string): (start: number, end: number) => Selectors {
  const pairs = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index);
  const pointOf = (offset: number) => offset - countBelow(pairs, offset - 1);
  return (start, end) => ({
    quote: quoteOf(text, start, end),
    position: { type: 'TextPositionSelector', start: pointOf(start), end: pointOf(end) },
  });
}

/** How many of these numbers, which rise, are smaller. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stretches of a text, in UTF-16 units, that a quote selector stands for: one if it is unique. */
export function matchQuote(text: string, { exact, prefix, suffix }: TextQuoteSelector): [number, number][] {
  const whole = prefix + exact + suffix;
  const found: [number, number][] = [];
  for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1)) {
    found.push([at + prefix.length, at + prefix.length + exact.length]);
  }
  return found;
}

/** The stretch of a text that a position selector stands for. */
export function matchPosition(text: string, { start, end }: TextPositionSelector): string {
  return [...text].slice(start, end).join('');
}

function quoteOf(text: string, start: number, end: number): TextQuoteSelector {
  for (let context = shortestContext; ; context *= 2) {
    const from = wholeCharacter(text, Math.max(0, start - context));
    const to = wholeCharacter(text, Math.min(text.length, end + context));
    const selector: TextQuoteSelector = {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(from, start),
      suffix: text.slice(end, to),
    };
    const isAll = from === 0 && to === text.length;
    if (isAll || isUnique(text, text.slice(from, to))) return selector;
  }
}

function isUnique(text: string, part: string): boolean {
  return text.indexOf(part, text.indexOf(part) + 1) === -1;
}

/** Steps back from between the two halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
