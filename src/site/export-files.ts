import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { annotationFiles, type ExportFiles, gatheredFiles } from '../core/exports/files.ts';
import { redirects } from '../core/exports/redirects.ts';
import { exportWords } from './export-words.ts';
import { type LoadedLibrary, loadLibrary } from './library.ts';
import { oEmbedFiles } from './oembed-files.ts';
import { headersFile } from './response-headers.ts';

/** Makes the files for machines in the dev server, each when it is asked for. A build makes them beside the pages. */
export function exportedFiles(): AstroIntegration {
  return {
    name: 'exported-files',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use(async (request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const type = mediaTypes[extname(path)];
          if (!type) return next();
          try {
            const loaded = await loadLibrary();
            // Vite takes the base path off before a middleware sees the address, unless it is asked for a file of its own.
            const name = decodeURIComponent(path.replace(loaded.routes.base, '/').slice(1));
            const file = filesOfEach(loaded).get(name) ?? filesOfAll(loaded).get(name);
            if (!file) return next();
            response.setHeader('Content-Type', type);
            response.end(file(loaded.library));
          } catch (error) {
            logger.error(error instanceof Error ? error.message : String(error));
            next(error);
          }
        });
      },
    },
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.bib': 'text/x-bibtex; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** The files for machines of single annotations and reviews, and the oEmbed answers for their pages. */
export function filesOfEach(loaded: LoadedLibrary): ExportFiles {
  return new Map([...annotationFiles(loaded.library, loaded.routes), ...oEmbedFiles(loaded)]);
}

/** Those in which all of the site is gathered; with them `_headers` and `_redirects` for the hosts that read them. */
export function filesOfAll({ library, routes }: LoadedLibrary): ExportFiles {
  const moved = redirects(library, routes);
  return new Map([
    ...gatheredFiles(library, routes, exportWords(library)),
    ['_headers', () => headersFile(routes.base)],
    ...(moved === '' ? [] : [['_redirects', () => moved] as const]),
  ]);
}
