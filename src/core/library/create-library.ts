import { emptyLedger, readLedger } from '../ledger/read-ledger.ts';
import { remembered } from '../ledger/remembered.ts';
import type { Context, Highlight } from '../markdown/context.ts';
import { parsePage } from '../markdown/parse-page.ts';
import { type Parsed, parseReview, type SourceFile } from '../markdown/parse-review.ts';
import { inOrder, type Message } from '../messages/message.ts';
import type { Rule } from '../messages/rules.ts';
import type { Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { collect } from './collect.ts';
import { editorial } from './editorial.ts';
import { parseReferences } from './parse-references.ts';

export type { Highlight, Parsed };

export interface LibraryOptions {
  readonly routes: Routes;
  readonly highlight?: Highlight | undefined;
  readonly parsed?: readonly Parsed[] | undefined;
}

/** A content folder, read. */
export interface ContentFiles {
  /** `site.yaml`, `verdicts.yaml`, `people.yaml`, `works.yaml`, `sources.bib`: name to text; a missing file is absent. */
  readonly references: ReadonlyMap<string, string>;
  /** `reviews/*.md`, by path. */
  readonly reviews: readonly SourceFile[];
  /** `pages/*.md`, by path: texts of the site itself, such as its methodology. */
  readonly pages: readonly SourceFile[];
  /** `ledger.jsonl`, where anything was recorded. */
  readonly ledger?: SourceFile | undefined;
}

/**
 * From files to the library: the one way that the check, the dev server and the build go. Reviews that were parsed
 * elsewhere, by `parseReviews` and in their order, need not be parsed again.
 */
export function createLibrary(
  content: ContentFiles,
  { routes, highlight, parsed: parsedElsewhere }: LibraryOptions,
): { readonly library: Library; readonly messages: readonly Message[] } {
  const { references, messages, unread, examples } = parseReferences(content.references, routes);
  const context: Context = { references, routes, highlight };
  const parsed = parsedElsewhere ?? content.reviews.map((file) => parseReview(file, context));
  const pages = content.pages.map((file) => parsePage(file, context));
  const { ledger, messages: ofLedger } = content.ledger
    ? readLedger(content.ledger)
    : { ledger: emptyLedger, messages: [] };
  const collected = collect(references, parsed, examples);
  const consequences = new Set([...unread].flatMap((path) => restingOn.get(path) ?? []));
  return {
    library: {
      ...references,
      ...collected.collected,
      ...remembered(ledger.revisions, collected.collected),
      pages: new Map(pages.map(({ page }) => [page.id, page])),
    },
    messages: inOrder(
      [
        ...messages,
        ...parsed.flatMap((one) => one.messages),
        ...pages.flatMap((one) => one.messages),
        ...collected.messages,
        ...ofLedger,
        ...editorial({ ...references, ...collected.collected }, parsed),
      ].filter(({ rule }) => !consequences.has(rule)),
    ),
  };
}

/** The reviews of a folder, parsed and no more. */
export function parseReviews(content: ContentFiles, { routes, highlight }: LibraryOptions): readonly Parsed[] {
  const { references } = parseReferences(content.references, routes);
  return content.reviews.map((file) => parseReview(file, { references, routes, highlight }));
}

/** What cannot be told while a reference file is unread. */
const restingOn = new Map<string, readonly Rule[]>([
  ['verdicts.yaml', ['unknown-verdict']],
  ['people.yaml', ['unknown-person']],
  ['works.yaml', ['unknown-work', 'unknown-episode']],
]);
