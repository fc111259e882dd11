import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { Routes } from '../core/model/routes.ts';
import { keepCollections } from '../site/collections.ts';
import { type WrittenStyle, withPolicy, writtenStyle } from '../site/content-security-policy.ts';
import { filesOfAll, filesOfEach } from '../site/export-files.ts';
import { keepLibrary } from '../site/kept-library.ts';
import type { LoadedLibrary } from '../site/library.ts';
import { type NotedLibrary, notedLibrary } from '../site/noted/noted-library.ts';
import { sitemapFiles } from '../site/sitemap.ts';
import type { Bundle, RouteStyles } from './bundle.ts';
import { type PageResponse, pageGlobals } from './page-globals.ts';

/** A file of the site that is made of its library: a page, or a file for machines. */
export interface Output {
  /** Its path in the built site. */
  readonly file: string;
  /** The path of its address, below the base. */
  readonly path: string;
  readonly kind: 'page' | 'export' | 'export of all';
  /** Of a page: what it is told by the list of its route, as text. Of a sitemap: what stands for all it says. */
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

/** One that cannot make pages yet. */
export interface FirstMaker extends Maker {
  /**
   * One that makes all: behind the outputs of this one the pages, and then the files in which all is gathered. Every thread
   * that does so with the same library gets the same list.
   */
  readonly withPages: (bundle: Bundle) => Promise<Maker>;
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
 * Lists the files for machines of single annotations and reviews, which can be made at once. From now on the library of this
 * thread is one that notes.
 */
export function createMaker(loaded: LoadedLibrary): FirstMaker {
  const noted = notedLibrary(loaded.library);
  keepLibrary({ ...loaded, library: noted.library });
  const makers: (() => Promise<Uint8Array | string>)[] = [];
  const outputs = new Map<string, Output>();
  const put = (output: Output, make: () => Promise<Uint8Array | string>) => {
    if (outputs.has(output.file)) return; // as Astro does: the first route that has an address keeps it
    outputs.set(output.file, output);
    makers.push(make);
  };
  const maker = (): Maker => ({
    outputs: [...outputs.values()],
    noted,
    make: async (output) => {
      const make = makers[output];
      if (!make) throw new Error(`There is no output ${output}`);
      const { value, reads } = await noted.noting(make);
      return { content: value, reads };
    },
  });
  for (const [file, make] of filesOfEach(loaded)) {
    put({ file, path: file, kind: 'export', props: '' }, async () => make(noted.library));
  }
  return {
    ...maker(),
    withPages: async (bundle) => {
      const styles = standIns(bundle.styles);
      const app = await pagesOf(bundle, styles.routes);
      keepCollections(loaded.library); // for lists of pages alone: nothing is noted yet
      const listed = new Map<Route, number>();
      for (const { pathname, route } of await noted.settling(() => pathsOf(app))) {
        const place = listed.get(route) ?? 0;
        listed.set(route, place + 1);
        const props = app.routeCache.get(route)?.staticPaths?.[place]?.props;
        put(...pageAt(pathname, route, noted.textOf(props), app, loaded.routes, styles.of));
      }
      const pages = [...outputs.values()].flatMap(({ kind, path }) => (kind === 'page' ? path : []));
      for (const [file, { says, make }] of sitemapFiles(pages, loaded)) {
        put({ file, path: file, kind: 'export', props: says }, make);
      }
      // These are made each time, so that nobody need know what they read.
      for (const [file, make] of filesOfAll(loaded)) {
        put({ file, path: file, kind: 'export of all', props: '' }, async () => make(loaded.library));
      }
      return maker();
    },
  };
}

/** Loads the program of the pages and tells it what Astro's own renderer would (`core/build/default-prerenderer.js`). */
async function pagesOf({ program }: Bundle, styles: Bundle['styles']): Promise<PagesProgram['app']> {
  Object.assign(globalThis, pageGlobals); // nothing else on this thread answers anybody
  const { app }: PagesProgram = await import(program);
  const { pageMap } = app.manifest;
  for (const [component, load] of pageMap) pageMap.set(component, once(load)); // it is asked for with each page
  app.setInternals({ pagesByKeys: styles, entrySpecifierToBundleMap: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  return app;
}

/** Routes whose styles are one piece have a short text in its place: most of a page is its style. */
function standIns(routes: Bundle['styles']): {
  readonly routes: Bundle['styles'];
  readonly of: (standIn: string) => WrittenStyle | undefined;
} {
  const written = new Map<string, WrittenStyle>();
  const short = [...routes].map(([name, route]): [string, RouteStyles] => {
    const [style, ...others] = route.styles;
    if (style?.sheet.type !== 'inline' || others.length > 0) return [name, route];
    const content = `style-${written.size}`;
    written.set(content, writtenStyle(style.sheet.content));
    return [name, { styles: [{ ...style, sheet: { type: 'inline', content } }] }];
  });
  return { routes: new Map(short), of: (standIn) => written.get(standIn) };
}

function pageAt(
  pathname: string,
  route: Route,
  props: string,
  app: PagesProgram['app'],
  routes: Routes,
  styleOf: (standIn: string) => WrittenStyle | undefined,
): [Output, () => Promise<Uint8Array>] {
  const isPage = route.type === 'page';
  const path = barePath(pathname);
  const file = !isPage ? path : path === '404' ? '404.html' : `${path}/index.html`.replace(/^\//, '');
  const address = routes.absolute(`/${encodeURI(path)}${isPage ? '/' : ''}`.replace(/\/+$/, '/'));
  return [
    { file, path: `${path}/`.replace(/^\/$/, ''), kind: isPage ? 'page' : 'export', props },
    async () => {
      const response = await app.render(new Request(address), { routeData: route });
      if (response.status !== (path === '404' ? 404 : 200)) {
        throw new Error(`Unexpected status ${response.status} of the page /${path}/`);
      }
      return isPage ? withPolicy(response.bytes, styleOf) : response.bytes;
    },
  ];
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
