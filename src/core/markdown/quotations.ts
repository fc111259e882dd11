import type { Nodes, Paragraph, Parents } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Place } from '../model/place.ts';
import type { Parsing } from './context.ts';
import { placeAt, placeOf } from './place-of.ts';
import { countWords } from './text-of.ts';
import { EXIT, SKIP, visit } from './visit.ts';

const longest = 40;
const shortestCredited = 5;

/** Reports quotations, between quotation marks or set off as a block, that are longer than a reader needs. */
export function reportLongQuotations(tree: Nodes, parsing: Parsing): void {
  if (!mayQuote(tree, parsing)) return;
  visit(tree, (node) => {
    if (node.type === 'blockquote') {
      reportLength(textOf(node), () => placeOf(parsing.path, node), parsing);
      return SKIP;
    }
    if (node.type !== 'paragraph') return undefined;
    for (const { text, place } of quotationsIn(node, parsing)) reportLength(text, place, parsing);
    return SKIP;
  });
}

/** Whether any sign of a quotation is written in it: most definitions have none, and need not be searched. */
function mayQuote({ position }: Nodes, { source }: Parsing): boolean {
  return /["“«„>&]/.test(source.slice(position?.start.offset, position?.end.offset));
}

function reportLength(text: string, place: () => Place, { report }: Parsing): void {
  const words = countWords(text);
  if (words <= longest) return;
  report('long-quotation', place(), {
    found: `a quotation of ${words} words`,
    expected: `${longest} at most: the words that matter, and the rest told in your own`,
  });
}

/**
 * Reports quotations in a fact, or in a claim behind its statement, in whose paragraph no source is cited. One that is
 * set off as a block may have its source in the paragraph before or after it.
 */
export function reportUncredited(directive: ContainerDirective, parsing: Parsing): void {
  if (!mayQuote(directive, parsing)) return;
  const statement =
    directive.name === 'claim' ? directive.children.find(({ type }) => type === 'paragraph') : undefined;
  visit(directive, (node, index, parent) => {
    if (node === statement) return SKIP;
    if (node.type === 'blockquote' && parent && index !== undefined) {
      const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
      const isCredited = [before, node, after].some((one) => one && one !== statement && isCrediting(one));
      if (!isCredited) reportMissingCredit(textOf(node), () => placeOf(parsing.path, node), parsing);
      return SKIP;
    }
    if (node.type !== 'paragraph') return undefined;
    if (!isCrediting(node)) {
      for (const { text, place } of quotationsIn(node, parsing)) reportMissingCredit(text, place, parsing);
    }
    return SKIP;
  });
}

function reportMissingCredit(text: string, place: () => Place, { report }: Parsing): void {
  const words = countWords(text);
  if (words < shortestCredited) return;
  report('uncredited-quotation', place(), {
    found: `a quotation of ${words} words without its source`,
    expected: 'a citation in the same paragraph, such as `[@key, p. 80]`',
  });
}

function isCrediting(node: Nodes): boolean {
  let found = false;
  visit(node, (inner) => {
    found ||= inner.type === 'citation' || inner.type === 'footnoteReference';
  });
  return found;
}

const quotation = /“([^“”]*)”|«([^«»]*)»|„([^„“”]*)[“”]|(?<![\p{L}\p{N}.,!?])"([^"]*)"/gu;

interface Quotation {
  readonly text: string;
  readonly place: () => Place;
}

function quotationsIn(paragraph: Paragraph, parsing: Parsing): Quotation[] {
  return [...textOf(paragraph).matchAll(quotation)].map(({ 0: text, index }) => ({
    text,
    place: () => placeInside(paragraph, index, text.charAt(0), parsing),
  }));
}

/** Where a sign at an offset in a paragraph's text stands in the source, which is longer by its markup. */
function placeInside(paragraph: Paragraph, offset: number, sign: string, { path, source }: Parsing): Place {
  let left = offset;
  let place = placeOf(path, paragraph);
  visit(paragraph, (leaf) => {
    if ('children' in leaf) return undefined;
    const text = textOf(leaf);
    if (left >= text.length) {
      left -= text.length;
      return undefined;
    }
    const start = source.indexOf(sign, (leaf.position?.start.offset ?? 0) + left);
    if (start !== -1) place = placeAt(path, source, start, start + 1);
    return EXIT;
  });
  return place;
}

/** The text of a node without its citations. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  const text = 'children' in node ? (node as Parents).children.map(textOf).join('') : '';
  return node.type === 'paragraph' ? `${text}\n` : text;
}
