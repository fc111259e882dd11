import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchFiles } from './search-files.ts';

/**
 * Writes what the search page fetches into `pagefind/` of a built site. Those in its folders have names that are made of
 * what is in them: they are not written if `reuse`, which is told path and size, puts them there.
 */
export function writeSearchFiles(
  files: SearchFiles,
  dir: string,
  reuse: (path: string, size: number) => boolean = () => false,
): void {
  const folders = new Set<string>();
  for (const [name, content] of files) {
    const path = join('pagefind', name);
    if (name.includes('/') && reuse(path, content.byteLength)) continue;
    const target = join(dir, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, content);
  }
}
