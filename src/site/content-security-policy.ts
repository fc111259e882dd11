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

/** A style that is written into pages. */
export interface WrittenStyle {
  /** In UTF-8. */
  readonly bytes: Buffer;
  /** As a policy names it: `sha256-…` (CSP Level 3, section 2.3.1). */
  readonly hash: string;
}

/** A style with what a policy says of it; it is worked out once for thousands of pages. */
export function writtenStyle(style: string): WrittenStyle {
  const bytes = Buffer.from(style);
  return { bytes, hash: hashOf(bytes) };
}

/**
 * A rendered page as it is published. The styles in its head are put in where something stands for them; and the first
 * thing after its encoding is its policy: what stands above, and the styles by their hashes. A page with a script written
 * into it does not work, and none has one.
 */
export function withPolicy(page: Buffer, styleOf: (standIn: string) => WrittenStyle | undefined): Buffer {
  const at = page.indexOf(encoding) + encoding.length;
  const end = page.indexOf('</head>');
  if (at < encoding.length || end < at) return page;
  const rest: Buffer[] = [];
  const hashes = new Set<string>();
  let written = at;
  for (const { text, start } of stylesIn(page.toString('latin1', at, end))) {
    const [from, to] = [at + start, at + start + text.length]; // a letter a byte
    const { bytes, hash } = styleOf(text) ?? writtenStyle(page.toString('utf8', from, to));
    rest.push(page.subarray(written, from), bytes);
    hashes.add(`'${hash}'`);
    written = to;
  }
  const policy = `${directives.join(';')}; ${scripts}; ${[styles, ...hashes].join(' ')};`;
  const meta = Buffer.from(`<meta http-equiv="content-security-policy" content="${policy}">`);
  return Buffer.concat([page.subarray(0, at), meta, ...rest, page.subarray(written)]);
}

const encoding = '<meta charset="utf-8">';

/** All styles in a head, and where they start in it. What looks like a style in an attribute of another tag is none. */
function stylesIn(head: string): { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  const tag = new RegExp(anyTag);
  for (let match = tag.exec(head); match; match = tag.exec(head)) {
    if (!match[0].startsWith('<style')) continue;
    const start = tag.lastIndex;
    const end = head.indexOf('</style>', start);
    if (end < 0) break;
    found.push({ text: head.slice(start, end), start });
    tag.lastIndex = end;
  }
  return found;
}

const anyTag = /<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/g;

function hashOf(style: Buffer): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}
