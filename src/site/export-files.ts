import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { type ExportFiles, exportFiles } from '../core/exports/files.ts';
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
            const { each, all } = filesForMachines(loaded);
            const file = each.get(name) ?? all.get(name);
            if (!file) return next();
            response.setHeader('Content-Type', type);
            response.end(file());
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

/**
 * The files for machines: annotations, tables, feeds, sources, oEmbed; and `_headers` and `_redirects` for the hosts that read
 * them.
 */
export function filesForMachines(loaded: LoadedLibrary): ExportFiles {
  const { library, routes } = loaded;
  const { each, all } = exportFiles(library, routes, exportWords(library));
  const moved = redirects(library, routes);
  return {
    each: new Map([...each, ...oEmbedFiles(loaded)]),
    all: new Map([
      ...all,
      ['_headers', () => headersFile(routes.base)],
      ...(moved === '' ? [] : [['_redirects', () => moved] as const]),
    ]),
  };
}
