import { sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
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
        const check = checker(server, logger);
        let updated: Promise<unknown> = check();
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
            const isInOrder = await check();
            if (isInOrder) await refresh(refreshContent);
            tellPages(server, isInOrder);
          });
        });
        server.middlewares.use((_request, _response, next) => void updated.then(() => next(), next));
      },
    },
  };
}

/** Reads the library and says whether it is in order; a report is written to the terminal once and sent to open pages. */
function checker(server: ViteDevServer, logger: AstroIntegrationLogger): () => Promise<boolean> {
  let problem: string | undefined;
  return async () => {
    try {
      await loadLibrary();
      if (problem !== undefined) logger.info('The content is in order again.');
      problem = undefined;
      return true;
    } catch (error) {
      const report = isContentError(error) ? error.message : String(error instanceof Error ? error.stack : error);
      if (report !== problem) logger.error(`\n${report}`);
      problem = report;
      server.environments.client.hot.send({ type: 'error', err: { message: report, stack: '' } });
      return false;
    }
  };
}

/**
 * Fills the collections anew. Astro passes over the request, without a word, while it reads its own configuration again,
 * which it does whenever a Markdown file changes: so this asks until a loader has been at work.
 */
async function refresh(refreshContent: HookParameters<'astro:server:setup'>['refreshContent']): Promise<void> {
  let isDone = false;
  const context = {
    loaded: () => {
      isDone = true;
    },
  };
  for (let attempt = 0; attempt < 200 && !isDone; attempt++) {
    if (attempt > 0) await setTimeout(settleMilliseconds);
    await refreshContent?.({ loaders: ['library'], context });
  }
}

function tellPages(server: ViteDevServer, isInOrder: boolean): void {
  // Astro keeps the paths of each route until it hears this.
  for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
  if (isInOrder) server.environments.client.hot.send({ type: 'full-reload', path: '*' });
}
