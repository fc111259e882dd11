import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Literal, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { code, nearest, nearestOr } from '../messages/nearest.ts';
import type { CitationItem } from '../model/annotation.ts';
import { citationsIn } from './citation-syntax.ts';
import type { Parsing } from './context.ts';
import { placeAt } from './place-of.ts';

/** A citation in the Markdown tree, already formatted by the CSL processor. */
export interface CitationNode extends Literal {
  type: 'citation';
  rendered: ElementContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}

/**
 * Replaces `[@key, p. 80]` in the text of a tree by formatted citations and gives what was cited, in order. An unknown
 * source is reported; in ordinary prose (not `strict`) only when a known one is near: `[@home]` may be just that.
 */
export function takeCitations(tree: Nodes, parsing: Parsing, strict: boolean): CitationItem[] {
  const cited: CitationItem[] = [];
  visit(tree, 'text', (node, index, parent) => {
    if (!node.value.includes('@') || index === undefined || !parent) return undefined;
    const parts = split(node, parsing, strict, cited);
    (parent as Parents).children.splice(index, 1, ...(parts as Parents['children'])); // phrasing for phrasing
    return [SKIP, index + parts.length];
  });
  return cited;
}

function split(node: Text, parsing: Parsing, strict: boolean, cited: CitationItem[]): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  const text = (value: string) => {
    if (value !== '') parts.push({ type: 'text', value });
  };
  for (const { start, end: next, items } of citationsIn(node.value)) {
    if (!isCited(items, node, start, parsing, strict)) continue;
    text(node.value.slice(end, start));
    parts.push({ type: 'citation', value: node.value.slice(start, next), rendered: rendered(items, parsing) });
    cited.push(...items);
    end = next;
  }
  text(node.value.slice(end));
  return parts;
}

function isCited(
  items: readonly CitationItem[],
  node: Text,
  start: number,
  parsing: Parsing,
  strict: boolean,
): boolean {
  const { sources } = parsing.references;
  const isKnown = ({ key }: CitationItem) => sources.has(key);
  const mayMean = ({ key }: CitationItem) => isKnown({ key }) || nearest(key, sources.keys()) !== undefined;
  if (!strict && !items.some(mayMean)) return false;
  for (const { key } of items.filter((item) => !isKnown(item))) {
    parsing.report('unknown-source', placeInText(node, `@${key}`, start, parsing), {
      found: `source ${code(key)}`,
      expected: nearestOr(key, sources.keys(), 'the key of an entry in sources.bib'),
    });
  }
  return items.some(isKnown);
}

/** Escapes and entities make a text shorter than its source, so the key is looked for from there on. */
function placeInText(node: Text, written: string, start: number, { path, source }: Parsing) {
  const from = (node.position?.start.offset ?? 0) + start;
  const found = source.indexOf(written, from);
  const at = found === -1 || found > (node.position?.end.offset ?? 0) ? from : found;
  return placeAt(path, source, at, at + written.length);
}

function rendered(items: readonly CitationItem[], { references }: Parsing): ElementContent[] {
  return fromHtml(references.cite(items), { fragment: true }).children as ElementContent[]; // a fragment has no doctype
}
