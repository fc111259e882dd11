/** A record that has a word, as the index gives it. */
export interface Posting {
  readonly id: string;
  /** Where the word stands in the record, counted in words; none if the record has it in some other way. */
  readonly words: readonly number[];
}

/** One way to say what was asked for, and how much it counts (0 to 1). */
export interface Alternative<P extends Posting> {
  readonly postings: readonly P[];
  readonly weight: number;
}

/** All ways to say one thing that was asked for. */
export type Group<P extends Posting> = readonly Alternative<P>[];
