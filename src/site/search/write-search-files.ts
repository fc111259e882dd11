import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchFiles } from './search-files.ts';

/** Writes what the search page fetches into `pagefind/` of a built site. */
export function writeSearchFiles(files: SearchFiles, dir: string): void {
  const paths = [...files.keys()].map((path) => join(dir, 'pagefind', path));
  for (const folder of new Set(paths.map(dirname))) mkdirSync(folder, { recursive: true });
  for (const [path, content] of files) writeFileSync(join(dir, 'pagefind', path), content);
}
