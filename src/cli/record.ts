import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { append } from '../core/ledger/append.ts';
import { differences, needsNote, type Pending, recorded } from '../core/ledger/pending.ts';
import { isError } from '../core/messages/message.ts';
import { reportAsText } from '../core/messages/report-text.ts';
import { ContentError } from '../site/content-error.ts';
import { readLibrary } from '../site/library.ts';
import { ledgerFile } from '../site/read-content.ts';
import { readSettings, shownPath } from '../site/settings.ts';
import { addToFile } from './add-to-file.ts';
import { count } from './counts.ts';
import { pendingAsText } from './pending-text.ts';
import { run } from './run.ts';

/**
 * `npm run record -- --note "why"`: shows what is new or has changed since the ledger was last written, and adds it. With
 * `--dry-run` it only shows. Errors of the content come first: with any but changes not recorded, nothing is written.
 */
await run(async () => {
  const { note: given, isDry } = options();
  const settings = readSettings();
  const { library, messages, ledger } = await readLibrary(settings);
  const errors = messages.filter((message) => isError(message) && message.rule !== 'unrecorded-change');
  if (errors.length > 0) throw new ContentError(`${reportAsText(errors)}Nothing was recorded: this comes first.`);
  const { pending } = differences(ledger.revisions, library);
  const file = shownPath(settings.contentDir, ledgerFile);
  if (pending.length === 0) {
    process.stdout.write(`Everything is in ${file}: ${count(ledger.revisions.length, 'revision')}\n`);
    return 0;
  }
  process.stdout.write(pendingAsText(pending, process.stdout.isTTY));
  if (isDry) {
    process.stdout.write(`Nothing was written (--dry-run): ${summary(pending)} to record\n`);
    return 0;
  }
  const note = given ?? (pending.some(needsNote) ? await ask(pending.filter(needsNote)) : undefined);
  const date = today();
  const revisions = pending.map((one) => recorded(one, date, note));
  addToFile(settings.contentDir, ledgerFile, append(ledger, revisions));
  process.stdout.write(`Recorded in ${file}: ${summary(pending)}\n`);
  return 0;
});

function options(): { note: string | undefined; isDry: boolean } {
  try {
    const { values } = parseArgs({ options: { note: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
    const note = values.note?.trim();
    if (note === '') throw new Error('an empty note');
    return { note, isDry: values['dry-run'] ?? false };
  } catch (error) {
    const found = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new ContentError(
      `Unexpected options (${found}), expected \`npm run record -- --note "why"\` or \`-- --dry-run\``,
    );
  }
}

async function ask(pending: readonly Pending[]): Promise<string> {
  const ids = pending.map(({ id }) => id).join(', ');
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = (await terminal.question('Why? ').finally(() => terminal.close())).trim();
    if (answer !== '') return answer;
  }
  throw new ContentError(
    `Unexpected change without a reason (${ids}), expected \`npm run record -- --note "why"\`; readers see it in the history. Nothing was recorded.`,
  );
}

/** The day it is here; that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), in UTC, where it is set. */
function today(): string {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  if (seconds !== undefined && /^\d{1,12}$/.test(seconds))
    return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function summary(pending: readonly Pending[]): string {
  const news = pending.filter(({ event }) => event === 'published');
  const kinds = (['review', 'claim', 'fact'] as const).map(
    (kind) => [news.filter((one) => one.kind === kind).length, `new ${kind}`] as const,
  );
  const counts = [...kinds, [pending.length - news.length, 'change'] as const];
  return counts.flatMap(([number, noun]) => (number > 0 ? count(number, noun) : [])).join(', ');
}
