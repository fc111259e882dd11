import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { latest } from '../core/exports/changes.ts';
import { dateTime } from '../core/exports/iso-date.ts';
import { lastChanges } from '../core/exports/last-changes.ts';
import type { LoadedLibrary } from './library.ts';

/** How many pages a sitemap may name. Source: sitemaps.org, protocol. */
const most = 50_000;

/** A file of the sitemap: a text that stands for all that it says, and how it is made. */
export interface SitemapFile {
  readonly says: string;
  readonly make: () => Promise<Uint8Array>;
}

/**
 * `sitemap-index.xml` and what it names: every page but those that only lead on or stand in for others, with the day on
 * which what it shows was last changed. `paths` are those of all pages, below the base; without any there is no sitemap.
 */
export function sitemapFiles(
  paths: readonly string[],
  { library, routes }: Pick<LoadedLibrary, 'library' | 'routes'>,
): ReadonlyMap<string, SitemapFile> {
  const changes = lastChanges(library, routes);
  const passedOver = new Set([routes.path('/404/'), routes.path('/offline/')]);
  for (const { kind, id } of library.formerIds.values()) passedOver.add(routes[kind](id));
  for (const slug of library.formerSlugs.keys()) passedOver.add(routes.review(slug));
  const items = paths
    .map((path) => routes.path(`/${path}`))
    .filter((link) => !passedOver.has(link))
    .sort()
    .map((link) => itemOf(routes.whole(link), dateTime(changes.of.get(link) ?? changes.rest ?? '')));
  const files = new Map<string, SitemapFile>();
  const maps: Item[] = [];
  for (let start = 0; start < items.length; start += most) {
    const name = `sitemap-${maps.length}.xml`;
    const part = items.slice(start, start + most);
    const dates = part.flatMap(({ lastmod }) => lastmod ?? []);
    maps.push(itemOf(routes.absolute(`/${name}`), dates.length > 0 ? latest(dates) : undefined));
    files.set(
      name,
      fileOf(part, () => new SitemapStream({ xmlns: noOthers })),
    );
  }
  if (maps.length > 0)
    files.set(
      'sitemap-index.xml',
      fileOf(maps, () => new SitemapIndexStream()),
    );
  return files;
}

interface Item {
  readonly url: string;
  readonly lastmod?: string;
}

function itemOf(url: string, lastmod: string | undefined): Item {
  return { url, ...(lastmod && { lastmod }) };
}

function fileOf(items: readonly Item[], stream: () => SitemapStream | SitemapIndexStream): SitemapFile {
  return {
    says: hash('sha1', items.map(({ url, lastmod = '' }) => `${url} ${lastmod}\n`).join(''), 'base64'),
    make: () => streamToPromise(Readable.from(items).pipe(stream())),
  };
}

const noOthers = { news: false, xhtml: false, image: false, video: false };
