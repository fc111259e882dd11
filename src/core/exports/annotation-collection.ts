import type { Claim, Fact, Library, ReviewEntry } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { reviewerOf } from './agents.ts';
import { changesOf, latest } from './changes.ts';
import { dateTime } from './iso-date.ts';
import { annotationAgent, annotationContext, webAnnotation } from './web-annotation.ts';

/** Annotations on one page of a collection. */
export const pageSize = 100;

/** How many pages the collection of a review has: one at least, though it may be empty. */
export function pagesOf(review: ReviewEntry): number {
  return Math.max(1, Math.ceil((review.claims.length + review.facts.length) / pageSize));
}

/**
 * All annotations of a review as an AnnotationCollection that names its pages. Source: Web Annotation Data Model, 5.1.
 */
export function annotationCollection(review: ReviewEntry, library: Library, routes: Routes) {
  const { site } = library;
  const annotations = annotationsOf(review);
  const { published } = review.meta;
  return {
    '@context': annotationContext,
    ...describedCollection(review, routes),
    creator: annotationAgent(reviewerOf(review, site), site, routes),
    created: dateTime(published),
    modified: dateTime(latest([published, ...annotations.map((one) => changesOf(one, library).modified)])),
    rights: site.licence?.url,
    first: routes.whole(routes.annotations(review.slug, 1)),
    last: routes.whole(routes.annotations(review.slug, pagesOf(review))),
  };
}

/** A page of such a collection, counted from 1, with its annotations. Source: Web Annotation Data Model, 5.2. */
export function annotationPage(review: ReviewEntry, number: number, library: Library, routes: Routes) {
  const start = (number - 1) * pageSize;
  const neighbour = (page: number) => routes.whole(routes.annotations(review.slug, page));
  return {
    '@context': annotationContext,
    id: neighbour(number),
    type: 'AnnotationPage',
    partOf: describedCollection(review, routes),
    ...(number > 1 && { prev: neighbour(number - 1) }),
    ...(number < pagesOf(review) && { next: neighbour(number + 1) }),
    startIndex: start,
    items: annotationsOf(review)
      .slice(start, start + pageSize)
      .map((one) => webAnnotation(one, library, routes)),
  };
}

function describedCollection(review: ReviewEntry, routes: Routes) {
  return {
    id: routes.whole(routes.annotations(review.slug)),
    type: 'AnnotationCollection',
    label: review.meta.title,
    total: review.claims.length + review.facts.length,
  };
}

/** Claims before facts, each in reading order. */
function annotationsOf({ claims, facts }: ReviewEntry): (Claim | Fact)[] {
  return [...claims, ...facts];
}
