import { defineMiddleware } from 'astro:middleware';
import { createHash } from 'node:crypto';

/**
 * Astro lists in the policy of every page the hashes of all styles and scripts of the site. A page names only those of the
 * styles and scripts written into it: a kilobyte less before anything is seen.
 */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const own = new Set([...html.matchAll(tag)].flatMap(([, , text]) => (text === undefined ? [] : hashOf(text))));
  const policed = html.replace(/(<meta http-equiv="content-security-policy" content=")([^"]*)/, (_, start, policy) => {
    return (
      start + policy.replace(/ '(sha256-[^']+)'/g, (source: string, hash: string) => (own.has(hash) ? source : ''))
    );
  });
  return new Response(policed, response);
});

/** A style or script with its text, or any other tag as a whole: what looks like a style in an attribute is none. */
const tag = /<(style|script)(?:"[^"]*"|'[^']*'|[^>"'])*>([\s\S]*?)<\/\1>|<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/** Thousands of pages have the same styles. */
const hashes = new Map<string, string>();

function hashOf(text: string): string {
  const known = hashes.get(text) ?? `sha256-${createHash('sha256').update(text).digest('base64')}`;
  hashes.set(text, known);
  return known;
}
