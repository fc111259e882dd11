import type { ElementContent } from 'hast';
import type { CitationItem, GivenClaim, GivenFact, Passage, Prose, Withdrawal } from './annotation.ts';
import type { HistoricalDate } from './date.ts';
import type { ImageCredit, ImageFile } from './image.ts';
import type { ExternalLink, LinkCheck } from './link-check.ts';
import type { Palette } from './palette.ts';
import type { Place } from './place.ts';
import type { Part, Person, Site, Verdict, Version, Work } from './references.ts';
import type { Review } from './review.ts';
import type { FormerId, Revision } from './revision.ts';
import type { Source } from './source.ts';
import type { Effect, Role, Stance } from './vocabulary.ts';

/** The shared reference files of a site, read and checked. */
export interface References {
  readonly site: Site;
  /** The scale, in its author's order. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The site's colours, its own and the usual ones. */
  readonly palette: Palette;
  readonly people: ReadonlyMap<string, Person>;
  readonly works: ReadonlyMap<string, Work>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Who made the images, by path below their folder. */
  readonly credits: ReadonlyMap<string, ImageCredit>;
  /** What became of addresses of other sites when they were last asked for. */
  readonly linkChecks: ReadonlyMap<string, LinkCheck>;
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
  extends Omit<GivenClaim, 'about' | 'by' | 'verdict' | 'effects' | 'part' | 'version' | 'see' | 'same'>,
    Resolved {
  readonly by: Speaker;
  readonly verdict: Verdict;
  readonly work: Work;
  readonly effects: Readonly<Record<Effect, readonly Person[]>>;
  readonly part?: Part | undefined;
  readonly version?: Version | undefined;
  readonly evidence: readonly Evidence[];
  /** Related claims: those it names and those that name it. */
  readonly see: readonly Claim[];
  /** Claims of other works about the same matter: those it names and those that name it. */
  readonly same: readonly Claim[];
  /** What it answers together with them, where that has been put into words. */
  readonly question?: Question | undefined;
}

/**
 * A matter that several works tell: all claims that `same` joins to each other, directly or through others, under the
 * words of `questions.yaml`. Those of one work stand together, the oldest work first.
 */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly line?: string | undefined;
  readonly claims: readonly Claim[];
}

/** A statement of the record with everything it names looked up. */
export interface Fact extends Omit<GivenFact, 'about' | 'bearings'>, Resolved {
  readonly bearings: readonly { readonly stance: Stance; readonly claim: Claim }[];
}

/** A review with its annotations resolved, in reading order; those without a passage come last. */
export interface ReviewEntry extends Omit<Review, 'claims' | 'facts' | 'corrections' | 'withdrawals' | 'drafts'> {
  readonly work: Work;
  readonly claims: readonly Claim[];
  readonly facts: readonly Fact[];
}

/** What stays of an annotation that was taken back. */
export interface Tombstone extends Withdrawal {
  /** The review that says so; none when only the ledger remembers it. */
  readonly review?: ReviewEntry | undefined;
  /** What it was, and so at which address; the ledger knows. */
  readonly was?: 'claim' | 'fact' | undefined;
}

/** What stays of a review that was taken back. */
export interface WithdrawnReview {
  readonly slug: string;
  readonly title: string;
  readonly date: HistoricalDate;
  readonly reason: Prose;
  readonly place: Place;
  /** Former names of its file. */
  readonly was: readonly string[];
}

/** A text of the site itself, such as its methodology: `pages/<id>.md`. */
export interface Page {
  readonly id: string;
  readonly html: string;
  readonly images: readonly ImageFile[];
}

/** Everything the site says, with every cross-reference resolved. Maps keep the order in which pages list things. */
export interface Library extends References {
  readonly reviews: ReadonlyMap<string, ReviewEntry>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly withdrawals: ReadonlyMap<string, Tombstone>;
  /** Reviews that were taken back, by slug. */
  readonly withdrawnReviews: ReadonlyMap<string, WithdrawnReview>;
  /** In the order of `questions.yaml`. */
  readonly questions: ReadonlyMap<string, Question>;
  /** Newest first. */
  readonly corrections: readonly Correction[];
  readonly pages: ReadonlyMap<string, Page>;
  /** Every address of another site that its authors give, in each file once. */
  readonly links: readonly ExternalLink[];
  /** Ids of the claims, facts and withdrawals of which something was changed after they were published. */
  readonly changed: readonly string[];
  /**
   * What the ledger holds of an annotation, oldest first, from under its former names too; nothing where nothing was
   * recorded. An id that was merged into another gives what was recorded under it.
   */
  readonly history: (id: string) => readonly Revision[];
  /** The number of its current revision, which shared links carry; none where it was not recorded yet. */
  readonly revision: (id: string) => number | undefined;
  /** Ids of claims and facts that were given up, each with what answers for it now. */
  readonly formerIds: ReadonlyMap<string, FormerId>;
  /** Former slugs of reviews, each with the one it has now, be it of one that was withdrawn. */
  readonly formerSlugs: ReadonlyMap<string, string>;
  readonly claimsAbout: (person: Person) => readonly Claim[];
  readonly factsAbout: (person: Person) => readonly Fact[];
  readonly citedBy: (source: Source) => readonly (Claim | Fact)[];
  /** The claims that a work makes, and those of its reviews. */
  readonly claimsOn: (work: Work) => readonly Claim[];
  /** The facts that bear on them. */
  readonly factsOn: (work: Work) => readonly Fact[];
  /** In the order in which pages list them. */
  readonly reviewsOf: (work: Work) => readonly ReviewEntry[];
}
