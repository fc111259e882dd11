import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../.build/bench/aside');

/**
 * Puts away what is in the place of something that is to be built. It is not deleted before all is measured: ext4 gives out
 * no inode again that became free within the last minutes, and looks at each of them whenever a file is made
 * (`recently_deleted` in Linux's `fs/ext4/ialloc.c`); a build takes up to twice as long after another was deleted.
 */
export function setAside(path: string): void {
  mkdirSync(folder, { recursive: true });
  try {
    renameSync(path, join(folder, String(readdirSync(folder).length)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error; // what Node throws
  }
}

/** Deletes all that was put away. */
export function clearAside(): void {
  rmSync(folder, { recursive: true, force: true });
}
