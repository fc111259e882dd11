import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type ExportFile, exportFiles } from '../core/exports/files.ts';
import { exportWords } from './export-words.ts';
import { type LoadedLibrary, loadLibrary } from './library.ts';
import { oEmbedFiles } from './oembed-files.ts';
import { timed } from './stage-times.ts';

/**
 * Writes the files for machines (annotations, tables, feeds, sources, oEmbed) into the built site. There are thousands, so they
 * are written here rather than routed as pages. The dev server makes each when it is asked for.
 */
export function exportedFiles(): AstroIntegration {
  return {
    name: 'exported-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const loaded = await loadLibrary();
        await timed('exports', () => writeAll(filesOf(loaded), fileURLToPath(dir)));
      },
      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use(async (request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const type = mediaTypes[extname(path)];
          if (!type) return next();
          try {
            const loaded = await loadLibrary();
            // Vite takes the base path off before a middleware sees the address, unless it is asked for a file of its own.
            const file = filesOf(loaded).get(decodeURIComponent(path.replace(loaded.routes.base, '/').slice(1)));
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

function filesOf(loaded: LoadedLibrary): ReadonlyMap<string, ExportFile> {
  const { library, routes } = loaded;
  return new Map([...exportFiles(library, routes, exportWords(library)), ...oEmbedFiles(loaded)]);
}

function writeAll(files: ReadonlyMap<string, ExportFile>, folder: string): void {
  for (const path of new Set([...files.keys()].map(dirname))) mkdirSync(join(folder, path), { recursive: true });
  for (const [path, make] of files) writeFileSync(join(folder, path), make());
}
