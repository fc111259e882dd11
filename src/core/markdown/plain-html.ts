import type { Element, ElementContent, Root } from 'hast';
import type { Paragraph, RootContent, Text } from 'mdast';
import { trimLines } from 'trim-lines';
import type { CitationNode } from './citations.ts';

/** A paragraph of nothing but words and citations. */
interface PlainParagraph extends Paragraph {
  children: (Text | CitationNode)[];
}

export function arePlain(nodes: readonly RootContent[]): nodes is readonly PlainParagraph[] {
  return nodes.every(
    (node) => node.type === 'paragraph' && node.children.every(({ type }) => type === 'text' || type === 'citation'),
  );
}

/**
 * Plain paragraphs as HTML, as `mdast-util-to-hast` makes it: that one first looks through all nodes for definitions and
 * footnotes, which costs more than the rest where the words of a file stand in many small pieces.
 */
export function plainHtml(nodes: readonly PlainParagraph[], citation: (node: CitationNode) => ElementContent): Root {
  const paragraphs = nodes.map(({ children }): Element => {
    const content = children.map((child) =>
      child.type === 'text' ? ({ type: 'text', value: trimLines(child.value) } as const) : citation(child),
    );
    return { type: 'element', tagName: 'p', properties: {}, children: content };
  });
  const between = { type: 'text', value: '\n' } as const;
  return { type: 'root', children: paragraphs.flatMap((one, index) => (index === 0 ? [one] : [{ ...between }, one])) };
}
