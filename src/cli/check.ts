import { isError } from '../core/messages/message.ts';
import { reportAsText } from '../core/messages/report-text.ts';
import { readLibrary } from '../site/library.ts';
import { readSettings } from '../site/settings.ts';
import { countsAsText } from './counts.ts';
import { run } from './run.ts';

/** `npm run check`: every problem of the content, and what was read. Exit code 1 when there is an error. */
await run(async () => {
  const { library, messages } = await readLibrary(readSettings());
  process.stdout.write(`${reportAsText(messages)}${countsAsText(library)}\n`);
  return messages.some(isError) ? 1 : 0;
});
