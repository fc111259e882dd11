import type { Claim, Correction, Fact, Library, ReviewEntry } from '../model/library.ts';
import type { Revision } from '../model/revision.ts';
import type { Routes } from '../model/routes.ts';
import { publisherOf, reviewerOf } from './agents.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { isWithdrawnWithReview } from './tombstone.ts';

/** What the feed of corrections says beside them. */
export interface CorrectionFeedWords {
  readonly title: (site: string) => string;
  readonly description: string;
  readonly entry: (on: Claim | Fact) => string;
  readonly changed: (on: Claim | Fact) => string;
  readonly verdictNow: (before: string, now: string) => string;
  readonly wordingNow: (before: string, now: string) => string;
  readonly withdrawn: (name: string) => string;
}

/** What was corrected, what the ledger has as changed, and what was withdrawn. */
export function correctionFeed(library: Library, routes: Routes, words: CorrectionFeedWords): Feed {
  const { site, claims, facts, corrections, withdrawals, withdrawnReviews, history, verdicts } = library;
  const seen = new Map<string, number>();
  const entry = ({ review, ...change }: Change): FeedEntry => ({
    ...change,
    id: tag(change.url, change.updated, seen),
    published: change.updated,
    author: review ? reviewerOf(review, site) : publisherOf(site),
    language: review?.meta.language ?? site.language,
    tags: [],
  });
  const urlOf = ({ kind, id }: Claim | Fact) => routes.whole(kind === 'claim' ? routes.claim(id) : routes.fact(id));
  const changes = [...claims.values(), ...facts.values()].flatMap((on) =>
    history(on.id).flatMap((revision, index, all): Change[] => {
      const before = all[index - 1];
      if (revision.event !== 'changed' || !before || isTold(revision, on.corrections)) return [];
      const text = [revision.note, ...whatChanged(before, revision)].filter(Boolean).join(' ');
      return [{ url: urlOf(on), title: words.changed(on), text, updated: revision.date, review: on.review }];
    }),
  );
  return {
    title: words.title(site.title),
    description: words.description,
    entries: [
      ...corrections.map(({ on, date, body, review }) => {
        return entry({ url: urlOf(on), title: words.entry(on), text: body.text, updated: date.edtf, review });
      }),
      ...changes.map(entry),
      ...[...withdrawnReviews.values()].map(({ slug, title, date, reason }) => {
        const url = routes.whole(routes.review(slug));
        return entry({ url, title: words.withdrawn(title), text: reason.text, updated: date.edtf, review: undefined });
      }),
      ...[...withdrawals.values()]
        .filter((one) => !isWithdrawnWithReview(one, library))
        .map(({ id, was, date, reason, review }) => {
          const url = routes.whole(was === 'fact' ? routes.fact(id) : routes.claim(id));
          return entry({ url, title: words.withdrawn(id), text: reason.text, updated: date.edtf, review });
        }),
    ],
  };

  function whatChanged(before: Revision, now: Revision): string[] {
    const label = (id: string) => verdicts.get(id)?.label ?? id;
    return [
      ...(before.verdict !== now.verdict && before.verdict !== undefined && now.verdict !== undefined
        ? [words.verdictNow(label(before.verdict), label(now.verdict))]
        : []),
      ...(before.statement !== now.statement ? [words.wordingNow(before.statement, now.statement)] : []),
    ];
  }
}

type Change = Pick<FeedEntry, 'url' | 'title' | 'text' | 'updated'> & { readonly review: ReviewEntry | undefined };

/** A revision that was recorded with a correction's own words is told by the correction. */
function isTold({ note }: Revision, corrections: readonly Correction[]): boolean {
  return note !== undefined && corrections.some(({ body }) => note.includes(body.text.trim()));
}

/** A name that stays: one page may be corrected many times, and twice a day. Source: RFC 4151, the tag URI scheme. */
function tag(url: string, date: string, seen: Map<string, number>): string {
  const { host, pathname } = new URL(url);
  const name = `tag:${host},${date}:${pathname}`;
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  return count === 1 ? name : `${name}#${count}`;
}
