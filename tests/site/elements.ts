import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** All elements of that name, in the order of the page. */
export function elements(tree: Root | Element, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === name) found.push(element);
  });
  return found;
}

/** What is written in an element, its texts with `between` between them. */
export function textOf(element: Element | undefined, between = ''): string {
  const words: string[] = [];
  if (element) visit(element, 'text', ({ value }) => void words.push(value));
  return words.join(between).replace(/\s+/g, ' ').trim();
}
