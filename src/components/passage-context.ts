import type { PlacedPassage } from '../core/model/library.ts';

export interface PassageContext {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

/** A passage within the whole sentences it stands in. */
export function contextOf({ review, block, quote, position }: PlacedPassage): PassageContext {
  const { text = '', start = 0 } = review.blocks[block] ?? {};
  const at = [...text].slice(0, position.start - start).join('').length; // selectors count code points
  if (!text.startsWith(quote.exact, at)) return { before: quote.prefix, exact: quote.exact, after: quote.suffix };
  const [from, to] = sentencesRound(text, at, quote.exact.length);
  return {
    before: text.slice(from, at),
    exact: quote.exact,
    after: text.slice(at + quote.exact.length, to).trimEnd(),
  };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesRound(text: string, at: number, length: number): [number, number] {
  let from = 0;
  let to = text.length;
  for (const { index, segment } of sentences.segment(text)) {
    if (index <= at) from = index;
    if (index + segment.length >= at + length) {
      to = index + segment.length;
      break;
    }
  }
  return [from, to];
}
