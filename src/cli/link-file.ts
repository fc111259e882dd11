import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the files of a site are that is finished, and where those of the next one go. */
export interface LastSite {
  readonly from: string;
  readonly to: string;
  /** When the one was finished; what was written into it later is not of that build. */
  readonly finished: number;
  /** Whether the other was kept for it, with the same files under second names, or has none yet. */
  readonly begun: 'kept' | 'empty';
}

/** Gives files of one folder a second name in another. What it returns says whether that could be done. */
export function createNamer(from: string, to: string): (file: string) => boolean {
  const folders = new Set<string>();
  return (file) => {
    const target = join(to, file);
    const folder = dirname(target);
    try {
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      linkSync(join(from, file), target);
      return true;
    } catch {
      return false; // it is gone, or lies on another disk, or the disk is full
    }
  };
}

/**
 * Sees to it that files of the last site are in the folder of the next. What it returns says whether one is: one that is not
 * of that size, or not as it was written, has to be made anew.
 */
export function createKeeper({ from, to, finished, begun }: LastSite): (file: string, size: number) => boolean {
  if (begun === 'kept') return (file, size) => isAsWritten(join(to, file), size, finished);
  const name = createNamer(from, to);
  return (file, size) => isAsWritten(join(from, file), size, finished) && name(file);
}

/** Whether a file of that size is there which nobody has written into since its site was finished. */
function isAsWritten(path: string, size: number | undefined, finished: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && (size ?? stats.size) === stats.size && stats.mtimeMs <= finished;
}

/** What stands in a file of the last site; nothing where it is gone, or not as it was written. */
export function contentOf({ from, finished }: LastSite, file: string): Uint8Array | undefined {
  const path = join(from, file);
  return isAsWritten(path, undefined, finished) ? readFileSync(path) : undefined;
}

/** Takes files out of a site, and the folders that nothing else is in: an empty one would be answered otherwise than none. */
export function takeOut(files: Iterable<string>, site: string): void {
  for (const file of files) {
    rmSync(join(site, file), { force: true });
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
