import type { SourceFile } from '../markdown/parse-review.ts';
import { schemaProblems } from '../markdown/schema-problems.ts';
import { type Message, type Report, reportTo } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { Place } from '../model/place.ts';
import { type GivenRevision, type Revision, revisionSchema } from '../model/revision.ts';
import { digestOf, isAsWritten } from './canonical.ts';

/** The ledger as it stands in its file. */
export interface Ledger {
  /** In the order of the file. */
  readonly revisions: readonly Revision[];
  /** Digests of the lines that no other follows: where the next one is put on. Several where branches were merged. */
  readonly heads: readonly string[];
}

/** What a ledger's file gave, however broken. */
export interface ReadLedger {
  readonly ledger: Ledger;
  readonly messages: readonly Message[];
}

export const nothingRecorded: ReadLedger = { ledger: { revisions: [], heads: [] }, messages: [] };

/**
 * Reads the ledger and proves that no line of it was rewritten, moved or taken out: each carries its own digest and those
 * of the lines it follows. Two lines may follow the same one, for two branches may both have recorded; the next to be
 * recorded follows both. What was cut off at the end cannot be told from here. Line ends of either kind will do.
 */
export function readLedger({ path, value }: SourceFile): ReadLedger {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const revisions: Revision[] = [];
  const known = new Map<string, Place>();
  const followed = new Set<string>();
  let isUnread = false;
  for (const [index, text] of value
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (text.trim() === '') continue;
    const place: Place = { path, start: { line: index + 1, column: 1 } };
    const given = readLine(text, place, report);
    isUnread ||= !given;
    if (!given) continue;
    const digest = isAsWritten(text, given.digest) ? given.digest : digestOf(given);
    if (!isProven(given, digest, place, known, isUnread, report) && known.has(given.digest)) continue;
    known.set(given.digest, place);
    known.set(digest, place);
    revisions.push({ ...given, place });
    for (const one of given.previous) followed.add(one);
  }
  return {
    ledger: { revisions, heads: revisions.map(({ digest }) => digest).filter((one) => !followed.has(one)) },
    messages,
  };
}

function readLine(text: string, place: Place, report: Report): GivenRevision | undefined {
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})/.exec(text)?.[0];
  if (conflict !== undefined) {
    report('bad-ledger-line', place, {
      found: `the mark ${code(conflict)} of a conflict`,
      expected: 'every line of both sides without such marks: take out the marks alone',
    });
    return undefined;
  }
  const value = parsed(text, place, report);
  if (value === undefined) return undefined;
  const { data, error } = revisionSchema.safeParse(value);
  for (const { found, expected } of error ? schemaProblems(error, revisionSchema, value, 'a line of the ledger') : []) {
    report('bad-ledger-line', place, { found, expected: expected + restore });
  }
  return data;
}

function parsed(text: string, place: Place, report: Report): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const column = at === undefined ? text.length + 1 : Number(at) + 1;
    report(
      'bad-ledger-line',
      { ...place, start: { ...place.start, column } },
      { found: 'a line of the ledger that is no JSON', expected: `the line as it was recorded${restore}` },
    );
    return undefined;
  }
}

/** Whether a line is the one that was recorded and stands behind those it followed; what it is else is reported. */
function isProven(
  given: GivenRevision,
  digest: string,
  place: Place,
  known: ReadonlyMap<string, Place>,
  isUnread: boolean,
  report: Report,
): boolean {
  const isChanged = digest !== given.digest;
  const what = `${code(given.id)}, revision ${given.revision}`;
  const twin = known.get(given.digest);
  if (isChanged) {
    const found = `change in a line of the ledger (${what})`;
    report('rewritten-ledger', place, { found, expected: `the line as it was recorded${restore}` });
  } else if (twin) {
    const found = `line of the ledger a second time (${what})`;
    report('rewritten-ledger', place, { found, expected: 'it once: take this one out', cause: twin });
  } else if (!isUnread && given.previous.some((one) => !known.has(one))) {
    const found = `line of the ledger that follows one which does not stand before it (${what})`;
    report('rewritten-ledger', place, { found, expected: `every line that was recorded, in its order${restore}` });
  } else return true;
  return false;
}

const restore = '; `git log -p` on the file shows how it was';
