import { createHash } from 'node:crypto';

/** What a page may load: its own files, images as data, and the WebAssembly of the search. */
const directives = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];
const scripts = "script-src 'self' 'wasm-unsafe-eval'";
const styles = "style-src 'self'";

/**
 * The policy for all pages at once. Each page carries its own, which names the styles written into it by their hashes; a
 * browser obeys both, so this one may leave styles to that one.
 */
export const policyOfSite = [...directives, scripts, `${styles} 'unsafe-inline'`].join('; ');

/**
 * A built page with its policy as the first thing after its encoding: what stands above, and the styles written into its
 * head by their hashes. A page with a script written into it does not work, and none has one.
 */
export function withPolicy(page: Buffer): Buffer {
  const at = page.indexOf(encoding) + encoding.length;
  const end = page.indexOf('</head>');
  if (at < encoding.length || end < at) return page;
  const head = page.toString('latin1', at, end); // a letter a byte
  const hashes = new Set([...head.matchAll(tag)].flatMap(([, style]) => (style === undefined ? [] : hashOf(style))));
  const own = [styles, ...[...hashes].map((hash) => `'${hash}'`)].join(' ');
  const policy = `${directives.join(';')}; ${scripts}; ${own};`;
  const meta = Buffer.from(`<meta http-equiv="content-security-policy" content="${policy}">`);
  return Buffer.concat([page.subarray(0, at), meta, page.subarray(at)]);
}

const encoding = '<meta charset="utf-8">';

/** A style with its text, or any other tag as a whole: what looks like a style in an attribute is none. */
const tag = /<style(?:"[^"]*"|'[^']*'|[^>"'])*>([\s\S]*?)<\/style>|<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/** Thousands of pages have the same styles. */
const known = new Map<string, string>();

function hashOf(style: string): string {
  const hash = known.get(style) ?? `sha256-${createHash('sha256').update(style, 'latin1').digest('base64')}`;
  known.set(style, hash);
  return hash;
}
