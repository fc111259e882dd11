import { hasAll, isAnswer, worthListing } from './answer.ts';
import type { Query } from './parse-query.ts';
import type { Posting } from './posting.ts';
import { type Hit, rank } from './rank.ts';
import { resolveQuery } from './resolve-query.ts';
import { idsOf, type Slot, sizeOf } from './slot.ts';
import type { Sources } from './sources.ts';

export interface Found<P extends Posting> {
  /** Best first. */
  readonly hits: readonly Hit<P>[];
  /** How many of them have everything that was asked for. */
  readonly whole: number;
  /** If there are no hits: what came nearest. */
  readonly nearest: readonly Hit<P>[];
  /** What was asked for, as it was read, and what each thing weighs. */
  readonly slots: readonly Slot<P>[];
  readonly weights: readonly number[];
  /** Phrases that no record has, read as words. */
  readonly loosened: readonly string[];
  /** Words that were not asked for. */
  readonly leftOut: readonly string[];
}

/**
 * The claims a query asks for, best first. If some have everything, those with most of it follow. If none has, those are
 * given that have most of it, as long as that is enough to be an answer at all.
 */
export async function findClaims<P extends Posting>(
  query: Query,
  sources: Sources<P>,
  exactly: boolean,
): Promise<Found<P>> {
  const { slots, loosened, beyond: leftOut } = await resolveQuery(query, sources, exactly);
  const required = slots.flatMap((slot) => (slot.kind === 'phrase' ? [idsOf(slot)] : []));
  const groups = slots.map(({ group }) => group);
  const { hits: ranked, weights } = rank(groups, sources.total, boostsOf(slots));
  const allowed = required.length === 0 ? ranked : ranked.filter(({ id }) => required.every((ids) => ids.has(id)));
  const whole = allowed.filter(hasAll);
  if (exactly) return { hits: whole, whole: whole.length, nearest: [], slots, weights, loosened, leftOut };
  const hits = isAnswer(allowed, slots, weights) ? worthListing(allowed) : [];
  const nearest = hits.length > 0 ? [] : ranked.slice(0, nearestShown);
  return { hits, whole: whole.length, nearest, slots, weights, loosened, leftOut };
}

const nearestShown = 5;

/**
 * Names say more than other words what a question is about. Unknown words in a script of which the site has next to
 * nothing say little about whether it has an answer: together they count as one.
 */
function boostsOf<P extends Posting>(slots: readonly Slot<P>[]): number[] {
  const foreign = (slot: Slot<P>) => sizeOf(slot) === 0 && /[^\p{Script=Latin}\P{L}]/u.test(slot.text);
  const many = slots.filter(foreign).length;
  return slots.map((slot) => (foreign(slot) ? 1 / many : isName(slot, slots) ? nameBoost : 1));
}

/** A capital means a name, but not at the beginning of a sentence. */
function isName<P extends Posting>({ name, start }: Slot<P>, slots: readonly Slot<P>[]): boolean {
  return name && (start > 0 || slots.length < sentence);
}

const sentence = 4;
const nameBoost = 1.3;
