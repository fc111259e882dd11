import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SitemapAndIndexStream, SitemapStream } from 'sitemap';
import { latest } from '../core/exports/changes.ts';
import { dateTime } from '../core/exports/iso-date.ts';
import { lastChanges } from '../core/exports/last-changes.ts';
import type { LoadedLibrary } from './library.ts';

/** How many pages a sitemap may name. Source: sitemaps.org, protocol. */
const most = 50_000;

/**
 * Writes `sitemap-index.xml` and what it names into a built site: every page but those that only lead on or stand in for
 * others, with the day on which what it shows was last changed. `paths` are those of all pages, below the base.
 */
export async function writeSitemap(
  paths: readonly string[],
  { library, routes }: Pick<LoadedLibrary, 'library' | 'routes'>,
  dir: string,
): Promise<void> {
  const changes = lastChanges(library, routes);
  const passedOver = new Set([routes.path('/404/'), routes.path('/offline/')]);
  for (const { kind, id } of library.formerIds.values()) passedOver.add(routes[kind](id));
  for (const slug of library.formerSlugs.keys()) passedOver.add(routes.review(slug));
  const items = paths
    .map((path) => routes.path(`/${path}`))
    .filter((link) => !passedOver.has(link))
    .sort()
    .map((link) => {
      const lastmod = dateTime(changes.of.get(link) ?? changes.rest ?? '');
      return { url: routes.whole(link), ...(lastmod && { lastmod }) };
    });
  if (items.length === 0) return;
  const index = new SitemapAndIndexStream({
    limit: most,
    getSitemapStream: (number) => {
      const dates = items.slice(number * most, (number + 1) * most).flatMap(({ lastmod }) => lastmod ?? []);
      const stream = new SitemapStream({ xmlns: { news: false, xhtml: false, image: false, video: false } });
      const name = `sitemap-${number}.xml`;
      const item = { url: routes.absolute(`/${name}`), ...(dates.length > 0 && { lastmod: latest(dates) }) };
      return [item, stream, stream.pipe(createWriteStream(join(dir, name)))];
    },
  });
  await pipeline(Readable.from(items), index, createWriteStream(join(dir, 'sitemap-index.xml')));
}
