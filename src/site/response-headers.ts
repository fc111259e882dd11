import { policyOfSite } from './content-security-policy.ts';

/** What a host is to say with every file. */
const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policyOfSite,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};
/** Names in `_astro/` change with what is in the file. */
const forEver = 'public, max-age=31536000, immutable';
/** Kept, and asked for anew each time: a correction is seen at once. */
const askAgain = 'no-cache';

/** The headers of the file at a path of the site, without the base: what `npm start` sends, and `deploy/` is tested for. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  return { ...always, 'Cache-Control': path.startsWith('_astro/') ? forEver : askAgain };
}

/**
 * The file `_headers` of a site below a base, which Netlify and Cloudflare Pages read. That the other files are asked for
 * anew is what both do by themselves; said here, it would be joined to what is said of `_astro/`.
 */
export function headersFile(base: string): string {
  const lines = Object.entries(always).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${base}*\n${lines.join('')}\n${base}_astro/*\n  Cache-Control: ${forEver}\n`;
}
