import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { BuiltSite } from './built-sites.ts';

/** A link of a built site that leads nowhere. */
export interface DeadLink {
  /** The file it stands in, relative to the site. */
  readonly file: string;
  readonly link: string;
  readonly why: 'no such file' | 'no such fragment' | 'outside the base path' | 'no slash at the end';
}

/**
 * Every link between the files of a built site, in pages and in what machines fetch, that has no target: a file that is
 * not there, a fragment no element answers to, an address outside the path the site is hosted under.
 */
export function deadLinks(site: BuiltSite): DeadLink[] {
  const files = new Set(filesIn(site.dir));
  const pages = new Map<string, Page>();
  for (const file of files) if (file.endsWith('.html')) pages.set(file, readPage(join(site.dir, file)));
  const dead: DeadLink[] = [];
  for (const file of files) {
    const links = pages.get(file)?.links ?? addressesIn(join(site.dir, file), site.origin);
    for (const link of new Set(links)) {
      const why = whyDead(site, files, pages, file, link);
      if (why) dead.push({ file, link, why });
    }
  }
  return dead;
}

interface Page {
  readonly links: readonly string[];
  readonly fragments: ReadonlySet<string>;
}

function whyDead(
  { base, origin }: BuiltSite,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, Page>,
  file: string,
  link: string,
): DeadLink['why'] | undefined {
  const here = new URL(base + file.replace(/(^|\/)index\.html$/, '$1'), origin);
  if (!URL.canParse(link, here)) return 'no such file';
  const url = new URL(link, here);
  if (url.origin !== origin || !/^https?:$/.test(url.protocol)) return undefined;
  if (!url.pathname.startsWith(base)) return 'outside the base path';
  const path = decodeURIComponent(url.pathname.slice(base.length));
  const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(target)) return files.has(`${path}/index.html`) ? 'no slash at the end' : 'no such file';
  const fragment = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/s, '');
  if (fragment === '' || fragment === 'top') return undefined;
  const page = pages.get(target);
  return page && !page.fragments.has(fragment) ? 'no such fragment' : undefined;
}

/** Paths of all files of a folder, with slashes, in a fixed order. */
export function filesIn(dir: string): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

const linkProperties = ['href', 'src', 'action', 'formAction', 'poster', 'cite', 'data'];
const addressNames = /^(?:og:(?:url|image)|twitter:image)$/;

function readPage(file: string): Page {
  const tree: Root = fromHtml(readFileSync(file, 'utf8'));
  const links: string[] = [];
  const fragments = new Set<string>();
  visit(tree, 'element', ({ tagName, properties, children }) => {
    for (const name of linkProperties) if (typeof properties[name] === 'string') links.push(properties[name]);
    links.push(...candidates(properties['srcSet']));
    if (tagName === 'meta' && addressNames.test(String(properties['property'] ?? properties['name']))) {
      links.push(String(properties['content']));
    }
    const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    if (tagName === 'style') links.push(...[...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, url = '']) => url));
    if (properties['id']) fragments.add(String(properties['id']));
    if (tagName === 'a' && properties['name']) fragments.add(String(properties['name']));
  });
  return { links, fragments };
}

/** The addresses of a `srcset`. */
function candidates(srcSet: unknown): string[] {
  const texts = Array.isArray(srcSet) ? srcSet.map(String) : typeof srcSet === 'string' ? srcSet.split(',') : [];
  return texts.map((text) => text.trim().split(/\s/)[0] ?? '').filter((address) => address !== '');
}

const machineReadable = new Set(['.json', '.jsonld', '.xml', '.atom', '.txt', '.csv', '.webmanifest', '.css']);

/** The absolute addresses of the site in a file for machines, and what a style sheet fetches. */
function addressesIn(file: string, origin: string): string[] {
  if (!machineReadable.has(extname(file))) return [];
  const text = readFileSync(file, 'utf8').replaceAll('\\/', '/').replaceAll('&amp;', '&');
  const pattern = file.endsWith('.css')
    ? /url\(["']?([^"')]+)/g
    : new RegExp(`(${RegExp.escape(origin)}/[^\\s"'<>{}|\\\\^${file.endsWith('.csv') ? ',' : ''}]*)`, 'g');
  return [...text.matchAll(pattern)].map(([, address = '']) => address.replace(/[.,;:)\]]+$/, ''));
}
