import type { Claim, Fact, Library, ReviewEntry, Tombstone } from '../model/library.ts';
import { type Place, wholeFile } from '../model/place.ts';
import type { GivenRevision, Revision } from '../model/revision.ts';
import type { NewRevision } from './append.ts';
import { createHistories, type Histories } from './histories.ts';
import { sameText } from './words.ts';

/** What a revision says. */
export type Content = Pick<GivenRevision, 'kind' | 'id' | 'statement' | 'passages' | 'verdict'>;

/** Something that happened and is not in the ledger yet. */
export interface Pending extends Content {
  readonly event: GivenRevision['event'];
  readonly revision: number;
  /** The id that was given up. */
  readonly from?: string | undefined;
  /** What was recorded last, under this id or the one that was given up. */
  readonly before?: Revision | undefined;
  /** Where the author wrote it: the block, or the file of a review. */
  readonly place: Place;
  /** Where each passage stands. */
  readonly passagePlaces: readonly Place[];
  /** Why, as far as a review says it: the reason of a withdrawal, corrections since the last revision. */
  readonly note?: string | undefined;
  /** Two branches recorded it each in its own way, and neither is the other's successor. */
  readonly isForked?: boolean | undefined;
}

/** An id that was recorded and that nothing answers for, or something else does. */
export interface Lost {
  readonly before: Revision;
  /** What uses the id for something else. */
  readonly by?: Present | undefined;
}

/** Whether someone has to say why: not for a first publication or a new name, nor where the review itself says it. */
export function needsNote({ event, note }: Pending): boolean {
  return note === undefined && (event === 'changed' || event === 'merged' || event === 'restored');
}

/** It as it is recorded, on a day; `note` is the reason where the review gives none. */
export function recorded(pending: Pending, date: string, note: string | undefined): NewRevision {
  const { kind, id, revision, event, from, statement, passages, verdict } = pending;
  const why = event === 'published' ? undefined : (pending.note ?? note);
  return { kind, id, revision, date, event, from, statement, passages, verdict, note: why };
}

/** What of a library its ledger speaks of. */
export type Published = Pick<Library, 'reviews' | 'claims' | 'facts' | 'withdrawals' | 'withdrawnReviews'>;

/** What differs between a site and its ledger. */
export interface Difference {
  readonly pending: readonly Pending[];
  readonly lost: readonly Lost[];
}

/** An annotation or a review as it is in the content. */
interface Present extends Content {
  readonly place: Place;
  readonly passagePlaces: readonly Place[];
  readonly was: readonly string[];
  readonly corrections: Claim['corrections'];
}

/** What happened since the ledger was last written, in the order in which it is to be recorded, and what must not have. */
export function differences(
  revisions: readonly Revision[],
  { reviews, claims, facts, withdrawals, withdrawnReviews }: Published,
): Difference {
  const ofReviews = createHistories(revisions.filter(({ kind }) => kind === 'review'));
  const ofAnnotations = createHistories(revisions.filter(({ kind }) => kind !== 'review'));
  const annotations = [...reviews.values()]
    .flatMap((review) => [...review.claims, ...review.facts])
    .map(presentAnnotation);
  const found = [
    ...[...reviews.values()].map(presentReview).map((one) => happenedTo(one, ofReviews)),
    ...annotations.filter(({ id }) => claims.has(id) || facts.has(id)).map((one) => happenedTo(one, ofAnnotations)),
  ];
  const given = new Set([...annotations.flatMap(({ id, was }) => [id, ...was]), ...withdrawals.keys()]);
  const slugs = new Set([
    ...[...reviews.values()].flatMap(({ slug, meta }) => [slug, ...(meta.was ?? [])]),
    ...[...withdrawnReviews.values()].flatMap(({ slug, was }) => [slug, ...was]),
  ]);
  return {
    pending: [
      ...found.flatMap(({ pending }) => pending),
      ...[...withdrawnReviews.values()].flatMap(({ slug, ...one }) => withdrawal({ ...one, id: slug }, ofReviews)),
      ...[...withdrawals.values()].flatMap((one) => withdrawal(one, ofAnnotations)),
    ],
    lost: [...found.flatMap(({ lost }) => lost), ...lostIn(ofReviews, slugs), ...lostIn(ofAnnotations, given)],
  };
}

function presentAnnotation(annotation: Claim | Fact): Present {
  const { kind, id, place, was, corrections, passages } = annotation;
  const shared = { kind, id, place, was, corrections, passagePlaces: passages.map((passage) => passage.place) };
  const texts = passages.map(({ quote }) => quote.exact);
  return annotation.kind === 'claim'
    ? { ...shared, statement: annotation.statement.text, passages: texts, verdict: annotation.verdict.id }
    : { ...shared, statement: annotation.statementText, passages: texts };
}

function presentReview({ slug, path, meta }: ReviewEntry): Present {
  const place = wholeFile(path);
  return {
    kind: 'review',
    id: slug,
    statement: meta.title,
    passages: [],
    place,
    passagePlaces: [],
    was: meta.was ?? [],
    corrections: [],
  };
}

/** Whether two revisions say the same of the same passages with the same verdict. Of a review the address alone is kept. */
export function saysTheSame(a: Content, b: Content): boolean {
  if (a.kind === 'review' && b.kind === 'review') return true;
  return a.verdict === b.verdict && sameText(a.statement, b.statement) && samePassages(a.passages, b.passages);
}

/** In any order: a paragraph may be moved. */
function samePassages(a: readonly string[], b: readonly string[]): boolean {
  const left = [...b];
  return (
    a.length === b.length &&
    a.every((one) => {
      const at = left.findIndex((other) => sameText(one, other));
      if (at !== -1) left.splice(at, 1);
      return at !== -1;
    })
  );
}

function happenedTo(present: Present, histories: Histories): Difference {
  const { kind, id, statement, passages, verdict, place, passagePlaces } = present;
  const content = { kind, id, statement, passages, verdict, place, passagePlaces };
  const given = present.was.filter((old) => histories.latest.has(old) && histories.currentId(old) !== id);
  const latest = histories.latest.get(id);
  const successor = histories.currentId(id);
  const isLive = latest !== undefined && successor === id;
  if (latest && !isLive && !given.includes(successor)) return { pending: [], lost: [{ before: latest, by: present }] };
  const before = isLive ? histories.under(id).at(-1) : undefined;
  if (before && (before.kind !== kind || (before.event === 'withdrawn' && !sameText(before.statement, statement)))) {
    return { pending: [], lost: [{ before, by: present }] };
  }
  const pending: Pending[] = [];
  const next = () => (pending.at(-1) ?? before)?.revision ?? 0;
  const renamed = before ? undefined : given.find((old) => histories.currentId(old) === old);
  if (renamed !== undefined) {
    const last = histories.under(renamed).at(-1);
    pending.push({ ...content, event: 'renamed', from: renamed, before: last, revision: (last?.revision ?? 0) + 1 });
  } else if (!before) {
    pending.push({ ...content, event: 'published', revision: 1 });
  } else if (before.event === 'withdrawn') {
    pending.push({ ...content, event: 'restored', before, revision: before.revision + 1 });
  }
  for (const from of given.filter((old) => old !== renamed)) {
    const last = histories.under(from).at(-1);
    pending.push({ ...content, event: 'merged', from, before: last, revision: next() + 1 });
  }
  if (before && pending.length === 0) {
    const isForked = isForkedIn(histories.under(id));
    if (isForked || !saysTheSame(before, content)) {
      const note = reasons(present, histories.under(id));
      pending.push({ ...content, event: 'changed', before, revision: before.revision + 1, note, isForked });
    }
  }
  return { pending, lost: [] };
}

/** Corrections since the last revision that no revision gives as its reason. */
function reasons({ corrections }: Present, history: readonly Revision[]): string | undefined {
  const since = history.at(-1)?.date ?? '';
  const told = new Set(history.map(({ note }) => note));
  const texts = corrections
    .filter(({ date, body }) => (date.last ?? date.edtf) >= since && !told.has(body.text.trim()))
    .map(({ body }) => body.text.trim());
  return texts.length === 0 ? undefined : texts.join(' ');
}

/** Whether two lines are the same revision in different words, and none was recorded behind both. */
function isForkedIn(history: readonly Revision[]): boolean {
  return history.some((one, index) => {
    const twin = history.find((other, at) => at > index && other.revision === one.revision && !saysTheSame(one, other));
    const line = Math.max(one.place.start.line, twin?.place.start.line ?? 0);
    return twin && !history.some(({ revision, place }) => revision > one.revision && place.start.line > line);
  });
}

function withdrawal({ id, reason, place }: Withdrawn, histories: Histories): Pending[] {
  const before = histories.currentId(id) === id ? histories.under(id).at(-1) : undefined;
  if (!before || before.event === 'withdrawn') return [];
  const { kind, statement, passages, verdict, revision } = before;
  const said = { kind, id, statement, passages, verdict, place, passagePlaces: [] };
  return [{ ...said, event: 'withdrawn', before, revision: revision + 1, note: reason.text.trim() }];
}

type Withdrawn = Pick<Tombstone, 'id' | 'reason' | 'place'>;

function lostIn(histories: Histories, given: ReadonlySet<string>): Lost[] {
  return [...histories.latest.keys()]
    .filter((id) => histories.currentId(id) === id && !given.has(id))
    .flatMap((id) => histories.under(id).at(-1) ?? [])
    .filter(({ event }) => event !== 'withdrawn')
    .map((before) => ({ before }));
}
