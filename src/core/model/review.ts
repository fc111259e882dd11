import type { Draft, GivenClaim, GivenCorrection, GivenFact, Passage, Withdrawal } from './annotation.ts';
import type { ImageFile } from './image.ts';
import type { FrontMatter } from './references.ts';

/** A top-level block of a review: its HTML, with the passages marked in it in reading order. */
export interface Block {
  readonly html: string;
  /** The block's text as a browser's `textContent` gives it. */
  readonly text: string;
  /** Where it begins in the text of the review, in code points. */
  readonly start: number;
  readonly passages: readonly Passage[];
}

/** A heading of a review, for its table of contents. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** The fragment it answers to. */
  readonly fragment: string;
}

/**
 * One Markdown file, parsed: what its author gave, rendered, with names still ids. The text of the review is the text of
 * its blocks, each followed by a line feed; selectors count in it.
 */
export interface Review {
  /** The file's name without its ending. */
  readonly slug: string;
  /** The file, relative to the content folder. */
  readonly path: string;
  readonly meta: FrontMatter;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** Words of the prose, definitions aside. */
  readonly wordCount: number;
  readonly claims: readonly GivenClaim[];
  readonly facts: readonly GivenFact[];
  readonly corrections: readonly GivenCorrection[];
  readonly withdrawals: readonly Withdrawal[];
  readonly drafts: readonly Draft[];
  /** Those it shows, each once. */
  readonly images: readonly ImageFile[];
}
