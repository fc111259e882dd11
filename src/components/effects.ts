import type { Claim } from '../core/model/library.ts';
import type { Person, Work } from '../core/model/references.ts';
import { type Effect, effects } from '../core/model/vocabulary.ts';
import { standsAgainst } from '../site/strictness.ts';

/** How many departures from the record do each thing to somebody. */
export type EffectCounts = Readonly<Record<Effect, number>>;

/** Whom the departures of these claims blame, clear, exalt and erase, those who are blamed most often first. */
export function effectsByPerson(claims: readonly Claim[]): [Person, EffectCounts][] {
  return [...count(claims, (claim, effect) => claim.effects[effect])].sort(([, a], [, b]) =>
    effects.reduce((order, effect) => order || b[effect] - a[effect], 0),
  );
}

/**
 * What each work does to a person in its departures; what the reviews and people quoted in them do stands last, without a
 * work.
 */
export function effectsByWork(claims: readonly Claim[], person: Person): [Work | undefined, EffectCounts][] {
  const counted = count(claims, ({ by, work, effects: own }, effect) =>
    own[effect].includes(person) ? [by.role === 'work' ? work : undefined] : [],
  );
  return [...counted].sort(([a], [b]) => Number(a === undefined) - Number(b === undefined));
}

function count<Key>(
  claims: readonly Claim[],
  keysOf: (claim: Claim, effect: Effect) => readonly Key[],
): Map<Key, EffectCounts> {
  const counts = new Map<Key, Record<Effect, number>>();
  for (const claim of claims.filter(standsAgainst)) {
    for (const effect of effects) {
      for (const key of keysOf(claim, effect)) {
        const own = counts.get(key) ?? { blames: 0, clears: 0, exalts: 0, erases: 0 };
        own[effect]++;
        counts.set(key, own);
      }
    }
  }
  return counts;
}
