import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createKeeper, type LastSite, takeOut } from './link-file.ts';

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

interface Task {
  readonly last: LastSite;
  readonly files: readonly { readonly file: string; readonly size: number }[];
}

/** Gives the files of the last site their second names; in a folder that was kept, sees that they are as they were written. */
export function linkFiles(last: LastSite, known: Task['files']): Linking {
  const files = known.map(({ file, size }) => ({ file, size })); // nothing else that is known of them is handed over
  const task: Task = { last, files };
  const worker = new Worker(import.meta.filename, { workerData: task });
  const linked = new Promise<ReadonlySet<string>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that links files ended with code ${code}`)));
  });
  linked.catch(() => {}); // it is reported where it is waited for
  return { files: linked, stop: () => worker.terminate() };
}

function linkAll({ last, files }: Task): Set<string> {
  const isThere = createKeeper(last);
  const there = Map.groupBy(files, ({ file, size }) => isThere(file, size));
  const names = (are: boolean) => (there.get(are) ?? []).map(({ file }) => file);
  takeOut(names(false), last.to);
  return new Set(names(true));
}

if (parentPort && workerData) parentPort.postMessage(linkAll(workerData as Task));
