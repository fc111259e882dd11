import { createHash } from 'node:crypto';
import * as z from 'zod';

/**
 * One line of `ledger.jsonl`: what an annotation said from a day on. Lines are only ever added. `previous` holds the
 * digest of the line before, or of several where branches that both recorded were merged, so that no line can be taken
 * out, put in or rewritten unseen.
 */
export const entrySchema = z.strictObject({
  id: z.string(),
  /** Counts from 1 for each id. */
  revision: z.number().int().positive(),
  kind: z.enum(['claim', 'fact']),
  /** Day of recording, `YYYY-MM-DD`. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** A claim's statement; of a fact its first sentence. */
  statement: z.string(),
  /** The marked passages, in reading order. */
  passages: z.array(z.string()),
  /** A claim's verdict, by id. */
  verdict: z.string().optional(),
  /** Set when the annotation was taken back with this revision. */
  withdrawn: z.literal(true).optional(),
  /** Why, in its author's words. */
  note: z.string(),
  previous: z.array(z.string()),
  digest: z.string(),
});
export type LedgerEntry = z.infer<typeof entrySchema>;

/** What of an annotation a revision holds. */
export type Recorded = Pick<LedgerEntry, 'kind' | 'statement' | 'passages' | 'verdict' | 'withdrawn'>;

/** The entry with its digest: SHA-256 over its other fields, as JSON with the fields in the order of the schema. */
export function sealed(entry: Omit<LedgerEntry, 'digest'>): LedgerEntry {
  return { ...inOrder(entry), digest: digestOf(entry) };
}

export function digestOf(entry: Omit<LedgerEntry, 'digest'>): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(entry)))
    .digest('hex');
}

function inOrder(entry: Omit<LedgerEntry, 'digest'>): Omit<LedgerEntry, 'digest'> {
  const { id, revision, kind, date, statement, passages, verdict, withdrawn, note, previous } = entry;
  return {
    id,
    revision,
    kind,
    date,
    statement,
    passages,
    ...(verdict !== undefined && { verdict }),
    ...(withdrawn && { withdrawn }),
    note,
    previous,
  };
}

/** Whether two revisions say the same. */
export function isSame(a: Recorded, b: Recorded): boolean {
  return (
    a.kind === b.kind &&
    a.statement === b.statement &&
    a.verdict === b.verdict &&
    a.withdrawn === b.withdrawn &&
    a.passages.length === b.passages.length &&
    a.passages.every((passage, index) => passage === b.passages[index])
  );
}
