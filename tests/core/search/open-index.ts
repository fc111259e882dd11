import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import type { SearchFiles } from '../../../src/site/search/search-files.ts';

/** Puts the files of an index on disk, where Pagefind's browser script can be imported, and lets `fetch` read them. */
export async function openIndex(files: SearchFiles): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'search-')), 'pagefind/');
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  vi.stubGlobal('fetch', async (address: string) => {
    return new Response(await readFile(address.replace(/\?.*$/, '')));
  });
  return folder;
}
