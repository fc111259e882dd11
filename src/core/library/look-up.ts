import type { Histories } from '../ledger/histories.ts';
import type { Report } from '../messages/message.ts';
import { code, nearest } from '../messages/nearest.ts';
import type { Mention } from '../model/annotation.ts';
import type { Review } from '../model/review.ts';

/** Gives what a mention names, or nothing; then that is reported. */
export type LookUp = <Value>(
  known: ReadonlyMap<string, Value>,
  mention: Mention,
  rule: 'unknown-claim' | 'unknown-annotation',
) => Value[];

/** What is known of ids beside what they name. */
export interface KnownIds {
  readonly reviews: readonly Review[];
  readonly facts: ReadonlyMap<string, unknown>;
  readonly withdrawals: ReadonlyMap<string, unknown>;
  readonly histories: Histories;
  /** Ids of what could not be read: nothing is reported of them, and what seems a slip of one is added. */
  readonly broken: Set<string>;
  /** Whether an annotation lost its id, so that any may be meant. */
  readonly hasNameless: boolean;
}

/** Looks ids up; of one that names nothing it says what became of it, or which it is nearest to. */
export function createLookUp(
  { reviews, facts, withdrawals, histories, broken, hasNameless }: KnownIds,
  report: Report,
): LookUp {
  const renamed = new Map(
    reviews.flatMap(({ claims, facts }) => [...claims, ...facts].flatMap(({ id, was }) => was.map((old) => [old, id]))),
  );
  return (known, { id, place }, rule) => {
    const value = known.get(id);
    if (value !== undefined) return [value];
    if (broken.has(id) || hasNameless) return [];
    const now = renamed.get(id) ?? histories.currentId(id);
    if (known.has(now)) {
      report(rule, place, { found: `${code(id)}, which has another id now`, expected: code(now) });
      broken.add(now);
      return [];
    }
    const near = nearest(id, known.keys());
    if (near !== undefined) broken.add(near);
    const what = rule === 'unknown-claim' ? 'a claim' : 'an annotation';
    const other = becameOf(id);
    report(rule, place, {
      found: other ? code(id) + other : `${what.replace(/^an? /, '')} ${code(id)}`,
      expected: other || near === undefined ? `the id of ${what}` : `${code(near)} (the nearest)`,
    });
    return [];
  };

  function becameOf(id: string): string | undefined {
    if (reviews.some(({ drafts }) => drafts.some((draft) => draft.id === id))) return ', which is a draft';
    if (withdrawals.has(id) || histories.latest.get(id)?.event === 'withdrawn') return ', which was withdrawn';
    return facts.has(id) ? ', which is a fact' : undefined;
  }
}
