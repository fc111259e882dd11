import type { ElementContent } from 'hast';
import type { Literal, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { code, nearest, nearestOr } from '../messages/nearest.ts';
import type { CitationItem } from '../model/annotation.ts';
import type { References } from '../model/library.ts';
import type { Place } from '../model/place.ts';
import { citationsIn } from './citation-syntax.ts';
import type { Parsing } from './context.ts';
import { unreadCitations } from './near-miss-citations.ts';
import { placeAt } from './place-of.ts';
import { smartText } from './smart-punctuation.ts';
import { SKIP, visit } from './visit.ts';
import { withoutEscaped } from './without-escaped.ts';

/** A citation in the Markdown tree, already formatted by the CSL processor. */
export interface CitationNode extends Literal {
  type: 'citation';
  items: readonly CitationItem[];
  rendered: readonly ElementContent[];
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
 * Replaces `[@key, p. 80]` in the text of a tree by formatted citations. An unknown source is reported, and what was
 * meant as a citation and is none; in ordinary prose (not `strict`) only when a known source is near: `[@home]` may be
 * just that. Gives whether all of them could be read. Where their words are of no account (`isWordless`) and nothing will be
 * shown, they are left without any: to format them takes a third of the time of a check.
 */
export function takeCitations(tree: Nodes, parsing: Parsing, strict: boolean, isWordless = false): boolean {
  let isWhole = true;
  const noting: Parsing = {
    ...parsing,
    ...(isWordless && parsing.isTextOnly && { references: { ...parsing.references, cite: wordless(parsing) } }),
    report: (...message) => {
      isWhole = false;
      parsing.report(...message);
    },
  };
  visit(tree, 'text', (node, index, parent) => {
    if (index === undefined || !parent || !/[@[]/.test(node.value)) return undefined;
    const parts = split(node, noting, strict);
    (parent as Parents).children.splice(index, 1, ...(parts as Parents['children'])); // phrasing for phrasing
    return [SKIP, index + parts.length];
  });
  return isWhole;
}

function wordless({ references: { sources } }: Parsing): References['cite'] {
  return (items) => (items.some(({ key }) => sources.has(key)) ? [withoutWords] : []);
}

const withoutWords: ElementContent = {
  type: 'element',
  tagName: 'span',
  properties: { className: ['citation'] },
  children: [],
};

/** What is cited in a tree whose citations have been taken, in order. */
export function citedIn(tree: Nodes): CitationItem[] {
  const cited: CitationItem[] = [];
  visit(tree, 'citation', ({ items }) => {
    cited.push(...items);
  });
  return cited;
}

function split(node: Text, parsing: Parsing, strict: boolean): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  const plain = withoutEscaped(node, parsing.source);
  const text = (from: number, to?: number) => {
    const value = node.value.slice(from, to);
    if (value !== '') parts.push({ type: 'text', value });
    for (const written of unreadCitations(plain.slice(from, to), parsing.references.sources, strict)) {
      parsing.report('bad-citation', placeInText(node, written.text, from + written.index, parsing), written);
    }
  };
  for (const { start, end: next, items } of citationsIn(plain)) {
    if (!isCited(items, node, start, parsing, strict)) continue;
    text(end, start);
    parts.push({ type: 'citation', value: node.value.slice(start, next), items, rendered: rendered(items, parsing) });
    end = next;
  }
  text(end);
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
  const isNear = ({ key }: CitationItem) => sources.has(key) || nearest(key, sources.keys()) !== undefined;
  if (!strict && !items.some(isNear)) return false;
  for (const { key } of items) {
    if (sources.has(key)) continue;
    parsing.report('unknown-source', placeInText(node, `@${key}`, start, parsing), {
      found: `source ${code(key)}`,
      expected: nearestOr(key, sources.keys(), 'the key of an entry in sources.bib'),
    });
  }
  return true;
}

/** Escapes and entities make a text shorter than its source, so what is written is looked for from there on. */
function placeInText(node: Text, written: string, start: number, { path, source }: Parsing): Place {
  const from = (node.position?.start.offset ?? 0) + start;
  const found = source.indexOf(written, from);
  const at = found === -1 || found > (node.position?.end.offset ?? 0) ? from : found;
  return placeAt(path, source, at, at + written.length);
}

/** What an author writes round a key gets its typographic punctuation here: the rest of a citation has it already. */
function rendered(items: readonly CitationItem[], { references, language }: Parsing): readonly ElementContent[] {
  const smart = (text: string | undefined) => text && smartText(text, language);
  return references.cite(
    items.map((item) =>
      item.prefix || item.suffix ? { ...item, prefix: smart(item.prefix), suffix: smart(item.suffix) } : item,
    ),
  );
}
