import type {
  Claim,
  Fact,
  Library,
  ReviewEntry,
  Speaker,
  Tombstone,
  WithdrawnReview,
} from '../../core/model/library.ts';
import { type Colour, colourNames, isPlain, type Palette } from '../../core/model/palette.ts';
import type { Work } from '../../core/model/references.ts';
import type { Sign } from '../../core/model/vocabulary.ts';
import { wordsFor } from '../text.ts';
import { typographic } from '../typographic.ts';

/** What the picture of a page says: the picture that is shown wherever its address is pasted. */
export interface Card {
  /** Who speaks, in the corner, and of what; either may be empty. */
  readonly kicker: readonly [string, string];
  readonly by?: Speaker['role'] | 'record' | undefined;
  /** A statement of this site, in its text face, or the title of a page, as a poster. */
  readonly text: string;
  readonly as: 'statement' | 'poster';
  /** The verdict, or what stands in its place. */
  readonly stamp?: { readonly word: string; readonly sign?: Sign | 'record' } | undefined;
  /** A line under a poster. */
  readonly line?: string | undefined;
  /** The claims of a review, drawn off the line of the record. */
  readonly strip?: readonly { readonly sign: Sign; readonly below: boolean }[] | undefined;
  readonly site: string;
  /** The light colours of a site that has its own: cards are printed on paper. */
  readonly colours?: Colours | undefined;
}

export type Colours = Readonly<Record<Colour, string>>;

export function cardOfClaim(
  { by, statement, verdict, work }: Claim,
  { site, palette }: Pick<Library, 'site' | 'palette'>,
): Card {
  const words = wordsFor(site.language);
  return {
    kicker: [words.says(words.speakerElsewhere(by, work.type)), nameOf(work, site.language)],
    by: by.role,
    text: statement.text,
    as: 'statement',
    stamp: { word: verdict.label, sign: verdict.sign },
    site: nameOfSite(site),
    ...ownColours(palette),
  };
}

export function cardOfFact({ summary, review }: Fact, { site, palette }: Pick<Library, 'site' | 'palette'>): Card {
  const words = wordsFor(site.language);
  return {
    kicker: [words.capital(words.theRecord), nameOf(review.work, site.language)],
    by: 'record',
    text: summary.text,
    as: 'statement',
    stamp: { word: words.fact.stamp, sign: 'record' },
    site: nameOfSite(site),
    ...ownColours(palette),
  };
}

export function cardOfReview(
  { meta, work, claims }: ReviewEntry,
  { site, palette }: Pick<Library, 'site' | 'palette'>,
): Card {
  const words = wordsFor(site.language);
  return {
    kicker: [words.review.kind, nameOf(work, site.language)],
    text: titleOf({ meta }, site.language),
    as: 'poster',
    line: claims.length > 0 ? words.count.checked(claims.length) : meta.author,
    strip: claims.map(({ verdict, by }) => ({ sign: verdict.sign, below: by.role === 'review' })),
    site: nameOfSite(site),
    ...ownColours(palette),
  };
}

export function cardOfWithdrawal({ review }: Tombstone, { site, palette }: Pick<Library, 'site' | 'palette'>): Card {
  const words = wordsFor(site.language);
  return {
    kicker: [words.capital(words.theReview), review ? titleOf(review, site.language) : ''],
    text: words.withdrawn.text,
    as: 'statement',
    stamp: { word: words.withdrawn.stamp },
    site: nameOfSite(site),
    ...ownColours(palette),
  };
}

export function cardOfWithdrawnReview(
  { title }: WithdrawnReview,
  { site, palette }: Pick<Library, 'site' | 'palette'>,
): Card {
  const words = wordsFor(site.language);
  return {
    kicker: [words.review.kind, typographic(title, site.language)],
    text: words.withdrawn.reviewText,
    as: 'statement',
    stamp: { word: words.withdrawn.stamp },
    site: nameOfSite(site),
    ...ownColours(palette),
  };
}

export function cardOfSite({ site, palette }: Pick<Library, 'site' | 'palette'>): Card {
  return {
    kicker: ['', ''],
    text: nameOfSite(site),
    as: 'poster',
    line: typographic(site.tagline, site.language),
    site: nameOfSite(site),
    ...ownColours(palette),
  };
}

/** The card in words, for those who do not see it. */
export function cardInWords({ kicker, text, stamp, line }: Card): string {
  const [who] = kicker;
  return [who ? `${who}: ${text}` : text, stamp?.word, line].filter(Boolean).join(' – ');
}

function nameOf({ title, published }: Work, language: string): string {
  const year = /^\d{4}/.exec(published ?? '')?.[0];
  return [typographic(title, language), year].filter(Boolean).join(', ');
}

function titleOf({ meta }: Pick<ReviewEntry, 'meta'>, language: string): string {
  return typographic(meta.title, meta.language ?? language);
}

function ownColours(palette: Palette): Pick<Card, 'colours'> {
  return isPlain(palette) ? {} : { colours: lightOf(palette) };
}

/** What is drawn of a palette. */
export function lightOf(palette: Palette): Colours {
  return Object.fromEntries(colourNames.map((name) => [name, palette[name].light])) as Colours; // all of them
}

function nameOfSite({ title, language }: Library['site']): string {
  return typographic(title, language);
}
