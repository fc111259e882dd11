import { type Message, reportTo } from '../messages/message.ts';
import type { Page } from '../model/library.ts';
import { takeCitations } from './citations.ts';
import type { Context, Parsing } from './context.ts';
import { reportUnsafeHtml } from './html.ts';
import type { SourceFile } from './parse-review.ts';
import { parser } from './parser.ts';
import { asHtml, render } from './render.ts';

/** Parses a page of the site's own text: plain Markdown, in which citations work and marks have no place. */
export function parsePage(
  { path, value }: SourceFile,
  context: Context,
): { readonly page: Page; readonly messages: readonly Message[] } {
  const messages: Message[] = [];
  const { language } = context.references.site;
  const parsing: Parsing = { ...context, path, source: value, language, report: reportTo(messages) };
  const tree = parser.parse(value);
  reportUnsafeHtml(tree, parsing);
  takeCitations(tree, parsing, false);
  const id = path.replace(/^.*\//, '').replace(/\.md$/, '');
  return { page: { id, html: asHtml(render(tree.children, [], parsing, id)) }, messages };
}
