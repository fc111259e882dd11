import { isWithdrawnWithReview } from '../core/exports/tombstone.ts';
import type { HistoricalDate } from '../core/model/date.ts';
import type { Library } from '../core/model/library.ts';
import type { Revision } from '../core/model/revision.ts';
import { asDate, byDate } from './dates.ts';

/** One entry of a history: what the ledger recorded, what a review says of it, or both where they are about one thing. */
export interface Change {
  /** The annotation, or the review that was taken back. */
  readonly id: string;
  readonly isReview?: boolean | undefined;
  readonly date: HistoricalDate;
  readonly revision?: Revision | undefined;
  /** The revision before it. */
  readonly before?: Revision | undefined;
  /** Why, in the words of the review, as HTML. */
  readonly reason?: string | undefined;
}

/** What happened to an annotation, the newest first; its publication comes last. */
export function changesOf(id: string, library: Library): readonly Change[] {
  const history = library.history(id);
  const reasons = reasonsFor(id, library);
  const told = new Set<Reason>();
  const recorded = history.map((revision, index): Change => {
    const own = reasons.filter((reason) => index > 0 && isReasonOf(reason, revision));
    for (const reason of own) told.add(reason);
    return {
      id,
      date: own[0]?.date ?? asDate(revision.date),
      revision,
      before: history[index - 1],
      reason: own.map(({ html }) => html).join('') || undefined,
    };
  });
  const others = reasons
    .filter((reason) => !told.has(reason))
    .map(({ date, html }): Change => ({ id, date, reason: html }));
  return [...others, ...recorded.toReversed()].sort((a, b) => byDate(b.date, a.date));
}

/** Everything that was changed on the site after it was published, the newest first. */
export function allChanges(library: Library): readonly Change[] {
  const { changed, withdrawals, withdrawnReviews } = library;
  const reviews = [...withdrawnReviews.values()].map(
    ({ slug, date, reason }): Change => ({ id: slug, isReview: true, date, reason: reason.html }),
  );
  return changesTo(changed, library)
    .filter(({ id, revision }) => {
      const isWithdrawal = !revision || revision.event === 'withdrawn';
      return !isWithdrawal || !isWithdrawnWithReview(withdrawals.get(id), library);
    })
    .concat(reviews)
    .sort((a, b) => byDate(b.date, a.date));
}

/** What was changed of these after they were published, the newest first. */
export function changesTo(ids: readonly string[], library: Library): readonly Change[] {
  return ids
    .flatMap((id) => changesOf(id, library))
    .filter(({ revision }) => revision?.event !== 'published')
    .sort((a, b) => byDate(b.date, a.date));
}

interface Reason {
  readonly event: 'changed' | 'withdrawn';
  readonly date: HistoricalDate;
  readonly html: string;
  readonly text: string;
}

/** What the reviews say of an annotation's changes. */
function reasonsFor(id: string, { claims, facts, withdrawals }: Library): Reason[] {
  const { corrections = [] } = claims.get(id) ?? facts.get(id) ?? {};
  const withdrawal = withdrawals.get(id);
  return [
    ...corrections.map(
      ({ date, body }): Reason => ({ event: 'changed', date, html: body.html, text: body.text.trim() }),
    ),
    ...(withdrawal
      ? [
          {
            event: 'withdrawn',
            date: withdrawal.date,
            html: withdrawal.reason.html,
            text: withdrawal.reason.text.trim(),
          } as const,
        ]
      : []),
  ];
}

/** A correction and a revision are one change when the one was recorded with the words, or on the day, of the other. */
function isReasonOf({ event, date, text }: Reason, revision: Revision): boolean {
  if (event === 'withdrawn') return revision.event === 'withdrawn';
  return revision.event !== 'withdrawn' && (revision.note?.includes(text) || revision.date === date.edtf);
}
