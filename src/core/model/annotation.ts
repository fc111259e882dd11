import type { HistoricalDate } from './date.ts';
import type { Place } from './place.ts';
import type { Part } from './references.ts';
import type { Confidence, Departure, Effect, Stance } from './vocabulary.ts';

/** A piece of rendered prose: sanitised HTML, and the same as plain text. */
export interface Prose {
  readonly html: string;
  readonly text: string;
}

/**
 * One source named in a citation: `[see @key, p. 80 for the letter]`. Source: Pandoc User's Guide, "Citation syntax";
 * the words are those of CSL's cite-items.
 */
export interface CitationItem {
  readonly key: string;
  readonly prefix?: string | undefined;
  /** Page, chapter …: a CSL locator and the kind of place it names (`page` unless said). */
  readonly locator?: string | undefined;
  readonly label?: string | undefined;
  readonly suffix?: string | undefined;
}

/** Ids an attribute names, each with the place where the author wrote it, so that a wrong one can be pointed at. */
export interface Mention {
  readonly id: string;
  readonly place: Place;
}

interface GivenAnnotation {
  readonly id: string;
  /** The opening line of the block. */
  readonly place: Place;
  /** The block as the author wrote it. */
  readonly source: string;
  readonly when?: HistoricalDate | undefined;
  readonly about: readonly Mention[];
  readonly citations: readonly CitationItem[];
  /** Former ids. */
  readonly was: readonly string[];
  /** The annotation it was made from, by its address. Source: Web Annotation Data Model, 3.3.6 "Other Identities". */
  readonly via?: string | undefined;
}

/** A claim as its author defined it: names are still ids. */
export interface GivenClaim extends GivenAnnotation {
  readonly kind: 'claim';
  /** The exact statement: the first paragraph of the block. */
  readonly statement: Prose;
  /** How it is shown: the rest of the block. */
  readonly detail?: Prose | undefined;
  /** `work`, `review` or a person's id. */
  readonly by: string;
  readonly verdict: string;
  readonly confidence: Confidence;
  readonly departures: readonly Departure[];
  readonly effects: Readonly<Record<Effect, readonly Mention[]>>;
  /** The part of the work it is made in. */
  readonly part?: Pick<Part, 'kind' | 'id'> | undefined;
  /** Timecode in the work, `h:mm:ss` or `mm:ss`. */
  readonly at?: string | undefined;
  /** Page of the work, or the first and the last: `12`, `xii`, `12-14`. */
  readonly page?: string | undefined;
  /** The version of the work it is made in, where others may differ. */
  readonly version?: string | undefined;
  readonly topics: readonly string[];
  readonly see: readonly Mention[];
  readonly same: readonly Mention[];
}

/** A statement of the record as its author defined it. */
export interface GivenFact extends GivenAnnotation {
  readonly kind: 'fact';
  /** The first sentence, which stands by itself beside the passage; part of `body`. */
  readonly summary: Prose;
  /** All of it. */
  readonly body: Prose;
  /** The text of all of it without citations and references to footnotes: what the fact says in its own words. */
  readonly statementText: string;
  readonly bearings: readonly (Mention & { readonly stance: Stance })[];
}

/** A claim or fact that its author has not finished: it is kept in the file and not published. */
export interface Draft {
  readonly kind: 'draft';
  readonly id: string;
  readonly place: Place;
}

/** What was changed in an annotation, when and why. */
export interface GivenCorrection {
  readonly kind: 'correction';
  readonly on: Mention;
  readonly date: HistoricalDate;
  readonly body: Prose;
  readonly place: Place;
}

/** The tombstone of an annotation that was taken back. */
export interface Withdrawal {
  readonly kind: 'withdrawn';
  readonly id: string;
  readonly date: HistoricalDate;
  readonly reason: Prose;
  readonly place: Place;
}

/** W3C Web Annotation Data Model, 4.2.4: the text itself, with what stands directly before and after it. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C Web Annotation Data Model, 4.2.5. Offsets in code points; `end` is the first one after the passage. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** A marked passage of a review. */
export interface Passage {
  /** The annotation it is marked with. */
  readonly annotation: string;
  /** The fragment it answers to on the review's page: the annotation's id, or `<id>--2` for its second passage. */
  readonly fragment: string;
  /** Index of the block it stands in. */
  readonly block: number;
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
  readonly place: Place;
}
