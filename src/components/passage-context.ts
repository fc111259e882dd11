import type { PlacedPassage } from '../core/model/library.ts';

export interface PassageContext {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

/** A passage within the whole sentences it stands in. */
export function contextOf({ review, block, quote, position }: PlacedPassage): PassageContext {
  const text = [...(review.blocks[block]?.text ?? '')];
  const start = position.start - blockStart(review, block);
  const end = start + (position.end - position.start);
  if (text.slice(start, end).join('') !== quote.exact) {
    return { before: quote.prefix, exact: quote.exact, after: quote.suffix };
  }
  const [from, to] = sentencesRound(text.join(''), text.slice(0, start).join('').length, quote.exact.length);
  const whole = text.join('');
  const at = text.slice(0, start).join('').length;
  return {
    before: whole.slice(from, at),
    exact: quote.exact,
    after: whole.slice(at + quote.exact.length, to).trimEnd(),
  };
}

/** Selectors count code points in the texts of all blocks, each followed by a line feed. */
function blockStart({ blocks }: PlacedPassage['review'], block: number): number {
  return blocks.slice(0, block).reduce((sum, { text }) => sum + [...text].length + 1, 0);
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
