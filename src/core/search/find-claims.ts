import type { Query } from './parse-query.ts';
import { type Hit, type Posting, rank } from './rank.ts';
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
  const { slots: all, loosened, beyond } = await resolveQuery(query, sources, exactly);
  const slots = all.some(isTelling) ? all.filter(isTelling) : all;
  const leftOut = [...all.filter((slot) => !slots.includes(slot)).map(({ text }) => text), ...beyond];
  const required = slots.flatMap((slot) => (slot.kind === 'phrase' ? [idsOf(slot)] : []));
  const { hits: ranked, weights } = rank(
    slots.map(({ group }) => group),
    sources.total,
    slots.map(({ name }) => (name ? nameBoost : 1)),
  );
  const allowed = required.length === 0 ? ranked : ranked.filter(({ id }) => required.every((ids) => ids.has(id)));
  const whole = allowed.filter(hasAll);
  if (exactly) return { hits: whole, whole: whole.length, nearest: [], slots, weights, loosened, leftOut };
  const hits = isAnswer(allowed) ? answerOf(allowed, whole.length) : [];
  const nearest = hits.length > 0 ? [] : ranked.slice(0, nearestShown);
  return { hits, whole: whole.length, nearest, slots, weights, loosened, leftOut };
}

const nearestShown = 5;

/** Names say more than other words what a question is about. */
const nameBoost = 1.3;

/** A word in a script of which the site has nothing says nothing about whether the site has an answer. */
function isTelling<P extends Posting>(slot: Slot<P>): boolean {
  return sizeOf(slot) > 0 || !/[^\p{Script=Latin}\P{L}]/u.test(slot.text);
}

/**
 * The hits worth listing: all that have everything, and others as far as there are few of those. Records that have much
 * less than the best one are not worth listing.
 */
function answerOf<P extends Posting>(hits: readonly Hit<P>[], whole: number): Hit<P>[] {
  const best = hits.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  let room = whole === 0 ? mostPartly : fewWhole - whole;
  return hits.filter((hit) => {
    if (hasAll(hit)) return true;
    room -= 1;
    return room >= 0 && hit.coverage >= best * enough;
  });
}

/** With this many that have everything, nobody needs the others. */
const fewWhole = 20;
const mostPartly = 100;
const enough = 0.25;

/**
 * Whether the best that was found answers the question: half of what the query weighs, three of the things asked for, or
 * two that weigh a third. Otherwise it is more honest to say that nothing was found.
 */
function isAnswer<P extends Posting>(hits: readonly Hit<P>[]): boolean {
  return hits.slice(0, 20).some((hit) => {
    const present = hit.places.filter((places) => places !== undefined).length;
    return hit.coverage >= 0.5 || present >= 3 || (present === 2 && hit.coverage >= 0.35);
  });
}

function hasAll<P extends Posting>(hit: Hit<P>): boolean {
  return hit.places.every((places) => places !== undefined);
}
