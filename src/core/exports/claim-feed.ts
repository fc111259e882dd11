import type { Claim, Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { reviewerOf } from './agents.ts';
import { changesOf } from './changes.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** What the feed of claims says beside the claims. */
export interface ClaimFeedWords {
  readonly title: (site: string) => string;
  readonly description: string;
  readonly entry: (claim: Claim) => string;
  readonly text: (claim: Claim) => string;
}

/** Every claim as an entry of a feed; a changed claim comes up again under the same id. */
export function claimFeed(library: Library, routes: Routes, words: ClaimFeedWords): Feed {
  const { site, claims } = library;
  return {
    title: words.title(site.title),
    description: words.description,
    entries: [...claims.values()].map((claim): FeedEntry => {
      const { published, modified } = changesOf(claim, library);
      const url = routes.whole(routes.claim(claim.id));
      return {
        id: url,
        url,
        title: words.entry(claim),
        text: words.text(claim),
        published,
        updated: modified,
        author: reviewerOf(claim.review, site),
        language: claim.review.meta.language ?? site.language,
        tags: [claim.verdict.label, ...claim.topics.map((topic) => site.topics[topic] ?? topic)],
      };
    }),
  };
}
