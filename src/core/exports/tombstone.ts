import type { Library, Tombstone, WithdrawnReview } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { dateTime } from './iso-date.ts';

/** What answers in the place of an annotation that was taken back. Source: Activity Vocabulary, Tombstone. */
export function tombstone(withdrawal: Tombstone, routes: Routes) {
  return tombstoneAt(routes.annotation(withdrawal.was ?? 'claim', withdrawal.id), annotationType, withdrawal, routes);
}

/** What answers in the place of the annotations of a review that was taken back, or of one of their pages. */
export function collectionTombstone(review: WithdrawnReview, routes: Routes, page?: number) {
  return tombstoneAt(
    routes.annotations(review.slug, page),
    page === undefined ? collectionType : pageType,
    review,
    routes,
  );
}

/** Whether an annotation was taken back with the whole review, which tells of it. */
export function isWithdrawnWithReview(
  withdrawal: Tombstone | undefined,
  { withdrawnReviews }: Pick<Library, 'withdrawnReviews'>,
): boolean {
  return [...withdrawnReviews.values()].some(
    ({ date, reason }) => date.edtf === withdrawal?.date.edtf && reason.text === withdrawal.reason.text,
  );
}

/** The block as it stands, or would stand, in the author's Markdown. */
export function tombstoneSource({ id, date, reason }: Tombstone): string {
  return `:::withdrawn{#${id} date=${date.edtf}}\n${reason.text.trim()}\n:::\n`;
}

const annotationType = 'http://www.w3.org/ns/oa#Annotation';
const collectionType = 'https://www.w3.org/ns/activitystreams#OrderedCollection';
const pageType = 'https://www.w3.org/ns/activitystreams#OrderedCollectionPage';

function tombstoneAt(
  link: string,
  formerType: string,
  { date, reason }: Pick<Tombstone, 'date' | 'reason'>,
  routes: Routes,
) {
  return {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: routes.whole(link),
    type: 'Tombstone',
    formerType,
    deleted: dateTime(date.edtf),
    summary: reason.text.trim(),
  };
}
