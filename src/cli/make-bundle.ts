import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, build } from 'astro';
import config from '../../astro.config.ts';
import { keepLibrary } from '../site/kept-library.ts';
import { libraryOf } from '../site/library.ts';
import { readSettings } from '../site/settings.ts';
import type { BundleNews, BundleOrder, RouteStyle, RouteStyles } from './bundle.ts';
import { projectDir } from './output.ts';
import { systemErrorAsText } from './system-error.ts';

/* The process of `createBundler`: loads Astro, has it make a bundle when it is told to, and ends. */

process.once('message', async (order: BundleOrder) => {
  let news: BundleNews = {};
  try {
    await makeBundle(order);
  } catch (error) {
    news = { refusal: systemErrorAsText(error), failure: error instanceof Error ? error.stack : String(error) };
  }
  process.send?.(news, () => process.exit());
});
process.once('disconnect', () => process.exit()); // whoever started it is gone

/** All that a bundle needs to know of the content are the colours, and so it is of a site that has nothing else. */
async function makeBundle({ folder, cacheDir, palette }: BundleOrder): Promise<void> {
  const content = { references: new Map(), reviews: [], pages: [] };
  const nothing = await libraryOf({ content, parsed: [], unreadable: [] }, readSettings());
  keepLibrary({ ...nothing, library: { ...nothing.library, palette } });
  await build({
    ...config,
    configFile: false, // Astro would have Vite read it, and all that it imports, while Node is as good
    root: projectDir,
    outDir: join(folder, 'files'),
    cacheDir,
    logLevel: 'error', // it warns of each collection with nothing in it
    integrations: [config.integrations, keptProgram(folder)].flat(),
  });
}

/** Keeps the program of the pages, which Astro would throw away; has it render none. */
function keptProgram(folder: string): AstroIntegration {
  let built = '';
  let routes: ReadonlyMap<string, RouteStyles> = new Map();
  return {
    name: 'kept-program',
    hooks: {
      'astro:config:done': ({ config }) => {
        built = fileURLToPath(config.outDir);
      },
      'astro:build:setup': ({ pages }) => {
        routes = pages; // their styles are put in while they are bundled
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'kept-program',
          async getStaticPaths() {
            renameSync(join(built, '.prerender'), join(folder, 'program'));
            const styles = [...routes].map(([name, { styles }]) => [name, { styles: inOnePiece(styles) }]);
            writeFileSync(join(folder, 'styles.json'), JSON.stringify(styles));
            return [];
          },
          async render({ url }) {
            throw new Error(`Unexpected ${url}: pages are rendered when they are bundled`);
          },
        });
      },
    },
  };
}

/** Styles that all stand in the page, put together as Astro does for each page anew (`core/build/runtime.js`). */
function inOnePiece(styles: readonly RouteStyle[]): readonly RouteStyle[] {
  const content = [...styles]
    .sort((a, b) => a.order - b.order || b.depth - a.depth)
    .map(({ sheet }) => (sheet.type === 'inline' ? sheet.content : '@import'));
  const isPlain = styles.every(({ order, depth }) => order >= 0 && depth >= 0);
  // Left to Astro: where one is in no order, and where one imports another, which has to stand before all others.
  if (styles.length < 2 || !isPlain || content.some((sheet) => sheet.includes('@import'))) return styles;
  return [{ depth: 0, order: 0, sheet: { type: 'inline', content: content.join('') } }];
}
