import { type Message, reportTo } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { Page } from '../model/library.ts';
import { parseBounded } from './bounds.ts';
import { takeCitations } from './citations.ts';
import type { Context, Parsing } from './context.ts';
import { reportUnsafeHtml } from './html.ts';
import type { Parsed, SourceFile } from './parse-review.ts';
import { placeOfOpening } from './place-of.ts';
import { asHtml, render } from './render.ts';
import { unlessTooDeep } from './too-deep.ts';
import { visit } from './visit.ts';

/** Parses a page of the site's own text: plain Markdown, in which citations work and marks have no place. */
export function parsePage(
  { path, value }: SourceFile,
  context: Context,
): Pick<Parsed, 'messages' | 'links' | 'siteLinks'> & { readonly page: Page } {
  const messages: Message[] = [];
  const { language } = context.references.site;
  const parsing: Parsing = {
    ...context,
    path,
    source: value,
    language,
    report: reportTo(messages),
    used: new Map(),
    links: new Map(),
    siteLinks: [],
  };
  const id = path.replace(/^.*\//, '').replace(/\.md$/, '');
  const html = unlessTooDeep(() => htmlOf(id, parsing), path, parsing.report) ?? '';
  const { used, links, siteLinks } = parsing;
  return { page: { id, html, images: [...used.values()] }, messages, links: [...links.values()], siteLinks };
}

function htmlOf(id: string, parsing: Parsing): string | undefined {
  const tree = parseBounded(parsing);
  if (!tree) return undefined;
  visit(tree, (node) => {
    if (node.type !== 'textDirective' && node.type !== 'containerDirective') return;
    parsing.report('unreadable-directive', placeOfOpening(parsing.path, node), {
      found: `${code(node.name)} in a page of the site itself`,
      expected: 'marks and definitions in reviews only',
    });
  });
  reportUnsafeHtml(tree, parsing);
  takeCitations(tree, parsing, false);
  return asHtml(render(tree.children, [], parsing, id), parsing);
}
