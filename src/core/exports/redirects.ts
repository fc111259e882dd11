import type { Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';

/**
 * The `_redirects` file that Netlify and Cloudflare Pages read: what was renamed is answered by the host itself, and the
 * browser takes the fragment along. What was merged is left to its page, which knows that its revisions had another count;
 * in a frame no fragment tells anything, and so its embed is sent on all the same. Files for machines are left to the copies
 * that stand there: hosts put no headers on a redirect, and without them programs on other sites may not follow it. Nothing
 * where nothing was renamed.
 */
export function redirects({ formerIds, formerSlugs }: Library, routes: Routes): string {
  const lines = [
    ...[...formerIds.values()]
      .filter(({ mergedAs }) => mergedAs === undefined)
      .map(({ id, kind, to, toKind }) => [routes[kind](id), routes[toKind](to)]),
    ...[...formerIds.values()]
      .filter(({ kind, toKind }) => kind === 'claim' && toKind === 'claim')
      .map(({ id, to }) => [routes.embed(id), routes.embed(to)]),
    ...[...formerSlugs].map(([former, slug]) => [routes.review(former), routes.review(slug)]),
  ];
  return lines.map(([from, to]) => `${from} ${to} 301\n`).join('');
}
