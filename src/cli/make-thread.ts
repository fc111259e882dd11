import { parentPort, workerData } from 'node:worker_threads';
import { libraryOf } from '../site/library.ts';
import { readSettings } from '../site/settings.ts';
import { makeOutputs } from './make-outputs.ts';
import type { ThreadNews, ThreadResult, ThreadStart, ThreadTask } from './make-threads.ts';
import { createMaker, thingsRead } from './outputs.ts';

/*
 * A thread of `startThreads`: takes outputs from the end of the list while the first thread takes them from its beginning.
 */

const { reading } = workerData as ThreadStart; // what the other side sends
const loading = libraryOf(reading, readSettings());
parentPort?.once('message', (task: ThreadTask) => {
  work(task).then(
    (result) => say({ result }),
    (error) => say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

async function work({ bundle, ...task }: ThreadTask): Promise<ThreadResult> {
  const maker = await createMaker(await loading, bundle);
  const result = await makeOutputs(maker, task, 'last', (done) => say({ done }));
  return { ...result, things: thingsRead(maker.noted, result.made) };
}

function say(news: ThreadNews): void {
  parentPort?.postMessage(news);
}
