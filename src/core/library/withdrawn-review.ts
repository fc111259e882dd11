import { plainProse } from '../markdown/plain-prose.ts';
import type { GivenClaim, GivenFact } from '../model/annotation.ts';
import { parseDate } from '../model/date.ts';
import type { Tombstone, WithdrawnReview } from '../model/library.ts';
import { wholeFile } from '../model/place.ts';
import type { Review } from '../model/review.ts';

/** What stays of a review that its front matter says was taken back; `undefined` of any other. */
export function withdrawnReview({ slug, path, meta }: Review): WithdrawnReview | undefined {
  const { title, withdrawn, was = [] } = meta;
  const date = withdrawn && parseDate(withdrawn.date);
  return date && { slug, title, date, reason: plainProse(withdrawn.reason), place: wholeFile(path), was };
}

/** Whatever a review that was taken back claimed is taken back with it, for the same reason. */
export function withdrawnWith(
  { date, reason }: WithdrawnReview,
  { id, kind, place }: GivenClaim | GivenFact,
): Tombstone {
  return { kind: 'withdrawn', id, date, reason, place, was: kind };
}
