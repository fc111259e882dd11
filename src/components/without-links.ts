import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/** Prose of the core for use inside a link: links in it, which may not nest, are taken off. */
export function withoutLinks(html: string): string {
  if (!html.includes('<a')) return html;
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ tagName, children }, index, parent) => {
    if (tagName !== 'a' || index === undefined || !parent) return undefined;
    parent.children.splice(index, 1, ...children);
    return index;
  });
  return toHtml(tree, { characterReferences: { useNamedReferences: false } });
}
