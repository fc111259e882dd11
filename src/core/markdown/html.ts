import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { raw } from 'hast-util-raw';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import type { Html, Root as MarkdownRoot } from 'mdast';
import { VFile } from 'vfile';
import { code } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { placeOf } from './place-of.ts';
import { visit } from './visit.ts';

/** Addresses are looked at later, by `mendAddresses`, which knows where they stand. */
const { href: _href, src: _src, ...protocols } = defaultSchema.protocols ?? {};
/** They would fetch from other sites, past the check of images. */
const refused = new Set(['picture', 'source']);
const furtherElements = ['abbr', 'bdi', 'bdo', 'cite', 'figcaption', 'figure', 'mark', 'small', 'time', 'u', 'wbr'];

/**
 * What HTML an author may write inside Markdown: GitHub's list and some elements of prose, without ids (they would clash
 * with those of annotations), styles and scripts. Source: the default schema of `hast-util-sanitize`.
 */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...furtherElements].filter((name) => !refused.has(name)),
  protocols,
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'id'),
      ['id', /--fn(?:ref)?-|^footnote-label$/],
      'lang',
      'dir',
    ],
    mark: ['dataMark'],
    span: [['className', 'citation']],
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

const openingTag = /<([A-Za-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)/g;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/** The first element or attribute in a piece of HTML that the sanitiser refuses; comments say nothing. */
function unsafeIn(html: string): string | undefined {
  for (const [, name = '', attributes = ''] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(openingTag)) {
    const tag = name.toLowerCase();
    if (!schema.tagNames?.includes(tag)) return `<${tag}>`;
    for (const [written, attributeName = ''] of attributes.matchAll(attribute)) {
      if (!isKept(tag, written))
        return /^(?:href|src|cite)$/i.test(attributeName) ? written : attributeName.toLowerCase();
    }
  }
  return undefined;
}

/** Whether the sanitiser leaves an attribute on an element, wherever that stands. */
function isKept(tagName: string, written: string): boolean {
  const [element] = fromHtml(`<i ${written}>`, { fragment: true }).children;
  if (element?.type !== 'element') return false;
  const kept = sanitize({ ...element, tagName }, { ...schema, ancestors: {} });
  const names = Object.keys(element.properties);
  return kept.type === 'element' && names.every((name) => kept.properties[name] !== undefined);
}

/**
 * Parses the raw HTML in a tree and keeps what is safe of it; text left outside of any block gets a paragraph. A tree
 * without any comes back as it is.
 */
export function withSafeHtml(tree: Root, source: string): Root {
  if (!hasRaw(tree)) return tree;
  const safe = sanitize(raw(tree, { file: new VFile(source) }), schema) as Root; // a root goes in, a root comes out
  return { ...safe, children: inBlocks(safe.children) };
}

const flow =
  /^(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|menu|nav|ol|p|pre|search|section|table|ul)$/;

function inBlocks(children: Root['children']): Root['children'] {
  const blocks: Root['children'] = [];
  let loose: Element['children'] = [];
  const gather = () => {
    const first = loose.findIndex(isSeen);
    const last = loose.findLastIndex(isSeen) + 1;
    const paragraph = { type: 'element' as const, tagName: 'p', properties: {}, children: loose.slice(first, last) };
    blocks.push(...(first === -1 ? loose : [...loose.slice(0, first), paragraph, ...loose.slice(last)]));
    loose = [];
  };
  for (const child of children) {
    if (child.type === 'doctype') continue;
    if (child.type === 'element' && flow.test(child.tagName)) {
      gather();
      blocks.push(child);
    } else loose.push(child);
  }
  gather();
  return blocks;
}

function isSeen(node: Element['children'][number]): boolean {
  return node.type === 'element' || (node.type === 'text' && node.value.trim() !== '');
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
