import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast } from 'mdast-util-to-hast';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';
import { smartPunctuation } from '../../src/core/markdown/smart-punctuation.ts';

/**
 * The blocks of a Markdown text as remark alone renders it: the same extensions without the annotations', then our smart
 * punctuation. Headings have no ids, and cells of tables classes in place of `align`.
 */
export function plainBlocks(markdown: string): string[] {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  const html = toHast(tree, { clobberPrefix: 'input--' });
  const root: Root = html.type === 'root' ? html : { type: 'root', children: [html as ElementContent] }; // one node is no doctype
  smartPunctuation(root, 'en');
  return root.children.filter((child): child is Element => child.type === 'element').map(asHtml);
}

/** A block of ours, without what a site adds to it: the ids of headings and the prefix of the footnotes' label. */
export function withoutFragments(block: string): string {
  return block.replace(/^<(h[1-6]) id="section--[^"]*">/, '<$1>').replaceAll('input--footnote-label', 'footnote-label');
}

/** Whether a text has HTML in it, which a site cleans. */
export function hasHtml(markdown: string): boolean {
  let found = false;
  visit(fromMarkdown(markdown), 'html', () => {
    found = true;
  });
  return found;
}

function asHtml(element: Element): string {
  visit(element, 'element', ({ properties }) => {
    const { align } = properties;
    if (typeof align !== 'string') return;
    delete properties['align'];
    properties['className'] = [`align-${align}`];
  });
  return toHtml(element, { characterReferences: { useNamedReferences: false } });
}
