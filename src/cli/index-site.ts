import { parentPort, Worker, workerData } from 'node:worker_threads';
import { libraryOf, type Reading } from '../site/library.ts';
import { createSearchFiles } from '../site/search/search-files.ts';
import { writeSearchFiles } from '../site/search/write-search-files.ts';
import { readSettings } from '../site/settings.ts';

/*
 * Makes what the search page fetches, on a thread of its own: of a large site that takes as long as all else when most
 * pages stay as they are. Like every thread it makes the library for itself, of the same texts.
 */

interface Task {
  readonly reading: Reading;
  /** The folder of the site. */
  readonly folder: string;
}

export interface Indexing {
  /** Throws what went wrong. */
  readonly done: Promise<void>;
  readonly stop: () => void;
}

export function indexSite(task: Task): Indexing {
  const worker = new Worker(import.meta.filename, { workerData: task });
  const done = new Promise<void>((resolve, reject) => {
    worker.once('message', (failure?: string) => (failure === undefined ? resolve() : reject(new Error(failure))));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that makes the search index ended with code ${code}`)));
  });
  done.catch(() => {}); // it is reported where it is waited for
  return { done, stop: () => void worker.terminate() };
}

async function work({ reading, folder }: Task): Promise<void> {
  const { library, routes } = await libraryOf(reading, readSettings());
  writeSearchFiles(await createSearchFiles(library, routes), folder);
}

if (parentPort) {
  const port = parentPort;
  work(workerData as Task).then(
    () => port.postMessage(undefined),
    (error) => port.postMessage(error instanceof Error ? error.message : String(error)),
  );
}
