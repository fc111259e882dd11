import { checkLedger, type Unsure } from '../ledger/check-ledger.ts';
import { createHistories } from '../ledger/histories.ts';
import { type Ledger, nothingRecorded, readLedger } from '../ledger/read-ledger.ts';
import { remembered } from '../ledger/remembered.ts';
import type { Context, Highlight } from '../markdown/context.ts';
import { parsePage } from '../markdown/parse-page.ts';
import { type Parsed, parseReview, type SourceFile } from '../markdown/parse-review.ts';
import { inOrder, isError, type Message } from '../messages/message.ts';
import type { Rule } from '../messages/rules.ts';
import { withSeverities } from '../messages/severities.ts';
import type { KnownImage } from '../model/image.ts';
import type { Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { collect } from './collect.ts';
import { editorial } from './editorial.ts';
import { deadLinks, sourceLinks } from './link-checks.ts';
import { type ParsedReferences, parseReferences } from './parse-references.ts';
import { similarClaims } from './similar-claims.ts';
import { lostLinks } from './site-links.ts';

export type { Highlight, Parsed };

export interface LibraryOptions {
  readonly routes: Routes;
  readonly highlight?: Highlight | undefined;
  readonly isTextOnly?: Context['isTextOnly'];
  /** The reference files, if they are read already. */
  readonly references?: ParsedReferences | undefined;
  readonly parsed?: readonly Parsed[] | undefined;
  /** Whether it is known that these files are in order: then nothing is said of them. */
  readonly isChecked?: boolean | undefined;
}

/** A content folder, read. */
export interface ContentFiles {
  /** `site.yaml`, `verdicts.yaml`, `people.yaml`, `works.yaml`, `questions.yaml`, `images.yaml`, `sources.bib`, `links.jsonl`: name to text. */
  readonly references: ReadonlyMap<string, string>;
  /** `reviews/*.md`, by path. */
  readonly reviews: readonly SourceFile[];
  /** `pages/*.md`, by path: texts of the site itself, such as its methodology. */
  readonly pages: readonly SourceFile[];
  /** `ledger.jsonl`, where anything was recorded. */
  readonly ledger?: SourceFile | undefined;
  /** What is in `images/`, by path below it. */
  readonly images?: ReadonlyMap<string, KnownImage> | undefined;
}

/**
 * From files to the library: the one way that the check, the dev server and the build go. Reviews that were parsed
 * elsewhere, by `parseReviews` and in their order, need not be parsed again.
 */
export function createLibrary(
  content: ContentFiles,
  options: LibraryOptions,
): { readonly library: Library; readonly messages: readonly Message[]; readonly ledger: Ledger } {
  const { routes, highlight, isTextOnly, isChecked } = options;
  const { references, messages, unread, ...named } =
    options.references ?? parseReferences(content.references, routes, content.images);
  const context: Context = { references, routes, highlight, images: content.images, isTextOnly };
  const parsed = options.parsed ?? content.reviews.map((file) => parseReview(file, context));
  const pages = content.pages.map((file) => parsePage(file, context));
  const { ledger, messages: ofLedger } = content.ledger ? readLedger(content.ledger) : nothingRecorded;
  const histories = createHistories(ledger.revisions.filter(({ kind }) => kind !== 'review'));
  const { collected, messages: ofAll } = collect(references, parsed, named, histories);
  const library = { ...references, ...collected };
  const links = [...sourceLinks(references.sources), ...[...parsed, ...pages].flatMap((one) => one.links)];
  const found = [...messages, ...[...parsed, ...pages].flatMap((one) => one.messages), ...ofAll];
  const canCompare = content.ledger && ofLedger.length === 0 && unread.size === 0;
  const consequences = new Set([...unread].flatMap((path) => restingOn.get(path) ?? []));
  const whole: Library = {
    ...library,
    ...remembered(ledger.revisions, collected),
    pages: new Map(pages.map(({ page }) => [page.id, page])),
    links,
  };
  if (isChecked) return { library: whole, messages: [], ledger };
  return {
    library: whole,
    messages: inOrder(
      withSeverities(
        [
          ...found,
          ...ofLedger,
          ...(canCompare
            ? checkLedger(content.ledger.path, ledger.revisions, library, unsureOf(found, parsed, content.reviews))
            : []),
          ...editorial(library, parsed),
          ...lostLinks(
            whole,
            parsed,
            pages.flatMap((page) => page.siteLinks),
          ),
          ...similarClaims(library),
          ...deadLinks(links, references.linkChecks),
        ].filter(({ rule }) => !consequences.has(rule)),
        references.site.rules,
      ),
    ),
    ledger,
  };
}

/** Where a file has errors, what it seems to have lost or changed may still be there. */
function unsureOf(found: readonly Message[], parsed: readonly Parsed[], files: readonly SourceFile[]): Unsure {
  const withErrors = new Set(found.filter(isError).map(({ place }) => place.path));
  const hasNameless = parsed.some((one) => one.hasNameless);
  const meant = new Set([
    ...files.map(({ path }) => path.replace(/^.*\/|\.md$/g, '')),
    ...parsed.flatMap(({ broken, review }) => [
      ...broken,
      ...[...(review?.claims ?? []), ...(review?.facts ?? [])].map(({ id }) => id),
    ]),
  ]);
  return { hasErrors: (path) => withErrors.has(path), isBroken: (id) => hasNameless || meant.has(id) };
}

/** The reviews of a folder, parsed and no more. */
export function parseReviews(content: ContentFiles, options: Omit<LibraryOptions, 'parsed'>): readonly Parsed[] {
  const { routes, highlight, isTextOnly } = options;
  const { references } = options.references ?? parseReferences(content.references, routes, content.images);
  const context: Context = { references, routes, highlight, images: content.images, isTextOnly };
  return content.reviews.map((file) => parseReview(file, context));
}

/** What cannot be told while a reference file is unread. */
const restingOn = new Map<string, readonly Rule[]>([
  ['verdicts.yaml', ['unknown-verdict']],
  ['people.yaml', ['unknown-person']],
  ['works.yaml', ['unknown-work', 'unknown-part', 'unknown-version']],
  ['questions.yaml', ['untitled-question']],
  ['sources.bib', ['unknown-source']],
]);
