import { type Message, reportTo } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { Place } from '../model/place.ts';
import { digestOf, entrySchema, type LedgerEntry } from './entry.ts';

export const ledgerPath = 'ledger.jsonl';

/** The ledger as it was read. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** The revisions of each annotation, oldest first. */
  readonly history: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** Digests that no later line follows: one, or several after a merge, or none at the very start. */
  readonly heads: readonly string[];
}

/** Reads the ledger and reports every line that is not as it was written. An empty text is an empty ledger. */
export function readLedger(text: string): { readonly ledger: Ledger; readonly messages: readonly Message[] } {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const entries: LedgerEntry[] = [];
  const history = new Map<string, LedgerEntry[]>();
  const known = new Set<string>();
  const heads = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place: Place = { path: ledgerPath, start: { line: index + 1, column: 1 } };
    const tampered = (found: string) =>
      report('rewritten-ledger', place, {
        found,
        expected:
          'the line as it was recorded: take it back from the version before; a change is a new line (`npm run record`)',
      });
    const entry = entryIn(line);
    if (!entry) {
      tampered(`ledger line ${code(line)}`);
      continue;
    }
    if (digestOf(entry) !== entry.digest) tampered(`a changed line of ${code(entry.id)}, whose digest no longer fits`);
    const missing = entry.previous.find((digest) => !known.has(digest));
    if (missing !== undefined) tampered(`a line of ${code(entry.id)} that follows one which is not there`);
    if (entry.previous.length === 0 && known.size > 0) tampered(`a second first line (${code(entry.id)})`);
    const revisions = history.get(entry.id) ?? [];
    history.set(entry.id, [...revisions, entry]);
    for (const digest of entry.previous) heads.delete(digest);
    known.add(entry.digest);
    heads.add(entry.digest);
    entries.push(entry);
  }
  return { ledger: { entries, history, heads: [...heads] }, messages };
}

function entryIn(line: string): LedgerEntry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
