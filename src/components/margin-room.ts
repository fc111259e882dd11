import type { Claim, Fact, ReviewEntry } from '../core/model/library.ts';
import { mostTellingFirst } from '../site/evidence-order.ts';
import { standsAgainst } from '../site/strictness.ts';

/**
 * Which notes must be brief in the margin of a wide screen, so that none stands far below its passage: a note shows what
 * the record answers only where the notes above it have left room. Heights are estimated from the number of characters;
 * a wrong guess costs a little white space or a few lines' drift, never an overlap, for the style sheet keeps notes apart.
 * Lengths in CSS pixels, widths in characters, as style sheet and typeface have them at 80rem.
 */
export function briefNotes(review: ReviewEntry): ReadonlySet<Claim | Fact> {
  const brief = new Set<Claim | Fact>();
  const filledTo = { left: 0, right: 0 };
  for (const { annotation, top } of marginOrder(review)) {
    const side = annotation.kind === 'claim' && annotation.by.role === 'review' ? 'left' : 'right';
    const start = Math.max(top, filledTo[side]);
    const isLate = start - top > allowedDrift;
    if (isLate) brief.add(annotation);
    filledTo[side] = start + heightOf(annotation, isLate);
  }
  return brief;
}

const text = { line: 32, characters: 66, gap: 32, headingGap: 72 };
const note = { line: 22.4, characters: 35, head: 30, gap: 18 };
/** How far below its passage a note may begin and still show what the record answers. */
const allowedDrift = 4 * text.line;

function marginOrder(review: ReviewEntry): { annotation: Claim | Fact; top: number }[] {
  const tops: number[] = [];
  let top = 0;
  for (const block of review.blocks) {
    tops.push(top);
    const isHeading = /^<h[1-6]/.test(block.html);
    top += Math.ceil(block.text.length / text.characters) * text.line + (isHeading ? text.headingGap : text.gap);
  }
  return [...review.claims, ...review.facts]
    .flatMap((annotation) => {
      const [passage] = annotation.passages;
      const block = passage && review.blocks[passage.block];
      if (!passage || !block) return [];
      const within = Math.max(0, block.text.indexOf(passage.quote.exact));
      const line = Math.floor(within / text.characters);
      return [{ annotation, top: (tops[passage.block] ?? 0) + line * text.line }];
    })
    .sort((a, b) => a.top - b.top);
}

function heightOf(annotation: Claim | Fact, isBrief: boolean): number {
  const lines = (words: string) => Math.ceil(words.length / note.characters) * note.line;
  const statement = annotation.kind === 'claim' ? lines(annotation.statement.text) : lines(annotation.summary.text);
  const answer =
    annotation.kind === 'claim' && !isBrief && standsAgainst(annotation) ? mostTellingFirst(annotation)[0] : undefined;
  return note.head + statement + (answer ? lines(answer.fact.summary.text) : 0) + note.gap;
}
