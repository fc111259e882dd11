import { createInterface } from 'node:readline/promises';
import { append } from '../core/ledger/append.ts';
import { differences, needsNote, type Pending, recorded } from '../core/ledger/pending.ts';
import { isError } from '../core/messages/message.ts';
import { ContentError } from '../site/content-error.ts';
import { readLibrary } from '../site/library.ts';
import { ledgerFile } from '../site/read-content.ts';
import { readSettings, shownPath } from '../site/settings.ts';
import { addToFile } from './add-to-file.ts';
import { readArguments, refusePositionals, wrong } from './arguments.ts';
import { count } from './counts.ts';
import { pendingAsText } from './pending-text.ts';
import { reportOn } from './report-on.ts';
import { run } from './run.ts';
import { today } from './today.ts';

const command = {
  usage: 'npm run record -- --note "why"',
  summary: 'Shows what is new or has changed since the ledger was last written, word by word, and adds it.',
  options: {
    note: { type: 'string', value: '"why"', about: 'the reason of a change; readers see it in the history' },
    'dry-run': { type: 'boolean', about: 'only show' },
  },
  notes: `What is new needs no note. With errors in the content nothing is written.
Exit code: 0 when everything is recorded (or was shown), 1 when nothing was.`,
} as const;

/**
 * `npm run record -- --note "why"`: shows what is new or has changed since the ledger was last written, and adds it. With
 * `--dry-run` it only shows. Errors of the content come first: with any but changes not recorded, nothing is written.
 */
await run(async () => {
  const given = readArguments(command);
  if (!given) return 0;
  refusePositionals(given.positionals);
  const reason = given.values.note?.trim();
  if (reason === '') throw wrong('`--note` without a word', 'the reason of the change');
  const settings = readSettings();
  const { library, messages, ledger, sourceOf } = await readLibrary(settings);
  const errors = messages.filter((message) => isError(message) && message.rule !== 'unrecorded-change');
  if (errors.length > 0) {
    const report = reportOn(process.stderr, { messages: errors, sourceOf });
    process.stderr.write(`${report}Nothing was recorded: this comes first.\n`);
    return 1;
  }
  const { pending } = differences(ledger.revisions, library);
  const file = shownPath(settings.contentDir, ledgerFile);
  if (pending.length === 0) {
    process.stdout.write(`Everything is in ${file}: ${count(ledger.revisions.length, 'revision')}\n`);
    return 0;
  }
  process.stdout.write(pendingAsText(pending, process.stdout.isTTY));
  if (given.values['dry-run']) {
    process.stdout.write(`Nothing was written (--dry-run): ${summary(pending)} to record\n`);
    return 0;
  }
  const note = reason ?? (pending.some(needsNote) ? await ask(pending.filter(needsNote)) : undefined);
  const date = today();
  const revisions = pending.map((one) => recorded(one, date, note));
  addToFile(settings.contentDir, ledgerFile, append(ledger, revisions));
  process.stdout.write(`Recorded in ${file}: ${summary(pending)}\n`);
  return 0;
});

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

function summary(pending: readonly Pending[]): string {
  const news = pending.filter(({ event }) => event === 'published');
  const kinds = (['review', 'claim', 'fact'] as const).map(
    (kind) => [news.filter((one) => one.kind === kind).length, `new ${kind}`] as const,
  );
  const counts = [...kinds, [pending.length - news.length, 'change'] as const];
  return counts.flatMap(([number, noun]) => (number > 0 ? count(number, noun) : [])).join(', ');
}
