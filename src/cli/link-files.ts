import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createKeeper, type LastSite, takeOut } from './link-file.ts';
import type { KeptSite } from './site-record.ts';

/*
 * Gives the files of the last site a second name in the folder of the next one, on a thread of its own: it takes the disk
 * longer than the processor, and most files of a site stay as they are.
 */

export interface Linking {
  /** The files that are not in the folder `to` now, for they are lost or not as they were written. All others are. */
  readonly lost: Promise<readonly string[]>;
  /** Ends it, if it has not come to its end. */
  readonly stop: () => Promise<unknown>;
}

interface Task {
  readonly last: LastSite;
  readonly files: readonly string[];
  /** Their sizes in bytes. */
  readonly sizes: Float64Array;
}

/** Gives the files of the last site their second names; in a folder that was kept, sees that they are as they were written. */
export function linkFiles(last: LastSite, known: KeptSite['files']): Linking {
  const sizes = Float64Array.from(known, ({ size }) => size);
  const task: Task = { last, files: known.map(({ file }) => file), sizes };
  const worker = new Worker(import.meta.filename, { workerData: task });
  const lost = new Promise<readonly string[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that links files ended with code ${code}`)));
  });
  lost.catch(() => {}); // it is reported where it is waited for
  return { lost, stop: () => worker.terminate() };
}

function linkAll({ last, files, sizes }: Task): readonly string[] {
  const isThere = createKeeper(last);
  const lost = files.filter((file, index) => !isThere(file, sizes[index] ?? 0));
  takeOut(lost, last.to);
  return lost;
}

if (parentPort && workerData) parentPort.postMessage(linkAll(workerData as Task));
