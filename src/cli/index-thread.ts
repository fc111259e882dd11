import { once } from 'node:events';
import { join } from 'node:path';
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import type { ToldClaim } from '../core/search/claim-record.ts';
import { createSearchFiles } from '../site/search/search-files.ts';
import type { IndexNews, IndexOrder } from './indexer.ts';
import { contentOf } from './link-file.ts';
import { putSearchFiles } from './put-search-files.ts';

/* The thread of `startIndexer`: gives Pagefind a record of each claim as they come, and writes what it makes of them. */

const port = parentPort;
if (port) {
  const say = (news: IndexNews) => port.postMessage(news);
  /** One after the other when it is their turn: those that wait are small as long as nobody has looked at them. */
  const next = async (): Promise<IndexOrder> => receiveMessageOnPort(port)?.message ?? (await once(port, 'message'))[0]; // what `startIndexer` has posted

  async function* told(): AsyncGenerator<ToldClaim> {
    for (let order = await next(); 'claims' in order; order = await next()) yield* order.claims;
  }

  try {
    const order = await next();
    if (!('task' in order)) throw new Error('The index was told of claims before it was told where it goes');
    const { names, place } = order.task;
    const { last } = place;
    const kept = last && ((path: string) => contentOf(last, join('pagefind', path)));
    say({ change: putSearchFiles(await createSearchFiles(told(), names, kept), place) });
  } catch (error) {
    say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
