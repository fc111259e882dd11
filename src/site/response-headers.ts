import { policyOfSite } from './content-security-policy.ts';

/** What a host is to say with every file. */
const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policyOfSite,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};
/** Folders whose files have names that change with what is in them. */
const named: readonly string[] = [
  '_astro/',
  ...['claims', 'fragment', 'index', 'people', 'words'].map((folder) => `pagefind/${folder}/`),
];
const forEver = 'public, max-age=31536000, immutable';
/** Kept, and asked for anew each time: a correction is seen at once. */
const askAgain = 'no-cache';

/** The headers of the file at a path of the site, without the base: what `npm start` sends, and `deploy/` is tested for. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  return { ...always, 'Cache-Control': named.some((folder) => path.startsWith(folder)) ? forEver : askAgain };
}

/**
 * The file `_headers` of a site below a base, which Netlify and Cloudflare Pages read. That the other files are asked for
 * anew is what both do by themselves; said here, it would be joined to what is said of those that are kept.
 */
export function headersFile(base: string): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const rules = [rule('*', always), ...named.map((folder) => rule(`${folder}*`, { 'Cache-Control': forEver }))];
  return `${rules.join('\n\n')}\n`;
}
