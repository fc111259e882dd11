import type { ElementContent } from 'hast';
import type { CitationItem, GivenClaim, GivenFact, Passage, Prose, Withdrawal } from './annotation.ts';
import type { HistoricalDate } from './date.ts';
import type { Episode, Person, Site, Verdict, Work } from './references.ts';
import type { Review } from './review.ts';
import type { Source } from './source.ts';
import type { Effect, Role, Stance } from './vocabulary.ts';

/** The shared reference files of a site, read and checked. */
export interface References {
  readonly site: Site;
  /** The scale, in its author's order. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly people: ReadonlyMap<string, Person>;
  readonly works: ReadonlyMap<string, Work>;
  readonly sources: ReadonlyMap<string, Source>;
  /**
   * A citation as its readers see it, formatted by the CSL processor, in brackets and with a link to each source. The
   * nodes are shared: they are never to be changed.
   */
  readonly cite: (items: readonly CitationItem[]) => readonly ElementContent[];
}

/** Who makes a claim. */
export type Speaker =
  | { readonly role: Role; readonly person?: undefined }
  | { readonly role: 'person'; readonly person: Person };

/** A passage together with the review it stands in. */
export interface PlacedPassage extends Passage {
  readonly review: ReviewEntry;
}

/** A fact seen from a claim: how it bears on it. */
export interface Evidence {
  readonly stance: Stance;
  readonly fact: Fact;
}

export interface Correction {
  readonly on: Claim | Fact;
  readonly date: HistoricalDate;
  readonly body: Prose;
  readonly review: ReviewEntry;
}

interface Resolved {
  /** Number in its review, counted in reading order from 1; claims and facts count apart. */
  readonly number: number;
  readonly review: ReviewEntry;
  readonly passages: readonly PlacedPassage[];
  readonly about: readonly Person[];
  /** Every source it cites, each once, in order. */
  readonly sources: readonly Source[];
  readonly corrections: readonly Correction[];
}

/** A claim with everything it names looked up. */
export interface Claim
  extends Omit<GivenClaim, 'about' | 'by' | 'verdict' | 'effects' | 'episode' | 'see' | 'same'>,
    Resolved {
  readonly by: Speaker;
  readonly verdict: Verdict;
  readonly work: Work;
  readonly effects: Readonly<Record<Effect, readonly Person[]>>;
  readonly episode?: Episode | undefined;
  readonly evidence: readonly Evidence[];
  /** Related claims: those it names and those that name it. */
  readonly see: readonly Claim[];
  /** Claims of other works about the same matter. */
  readonly same: readonly Claim[];
}

/** A statement of the record with everything it names looked up. */
export interface Fact extends Omit<GivenFact, 'about' | 'bearings'>, Resolved {
  readonly bearings: readonly { readonly stance: Stance; readonly claim: Claim }[];
}

/** A review with its annotations resolved, in reading order; those without a passage come last. */
export interface ReviewEntry extends Omit<Review, 'claims' | 'facts' | 'corrections' | 'withdrawals'> {
  readonly work: Work;
  readonly claims: readonly Claim[];
  readonly facts: readonly Fact[];
}

/** A text of the site itself, such as its methodology: `pages/<id>.md`. */
export interface Page {
  readonly id: string;
  readonly html: string;
}

/** Everything the site says, with every cross-reference resolved. Maps keep the order in which pages list things. */
export interface Library extends References {
  readonly reviews: ReadonlyMap<string, ReviewEntry>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly withdrawals: ReadonlyMap<string, Withdrawal & { readonly review: ReviewEntry }>;
  /** Newest first. */
  readonly corrections: readonly Correction[];
  readonly pages: ReadonlyMap<string, Page>;
  readonly claimsAbout: (person: Person) => readonly Claim[];
  readonly factsAbout: (person: Person) => readonly Fact[];
  readonly citedBy: (source: Source) => readonly (Claim | Fact)[];
}
