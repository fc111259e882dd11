import type { Library } from '../model/library.ts';
import type { Place } from '../model/place.ts';
import { isSame, type LedgerEntry, type Recorded } from './entry.ts';
import type { Ledger } from './read-ledger.ts';
import { likeness } from './word-diff.ts';

/** What has happened to an annotation since it was last recorded. */
export type Change =
  | { readonly kind: 'new'; readonly id: string; readonly now: Recorded; readonly place: Place }
  | {
      readonly kind: 'changed';
      readonly id: string;
      readonly now: Recorded;
      readonly before: LedgerEntry;
      readonly place: Place;
    }
  | {
      readonly kind: 'reused';
      readonly id: string;
      readonly now: Recorded;
      readonly before: LedgerEntry;
      readonly place: Place;
    }
  | { readonly kind: 'lost'; readonly id: string; readonly before: LedgerEntry };

/** Below this share of common words a changed statement is taken for another one. */
const sameMatter = 0.2;

/**
 * Holds the site as it stands against its ledger. An id that is gone is lost unless another annotation names it as
 * a former id (`was`) or it was withdrawn.
 */
export function compare(library: Library, ledger: Ledger): Change[] {
  const current = recordedNow(library);
  const renamed = new Set([...library.claims.values()].flatMap(({ was }) => was));
  const changes: Change[] = [];
  for (const [id, { now, place }] of current) {
    const before = ledger.history.get(id)?.at(-1);
    if (!before) changes.push({ kind: 'new', id, now, place });
    else if (!isSame(before, now))
      changes.push({ kind: isReused(before, now) ? 'reused' : 'changed', id, now, before, place });
  }
  for (const [id, revisions] of ledger.history) {
    const before = revisions.at(-1);
    if (before && !current.has(id) && !renamed.has(id)) changes.push({ kind: 'lost', id, before });
  }
  return changes;
}

function isReused(before: LedgerEntry, now: Recorded): boolean {
  if (now.withdrawn) return false;
  return (
    before.kind !== now.kind || before.withdrawn === true || likeness(before.statement, now.statement) < sameMatter
  );
}

/** What each annotation says now, in the order of the site. A withdrawn one says what it said last. */
function recordedNow({ claims, facts, withdrawals }: Library): Map<string, { now: Recorded; place: Place }> {
  const current = new Map<string, { now: Recorded; place: Place }>();
  for (const { id, statement, passages, verdict, place } of claims.values()) {
    const now: Recorded = { kind: 'claim', statement: statement.text, passages: quotes(passages), verdict: verdict.id };
    current.set(id, { now, place });
  }
  for (const { id, summary, passages, place } of facts.values()) {
    current.set(id, { now: { kind: 'fact', statement: summary.text, passages: quotes(passages) }, place });
  }
  for (const { id, place } of withdrawals.values()) {
    current.set(id, { now: { kind: 'claim', statement: '', passages: [], withdrawn: true }, place });
  }
  return current;
}

function quotes(passages: readonly { readonly quote: { readonly exact: string } }[]): string[] {
  return passages.map(({ quote }) => quote.exact);
}
