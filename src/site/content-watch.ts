import { sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import type { ViteDevServer } from 'vite';
import { isError, type Message } from '../core/messages/message.ts';
import { reportAsText } from '../core/messages/report-text.ts';
import type { Rule } from '../core/messages/rules.ts';
import type { Library } from '../core/model/library.ts';
import { isContentError } from './content-error.ts';
import { problemsOf } from './dev-problems.ts';
import { createKeepingParser, type Parser } from './keep-parsed.ts';
import { keepLibrary } from './kept-library.ts';
import { type LoadedLibrary, readLibrary } from './library.ts';
import { forgetColours } from './own-colours.ts';
import { readSettings } from './settings.ts';
import { type Watching, watchFolder } from './watch-folder.ts';

/**
 * In the dev server: when something in the content folder changes, the library is read anew and open pages change where
 * they differ. While the content has errors the pages stay as they were, and the problems stand in the terminal and
 * over the page, each by the passage it has to do with; they go when they are mended. A page that is asked for in between
 * waits, so that it never shows half of a change.
 */
export function contentWatch(): AstroIntegration {
  let watching: Watching | undefined;
  return {
    name: 'content-watch',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        // Astro reads its own configuration again whenever a Markdown file changes; ours are none of its business.
        const { contentDir } = readSettings();
        const ignored = (path: string) => path === contentDir || path.startsWith(contentDir + sep);
        updateConfig({ vite: { server: { watch: { ignored } } } });
        const island = fileURLToPath(new URL('../islands/live-preview.ts', import.meta.url));
        injectScript('page', `import ${JSON.stringify(island)};`);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const { contentDir } = readSettings();
        const check = checker(server, logger);
        let shown: Library | undefined;
        watching = watchFolder(contentDir, async () => {
          const library = await check();
          if (!library) return;
          tellPages(server, shown, library);
          if (!shown || idsIn(shown) !== idsIn(library)) await refresh(refreshContent);
          shown = library;
        });
        server.middlewares.use((_request, _response, next) => void watching?.settled().then(() => next(), next));
      },
      'astro:server:done': async () => {
        await watching?.close();
      },
    },
  };
}

/** What the collections make pages of. Their other values may grow old here: pages take theirs from the library. */
function idsIn({ reviews, claims, facts, people, works, sources }: Library): string {
  return JSON.stringify([reviews, claims, facts, people, works, sources].map((things) => [...things.keys()]));
}

/**
 * Reads the library and gives it when it is in order; then it is the one that pages are made of. What is wrong with it is
 * written to the terminal once and sent to open pages, and to those that are opened later.
 */
function checker(server: ViteDevServer, logger: AstroIntegrationLogger): () => Promise<Library | undefined> {
  const { hot } = server.environments.client;
  const parser = createKeepingParser();
  let lastGood: LoadedLibrary | undefined;
  let shown = '';
  let problems = problemsOf([], () => undefined, undefined, false);
  hot.on('content:ask', (_data, client) => client.send('content:problems', problems));
  return async () => {
    const read = await readOrReport(parser);
    const isInOrder = !read.messages.some(holdsUp);
    if (isInOrder && 'library' in read) {
      lastGood = read;
      keepLibrary(read);
    }
    const report = reportAsText(read.messages).trimEnd();
    if (!isInOrder && report !== shown) logger.error(`\n${report}`);
    if (isInOrder && shown !== '') logger.info('The content is in order again.');
    shown = isInOrder ? '' : report;
    problems = problemsOf(read.messages, read.sourceOf, lastGood?.library, !isInOrder);
    hot.send('content:problems', problems);
    return isInOrder ? lastGood?.library : undefined;
  };
}

/** What is settled when the writing is done, by `npm run record`, does not hold up the writing. */
const settledLater: ReadonlySet<Rule> = new Set(['unrecorded-change', 'lost-id', 'reused-id']);

function holdsUp(message: Message): boolean {
  return isError(message) && !settledLater.has(message.rule);
}

/** A folder that cannot be read at all is a problem like any other. */
async function readOrReport(parser: Parser): Promise<LoadedLibrary | Pick<LoadedLibrary, 'messages' | 'sourceOf'>> {
  try {
    return await readLibrary(readSettings(), { parser });
  } catch (error) {
    if (!isContentError(error)) throw error;
    return { messages: [unreadable(error.message)], sourceOf: () => undefined };
  }
}

function unreadable(message: string): Message {
  const [, found = message, expected = ''] = /^Unexpected ([\s\S]*?), expected ([\s\S]*)$/.exec(message) ?? [];
  const place = { path: '.', start: { line: 1, column: 1 } };
  return { rule: 'unreadable-file', severity: 'error', place, found, expected };
}

/**
 * Fills the collections anew. Astro passes over the request, without a word, while it reads its own configuration again,
 * as when it starts: so this asks until a loader has been at work.
 */
async function refresh(refreshContent: HookParameters<'astro:server:setup'>['refreshContent']): Promise<void> {
  let isDone = false;
  const context = {
    loaded: () => {
      isDone = true;
    },
  };
  for (let attempt = 0; attempt < 200 && !isDone; attempt++) {
    if (attempt > 0) await setTimeout(60);
    await refreshContent?.({ loaders: ['library'], context });
  }
}

/** Open pages change what they show; where there was none before, or the colours are others, they are loaded anew. */
function tellPages(server: ViteDevServer, before: Library | undefined, now: Library): void {
  // Astro keeps the paths of each route until it hears this.
  for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
  const { hot } = server.environments.client;
  if (before && JSON.stringify(before.palette) === JSON.stringify(now.palette)) hot.send('content:changed', {});
  else {
    forgetColours(server);
    hot.send({ type: 'full-reload', path: '*' });
  }
}
