import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type LoadedLibrary, loadLibrary } from '../library.ts';
import { timed } from '../stage-times.ts';
import { createSearchFiles, type SearchFiles } from './search-files.ts';

/**
 * Writes the search index into `pagefind/` of the built site. Pagefind has a process of its own and works while the pages
 * are bundled. The dev server makes the same files in memory when the first of them is asked for, and again after the
 * content has changed.
 */
export function searchIndex(): AstroIntegration {
  let files: Promise<SearchFiles> | undefined;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        files = timed('index', async () => {
          const { library, routes } = await loadLibrary();
          return createSearchFiles(library, routes);
        });
        files.catch(() => {}); // it is reported below, where it is waited for
      },
      'astro:build:done': async ({ dir }) => {
        if (files) await writeAll(await files, join(fileURLToPath(dir), 'pagefind'));
      },
      'astro:server:setup': ({ server, logger }) => {
        let made: { readonly from: LoadedLibrary; readonly files: Promise<SearchFiles> } | undefined;
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const path = /\/pagefind\/(.+)$/.exec(pathname)?.[1];
          if (path === undefined) return next();
          try {
            const loaded = await loadLibrary();
            if (made?.from !== loaded) made = { from: loaded, files: createSearchFiles(loaded.library, loaded.routes) };
            const content = (await made.files).get(decodeURIComponent(path));
            if (!content) return next();
            response.setHeader('Content-Type', contentTypes[extname(path)] ?? 'application/octet-stream');
            response.end(content);
          } catch (error) {
            made = undefined;
            logger.error(error instanceof Error ? error.message : String(error));
            next(error);
          }
        });
      },
    },
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

async function writeAll(files: SearchFiles, folder: string): Promise<void> {
  const paths = [...files.keys()].map((path) => join(folder, path));
  for (const path of new Set(paths.map(dirname))) await mkdir(path, { recursive: true });
  for (const [path, content] of files) await writeFile(join(folder, path), content);
}
