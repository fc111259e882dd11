import createSitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { dateTime } from '../core/exports/iso-date.ts';
import { lastChanges } from '../core/exports/last-changes.ts';
import { loadLibrary } from './library.ts';

/** `sitemap-index.xml` and what it names: every page but those that only lead on or stand in for others, with the day on
 * which what it shows was last changed. */
export function sitemap(): AstroIntegration {
  let changes: ReturnType<typeof lastChanges> | undefined;
  const passedOver = new Set<string>();
  return createSitemap({
    serialize: async (item): Promise<SitemapItem | undefined> => {
      if (!changes) {
        const { library, routes } = await loadLibrary();
        changes = lastChanges(library, routes);
        for (const { kind, id } of library.formerIds.values()) {
          passedOver.add(kind === 'claim' ? routes.claim(id) : routes.fact(id));
        }
        for (const slug of library.formerSlugs.keys()) passedOver.add(routes.review(slug));
        passedOver.add(routes.path('/offline/'));
      }
      if (passedOver.has(new URL(item.url).pathname)) return undefined;
      const lastmod = dateTime(changes.of.get(new URL(item.url).pathname) ?? changes.rest ?? '');
      return lastmod ? { ...item, lastmod } : item;
    },
  });
}
