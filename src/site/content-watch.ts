import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { isContentError } from './content-error.ts';
import { forgetLibrary, loadLibrary } from './library.ts';
import { readSettings } from './settings.ts';

/** Editors write a file in several steps; what follows within this time belongs to the same change. */
const settleMilliseconds = 60;

/**
 * In the dev server: when something in the content folder changes, the library is read anew and open pages reload. While
 * the content has errors, the report stands in the terminal and over the page; it goes when they are mended.
 */
export function contentWatch(): AstroIntegration {
  return {
    name: 'content-watch',
    hooks: {
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const { contentDir } = readSettings();
        const update = updater(server, logger, async () => await refreshContent?.({ loaders: ['library'] }));
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(contentDir);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(contentDir)) return;
          clearTimeout(timer);
          timer = setTimeout(update, settleMilliseconds);
        });
        void update();
      },
    },
  };
}

function updater(server: ViteDevServer, logger: AstroIntegrationLogger, refresh: () => Promise<void>) {
  let problem: string | undefined;
  const tellPages = () => {
    // Astro keeps the paths of each route until it hears this.
    for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
    server.environments.client.hot.send({ type: 'full-reload', path: '*' });
  };
  return async () => {
    forgetLibrary();
    try {
      await loadLibrary();
      if (problem !== undefined) logger.info('The content is in order again.');
      problem = undefined;
      await refresh();
      tellPages();
    } catch (error) {
      const report = isContentError(error) ? error.message : String(error instanceof Error ? error.stack : error);
      if (report !== problem) logger.error(`\n${report}`);
      problem = report;
      server.environments.client.hot.send({ type: 'error', err: { message: report, stack: '' } });
    }
  };
}
