import type { Library } from '../core/model/library.ts';

/**
 * Every id under which a claim can be embedded, those it once had too, each with the claim that answers for it now, the fact
 * it was merged into, or the tombstone.
 */
export function embeddable({ claims, facts, withdrawals, formerIds }: Library): ReadonlyMap<string, string> {
  const ids = new Map([...claims.keys()].map((id) => [id, id]));
  for (const [id, { was = 'claim' }] of withdrawals) if (was === 'claim') ids.set(id, id);
  for (const [id, { kind, to }] of formerIds) {
    if (kind === 'claim' && (claims.has(to) || facts.has(to) || withdrawals.has(to))) ids.set(id, to);
  }
  return ids;
}
