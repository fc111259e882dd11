import type { Library } from '../core/model/library.ts';

/** Every id under which a claim can be embedded, those it once had too, each with the one that answers for it now. */
export function embeddable({ claims, withdrawals, formerIds }: Library): ReadonlyMap<string, string> {
  const ids = new Map([...claims.keys()].map((id) => [id, id]));
  for (const [id, { was = 'claim' }] of withdrawals) if (was === 'claim') ids.set(id, id);
  for (const [id, { kind, to }] of formerIds) if (kind === 'claim' && ids.has(to)) ids.set(id, to);
  return ids;
}
