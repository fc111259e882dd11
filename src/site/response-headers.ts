import { contentSecurityPolicy } from './content-security-policy.ts';

/** What a host is to say with every file. */
const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy(),
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

/**
 * The policy for all pages at once. Each page carries its own, which names the styles written into it by their hashes; a
 * browser obeys both, so this one may leave styles to that one.
 */
function policy(): string {
  const { directives, scriptDirective, styleDirective } = contentSecurityPolicy;
  const scripts = `script-src ${scriptDirective.resources.join(' ')}`;
  const styles = `style-src ${styleDirective.resources.join(' ')} 'unsafe-inline'`;
  return [...directives, scripts, styles].join('; ');
}
