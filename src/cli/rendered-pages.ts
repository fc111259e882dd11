import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { barePath, createPageWriter } from './page-writer.ts';
import type { RenderedPage, RenderThreads, RouteStyles } from './render-threads.ts';

export interface Rendering {
  readonly threads: RenderThreads;
  /** Told after every page how many were rendered on this thread. */
  readonly tell: (rendered: number) => void;
  readonly started: () => void;
  readonly finished: () => void;
}

/**
 * Renders the pages, on this thread and those beside it, and writes each with its policy. Astro gets an empty answer, and
 * makes no file: on its way through its hands a page is encoded again, and waits until the one before is written.
 */
export function renderedPages({ threads, tell, started, finished }: Rendering): AstroIntegration {
  let [base, origin, folder] = ['/', '', ''];
  let routes: ReadonlyMap<string, RouteStyles> = new Map();
  return {
    name: 'rendered-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        origin = config.site ?? '';
        folder = fileURLToPath(config.outDir);
      },
      'astro:build:setup': ({ pages }) => {
        routes = pages; // their styles are put in while they are bundled
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const numbers = new Map<string, number>();
        let taken = new Int32Array(new SharedArrayBuffer(0));
        const write = createPageWriter(folder);
        let rendered = 0;
        setPrerenderer((astro) => ({
          ...astro,
          name: 'rendered-pages',
          async getStaticPaths() {
            started();
            const all = await astro.getStaticPaths();
            const pages = all.flatMap(({ pathname, route: { type, route, component } }): RenderedPage[] => {
              const path = barePath(pathname);
              return type === 'page' && path !== '404' ? [{ path, route, component }] : [];
            });
            for (const [number, { path }] of pages.entries()) numbers.set(path, number);
            taken = new Int32Array(new SharedArrayBuffer(4 * pages.length));
            threads.start({
              program: programIn(folder),
              styles: new Map([...routes].map(([name, { styles }]) => [name, { styles }])),
              origin,
              base,
              folder,
              pages,
              taken,
            });
            return all;
          },
          async render(request, options) {
            const path = barePath(new URL(request.url).pathname.slice(base.length - 1));
            const number = options.routeData.type === 'page' ? numbers.get(path) : undefined;
            if (number !== undefined && Atomics.exchange(taken, number, 1) === 1) return new Response(null);
            const result = await astro.render(request, options);
            tell(++rendered);
            if (options.routeData.type !== 'page') return result;
            const response = 'response' in result ? result.response : result;
            write(path, await response.arrayBuffer());
            return new Response(null);
          },
          async teardown() {
            await threads.finish();
            await astro.teardown?.();
          },
        }));
      },
      'astro:build:generated': finished,
    },
  };
}

/** The module that Astro made of all pages; it is there from the bundling until the last page is rendered. */
function programIn(folder: string): string {
  const [name] = globSync('prerender-entry.*.mjs', { cwd: join(folder, '.prerender') });
  if (name === undefined) throw new Error('Astro has left no program that renders its pages');
  return pathToFileURL(join(folder, '.prerender', name)).href;
}
