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
  /** What was parsed, as other threads are given it. */
  readonly packed: () => PackedParses;
}

/** What was parsed; as far as it was kept, in the bytes it is kept in: to write them anew takes longer than to read them. */
export interface PackedParses {
  readonly kept: Uint8Array | undefined;
  /** In the order of the reviews. */
  readonly digests: readonly string[];
  readonly fresh: ReadonlyMap<string, Parsed>;
}

export function unpacked({ kept, digests, fresh }: PackedParses): Parsed[] {
  const last = parsesIn(kept);
  return digests.map((digest) => fresh.get(digest) ?? (last.get(digest) as Parsed)); // it was there when they were packed
}

/**
 * Reviews are kept by a digest of all they are parsed from: their own text, the reference files, the images, the languages
 * that are coloured, and the sources of the site (`sourcesKey`), in which its address stands too.
 */
export function parserWithMemory(dist: string, sources: string): ParserWithMemory {
  const file = siteRecord(dist, 'parsed');
  const kept = bytesOf(file);
  const last = parsesIn(kept);
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
    packed: () => ({
      kept,
      digests: [...now.keys()],
      fresh: new Map([...now].filter(([digest]) => !last.has(digest))),
    }),
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

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // nothing was built there yet
  }
}

function parsesIn(kept: Uint8Array | undefined): ReadonlyMap<string, Parsed> {
  try {
    return kept ? deserialize(kept) : new Map(); // as it was written above
  } catch {
    return new Map(); // it was damaged
  }
}

function aroundReviews(content: ContentFiles, sources: string): string {
  const { references, images = new Map() } = content;
  return hash('sha256', JSON.stringify([sources, [...references], [...images], languagesOfCode(content)]));
}
