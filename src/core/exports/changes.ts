import type { Claim, Fact, Library } from '../model/library.ts';

/** When an annotation was published, and when it was last changed: dates in EDTF. */
export interface Changes {
  readonly published: string;
  readonly modified: string;
}

/**
 * The dates of an annotation: those of its revisions in the ledger and of its corrections. What was not recorded yet was
 * published with its review.
 */
export function changesOf({ id, review, corrections }: Claim | Fact, { history }: Pick<Library, 'history'>): Changes {
  const recorded = history(id).map(({ date }) => date);
  const published = recorded[0] ?? review.meta.published;
  return { published, modified: latest([published, ...recorded, ...corrections.map(({ date }) => date.edtf)]) };
}

/** The latest of some dates. */
export function latest(dates: readonly string[]): string {
  return [...dates].sort().at(-1) ?? '';
}
