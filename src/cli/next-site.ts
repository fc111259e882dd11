import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Library } from '../core/model/library.ts';
import { keptFiles } from '../site/kept-files.ts';
import { createNamer, takeOut } from './link-file.ts';
import { projectDir, takeAway } from './output.ts';
import { nameOf, type SitePlace } from './site-record.ts';

/*
 * The folder of the next site, kept beside the last one: all its outputs and its index are in it under second names, so that
 * the next build finds tens of thousands of folders and names made. Two folders take turns: what a build changes in the one it is
 * told, it changes in the other when it has put the one in its place. Only the folders take room twice.
 */

const folder = join(projectDir, '.build/next');

/** So many of whatever a site is made of, or less, are linked in no time. */
const few = 2_000;

/** Whether a site has so many claims and facts that the folder of the next one is kept: `few`, or as many as `NEXT_SITE_FROM` says. */
export function isWorthKeeping({ claims, facts }: Pick<Library, 'claims' | 'facts'>): boolean {
  return claims.size + facts.size >= Number(process.env['NEXT_SITE_FROM'] ?? few);
}

/** Makes the folder of a site: the one that was kept for it, or else an empty one. */
export function beginSite(site: string, dist: string, last: SitePlace | undefined): 'kept' | 'empty' {
  let begun: 'kept' | 'empty' = 'empty';
  try {
    if (last) {
      renameSync(placeOf(dist, last), site);
      begun = 'kept';
    }
  } catch {
    // none was kept
  }
  if (begun === 'empty') mkdirSync(site);
  for (const name of namesIn(folder)) {
    if (name.startsWith(`${nameOf(dist)}-`)) takeAway(join(folder, name)); // of another site, or of no use
  }
  return begun;
}

/** Keeps a folder for the build after that which was the last here. One on another disk stays where it is. */
export function keepForNext(kept: string, dist: string, last: SitePlace): void {
  try {
    keptFiles(folder).tidy();
    renameSync(kept, placeOf(dist, last));
  } catch {
    // the next build does without
  }
}

/** The files of a site that are the same in the next one, those that are not, and what was made for that. */
export interface Change {
  readonly same: ReadonlySet<string>;
  readonly gone: readonly string[];
  readonly made: readonly string[];
}

/**
 * Makes of the folder of the site before the last one that has nothing but outputs and the index of the last: all, or as
 * many as the disk takes, for the next build makes the others. Tells whether it is that now. Where thousands were made and
 * less has stayed, nothing is done: the next build links what it needs in less time.
 */
export function bringUpToDate(
  before: string,
  { finished }: SitePlace,
  dist: string,
  { same, gone, made }: Change,
): boolean {
  if (made.length > Math.max(same.size, few)) return false;
  const folders = foldersOf(same);
  // Nothing else is in a folder that nobody has put anything in since; at the top are files that are no outputs.
  const isToSee = (path: string) => path === '.' || (changed(join(before, path)) ?? 0) > finished;
  try {
    for (const path of [...folders].filter(isToSee)) {
      for (const name of readdirSync(join(before, path))) {
        const inside = join(path, name);
        if (!same.has(inside) && !folders.has(inside)) rmSync(join(before, inside), { recursive: true });
      }
    }
    takeOut(gone, before);
  } catch {
    return false;
  }
  const giveSecondName = createNamer(dist, before);
  for (const file of made) giveSecondName(file);
  return true;
}

/** The folders that files are in, and those that these are in. */
function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set(['.']);
  for (const file of files) {
    for (let path = dirname(file); !folders.has(path); path = dirname(path)) folders.add(path);
  }
  return folders;
}

function changed(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Named by the site it is to be the next of. */
function placeOf(dist: string, { finished }: Pick<SitePlace, 'finished'>): string {
  return join(folder, `${nameOf(dist)}-${finished}`);
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return []; // there is none
  }
}
