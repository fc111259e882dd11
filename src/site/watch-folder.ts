import { setTimeout } from 'node:timers/promises';
import { watch } from 'chokidar';

/** Editors write a file in several steps; what follows within this time belongs to the same change. */
const settleMilliseconds = 60;

export interface Watching {
  /** Ends when everything that has changed so far has been worked on. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Does some work now and after every change of a folder, never twice at the same time. */
export function watchFolder(folder: string, work: () => Promise<void>): Watching {
  const watcher = watch(folder, { ignoreInitial: true });
  let isPlanned = false;
  let settled = new Promise<void>((ready) => watcher.once('ready', ready)).then(work);
  watcher.on('all', () => {
    if (isPlanned) return;
    isPlanned = true;
    settled = settled
      .catch(() => {}) // who waited for it was told; the next change may mend it
      .then(async () => {
        await setTimeout(settleMilliseconds);
        isPlanned = false;
        await work();
      });
  });
  return { settled: () => settled, close: () => watcher.close() };
}
