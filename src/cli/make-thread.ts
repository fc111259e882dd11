import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type LoadedLibrary, libraryOf } from '../site/library.ts';
import { createSearchFiles } from '../site/search/search-files.ts';
import { writeSearchFiles } from '../site/search/write-search-files.ts';
import { readSettings } from '../site/settings.ts';
import type { Bundle } from './bundle.ts';
import { unpacked } from './kept-parses.ts';
import { contentOf, createLinker } from './link-file.ts';
import type { MakeTask } from './make-outputs.ts';
import type { IndexTask, PackedReading, ThreadNews, ThreadOrder, ThreadResult } from './make-threads.ts';
import type { Maker } from './outputs.ts';

/*
 * A thread of `startThreads`: makes the search index, if that is its part, and then takes outputs from the end of the list
 * while the first thread takes them from its beginning.
 */

let library: Promise<LoadedLibrary> | undefined;
let index: Promise<void> | undefined;
let maker: Promise<Maker> | undefined;
parentPort?.on('message', async (order: ThreadOrder) => {
  try {
    if ('reading' in order) library = libraryOfAll(order.reading);
    else if ('index' in order) index = library?.then((loaded) => makeIndex(loaded, order.index));
    else if ('bundle' in order) maker = library && makerOf(library, order.bundle);
    else if (maker) say({ result: await make(await maker, order.task) });
    await Promise.all([library, index, maker]);
  } catch (error) {
    say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function libraryOfAll(reading: PackedReading): Promise<LoadedLibrary> {
  return libraryOf({ ...reading, parsed: unpacked(reading.parsed) }, readSettings());
}

async function makeIndex({ library, routes }: LoadedLibrary, { into, last }: IndexTask): Promise<void> {
  const kept = last && ((path: string) => contentOf(last, join('pagefind', path)));
  const files = await createSearchFiles(library, routes, kept);
  writeSearchFiles(files, into, last && createLinker(last));
  say({ indexed: true });
}

/** Ready when the index is made: while outputs are made, what Pagefind answers would be left lying. */
async function makerOf(library: Promise<LoadedLibrary>, bundle: Bundle): Promise<Maker> {
  await index;
  // Loaded only now: where little has changed, the thread that makes the index has no outputs to make.
  const { createMaker } = await import('./outputs.ts');
  return createMaker(await library).withPages(bundle);
}

async function make(maker: Maker, task: MakeTask): Promise<ThreadResult> {
  const [{ thingsRead }, { makeOutputs }] = await Promise.all([import('./outputs.ts'), import('./make-outputs.ts')]);
  const result = await makeOutputs(maker, task, 'last', (done) => say({ done }));
  return { ...result, things: thingsRead(maker.noted, result.made) };
}

function say(news: ThreadNews): void {
  parentPort?.postMessage(news);
}
