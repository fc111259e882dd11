import { sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { isContentError } from './content-error.ts';
import { forgetLibrary, loadLibrary } from './library.ts';
import { readSettings } from './settings.ts';

/** Editors write a file in several steps; what follows within this time belongs to the same change. */
const settleMilliseconds = 60;

/**
 * In the dev server: when something in the content folder changes, the library is read anew and open pages reload. While
 * the content has errors, the report stands in the terminal and over the page; it goes when they are mended. A page that is
 * asked for in between waits, so that it never shows half of a change.
 */
export function contentWatch(): AstroIntegration {
  return {
    name: 'content-watch',
    hooks: {
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const { contentDir } = readSettings();
        const update = updater(server, logger, async () => await refreshContent?.({ loaders: ['library'] }));
        let updated = update();
        let isPlanned = false;
        server.watcher.add(contentDir);
        server.watcher.on('all', (_event, file) => {
          if (file !== contentDir && !file.startsWith(contentDir + sep)) return;
          forgetLibrary();
          if (isPlanned) return;
          isPlanned = true;
          updated = updated.then(async () => {
            await setTimeout(settleMilliseconds);
            isPlanned = false;
            await update();
          });
        });
        server.middlewares.use((_request, _response, next) => void updated.then(() => next(), next));
      },
    },
  };
}

function updater(server: ViteDevServer, logger: AstroIntegrationLogger, refresh: () => Promise<void>) {
  const { client } = server.environments;
  let problem: string | undefined;
  // Astro keeps the paths of each route until it hears this.
  const forgetPaths = () => {
    for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
  };
  return async () => {
    try {
      await loadLibrary();
      if (problem !== undefined) logger.info('The content is in order again.');
      problem = undefined;
      await refresh();
      forgetPaths();
      client.hot.send({ type: 'full-reload', path: '*' });
    } catch (error) {
      const report = isContentError(error) ? error.message : String(error instanceof Error ? error.stack : error);
      if (report !== problem) logger.error(`\n${report}`);
      problem = report;
      forgetPaths();
      client.hot.send({ type: 'error', err: { message: report, stack: '' } });
    }
  };
}
