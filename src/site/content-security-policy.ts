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
  const hashes = stylesIn(page.toString('latin1', at, end)).map(hashOf); // a letter a byte
  const own = [styles, ...[...new Set(hashes)].map((hash) => `'${hash}'`)].join(' ');
  const policy = `${directives.join(';')}; ${scripts}; ${own};`;
  const meta = Buffer.from(`<meta http-equiv="content-security-policy" content="${policy}">`);
  return Buffer.concat([page.subarray(0, at), meta, page.subarray(at)]);
}

const encoding = '<meta charset="utf-8">';

/** The texts of all styles in a head. What looks like a style in an attribute of another tag is none. */
function stylesIn(head: string): string[] {
  const styles: string[] = [];
  const tag = new RegExp(anyTag);
  for (let found = tag.exec(head); found; found = tag.exec(head)) {
    if (!found[0].startsWith('<style')) continue;
    const end = head.indexOf('</style>', tag.lastIndex);
    if (end < 0) break;
    styles.push(head.slice(tag.lastIndex, end));
    tag.lastIndex = end;
  }
  return styles;
}

const anyTag = /<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/** Thousands of pages have the same styles. */
const known = new Map<string, string>();

function hashOf(style: string): string {
  const hash = known.get(style) ?? `sha256-${createHash('sha256').update(style, 'latin1').digest('base64')}`;
  known.set(style, hash);
  return hash;
}
