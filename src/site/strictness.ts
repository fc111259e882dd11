import type { Claim } from '../core/model/library.ts';
import type { Departure } from '../core/model/vocabulary.ts';

/**
 * How strict a reader may choose to be. At `truth` nothing is let pass. A level lets pass what the one before it does, so
 * a claim needs only the name of the gentlest setting that still lets it go.
 */
export const strictnesses = ['truth', 'licence', 'spirit'] as const;
export type Strictness = (typeof strictnesses)[number];

/** What historical drama can hardly do without: it has to fit years into hours and crowds into faces. */
const licence: ReadonlySet<Departure> = new Set(['compression', 'composite', 'chronology']);

/** What may leave the point of a telling standing. */
const spirit: ReadonlySet<Departure> = new Set([...licence, 'exaggeration', 'omission', 'anachronism']);

/**
 * The gentlest strictness at which a claim is let pass, or `undefined` when it never is. The verdict is not touched: only
 * what counts against the work changes.
 *
 * - Only the work has a licence. A critic, or a maker speaking in an interview, is held to the truth at every setting.
 * - Every one of a claim's departures has to be of the kind let pass. A claim rated as departing, without a code that
 *   says how, is never let pass.
 * - Invention is let pass only where it is open: the verdict is off the scale (fiction). Invention offered as history,
 *   and reattribution, are never let pass, for they change who did what.
 */
export function letPassAt({ by, departures, verdict }: Claim): Exclude<Strictness, 'truth'> | undefined {
  if (by.role !== 'work' || departures.length === 0) return undefined;
  const isOpenFiction = verdict.rating === undefined;
  const allIn = (kinds: ReadonlySet<Departure>) =>
    departures.every((departure) => kinds.has(departure) || (departure === 'invention' && isOpenFiction));
  return allIn(licence) ? 'licence' : allIn(spirit) ? 'spirit' : undefined;
}

/** Whether a claim departs from the record: every sign but the two that lie on or nearly on it. */
export function standsAgainst({ verdict }: Claim): boolean {
  return verdict.sign !== 'disc' && verdict.sign !== 'quarter';
}
