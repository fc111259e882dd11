import { parentPort, workerData } from 'node:worker_threads';
import { keepLibrary, libraryOf } from '../site/library.ts';
import { readSettings } from '../site/settings.ts';
import { createPageWriter } from './page-writer.ts';
import type { RenderTask, ThreadNews, ThreadStart } from './render-threads.ts';

/*
 * A thread of `startRenderThreads`. Astro renders on one thread only; this one imports the program that Astro made of the
 * pages, tells it what Astro's own renderer would (`core/build/default-prerenderer.js`), and takes pages from the end of
 * the list while the first thread takes them from its beginning.
 */

/** What the program of the pages gives, as far as it is used here: `BuildApp` of `astro/dist/core/build/app.js`. */
interface PagesProgram {
  readonly app: {
    readonly manifest: { readonly routes: readonly { readonly routeData: Route }[] };
    readonly setInternals: (internals: unknown) => void;
    readonly setOptions: (options: unknown) => void;
    readonly render: (request: Request, options: { readonly routeData: Route }) => Promise<Response>;
  };
}
interface Route {
  readonly route: string;
  readonly component: string;
}

const { reading } = workerData as ThreadStart; // what the other side sends
keepLibrary(libraryOf(reading, readSettings()));
parentPort?.once('message', (task: RenderTask) => {
  renderPages(task).then(
    () => say({ done: true }),
    (error) => say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

async function renderPages({ program, styles, origin, base, folder, pages, taken }: RenderTask): Promise<void> {
  const { app }: PagesProgram = await import(program);
  app.setInternals({ pagesByKeys: styles, entrySpecifierToBundleMap: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  const routeOf = new Map(app.manifest.routes.map(({ routeData }) => [nameOf(routeData), routeData]));
  const write = createPageWriter(folder);
  let rendered = 0;
  for (let index = pages.length - 1; index >= 0; index--) {
    const page = pages[index];
    const routeData = page && routeOf.get(nameOf(page));
    if (!page || !routeData || Atomics.exchange(taken, index, 1) === 1) continue;
    const address = new URL(encodeURI(base + page.path).replace(/\/*$/, '/'), origin);
    const response = await app.render(new Request(address), { routeData });
    if (response.status !== 200) throw new Error(`Unexpected status ${response.status} of the page /${page.path}/`);
    write(page.path, await response.arrayBuffer());
    say({ rendered: ++rendered });
  }
}

function nameOf({ route, component }: Route): string {
  return `${route} ${component}`;
}

function say(news: ThreadNews): void {
  parentPort?.postMessage(news);
}
