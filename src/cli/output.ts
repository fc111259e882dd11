import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { ContentError } from '../site/content-error.ts';
import { unusable } from '../site/settings.ts';
import { copyFolder } from './copy-folder.ts';

/**
 * Where the finished site goes, and how it gets there: the site is made in a folder of its own and then put in the place
 * of the last one by renaming, so that readers meet the old site or the new one, never a part of one.
 */

export const projectDir = resolve(import.meta.dirname, '../..');
const workDir = join(projectDir, '.build');

/** The output folder of this run: `DIST_DIR`, or `dist` in the project. Refuses a folder that holds anything else. */
export function outputDir(contentDir: string, environment: NodeJS.ProcessEnv = process.env): string {
  const given = resolve(environment['DIST_DIR'] || join(projectDir, 'dist'));
  const dist = existsSync(given) ? realpathSync(given) : given;
  const sources = ['src', 'public', 'tests', 'scripts', 'node_modules', '.git'].map((name) => join(projectDir, name));
  if ([projectDir, contentDir, homedir(), process.cwd()].some((folder) => isInside(dist, folder))) {
    throw unusable('DIST_DIR', given, 'a folder of its own, for it is replaced as a whole');
  }
  if ([contentDir, ...sources].some((folder) => isInside(folder, dist))) {
    throw unusable('DIST_DIR', given, 'a folder outside the sources');
  }
  if (existsSync(dist) && !looksBuilt(dist)) {
    throw unusable('DIST_DIR', given, 'an empty folder or an earlier build, for it is replaced as a whole');
  }
  return dist;
}

/** A folder for this run alone. Those of runs that were cut short are cleared away. */
export function createRunDir(): string {
  mkdirSync(workDir, { recursive: true });
  for (const name of readdirSync(workDir)) {
    const [, pid] = /^run-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(workDir, name), { recursive: true, force: true });
  }
  const runDir = join(workDir, `run-${process.pid}`);
  rmSync(runDir, { recursive: true, force: true });
  mkdirSync(runDir);
  return runDir;
}

/** Puts right what a crash between the two renames of `replaceOutput`, or after them, left behind. */
export function healOutput(dist: string): void {
  const aside = asideOf(dist);
  for (const name of existsSync(dirname(aside)) ? readdirSync(dirname(aside)) : []) {
    if (name.startsWith(`${basename(aside)}-`)) removeBehind(join(dirname(aside), name));
  }
  if (!existsSync(aside)) return;
  if (existsSync(dist)) takeAway(aside);
  else renameSync(aside, dist);
}

/**
 * Puts the built site in the place of the last one, and gives the folder in which that one is now, if there was one. When it
 * fails, the last one stays.
 */
export function replaceOutput(built: string, dist: string): string | undefined {
  const aside = asideOf(dist);
  try {
    healOutput(dist);
    mkdirSync(dirname(dist), { recursive: true });
    const ready = onDiskOf(dist, built);
    if (existsSync(dist)) renameSync(dist, aside);
    renameSync(ready, dist);
  } catch (error) {
    healOutput(dist);
    rmSync(copyOf(dist), { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContentError(`The site was built, but ${dist} could not be replaced: ${reason}`);
  }
  return existsSync(aside) ? movedAway(aside) : undefined;
}

/** What is of no use goes when the command has ended: to delete tens of thousands of files takes as long as to write them. */
export function takeAway(folder: string): void {
  removeBehind(movedAway(folder));
}

function movedAway(folder: string): string {
  const gone = `${folder}-${process.pid}`;
  renameSync(folder, gone);
  return gone;
}

export function removeBehind(folder: string): void {
  const program = 'fs.rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 5 })';
  spawn(process.execPath, ['-e', program, folder], { detached: true, stdio: 'ignore' }).unref();
}

/** The built site where a rename can put it in place: where it is, or a copy when the output is on another disk. */
function onDiskOf(dist: string, built: string): string {
  if (statSync(dirname(dist)).dev === statSync(built).dev) return built;
  const copy = copyOf(dist);
  rmSync(copy, { recursive: true, force: true });
  copyFolder(built, copy);
  return copy;
}

function copyOf(dist: string): string {
  return besides(dist, 'incoming');
}

/** Where the last site stands while the new one takes its place. */
function asideOf(dist: string): string {
  return besides(dist, 'previous');
}

/** A place on the same disk as the output: among this project's build files, or hidden beside an output elsewhere. */
function besides(dist: string, role: string): string {
  if (!isInside(projectDir, dist)) return join(dirname(dist), `.${basename(dist)}.${role}`);
  return join(workDir, `${role}-${createHash('sha256').update(dist).digest('hex').slice(0, 8)}`);
}

function looksBuilt(folder: string): boolean {
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return names.length === 0 || (names.includes('index.html') && names.includes('404.html'));
}

function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
