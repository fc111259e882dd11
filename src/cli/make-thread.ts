import { parentPort } from 'node:worker_threads';
import { type LoadedLibrary, libraryOf } from '../site/library.ts';
import { createSearchFiles } from '../site/search/search-files.ts';
import { writeSearchFiles } from '../site/search/write-search-files.ts';
import { readSettings } from '../site/settings.ts';
import { unpacked } from './kept-parses.ts';
import { createLinker } from './link-file.ts';
import type { ThreadNews, ThreadOrder, ThreadResult, ThreadStart, ThreadTask } from './make-threads.ts';

/*
 * A thread of `startThreads`: makes the search index, if that is its part, and then takes outputs from the end of the list
 * while the first thread takes them from its beginning.
 */

let library: Promise<LoadedLibrary> | undefined;
parentPort?.on('message', async (order: ThreadOrder) => {
  try {
    if ('start' in order) library = begin(order.start);
    else if (library) say({ result: await make(await library, order.task) });
    await library;
  } catch (error) {
    say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

/** The library, when the index is made. */
async function begin({ reading, index }: ThreadStart): Promise<LoadedLibrary> {
  const loaded = await libraryOf({ ...reading, parsed: unpacked(reading.parsed) }, readSettings());
  if (index) {
    const files = await createSearchFiles(loaded.library, loaded.routes);
    writeSearchFiles(files, index.into, index.last && createLinker(index.last));
    say({ indexed: true });
  }
  return loaded;
}

async function make(loaded: LoadedLibrary, { bundle, ...task }: ThreadTask): Promise<ThreadResult> {
  // Loaded only now: where little has changed, the thread that makes the index has no outputs to make.
  const [{ createMaker, thingsRead }, { makeOutputs }] = await Promise.all([
    import('./outputs.ts'),
    import('./make-outputs.ts'),
  ]);
  const maker = await createMaker(loaded, bundle);
  const result = await makeOutputs(maker, task, 'last', (done) => say({ done }));
  return { ...result, things: thingsRead(maker.noted, result.made) };
}

function say(news: ThreadNews): void {
  parentPort?.postMessage(news);
}
