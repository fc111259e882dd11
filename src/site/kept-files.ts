import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Files that took long to make, kept between builds under names that stand for all they are made of. */
export interface KeptFiles {
  /** The file of a name: as it was kept, or made now and kept. */
  readonly get: (
    name: string,
    make: () => Promise<Uint8Array>,
  ) => Promise<{ readonly content: Uint8Array; readonly isNew: boolean }>;
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
      const file = join(folder, name);
      const known = read(file);
      if (known) return { content: known, isNew: false };
      const content = await make();
      writeWhole(file, content);
      return { content, isNew: true };
    },
    tidy() {
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        if (ageOf(file) > 90 * day) rmSync(file, { force: true });
      }
    },
  };
}

/** What is read counts as used; once a day is often enough to say so. */
function read(file: string): Buffer | undefined {
  const content = readIfThere(file);
  if (content && ageOf(file) > day) utimesSync(file, new Date(), new Date());
  return content;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // not made yet
  }
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

function ageOf(file: string): number {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}
