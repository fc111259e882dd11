import { linkSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the files of a site are that is finished, and where those of the next one go. */
export interface LastSite {
  readonly from: string;
  readonly to: string;
  /** When the one was finished; what was written into it later is not of that build. */
  readonly finished: number;
  /** What is known of it (`keptSite`). */
  readonly record: string;
}

/**
 * Gives files of the last site a second name in the folder of the next one. What it returns says whether a file of that
 * size is there now; one that is not as it was written, is gone, or lies on another disk, has to be made anew.
 */
export function createLinker({ from, to, finished }: LastSite): (file: string, size: number) => boolean {
  const folders = new Set<string>();
  return (file, size) => {
    const [source, target] = [join(from, file), join(to, file)];
    try {
      const stats = statSync(source);
      if (!stats.isFile() || stats.size !== size || stats.mtimeMs > finished) return false;
      const folder = dirname(target);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      linkSync(source, target);
      return true;
    } catch {
      return false;
    }
  };
}

/** What stands in a file of the last site; nothing where it is gone, or not as it was written. */
export function unchanged({ from, finished }: LastSite, file: string): Uint8Array | undefined {
  const path = join(from, file);
  try {
    return statSync(path).mtimeMs > finished ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}
