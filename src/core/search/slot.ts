import type { Group, Posting } from './posting.ts';

/** One thing that was asked for, with all that the site has for it. */
export interface Slot<P extends Posting> {
  readonly kind: 'word' | 'date' | 'phrase';
  /** As written, and where it begins and ends in the query. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly group: Group<P>;
  /** Begun with a capital letter. */
  readonly name: boolean;
  /** What was looked for instead (`spelling`) or as well: words of the site, names of people. */
  readonly read?: Reading | undefined;
}

export interface Reading {
  readonly as: readonly string[];
  readonly how: 'spelling' | 'name' | 'also';
}

/** How many records have it, at least. */
export function sizeOf<P extends Posting>({ group }: Slot<P>): number {
  return group.reduce((most, { postings }) => Math.max(most, postings.length), 0);
}

/** How surely the site knows what was asked for: the weight of the best it has for it, 0 to 1. */
export function surenessOf<P extends Posting>({ group }: Slot<P>): number {
  return group.reduce((most, { postings, weight }) => (postings.length > 0 ? Math.max(most, weight) : most), 0);
}

export function idsOf<P extends Posting>({ group }: Slot<P>): Set<string> {
  return new Set(group.flatMap(({ postings }) => postings.map(({ id }) => id)));
}

/** Whether some record has something of every slot. */
export function someRecordHasAll<P extends Posting>(slots: readonly Slot<P>[]): boolean {
  const [first, ...rest] = slots.map(idsOf);
  return first !== undefined && [...first].some((id) => rest.every((ids) => ids.has(id)));
}

export function inOrder<P extends Posting>(slots: readonly Slot<P>[]): Slot<P>[] {
  return slots.toSorted((a, b) => a.start - b.start);
}
