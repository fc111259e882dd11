import type { ReviewEntry } from '../model/library.ts';
import type { Site } from '../model/references.ts';

/** A person or an organisation who made something. */
export interface Agent {
  readonly type: 'Person' | 'Organization';
  readonly name: string;
}

/** Who publishes the site. */
export function publisherOf({ publisher, title }: Site): Agent {
  return { type: 'Organization', name: publisher ?? title };
}

/** Who wrote a review: the site itself where the review names it as its author, else a person. */
export function reviewerOf({ meta }: Pick<ReviewEntry, 'meta'>, site: Site): Agent {
  const isSite = meta.author === publisherOf(site).name || meta.author === site.title;
  return isSite ? publisherOf(site) : { type: 'Person', name: meta.author };
}
