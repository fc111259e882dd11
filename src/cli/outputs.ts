import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { keepCollections } from '../site/collections.ts';
import { withPolicy } from '../site/content-security-policy.ts';
import { filesOfAll, filesOfEach } from '../site/export-files.ts';
import { keepLibrary, type LoadedLibrary } from '../site/library.ts';
import { type NotedLibrary, notedLibrary } from '../site/noted/noted-library.ts';
import type { Bundle } from './bundle.ts';
import { type PageResponse, pageGlobals } from './page-globals.ts';

/** A file of the site that is made of its library: a page, or a file for machines. */
export interface Output {
  /** Its path in the built site. */
  readonly file: string;
  /** The path of its address, below the base. */
  readonly path: string;
  readonly kind: 'page' | 'export' | 'export of all';
  /** Of a page: what it is told by the list of its route, as text. */
  readonly props: string;
}

/** What was made, and the numbers of the things of the library that were read for it. */
export interface Made {
  readonly content: Uint8Array | string;
  readonly reads: readonly number[];
}

/** Makes outputs, one after the other. */
export interface Maker {
  readonly outputs: readonly Output[];
  readonly noted: NotedLibrary;
  readonly make: (output: number) => Promise<Made>;
}

/** What the program of the pages gives, as far as it is used here: `BuildApp` of `astro/dist/core/build/app.js`. */
interface PagesProgram {
  readonly app: {
    readonly manifest: {
      readonly routes: readonly { readonly routeData: Route }[];
      readonly pageMap: Map<string, () => Promise<unknown>>;
    };
    readonly routeCache: {
      readonly get: (route: Route) => { readonly staticPaths?: readonly { readonly props?: unknown }[] } | undefined;
    };
    readonly setInternals: (internals: unknown) => void;
    readonly setOptions: (options: unknown) => void;
    readonly render: (request: Request, options: { readonly routeData: Route }) => Promise<PageResponse>;
  };
}
interface Route {
  readonly route: string;
  readonly component: string;
  readonly type: string;
}

/**
 * Loads the program of the pages, tells it what Astro's own renderer would (`core/build/default-prerenderer.js`), and lists
 * what is to be made: the pages, then the files for machines. Every thread that does so with the same library gets the same
 * list. From then on the library of this thread is one that notes.
 */
export async function createMaker(loaded: LoadedLibrary, { program, styles }: Bundle): Promise<Maker> {
  const noted = notedLibrary(loaded.library);
  const noting = { ...loaded, library: noted.library };
  keepLibrary(noting);
  keepCollections(loaded.library); // for lists of pages alone: nothing is noted yet
  Object.assign(globalThis, pageGlobals); // nothing else on this thread answers anybody
  const { app }: PagesProgram = await import(program);
  const { pageMap } = app.manifest;
  for (const [component, load] of pageMap) pageMap.set(component, once(load)); // it is asked for with each page
  app.setInternals({ pagesByKeys: styles, entrySpecifierToBundleMap: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  const { routes } = loaded;

  const makers: (() => Promise<Uint8Array | string>)[] = [];
  const outputs = new Map<string, Output>();
  const put = (output: Output, make: () => Promise<Uint8Array | string>) => {
    if (outputs.has(output.file)) return; // as Astro does: the first route that has an address keeps it
    outputs.set(output.file, output);
    makers.push(make);
  };
  const listed = new Map<Route, number>();
  const paths = await pathsOf(app);
  noted.settle();
  for (const { pathname, route } of paths) {
    const place = listed.get(route) ?? 0;
    listed.set(route, place + 1);
    const props = app.routeCache.get(route)?.staticPaths?.[place]?.props;
    const isPage = route.type === 'page';
    const path = barePath(pathname);
    const file = !isPage ? path : path === '404' ? '404.html' : `${path}/index.html`.replace(/^\//, '');
    const address = routes.absolute(`/${encodeURI(path)}${isPage ? '/' : ''}`.replace(/\/+$/, '/'));
    put(
      {
        file,
        path: `${path}/`.replace(/^\/$/, ''),
        kind: isPage ? 'page' : 'export',
        props: noted.textOf(props),
      },
      async () => {
        const response = await app.render(new Request(address), { routeData: route });
        if (response.status !== (path === '404' ? 404 : 200)) {
          throw new Error(`Unexpected status ${response.status} of the page /${path}/`);
        }
        return isPage ? withPolicy(response.bytes) : response.bytes;
      },
    );
  }
  for (const [file, make] of filesOfEach(noting)) {
    put({ file, path: file, kind: 'export', props: '' }, async () => make());
  }
  // These are made each time, so that nobody need know what they read.
  for (const [file, make] of filesOfAll(loaded))
    put({ file, path: file, kind: 'export of all', props: '' }, async () => make());
  return {
    outputs: [...outputs.values()],
    noted,
    make: async (output) => {
      const make = makers[output];
      if (!make) throw new Error(`There is no output ${output}`);
      const { value, reads } = await noted.noting(make);
      return { content: value, reads };
    },
  };
}

/** A thing of the library that was read, and the numbers of what was read for it, if it was made of others. */
export interface ReadThing {
  readonly name: string;
  /** As `digestOf` of the library gives it. */
  readonly digest: string | undefined;
  readonly reads: readonly number[];
}

/** What the numbers stand for that tell what was read. */
export function thingsRead(
  { nameOf, readFor, digestOf }: NotedLibrary,
  made: readonly Pick<Made, 'reads'>[],
): ReadonlyMap<number, ReadThing> {
  const things = new Map<number, ReadThing>();
  const add = (thing: number) => {
    if (things.has(thing)) return;
    const [name, reads] = [nameOf(thing), readFor(thing)];
    things.set(thing, { name, reads, digest: digestOf(name) });
    for (const one of reads) add(one);
  };
  for (const { reads } of made) for (const one of reads) add(one);
  return things;
}

/** A function that is called once at most. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The addresses of all routes, as Astro lists them (`runtime/prerender/static-paths.js`). */
function pathsOf(app: PagesProgram['app']): Promise<{ readonly pathname: string; readonly route: Route }[]> {
  return new StaticPaths(app as never).getAll() as Promise<{ pathname: string; route: Route }[]>; // what it reads of it is there
}

/** A path without slashes at its ends, and not encoded. */
function barePath(path: string): string {
  return decodeURI(path).replace(/^\/+|\/+$/g, '');
}
