import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ClaimRecord } from '../core/search/claim-record.ts';
import type { LoadedLibrary } from '../site/library.ts';
import { type SearchNames, searchNames, searchRecords } from '../site/search/search-records.ts';
import type { LastSite } from './link-file.ts';

/** The folder of the site into which the search index goes, and the last site, which has most of its files. */
interface IndexPlace {
  readonly into: string;
  readonly last?: LastSite | undefined;
}

export interface IndexTask extends IndexPlace {
  readonly names: SearchNames;
}

/** What the thread is told, one after the other. */
export type IndexOrder =
  | { readonly task: IndexTask }
  | { readonly records: readonly ClaimRecord[] }
  | { readonly complete: true };

/** What the thread says: that the index is there, or why not. */
export type IndexNews = 'done' | { readonly failure: string };

/** Makes the search index, on a thread of its own. */
export interface Indexer {
  /** Hands over the records of a library; the index stands in the folder of the site when this is done. */
  readonly make: (loaded: Pick<LoadedLibrary, 'library' | 'routes'>, place: IndexPlace) => Promise<void>;
  /** Ends it, whatever it is at; nothing is written afterwards. */
  readonly stop: () => Promise<unknown>;
}

/** Records are handed over by so many: the first are on their way to Pagefind while the last are made. */
const batch = 250;

/** Starts the thread, which loads its modules while this one loads its own. */
export function startIndexer(): Indexer {
  const worker = new Worker(join(import.meta.dirname, 'index-thread.ts'), {
    resourceLimits: { maxYoungGenerationSizeMb: 24 }, // half of what V8 takes by itself: nearly all that it is given stays
  });
  const made = new Promise<void>((resolve, reject) => {
    worker.on('message', (news: IndexNews) => {
      if (news === 'done') resolve();
      else reject(new Error(news.failure));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that makes the search index ended with code ${code}`)));
  });
  made.catch(() => {}); // it is reported where it is waited for
  const order = (one: IndexOrder) => worker.postMessage(one);
  return {
    make: ({ library, routes }, place) => {
      order({ task: { ...place, names: searchNames(library) } });
      let records: ClaimRecord[] = [];
      for (const record of searchRecords(library, routes)) {
        if (records.push(record) < batch) continue;
        order({ records });
        records = [];
      }
      order({ records });
      order({ complete: true });
      return made.finally(() => worker.terminate()); // it holds all records
    },
    stop: () => worker.terminate(),
  };
}
