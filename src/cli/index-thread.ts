import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { ClaimRecord } from '../core/search/claim-record.ts';
import { createSearchFiles } from '../site/search/search-files.ts';
import { writeSearchFiles } from '../site/search/write-search-files.ts';
import type { IndexNews, IndexOrder, IndexTask } from './indexer.ts';
import { contentOf, createLinker } from './link-file.ts';

/* The thread of `startIndexer`: gives records to Pagefind as they come, and writes what it makes of them. */

const { promise: task, resolve: begin } = Promise.withResolvers<IndexTask>();
const batches: (readonly ClaimRecord[])[] = [];
let isComplete = false;
let come = Promise.withResolvers<void>();

parentPort?.on('message', (order: IndexOrder) => {
  if ('task' in order) begin(order.task);
  else if ('records' in order) batches.push(order.records);
  else isComplete = true;
  come.resolve();
});

try {
  const { into, last, names } = await task;
  const kept = last && ((path: string) => contentOf(last, join('pagefind', path)));
  writeSearchFiles(await createSearchFiles(records(), names, kept), into, last && createLinker(last));
  say('done');
} catch (error) {
  say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

async function* records(): AsyncGenerator<ClaimRecord> {
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
