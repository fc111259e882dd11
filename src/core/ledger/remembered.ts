import { plainProse } from '../markdown/plain-prose.ts';
import type { HistoricalDate } from '../model/date.ts';
import type { Library, Tombstone, WithdrawnReview } from '../model/library.ts';
import type { FormerId, Revision } from '../model/revision.ts';
import { createHistories } from './histories.ts';
import type { Published } from './pending.ts';

/** What a library owes to the ledger. */
export type Remembered = Pick<
  Library,
  'withdrawals' | 'withdrawnReviews' | 'changed' | 'history' | 'revision' | 'formerIds' | 'formerSlugs'
>;

/**
 * What the ledger and the content together remember: the history of each annotation, the ids and slugs that were given up,
 * and the tombstones, those too whose block has been taken out of its review since it was recorded.
 */
export function remembered(
  revisions: readonly Revision[],
  { reviews, claims, facts, withdrawals, withdrawnReviews }: Published,
): Remembered {
  const histories = createHistories(revisions.filter(({ kind }) => kind !== 'review'));
  const isPresent = (id: string) => claims.has(id) || facts.has(id);
  const tombstones = [
    ...[...withdrawals.values()].map((one) => ({ ...one, was: kindOf(histories.latest.get(one.id)) ?? one.was })),
    ...[...histories.latest.values()].flatMap((revision) =>
      revision.event === 'withdrawn' && !isPresent(revision.id) && !histories.former.has(revision.id)
        ? tombstoneOf(revision)
        : [],
    ),
  ];
  // Where the block still stands, it says more than the ledger.
  const standing = new Map(tombstones.toReversed().map((one) => [one.id, one]));
  const answers = (id: string) => isPresent(id) || standing.has(id);
  const former: FormerId[] = [
    ...[...claims.values(), ...facts.values()].flatMap(({ was, id, kind }) =>
      was.map((old) => ({ id: old, kind: kindOf(histories.latest.get(old)) ?? kind, to: id, toKind: kind })),
    ),
    ...histories.former.values(),
  ];
  const slugs = createHistories(revisions.filter(({ kind }) => kind === 'review'));
  const formerSlugs = [
    ...[...reviews.values()].flatMap(({ slug, meta }) => (meta.was ?? []).map((old) => [old, slug] as const)),
    ...[...withdrawnReviews.values()].flatMap(({ slug, was }) => was.map((old) => [old, slug] as const)),
    ...[...slugs.former.values()].map(({ id, to }) => [id, to] as const),
  ];
  const goneReviews = new Map(
    [...slugs.latest.values()]
      .filter(({ id, event }) => event === 'withdrawn' && !reviews.has(id) && !slugs.former.has(id))
      .map((revision) => [revision.id, withdrawnReviewOf(revision)]),
  );
  for (const one of withdrawnReviews.values()) goneReviews.set(one.slug, one);
  const isChanged = (id: string) =>
    standing.has(id) ||
    ((claims.get(id) ?? facts.get(id))?.corrections ?? []).length > 0 ||
    histories.under(id).some(({ event }) => event !== 'published');
  const answersSlug = (slug: string) => reviews.has(slug) || goneReviews.has(slug);
  return {
    withdrawals: standing,
    withdrawnReviews: goneReviews,
    changed: [...claims.keys(), ...facts.keys(), ...standing.keys()].filter(isChanged),
    history: histories.under,
    revision: (id) => histories.under(id).at(-1)?.revision,
    formerIds: new Map(former.filter(({ id, to }) => !answers(id) && answers(to)).map((one) => [one.id, one])),
    formerSlugs: new Map(formerSlugs.filter(([old, slug]) => !answersSlug(old) && answersSlug(slug))),
  };
}

/** A tombstone whose block is gone: the ledger kept the reason. */
function tombstoneOf({ id, kind, date, note = '', place }: Revision): Tombstone {
  return { kind: 'withdrawn', id, date: day(date), reason: plainProse(note), place, was: annotationKind(kind) };
}

function withdrawnReviewOf({ id, date, statement, note = '', place }: Revision): WithdrawnReview {
  return { slug: id, title: statement, date: day(date), reason: plainProse(note), place, was: [] };
}

function day(date: string): HistoricalDate {
  return { edtf: date, first: date, last: date };
}

function kindOf(revision: Revision | undefined): FormerId['kind'] | undefined {
  return revision && annotationKind(revision.kind);
}

function annotationKind(kind: Revision['kind']): FormerId['kind'] | undefined {
  return kind === 'review' ? undefined : kind;
}
