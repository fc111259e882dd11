import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchFiles } from '../site/search/search-files.ts';
import { createKeeper, createNamer, type LastSite, takeOut } from './link-file.ts';
import type { Change } from './next-site.ts';

/** The folder of the site into which the search index goes. */
export interface IndexPlace {
  readonly into: string;
  /** The folder that is kept for the next site, where all of it gets a second name. */
  readonly next?: string | undefined;
  /** The last site, which has most of its files. */
  readonly last?: LastSite | undefined;
}

/**
 * Puts what the search page fetches into `pagefind/` of a site, and tells what that changes of the last one. Files in folders
 * have names that are made of what is in them: those of the last site are not written again.
 */
export function putSearchFiles(files: SearchFiles, { into, next, last }: IndexPlace): Change {
  const paths = new Map([...files].map(([name, content]) => [join('pagefind', name), content]));
  const isThere = last ? createKeeper(last) : () => false;
  const isNamedByContent = (path: string) => dirname(path) !== 'pagefind';
  const same = new Set<string>();
  for (const [path, { byteLength }] of paths) if (isNamedByContent(path) && isThere(path, byteLength)) same.add(path);
  // The one or the other may have what the other has not: somebody may have been at the last site.
  const before = new Set([last?.from, into].flatMap((site) => (site === undefined ? [] : filesIn(site, 'pagefind'))));
  const gone = [...before.difference(same)];
  takeOut(gone, into); // before they are written: what is there may have a second name in the last site
  const made = [...paths.keys()].filter((path) => !same.has(path));
  const folders = new Set<string>();
  const giveSecondName = next === undefined ? undefined : createNamer(into, next);
  for (const path of made) {
    const target = join(into, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, paths.get(path) ?? '', { flag: 'wx' });
    giveSecondName?.(path);
  }
  return { same, gone, made };
}

function filesIn(site: string, folder: string): string[] {
  try {
    return readdirSync(join(site, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(site, path) : path;
    });
  } catch {
    return []; // somebody has taken it away
  }
}
