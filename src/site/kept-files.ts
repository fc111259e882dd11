import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Files that took long to make, kept between builds under names that stand for all they are made of. */
export interface KeptFiles {
  /** The file of a name: as it was kept, or made now and kept. */
  readonly get: (
    name: string,
    make: () => Promise<Uint8Array>,
  ) => Promise<{ readonly content: Uint8Array; readonly isNew: boolean }>;
  /** Puts a copy of it somewhere, and says whether it had to be made; a kept one is copied without going through memory. */
  readonly copy: (name: string, to: string, make: () => Promise<Uint8Array>) => Promise<boolean>;
  /** Throws away what no build has used for a season. */
  readonly tidy: () => void;
}

const buildDir = resolve(import.meta.dirname, '../../.build');
const day = 24 * 60 * 60 * 1000;

/** The files kept in a folder: a full path, or one below `.build/`. */
export function keptFiles(kept: string): KeptFiles {
  const folder = resolve(buildDir, kept);
  mkdirSync(folder, { recursive: true });
  const makeAnew = async (file: string, make: () => Promise<Uint8Array>) => {
    const content = await make();
    writeWhole(file, content);
    return content;
  };
  return {
    async get(name, make) {
      const file = join(folder, name);
      const known = readIfThere(file);
      if (!known) return { content: await makeAnew(file, make), isNew: true };
      markAsUsed(file);
      return { content: known, isNew: false };
    },
    async copy(name, to, make) {
      const file = join(folder, name);
      const isThere = await copyFile(file, to).then(
        () => true,
        () => false, // it is not made yet; what else there may be meets who writes it below
      );
      if (isThere) markAsUsed(file);
      else await writeFile(to, await makeAnew(file, make));
      return !isThere;
    },
    tidy() {
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        if (ageOf(file) > 90 * day) rmSync(file, { force: true });
      }
    },
  };
}

/** Once a day is often enough. */
function markAsUsed(file: string): void {
  if (ageOf(file) > day) utimesSync(file, new Date(), new Date());
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
