import type { Context, Highlight } from '../markdown/context.ts';
import { parsePage } from '../markdown/parse-page.ts';
import { parseReview, type SourceFile } from '../markdown/parse-review.ts';
import { inOrder, type Message } from '../messages/message.ts';
import type { Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { collect } from './collect.ts';
import { parseReferences } from './parse-references.ts';

export type { Highlight };

/** A content folder, read. */
export interface ContentFiles {
  /** `site.yaml`, `verdicts.yaml`, `people.yaml`, `works.yaml`, `sources.bib`: name to text; a missing file is absent. */
  readonly references: ReadonlyMap<string, string>;
  /** `reviews/*.md`, by path. */
  readonly reviews: readonly SourceFile[];
  /** `pages/*.md`, by path: texts of the site itself, such as its methodology. */
  readonly pages: readonly SourceFile[];
}

/** From files to the library: the one way that the check, the dev server and the build go. */
export function createLibrary(
  content: ContentFiles,
  { routes, highlight }: { readonly routes: Routes; readonly highlight?: Highlight | undefined },
): { readonly library: Library; readonly messages: readonly Message[] } {
  const { references, messages } = parseReferences(content.references, routes);
  const context: Context = { references, routes, highlight };
  const parsed = content.reviews.map((file) => parseReview(file, context));
  const pages = content.pages.map((file) => parsePage(file, context));
  const collected = collect(references, parsed);
  return {
    library: { ...references, ...collected.collected, pages: new Map(pages.map(({ page }) => [page.id, page])) },
    messages: inOrder([
      ...messages,
      ...parsed.flatMap((one) => one.messages),
      ...pages.flatMap((one) => one.messages),
      ...collected.messages,
    ]),
  };
}
