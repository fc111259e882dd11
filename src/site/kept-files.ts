import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where a file is, and whether it was made just now. */
export interface MadeFile {
  readonly path: string;
  readonly isNew: boolean;
}

/** Files that took long to make, kept between builds under names that stand for all they are made of. */
export interface KeptFiles {
  /** The path of the file of a name, which was kept or is made now. */
  readonly get: (name: string, make: () => Promise<Uint8Array>) => Promise<MadeFile>;
  /** Throws away what no build has used for a season. */
  readonly tidy: () => void;
}

const buildDir = resolve(import.meta.dirname, '../../.build');
const day = 24 * 60 * 60 * 1000;

/** The files kept in a folder: a full path, or one below `.build/`. */
export function keptFiles(kept: string): KeptFiles {
  const folder = resolve(buildDir, kept);
  mkdirSync(folder, { recursive: true });
  return {
    async get(name, make) {
      const path = join(folder, name);
      const age = ageOf(path);
      if (age === undefined) writeWhole(path, await make());
      else if (age > day) utimesSync(path, new Date(), new Date()); // it is used; once a day is often enough to say so
      return { path, isNew: age === undefined };
    },
    tidy() {
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        if ((ageOf(file) ?? 0) > 90 * day) rmSync(file, { recursive: true, force: true });
      }
    },
  };
}

/** Writes a file that two builds may write at once: nobody is to read half of one. */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Milliseconds since a file was made or used; nothing where there is none. */
function ageOf(file: string): number | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && Date.now() - stats.mtimeMs;
}
