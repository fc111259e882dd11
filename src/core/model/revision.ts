import * as z from 'zod';
import { isIdentifier } from './identifier.ts';
import type { Place } from './place.ts';

/** What happened to an annotation or a review. */
export const events = ['published', 'changed', 'renamed', 'merged', 'withdrawn', 'restored'] as const;
export type LedgerEvent = (typeof events)[number];

const identifier = z.string().refine(isIdentifier, { error: 'an id in kebab-case' });
const digest = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 digest of 64 hexadecimal digits' });
const day = z.iso.date({ error: 'a day that exists, such as 2026-12-01' });
const text = z.string().min(1, { error: 'some text' });

/** A line of the ledger as it is written: one revision of one annotation or review. */
export const revisionSchema = z.strictObject({
  kind: z.enum(['claim', 'fact', 'review']),
  id: identifier,
  /** Counts from 1, on over a change of id. */
  revision: z.number().int().positive(),
  date: day,
  event: z.enum(events),
  /** The id that was given up, where it was renamed into or merged with this one. */
  from: identifier.optional(),
  /** What it says: a claim's statement, the whole text of a fact without its citations, the title of a review. */
  statement: text,
  /** The text of each passage marked with it, in reading order. */
  passages: z.array(text),
  /** Of a claim: the id of its verdict. */
  verdict: identifier.optional(),
  /** Why. */
  note: text.optional(),
  /** Digests of the lines it follows: one, or none for the first, or several where two branches were joined. */
  previous: z.array(digest),
  /** SHA-256 of this line without it, in canonical JSON (RFC 8785). */
  digest,
});
export type GivenRevision = z.infer<typeof revisionSchema>;

/** One revision of a published annotation or review, with the line of the ledger that holds it. */
export interface Revision extends Readonly<GivenRevision> {
  readonly place: Place;
}

/** An id that was given up: its addresses lead to those of the annotation it went into. */
export interface FormerId {
  readonly id: string;
  /** Which kind of address it had. */
  readonly kind: 'claim' | 'fact';
  /** The annotation, or the tombstone, that answers for it now, and which kind of address that has. */
  readonly to: string;
  readonly toKind: 'claim' | 'fact';
  /**
   * Where it was merged into another, which has revisions of its own: the id under which its revisions were counted last.
   * After a mere change of name, the count goes on.
   */
  readonly mergedAs?: string | undefined;
}
