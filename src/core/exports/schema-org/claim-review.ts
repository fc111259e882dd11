import type { ClaimReview, Claim as ClaimThing, Rating } from 'schema-dts';
import type { Claim, Library } from '../../model/library.ts';
import type { Verdict } from '../../model/references.ts';
import type { Routes } from '../../model/routes.ts';
import { reviewerOf } from '../agents.ts';
import { changesOf } from '../changes.ts';
import { isoDate } from '../iso-date.ts';
import { makersOf, oneOrMore, personReference, publisher, reviewer } from './agents.ts';
import { placeInWork } from './work.ts';

/**
 * A claim as the ClaimReview that its page carries: the statement as claimed, the verdict on the published scale, who
 * claimed it and where, and the sources of the facts that bear on it. A verdict off the scale has no `ratingValue`.
 * Source: schema.org, ClaimReview.
 */
export function claimReview(claim: Claim, library: Library, routes: Routes): ClaimReview {
  const { site } = library;
  const { published, modified } = changesOf(claim, library);
  const sources = new Set([...claim.sources, ...claim.evidence.flatMap(({ fact }) => fact.sources)]);
  const author = reviewer(reviewerOf(claim.review, site), site, routes);
  return {
    '@type': 'ClaimReview',
    url: routes.whole(routes.claim(claim.id)),
    claimReviewed: claim.statement.text,
    ...dated(published, modified),
    inLanguage: claim.review.meta.language ?? site.language,
    author,
    publisher: '@id' in author ? { '@id': routes.absolute('/') } : publisher(site, routes),
    ...(site.licence && { license: site.licence.url }),
    reviewRating: rating(claim.verdict),
    itemReviewed: claimThing(claim, site, routes),
    ...(sources.size > 0 && { citation: [...sources].map(({ key }) => ({ '@id': routes.whole(routes.source(key)) })) }),
  };
}

function dated(published: string, modified: string) {
  const [datePublished, dateModified] = [isoDate(published), isoDate(modified)];
  return {
    ...(datePublished && { datePublished }),
    ...(dateModified && dateModified !== datePublished && { dateModified }),
  };
}

function rating({ label, rating: value }: Verdict): Rating {
  return {
    '@type': 'Rating',
    alternateName: label,
    ...(value !== undefined && { ratingValue: value, bestRating: 5, worstRating: 1 }),
  };
}

/** What is claimed by the work is said by its makers, in the work; all else is said, or quoted, in the review. */
function claimThing(claim: Claim, site: Library['site'], routes: Routes): ClaimThing {
  const { by, work, part, version, review } = claim;
  const isOfWork = by.role === 'work';
  const author = isOfWork
    ? makersOf(work)
    : [by.person ? personReference(by.person, routes) : reviewer(reviewerOf(review, site), site, routes)];
  const datePublished = isoDate(
    isOfWork ? (part?.published ?? version?.published ?? work.published) : review.meta.published,
  );
  const quoted = { '@type': 'Review', name: review.meta.title, url: routes.whole(routes.review(review.slug)) };
  return {
    '@type': 'Claim',
    ...(author.length > 0 && { author: oneOrMore(author) }),
    ...(datePublished && by.role !== 'person' && { datePublished }),
    appearance: isOfWork ? placeInWork(claim, routes) : quoted,
  } as ClaimThing; // the appearance is a work of one of many types
}
