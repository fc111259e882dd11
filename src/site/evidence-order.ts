import type { Claim, Evidence } from '../core/model/library.ts';
import type { Stance } from '../core/model/vocabulary.ts';
import { standsAgainst } from './strictness.ts';

const against: readonly Stance[] = ['refutes', 'qualifies', 'supports'];
const inFavour: readonly Stance[] = ['supports', 'qualifies', 'refutes'];

/**
 * The facts on a claim, the most telling first: those that carry the verdict, and among them those that bear on few
 * claims before those that bear on many.
 */
export function mostTellingFirst(claim: Claim): Evidence[] {
  const order = standsAgainst(claim) ? against : inFavour;
  return claim.evidence.toSorted(
    (a, b) => order.indexOf(a.stance) - order.indexOf(b.stance) || a.fact.bearings.length - b.fact.bearings.length,
  );
}
