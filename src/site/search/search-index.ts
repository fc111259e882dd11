import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { type LoadedLibrary, loadLibrary } from '../library.ts';
import { createSearchFiles, type SearchFiles } from './search-files.ts';
import { toldClaims } from './told-claims.ts';

/**
 * Makes what the search page fetches in the dev server: when the first of it is asked for, and again after the content has
 * changed. A build makes it on a thread.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let made: { readonly from: LoadedLibrary; readonly files: Promise<SearchFiles> } | undefined;
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const path = /\/pagefind\/(.+)$/.exec(pathname)?.[1];
          if (path === undefined) return next();
          try {
            const loaded = await loadLibrary();
            if (made?.from !== loaded) made = { from: loaded, files: searchFilesOf(loaded) };
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

function searchFilesOf({ library, routes }: LoadedLibrary): Promise<SearchFiles> {
  return createSearchFiles(toldClaims(library, routes), library);
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};
