import { type ContentFiles, type LibraryOptions, type Parsed, parseReviews } from '../core/library/create-library.ts';
import { type ParsedReferences, parseReferences } from '../core/library/parse-references.ts';
import type { Routes } from '../core/model/routes.ts';

/** Parses the files of a content folder. */
export interface Parser {
  readonly references: (content: ContentFiles, routes: Routes) => ParsedReferences;
  readonly reviews: (content: ContentFiles, options: LibraryOptions) => readonly Parsed[];
}

/** Parses everything, each time. */
export const parser: Parser = {
  references: ({ references, images }, routes) => parseReferences(references, routes, images),
  reviews: parseReviews,
};

/**
 * For the same folder and settings again and again: what stands as it did the last time is not parsed again. A review is
 * parsed against the reference files and the images, so when one of them changes all reviews are parsed.
 */
export function createKeepingParser(): Parser {
  let last: { readonly content: ContentFiles; readonly references: ParsedReferences } | undefined;
  let kept = new Map<string, { readonly value: string; readonly parsed: Parsed }>();
  return {
    references: (content, routes) => {
      if (
        !last ||
        !isSame(last.content.references, content.references) ||
        !isSame(last.content.images, content.images)
      ) {
        kept = new Map();
        last = { content, references: parser.references(content, routes) };
      }
      return last.references;
    },
    reviews: (content, options) => {
      const changed = content.reviews.filter(({ path, value }) => kept.get(path)?.value !== value);
      for (const [index, parsed] of parser.reviews({ ...content, reviews: changed }, options).entries()) {
        const file = changed[index];
        if (file) kept.set(file.path, { value: file.value, parsed });
      }
      return content.reviews.flatMap(({ path }) => kept.get(path)?.parsed ?? []);
    },
  };
}

function isSame(before: ReadonlyMap<string, unknown> = new Map(), now: ReadonlyMap<string, unknown> = new Map()) {
  return before.size === now.size && [...now].every(([name, value]) => before.get(name) === value);
}
