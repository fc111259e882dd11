import type { Element, ElementContent, Root } from 'hast';
import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { trimLines } from 'trim-lines';
import type { CitationNode } from './citations.ts';

/** A paragraph of nothing but words, citations and marks of these. */
interface PlainParagraph extends Paragraph {
  children: PlainContent[];
}

type PlainContent = Text | CitationNode | (TextDirective & { children: PlainContent[] });

/** How our own nodes come out. */
export interface OwnContent {
  readonly citation: (node: CitationNode) => ElementContent;
  readonly mark: (node: TextDirective, children: ElementContent[]) => ElementContent[];
}

export function arePlain(nodes: readonly RootContent[]): nodes is readonly PlainParagraph[] {
  return nodes.every((node) => node.type === 'paragraph' && node.children.every(isPlain));
}

function isPlain(node: PhrasingContent): node is PlainContent {
  if (node.type === 'textDirective') return node.children.every(isPlain);
  return node.type === 'text' || node.type === 'citation';
}

/**
 * Plain paragraphs as HTML, as `mdast-util-to-hast` makes it: that one first looks through all nodes for definitions and
 * footnotes, which costs more than the rest where the words of a file stand in many small pieces.
 */
export function plainHtml(nodes: readonly PlainParagraph[], own: OwnContent): Root {
  const between = { type: 'text', value: '\n' } as const;
  const paragraphs = nodes.map(({ children }): Element => {
    return { type: 'element', tagName: 'p', properties: {}, children: contentOf(children, own) };
  });
  return { type: 'root', children: paragraphs.flatMap((one, index) => (index === 0 ? [one] : [{ ...between }, one])) };
}

function contentOf(nodes: readonly PlainContent[], own: OwnContent): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: trimLines(node.value) }];
    return node.type === 'citation' ? [own.citation(node)] : own.mark(node, contentOf(node.children, own));
  });
}
