import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { ToldClaim } from '../core/search/claim-record.ts';
import { createSearchFiles } from '../site/search/search-files.ts';
import type { IndexNews, IndexOrder, IndexTask } from './indexer.ts';
import { contentOf } from './link-file.ts';
import { putSearchFiles } from './put-search-files.ts';

/* The thread of `startIndexer`: gives Pagefind a record of each claim as they come, and writes what it makes of them. */

const { promise: task, resolve: begin } = Promise.withResolvers<IndexTask>();
const batches: (readonly ToldClaim[])[] = [];
let isComplete = false;
let come = Promise.withResolvers<void>();

parentPort?.on('message', (order: IndexOrder) => {
  if ('task' in order) begin(order.task);
  else if ('claims' in order) batches.push(order.claims);
  else isComplete = true;
  come.resolve();
});

try {
  const { names, place } = await task;
  const { last } = place;
  const kept = last && ((path: string) => contentOf(last, join('pagefind', path)));
  say({ change: putSearchFiles(await createSearchFiles(told(), names, kept), place) });
} catch (error) {
  say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

async function* told(): AsyncGenerator<ToldClaim> {
  while (batches.length > 0 || !isComplete) {
    yield* batches.shift() ?? [];
    if (batches.length > 0 || isComplete) continue;
    await come.promise;
    come = Promise.withResolvers();
  }
}

function say(news: IndexNews): void {
  parentPort?.postMessage(news);
}
