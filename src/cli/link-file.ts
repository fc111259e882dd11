import { linkSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the files of a site are that is finished, and where those of the next one go. */
export interface LastSite {
  readonly from: string;
  readonly to: string;
  /** When the one was finished; what was written into it later is not of that build. */
  readonly finished: number;
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

/** Does so with files of the last site; but one that is not of that size, or not as it was written, has to be made anew. */
export function createLinker({ from, to, finished }: LastSite): (file: string, size: number) => boolean {
  const name = createNamer(from, to);
  return (file, size) => isAsWritten(join(from, file), size, finished) && name(file);
}

/** Whether a file of that size is there which nobody has written into since its site was finished. */
export function isAsWritten(path: string, size: number | undefined, finished: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && (size ?? stats.size) === stats.size && stats.mtimeMs <= finished;
}

/** What stands in a file of the last site; nothing where it is gone, or not as it was written. */
export function contentOf({ from, finished }: LastSite, file: string): Uint8Array | undefined {
  const path = join(from, file);
  return isAsWritten(path, undefined, finished) ? readFileSync(path) : undefined;
}
