import { rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createLinker, type LastSite } from './link-file.ts';
import { keptSite } from './site-record.ts';

/*
 * Gives the files of the last site a second name in the folder of the next one, on a thread of its own: it takes the disk
 * longer than the processor, and most files of a site stay as they are.
 */

export interface Linking {
  /** The files that are now in the folder `to`; those that are not as they were written are left out. */
  readonly files: Promise<ReadonlySet<string>>;
  /** Ends it, if it has not come to its end. */
  readonly stop: () => Promise<unknown>;
}

export function linkFiles(last: LastSite): Linking {
  const worker = new Worker(import.meta.filename, { workerData: last });
  const files = new Promise<ReadonlySet<string>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that links files ended with code ${code}`)));
  });
  files.catch(() => {}); // it is reported where it is waited for
  return { files, stop: () => worker.terminate() };
}

/** Takes files out of a site, and the folders that nothing else is in: an empty one would be answered otherwise than none. */
export function takeOut(files: Iterable<string>, site: string): void {
  for (const file of files) {
    rmSync(join(site, file));
    for (let folder = dirname(file); folder !== '.' && isRemoved(join(site, folder)); ) folder = dirname(folder);
  }
}

function isRemoved(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false; // something else is in it
  }
}

function linkAll(last: LastSite): Set<string> {
  const link = createLinker(last);
  const { files = [] } = keptSite(last.record) ?? {};
  return new Set(files.flatMap(({ file, size }) => (link(file, size) ? file : [])));
}

if (parentPort && workerData) parentPort.postMessage(linkAll(workerData as LastSite));
