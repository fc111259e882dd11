import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import type { Html, Root as MarkdownRoot } from 'mdast';
import { visit } from 'unist-util-visit';
import { code } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { placeOf } from './place-of.ts';

const furtherElements = ['abbr', 'bdi', 'bdo', 'cite', 'figcaption', 'figure', 'mark', 'small', 'time', 'u', 'wbr'];

/**
 * What HTML an author may write inside Markdown: GitHub's list and some elements of prose, without ids (they would clash
 * with those of annotations), styles and scripts. Source: the default schema of `hast-util-sanitize`.
 */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...furtherElements],
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'id'),
      ['id', /--fn(?:ref)?-|^footnote-label$/],
      'lang',
      'dir',
    ],
    mark: ['dataMark'],
    time: ['dateTime'],
  },
  clobber: [],
};

/** Names the HTML in a file's Markdown that the sanitiser will take away. */
export function reportUnsafeHtml(tree: MarkdownRoot, { path, report }: Parsing): void {
  visit(tree, 'html', (node: Html) => {
    const gone = unsafeIn(node.value);
    if (gone) {
      report('unsafe-html', placeOf(path, node), {
        found: `HTML ${code(gone)}, which is taken away`,
        expected: 'Markdown, or an element and attributes of plain prose',
      });
    }
  });
}

function unsafeIn(html: string): string | undefined {
  for (const [, name = '', attributes = ''] of html.matchAll(/<([A-Za-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)/g)) {
    const tag = name.toLowerCase();
    if (!schema.tagNames?.includes(tag)) return `<${tag}>`;
    const attribute = /(?:^|\s)(on\w+|style|id|srcdoc)\s*=/i.exec(attributes)?.[1];
    if (attribute) return attribute.toLowerCase();
  }
  return undefined;
}

/** Parses the raw HTML in a tree and keeps what is safe of it. A tree without any comes back as it is. */
export function withSafeHtml(tree: Root): Root {
  return hasRaw(tree) ? (sanitize(raw(tree), schema) as Root) : tree; // a root goes in, a root comes out
}

function hasRaw(node: Nodes): boolean {
  return (node.type as string) === 'raw' || ('children' in node && node.children.some(hasRaw));
}

/** Makes table alignment a class: the attribute is obsolete. */
export function alignByClass(element: Element): void {
  const { align } = element.properties;
  if (align === undefined) return;
  delete element.properties['align'];
  if (typeof align === 'string') element.properties['className'] = [`align-${align}`];
}
