import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { FootnoteDefinition, Definition as LinkDefinition, Root as MarkdownRoot, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { type State, toHast } from 'mdast-util-to-hast';
import type { Prose } from '../model/annotation.ts';
import type { CitationNode } from './citations.ts';
import type { Parsing } from './context.ts';
import { footnoteWords } from './footnote-words.ts';
import { alignByClass, withSafeHtml } from './html.ts';
import { isForeign, mendAddresses } from './links.ts';
import { asFigure, asPicture } from './pictures.ts';
import { arePlain, type OwnContent, plainHtml } from './plain-html.ts';
import { smartPunctuation } from './smart-punctuation.ts';
import { textOf } from './text-of.ts';
import { SKIP, visit } from './visit.ts';

/** What one part of a file may refer to in another: link and footnote definitions. */
export type SharedDefinitions = readonly (LinkDefinition | FootnoteDefinition)[];

export function sharedDefinitions(tree: MarkdownRoot): SharedDefinitions {
  const found: (LinkDefinition | FootnoteDefinition)[] = [];
  visit(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node);
  });
  return found;
}

/** How marks come out of the Markdown tree; the number leads back to the directive. */
export type MarkKeys = (directive: TextDirective) => string | undefined;

/**
 * Renders Markdown nodes: safe HTML, mended addresses, coloured code, typographic punctuation. Footnotes get fragments
 * that begin with `prefix`, so that several renderings can share a page.
 */
export function render(
  nodes: readonly RootContent[],
  shared: SharedDefinitions,
  parsing: Parsing,
  prefix: string,
  keyOf?: MarkKeys,
): Root {
  const citations: (readonly ElementContent[])[] = [];
  const footnotes = footnoteWords(parsing.language);
  const own: OwnContent = {
    citation: (node) => placeholder(citations.push(node.rendered) - 1),
    mark: (node, children) => {
      const key = keyOf?.(node);
      return key === undefined
        ? children
        : [{ type: 'element', tagName: 'mark', properties: { dataMark: key }, children }];
    },
  };
  const tree = arePlain(nodes)
    ? plainHtml(nodes, own)
    : toHast(
        { type: 'root', children: [...nodes, ...shared.filter((definition) => !nodes.includes(definition))] },
        {
          allowDangerousHtml: true,
          clobberPrefix: `${prefix}--`,
          footnoteLabel: footnotes.label,
          footnoteBackLabel: (reference, again) => footnotes.back(`${reference + 1}${again > 1 ? `-${again}` : ''}`),
          handlers: {
            textDirective: (state: State, node: TextDirective) => own.mark(node, state.all(node) as ElementContent[]), // a mark holds phrasing alone
            citation: (_state: State, node: CitationNode) => own.citation(node),
          },
        },
      );
  const root = withSafeHtml(
    tree.type === 'root' ? tree : { type: 'root', children: [tree as ElementContent] },
    parsing.source,
  );
  finish(root, parsing, prefix);
  if (citations.length > 0) fillIn(root, citations);
  return root;
}

/** Citations are safe and finished when they come, so they stay out of what is done to the author's text. */
function placeholder(index: number): Element {
  return { type: 'element', tagName: 'mark', properties: { dataMark: `citation-${index}` }, children: [] };
}

function fillIn(root: Root, citations: readonly (readonly ElementContent[])[]): void {
  visit(root, 'element', (element, index, parent) => {
    const key = /^citation-(\d+)$/.exec(String(element.properties['dataMark'] ?? ''))?.[1];
    const nodes = key === undefined ? undefined : citations[Number(key)];
    if (!nodes || index === undefined || !parent) return undefined;
    parent.children.splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
}

function finish(root: Root, parsing: Parsing, prefix: string): void {
  visit(root, 'element', (element, index, parent) => {
    if (parsing.images && element.tagName === 'p') asFigure(element, parsing);
    if (parsing.images && element.tagName === 'img' && !isForeign(element) && parent && index !== undefined) {
      parent.children[index] = asPicture(element, isFigure(parent), parsing);
      return SKIP;
    }
    mendAddresses(element, parsing);
    alignByClass(element);
    nameFootnoteLabel(element, prefix);
    if (element.tagName !== 'pre') return undefined;
    keepFirstLine(element);
    const coloured = highlighted(element, parsing);
    if (coloured && parent && index !== undefined) parent.children[index] = coloured;
    return SKIP;
  });
  visit(root, 'text', (text) => {
    text.value = text.value.replace(/\r\n?/g, '\n'); // what a browser would read it as
  });
  smartPunctuation(root, parsing.language);
}

function isFigure(node: Nodes): boolean {
  return node.type === 'element' && node.tagName === 'figure';
}

/** The heading of the footnotes has the same id in every rendering, and its references describe themselves by it. */
function nameFootnoteLabel({ properties }: Element, prefix: string): void {
  const label = 'footnote-label';
  if (properties['id'] === label) properties['id'] = `${prefix}--${label}`;
  const describedBy = properties['ariaDescribedBy'];
  if (Array.isArray(describedBy) && describedBy[0] === label) properties['ariaDescribedBy'] = [`${prefix}--${label}`];
}

/** A browser takes away the line feed that `pre` begins with, and so would change the text. */
function keepFirstLine({ children: [first] }: Element): void {
  if (first?.type === 'text') first.value = first.value.replace(/^\n+/, '');
}

function highlighted(pre: Element, { highlight }: Parsing): Element | undefined {
  const [code] = pre.children;
  if (!highlight || code?.type !== 'element') return undefined;
  const classes = code.properties['className'];
  const language = Array.isArray(classes) ? /^language-(.+)$/.exec(String(classes[0]))?.[1] : undefined;
  if (language === undefined) return undefined;
  const [coloured] = highlight(textOf(code).replace(/\n$/, ''), language)?.children ?? [];
  return coloured?.type === 'element' ? coloured : undefined;
}

/** The nodes as HTML and as text. */
export function asProse(nodes: readonly Nodes[], parsing: Parsing): Prose {
  const root: Root = { type: 'root', children: nodes as Root['children'] };
  const text = nodes.map(textOf).join(nodes.some(isParagraph) ? ' ' : '');
  return { html: asHtml(root, parsing).trim(), text: text.replace(/\s{2,}|[^\S ]/g, ' ').trim() };
}

function isParagraph(node: Nodes): boolean {
  return node.type === 'element' && node.tagName === 'p';
}

export function asHtml(node: Nodes, { isTextOnly = false }: Parsing): string {
  return isTextOnly ? '' : toHtml(node, { characterReferences: { useNamedReferences: false } });
}
