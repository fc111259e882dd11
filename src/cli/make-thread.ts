import { parentPort, workerData } from 'node:worker_threads';
import { libraryOf } from '../site/library.ts';
import { createSearchFiles } from '../site/search/search-files.ts';
import { writeSearchFiles } from '../site/search/write-search-files.ts';
import { readSettings } from '../site/settings.ts';
import { makeOutputs } from './make-outputs.ts';
import type { ThreadNews, ThreadResult, ThreadStart, ThreadTask } from './make-threads.ts';
import { createMaker, thingsRead } from './outputs.ts';

/*
 * A thread of `startThreads`: makes the search index, if that is its part, and then takes outputs from the end of the list
 * while the first thread takes them from its beginning.
 */

const { reading, indexInto } = workerData as ThreadStart; // what the other side sends
const loading = libraryOf(reading, readSettings());
const indexing = reporting(async () => {
  if (indexInto === undefined) return;
  const { library, routes } = await loading;
  writeSearchFiles(await createSearchFiles(library, routes), indexInto);
  say({ indexed: true });
});
parentPort?.once('message', (task: ThreadTask) =>
  reporting(async () => {
    await indexing;
    say({ result: await make(task) });
  }),
);

async function make({ bundle, ...task }: ThreadTask): Promise<ThreadResult> {
  const maker = await createMaker(await loading, bundle);
  const result = await makeOutputs(maker, task, 'last', (done) => say({ done }));
  return { ...result, things: thingsRead(maker.noted, result.made) };
}

async function reporting(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function say(news: ThreadNews): void {
  parentPort?.postMessage(news);
}
