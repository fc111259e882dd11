import type { Posting } from './posting.ts';
import type { Hit } from './rank.ts';
import { type Slot, surenessOf } from './slot.ts';

/**
 * Whether the best that was found answers the question. It does if a record has half of what the query weighs, three of
 * the things asked for, or two that weigh a third. It does too if the site knows nearly all that was asked for and a
 * record has half of what could be had: "czar" is only another spelling of what the site has, and that must not count
 * against the claims that have it. Otherwise it is more honest to say that nothing was found.
 */
export function isAnswer<P extends Posting>(
  hits: readonly Hit<P>[],
  slots: readonly Slot<P>[],
  weights: readonly number[],
): boolean {
  const asked = weights.reduce((sum, weight) => sum + weight, 0);
  const known = slots.reduce((sum, slot, number) => sum + (weights[number] ?? 0) * surenessOf(slot), 0) / asked;
  const half = known >= nearlyAll ? known / 2 : 0.5;
  return hits.slice(0, looked).some((hit) => {
    const present = hit.places.filter((places) => places !== undefined).length;
    return hit.coverage >= half || present >= 3 || (present === 2 && hit.coverage >= 0.35);
  });
}

const nearlyAll = 0.8;
const looked = 20;

/**
 * The hits worth listing: all that have everything, and others as far as there are few of those. Records that have much
 * less than the best one are not worth listing.
 */
export function worthListing<P extends Posting>(hits: readonly Hit<P>[]): Hit<P>[] {
  const whole = hits.filter(hasAll).length;
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

export function hasAll<P extends Posting>(hit: Hit<P>): boolean {
  return hit.places.every((places) => places !== undefined);
}
