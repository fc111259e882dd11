import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { ContentFiles, Parsed } from '../core/library/create-library.ts';
import { languagesOfCode } from '../site/highlight.ts';
import { type Parser, parser } from '../site/keep-parsed.ts';
import { writeWhole } from '../site/kept-files.ts';
import { siteRecord } from './kept-site.ts';

/** A parser that knows what the reviews of the last site were parsed to, and does it again only for others. */
export interface ParserWithMemory extends Parser {
  /** Keeps for the next build what was parsed. Where that cannot be written, all is parsed again. */
  readonly remember: () => void;
}

/**
 * Reviews are kept by a digest of all they are parsed from: their own text, the reference files, the images, the languages
 * that are coloured, and the sources of the site (`sourcesKey`), in which its address stands too.
 */
export function parserWithMemory(dist: string, sources: string): ParserWithMemory {
  const file = siteRecord(dist, 'parsed');
  const last = keptIn(file);
  let now = new Map<string, Parsed>();
  return {
    references: parser.references,
    reviews: (content, options) => {
      const around = aroundReviews(content, sources);
      const digests = content.reviews.map(({ path, value }) => hash('sha256', `${around}\n${path}\n${value}`));
      const isNew = (_: unknown, index: number) => !last.has(digests[index] ?? '');
      const parsed = parser.reviews({ ...content, reviews: content.reviews.filter(isNew) }, options).values();
      now = new Map(
        digests.map((digest) => [digest, last.get(digest) ?? (parsed.next().value as Parsed)]), // one for each that is new
      );
      return [...now.values()];
    },
    remember: () => {
      if (now.size === last.size && [...now.keys()].every((digest) => last.has(digest))) return;
      try {
        writeWhole(file, serialize(now));
      } catch {
        // the next build parses all
      }
    },
  };
}

function keptIn(file: string): ReadonlyMap<string, Parsed> {
  try {
    return deserialize(readFileSync(file)); // as it was written below
  } catch {
    return new Map(); // nothing was built there yet, or what was kept cannot be read
  }
}

function aroundReviews(content: ContentFiles, sources: string): string {
  const { references, images = new Map() } = content;
  return hash('sha256', JSON.stringify([sources, [...references], [...images], languagesOfCode(content)]));
}
