import { hash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { ContentFiles, Parsed } from '../core/library/create-library.ts';
import { languagesOfCode } from '../site/highlight.ts';
import { type Parser, parser } from '../site/keep-parsed.ts';
import { writeWhole } from '../site/kept-files.ts';
import { siteRecord } from './site-record.ts';

/** A parser that knows what the reviews of the last site were parsed to, and does it again only for others. */
export interface ParserWithMemory extends Parser {
  /** Keeps for the next build what was parsed. Where that cannot be written, all is parsed again. */
  readonly remember: () => void;
  /** What was parsed, as other threads are given it. */
  readonly packed: () => PackedParses;
}

/** What was parsed, in the bytes it is kept in: to write them anew takes longer than to read them. */
export interface PackedParses {
  readonly kept: Uint8Array;
  readonly fresh: Uint8Array;
  /** In the order of the reviews. */
  readonly digests: readonly string[];
}

export function unpacked({ kept, fresh, digests }: PackedParses): Parsed[] {
  const pieces = new Map([...piecesIn(kept).pieces, ...piecesIn(fresh).pieces]);
  return digests.map((digest) => parsedIn(pieces.get(digest)) as Parsed); // it could be read before, or was just written
}

/**
 * Reviews are kept by a digest of all they are parsed from: their own text, the reference files, the images, the languages
 * that are coloured, and the sources of the site (`sourcesKey`), in which its address stands too.
 */
export function parserWithMemory(dist: string, sources: string): ParserWithMemory {
  const file = siteRecord(dist, 'parsed');
  const kept = bytesOf(file);
  const { pieces, isSound } = piecesIn(kept);
  let digests: readonly string[] = [];
  let fresh: Uint8Array = new Uint8Array();
  return {
    references: parser.references,
    reviews: (content, options) => {
      const around = aroundReviews(content, sources);
      digests = content.reviews.map(({ path, value }) => hash('sha256', `${around}\n${path}\n${value}`));
      const known = digests.map((digest) => parsedIn(pieces.get(digest)));
      const isNew = (_: unknown, index: number) => known[index] === undefined;
      const parsed = parser.reviews({ ...content, reviews: content.reviews.filter(isNew) }, options);
      fresh = shared(
        digests.filter(isNew).map((digest, index) => piece(digest, serialize(parsed[index]))), // one for each
      );
      const left = parsed.values();
      return known.map((one) => one ?? (left.next().value as Parsed)); // what is not known is new, in the same order
    },
    packed: () => ({ kept, fresh, digests }),
    remember: () => {
      const added = piecesIn(fresh).pieces;
      const ofUse = digests.flatMap((digest) => {
        const parsed = added.has(digest) ? undefined : pieces.get(digest);
        return parsed ? [{ digest, parsed }] : [];
      });
      const isMostlyOfUse = isSound && ofUse.length > 0 && pieces.size <= 2 * ofUse.length;
      if (isMostlyOfUse && added.size === 0) return;
      try {
        if (isMostlyOfUse) appendFileSync(file, fresh);
        else if (ofUse.length === 0) writeWhole(file, fresh);
        else writeWhole(file, shared([...ofUse.map(({ digest, parsed }) => piece(digest, parsed)), fresh]));
      } catch {
        // the next build parses what could not be kept
      }
    },
  };
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array(); // nothing was built there yet
  }
}

/*
 * A piece of the file is the length of what was parsed in bytes, the digest, and what was parsed: V8's own form. What is new
 * is put behind what is there.
 */
const lengthSize = 4;
const digestSize = 32;

/** Pieces one after the other, where all threads can read them: they are tens of megabytes. */
function shared(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(pieces.reduce((total, { byteLength }) => total + byteLength, 0)));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

function piece(digest: string, parsed: Uint8Array): Uint8Array {
  const length = Buffer.alloc(lengthSize);
  length.writeUInt32BE(parsed.byteLength);
  return Buffer.concat([length, Buffer.from(digest, 'hex'), parsed]);
}

/** The pieces by their digests, and whether the file is made of whole pieces: one may have been cut short. */
function piecesIn({ buffer, byteOffset, byteLength }: Uint8Array) {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const pieces = new Map<string, Uint8Array>();
  let at = 0;
  while (at + lengthSize + digestSize <= bytes.length) {
    const start = at + lengthSize + digestSize;
    const end = start + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    pieces.set(bytes.toString('hex', at + lengthSize, start), bytes.subarray(start, end));
    at = end;
  }
  return { pieces, isSound: at === bytes.length };
}

function parsedIn(piece: Uint8Array | undefined): Parsed | undefined {
  try {
    return piece && deserialize(piece); // as it was written
  } catch {
    return undefined; // it was damaged
  }
}

function aroundReviews(content: ContentFiles, sources: string): string {
  const { references, images = new Map() } = content;
  return hash('sha256', JSON.stringify([sources, [...references], [...images], languagesOfCode(content)]));
}
