import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/** HTML with `name` before each fragment in it, its notes open, and nothing in it that leads to files of the site. */
export function asSample(html: string, name: string): string {
  const tree = fromHtml(html, { fragment: true });
  const renamed = (fragment: string) => `${name}--${fragment}`;
  visit(tree, 'element', (element) => {
    const { properties } = element;
    if (typeof properties['id'] === 'string') properties['id'] = renamed(properties['id']);
    for (const property of ['ariaDescribedBy', 'ariaLabelledBy']) {
      const named = properties[property];
      if (Array.isArray(named)) properties[property] = named.map((one) => renamed(String(one)));
    }
    if (element.tagName === 'a') mendLink(element, renamed);
    if (element.tagName === 'img') showDescription(element);
    if (element.tagName === 'details') properties['open'] = true;
  });
  return toHtml(tree);
}

function mendLink(link: Element, renamed: (fragment: string) => string): void {
  const href = String(link.properties['href'] ?? '');
  if (href.startsWith('#')) link.properties['href'] = `#${renamed(href.slice(1))}`;
  else if (!/^https?:/.test(href)) {
    link.tagName = 'span';
    link.properties = { className: ['linked'] };
  }
}

function showDescription(image: Element): void {
  const { alt } = image.properties;
  image.tagName = 'span';
  image.properties = {};
  image.children = [{ type: 'text', value: String(alt ?? '') }];
}
