import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ToldClaim } from '../core/search/claim-record.ts';
import type { LoadedLibrary } from '../site/library.ts';
import { type SearchNames, searchNames, toldClaims } from '../site/search/told-claims.ts';
import type { Change } from './next-site.ts';
import type { IndexPlace } from './put-search-files.ts';

export interface IndexTask {
  readonly names: SearchNames;
  readonly place: IndexPlace;
}

/** What the thread is told, one after the other. */
export type IndexOrder =
  | { readonly task: IndexTask }
  | { readonly claims: readonly ToldClaim[] }
  | { readonly complete: true };

/** What the thread says: what the index changes of the last site, or why there is none. */
export type IndexNews = { readonly change: Change } | { readonly failure: string };

/** Makes the search index, on a thread of its own. */
export interface Indexer {
  /** Hands over what search is told of a library; when this is done, the index stands in the folder of the site. */
  readonly make: (loaded: Pick<LoadedLibrary, 'library' | 'routes'>, place: IndexPlace) => Promise<Change>;
  /** Ends it, whatever it is at; nothing is written afterwards. */
  readonly stop: () => Promise<unknown>;
}

/** Claims are handed over by so many: the first are on their way to Pagefind while the last are looked up. */
const batch = 250;

/** Starts the thread, which loads its modules while this one loads its own. */
export function startIndexer(): Indexer {
  const worker = new Worker(join(import.meta.dirname, 'index-thread.ts'), {
    resourceLimits: { maxYoungGenerationSizeMb: 24 }, // half of what V8 takes by itself: nearly all that it is given stays
  });
  const made = new Promise<Change>((resolve, reject) => {
    worker.on('message', (news: IndexNews) => {
      if ('change' in news) resolve(news.change);
      else reject(new Error(news.failure));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that makes the search index ended with code ${code}`)));
  });
  made.catch(() => {}); // it is reported where it is waited for
  const order = (one: IndexOrder) => worker.postMessage(one);
  return {
    make: ({ library, routes }, place) => {
      order({ task: { names: searchNames(library), place } });
      let claims: ToldClaim[] = [];
      for (const claim of toldClaims(library, routes)) {
        if (claims.push(claim) < batch) continue;
        order({ claims });
        claims = [];
      }
      order({ claims });
      order({ complete: true });
      return made.finally(() => worker.terminate()); // it holds all records
    },
    stop: () => worker.terminate(),
  };
}
