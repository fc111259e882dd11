import type { CitationItem } from '../model/annotation.ts';
import { locatorIn } from './locator-syntax.ts';

/** A citation in a text: what stands from `start` to before `end`, brackets included, in UTF-16 units. */
export interface WrittenCitation {
  readonly start: number;
  readonly end: number;
  readonly items: readonly CitationItem[];
}

/**
 * The citations in a text, in order: bracketed groups in which every part names a source. Addresses such as `a@b.c`,
 * groups without `@` and brackets that never close are text.
 */
export function citationsIn(text: string): WrittenCitation[] {
  if (!text.includes('@')) return [];
  return groupsWithKeys(text).flatMap(([start, end]) => {
    const items = parseCitation(text.slice(start + 1, end - 1));
    return items ? [{ start, end, items }] : [];
  });
}

/**
 * Reads the inside of a citation, `see @key, p. 80 for this; @other`; `undefined` when a part of it names no source, or
 * two. Prefix and suffix are kept as typed, with the spaces and commas between them and the rest. `-@key`, which leaves
 * the author out in Pandoc, is a citation like any other: each one is a link, and a link has a name.
 *
 * Source: Pandoc User's Guide, "Citation syntax".
 */
export function parseCitation(text: string): CitationItem[] | undefined {
  const items = partsOf(text).map(parsePart);
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** `@{…}`, or letters, digits and `_` with single signs between them. Behind a letter it is an address: `a@b.c`. */
const sourceKey =
  /(?<![\p{L}\p{N}_])-?@(?:\{([^\s{}]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/gu;

function parsePart(part: string): CitationItem | undefined {
  const [found, second] = part.matchAll(sourceKey);
  const key = found?.[1] ?? found?.[2];
  if (!found || key === undefined || second || !isOutsideBrackets(part, found.index)) return undefined;
  const prefix = part.slice(0, found.index).trimStart();
  const { locator, label, suffix } = locatorIn(part.slice(found.index + found[0].length).trimEnd());
  return { key, ...(prefix && { prefix }), ...(locator && { locator, label }), ...(suffix && { suffix }) };
}

/** What semicolons part, those in braces and brackets aside. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{};]/g)) {
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth -= 1;
    if (sign !== ';' || depth !== 0) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  return [...parts, text.slice(start)];
}

function isOutsideBrackets(text: string, offset: number): boolean {
  let depth = 0;
  for (const sign of text.slice(0, offset)) depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
  return depth === 0;
}

/** Where brackets open and close that have a key directly in them, and not one in brackets of its own. */
function groupsWithKeys(text: string): [number, number][] {
  const groups: [number, number][] = [];
  const open: { readonly start: number; hasKey: boolean; hasGroup: boolean }[] = [];
  for (const { 0: sign, index } of text.matchAll(/[[\]]|(?<![\p{L}\p{N}_])@/gu)) {
    const inner = open.at(-1);
    if (sign === '[') open.push({ start: index, hasKey: false, hasGroup: false });
    else if (sign === '@' && inner) inner.hasKey = true;
    else if (inner) {
      open.pop();
      const outer = open.at(-1);
      if (outer) outer.hasGroup ||= inner.hasKey || inner.hasGroup;
      if (inner.hasKey && !inner.hasGroup) groups.push([inner.start, index + 1]);
    }
  }
  return groups;
}
