import type { ClaimReview, DataFeed, WithContext } from 'schema-dts';
import type { Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { changesOf, latest } from './changes.ts';
import { dateTime } from './iso-date.ts';
import { publisher } from './schema-org/agents.ts';
import { claimReview } from './schema-org/claim-review.ts';

/** The ClaimReviews of all claims as a schema.org DataFeed, the form in which fact-check aggregators take them. */
export function claimReviewFeed(library: Library, routes: Routes): WithContext<DataFeed> {
  const { site } = library;
  const claims = [...library.claims.values()].map((claim) => ({ claim, ...changesOf(claim, library) }));
  const modified = claims.length > 0 ? dateTime(latest(claims.map((one) => one.modified))) : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name: site.title,
    description: site.description,
    url: routes.absolute('/claimreview.json'),
    inLanguage: site.language,
    publisher: publisher(site, routes),
    ...(site.licence && { license: site.licence.url }),
    ...(modified && { dateModified: modified }),
    dataFeedElement: claims.map((one) => ({
      '@type': 'DataFeedItem',
      ...dates(dateTime(one.published), dateTime(one.modified)),
      item: claimReview(one.claim, library, routes) as ClaimReview,
    })),
  };
}

function dates(dateCreated: string | undefined, dateModified: string | undefined) {
  return { ...(dateCreated && { dateCreated }), ...(dateModified && { dateModified }) };
}
