import type { Review } from 'schema-dts';
import type { Library, ReviewEntry } from '../../model/library.ts';
import type { Routes } from '../../model/routes.ts';
import { reviewerOf } from '../agents.ts';
import { isoDate } from '../iso-date.ts';
import { publisher, reviewer } from './agents.ts';
import { workReference } from './work.ts';

/** A review of a work, with the text it retells where it retells one. Its claims carry their own ClaimReviews. */
export function reviewThing({ slug, meta, work, wordCount }: ReviewEntry, { site }: Library, routes: Routes): Review {
  const { original } = meta;
  const published = isoDate(meta.published);
  const updated = isoDate(meta.updated);
  return {
    '@type': 'Review',
    name: meta.title,
    description: meta.description,
    url: routes.whole(routes.review(slug)),
    ...(published && { datePublished: published }),
    ...(updated && { dateModified: updated }),
    inLanguage: meta.language ?? site.language,
    wordCount,
    author: reviewer(reviewerOf({ meta }, site), site, routes),
    publisher: publisher(site, routes),
    ...(site.licence && { license: site.licence.url }),
    itemReviewed: workReference(work, routes),
    ...(original && {
      isBasedOn: {
        '@type': 'CreativeWork',
        name: original.title,
        url: original.url,
        ...(original.author && { author: { '@type': 'Person', name: original.author } }),
        ...(original.publisher && { publisher: { '@type': 'Organization', name: original.publisher } }),
        ...(isoDate(original.published) && { datePublished: isoDate(original.published) }),
      },
    }),
  } as Review; // dates were looked at just now, and a work reviewed is a thing of one of many types
}
