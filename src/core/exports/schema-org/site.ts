import type { BreadcrumbList, SearchAction, Thing, WebSite } from 'schema-dts';
import type { Site } from '../../model/references.ts';
import type { Routes } from '../../model/routes.ts';
import { publisher } from './agents.ts';

/** The site and its search. */
export function webSite(site: Site, routes: Routes): WebSite {
  const search: SearchAction = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${routes.absolute('/search/')}?q={search_term_string}` },
  };
  return {
    '@type': 'WebSite',
    name: site.title,
    description: site.description,
    url: routes.absolute('/'),
    inLanguage: site.language,
    publisher: publisher(site, routes),
    ...(site.licence && { license: site.licence.url }),
    potentialAction: search,
  };
}

/** The way down to a page: names and links made by the routes, the page itself last. */
export function breadcrumbs(steps: readonly (readonly [name: string, link: string])[], routes: Routes): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, link], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: routes.whole(link),
    })),
  };
}

/** Things of schema.org as a document of their own: a page carries one. */
export function inContext(...things: readonly Exclude<Thing, string>[]): object {
  const context = { '@context': 'https://schema.org' } as const;
  return things.length === 1 ? { ...context, ...things[0] } : { ...context, '@graph': things };
}
