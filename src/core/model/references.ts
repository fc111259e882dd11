import * as z from 'zod';
import { parseDate } from './date.ts';
import { isLanguage } from './date-in-words.ts';
import { isIdentifier } from './identifier.ts';
import { signs } from './vocabulary.ts';

/**
 * The shapes of the reference files beside the reviews (`site.yaml`, `verdicts.yaml`, `people.yaml`, `works.yaml`,
 * `questions.yaml`) and of a review's front matter, as their authors write them.
 */

/** An Extended Date/Time Format string (ISO 8601-2), written as a year alone or in full. */
export const dateString = z
  .union([z.string(), z.number().int().transform(String)])
  .refine((text) => parseDate(text) !== undefined, {
    error: 'a date in EDTF (for example 1917, 1917-11-07, 1917-10/1917-11, 1903~)',
  });

const identifier = z
  .string()
  .refine(isIdentifier, { error: 'an id in kebab-case (lower-case letters, digits, single hyphens)' });
const webAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' });
const words = z.string().trim().min(1, { error: 'some text' });

/** A name or title in its own language and script; `lang` is a BCP 47 tag. */
const inLanguage = z.strictObject({ text: words, lang: words });
export type InLanguage = z.infer<typeof inLanguage>;

/** A BCP 47 tag. */
const languageTag = z.string().refine(isLanguage, { error: 'a language tag, such as `en`, `en-US` or `ru`' });

/** What a site does with a rule that only warns by itself. */
export const ruleSettings = ['off', 'warn', 'error'] as const;
export type RuleSetting = (typeof ruleSettings)[number];

/** A colour of CSS for light and dark pages alike, or one for each. */
const colour = z.union(
  [z.string().trim().min(1), z.strictObject({ light: words.optional(), dark: words.optional() })],
  { error: 'a colour of CSS in quotation marks, such as `"#c4121a"`, or `{ light: "…", dark: "…" }`' },
);
export type GivenColour = z.infer<typeof colour>;

export const siteSchema = z.strictObject({
  title: words,
  tagline: words,
  description: words,
  url: webAddress,
  language: languageTag.default('en'),
  publisher: words.optional(),
  contact: words.optional(),
  licence: z.strictObject({ name: words, url: webAddress }).optional(),
  topics: z.record(identifier, words).default({}),
  /**
   * Which pages get a picture of their own for where their address is pasted. Where nothing is said, all of them up to
   * three thousand claims and facts, and those of reviews on a larger site.
   */
  cards: z.enum(['all', 'reviews', 'none']).optional(),
  /** Editorial rules by name; those not named warn. */
  rules: z.record(z.string(), z.enum(ruleSettings)).default({}),
  /** Its own colours, for a light page and a dark one: the ground, the text, the wedge of its name. */
  colours: z.strictObject({ paper: colour.optional(), ink: colour.optional(), brand: colour.optional() }).default({}),
  /** Whether the site publishes the author's guide at `/write/`. */
  guide: z.boolean().default(false),
});
export type Site = z.infer<typeof siteSchema>;

export const verdictSchema = z.strictObject({
  id: identifier,
  label: words,
  sign: z.enum(signs),
  /** The colour of its sign and word, where it is not the usual one of the sign. */
  colour: colour.optional(),
  /** schema.org `ratingValue` from 1 to 5; a verdict off the scale (fiction) has none. */
  rating: z.number().min(1).max(5).optional(),
  definition: words,
  /** A claim that shows the verdict well. */
  example: identifier.optional(),
});
export type Verdict = z.infer<typeof verdictSchema>;
export const verdictsSchema = z.array(verdictSchema).min(1);

export const personSchema = z.strictObject({
  name: words,
  native: inLanguage.optional(),
  aliases: z.array(words).default([]),
  born: dateString.optional(),
  died: dateString.optional(),
  line: words,
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, { error: 'a Wikidata id such as Q33391' })
    .optional(),
});
export type GivenPerson = z.infer<typeof personSchema>;
export const peopleSchema = z.record(identifier, personSchema);

const credit = z.strictObject({ role: words, name: words, person: identifier.optional() });
/** `person` is the one who is played. */
const castMember = z.strictObject({
  name: words,
  role: words,
  person: identifier.optional(),
  player: identifier.optional(),
});

/**
 * What a work is divided into: a claim names the part it is made in with the attribute of that name. In schema.org these are
 * Episode, Clip and Chapter.
 */
export const partKinds = ['episode', 'scene', 'chapter'] as const;
export type PartKind = (typeof partKinds)[number];
const part = z
  .strictObject({
    number: z.number().int().positive().optional(),
    id: identifier.optional(),
    title: words.optional(),
    published: dateString.optional(),
  })
  .refine(({ number, id, title }) => number !== undefined || (id !== undefined && title !== undefined), {
    error: 'a `number`, or an `id` with a `title`',
  });
const division = z.array(part).default([]);

/** A print, cut or edition of a work: what is said of one need not hold for another. */
const version = z.strictObject({
  id: identifier,
  title: words,
  published: dateString.optional(),
  publisher: words.optional(),
  length: words.optional(),
  note: words.optional(),
});
export type Version = z.infer<typeof version>;

/** The schema.org types a reviewed work may have. */
export const workTypes = [
  'TVSeries',
  'Movie',
  'Book',
  'VideoGame',
  'Play',
  'RadioSeries',
  'PodcastSeries',
  'CreativeWork',
] as const;
export type WorkType = (typeof workTypes)[number];

export const workSchema = z.strictObject({
  type: z.enum(workTypes),
  title: words,
  native: inLanguage.optional(),
  line: words.optional(),
  published: dateString.optional(),
  publisher: words.optional(),
  country: words.optional(),
  language: words.optional(),
  credits: z.array(credit).default([]),
  cast: z.array(castMember).default([]),
  identifiers: z.record(z.string(), words).default({}),
  sources: z.array(words).default([]),
  notes: words.optional(),
  episodes: division,
  scenes: division,
  chapters: division,
  versions: z.array(version).default([]),
});
export type GivenWork = z.infer<typeof workSchema>;
export const worksSchema = z.record(identifier, workSchema);

/** A matter on which several works have something to say; `claim` is any of the claims about it. */
const questionSchema = z.strictObject({ title: words, line: words.optional(), claim: identifier });
export const questionsSchema = z.record(identifier, questionSchema);

/** `images.yaml`: the files in `images/`, by their path below it. */
export const imageCreditSchema = z.strictObject({
  credit: words,
  licence: z.strictObject({ name: words, url: webAddress.optional() }),
  source: webAddress.optional(),
});
export const imageCreditsSchema = z.record(z.string(), imageCreditSchema);

/** A published text which the review retells. */
const original = z.strictObject({
  title: words,
  author: words.optional(),
  publisher: words.optional(),
  url: webAddress,
  published: dateString.optional(),
  note: words.optional(),
  noteUrl: webAddress.optional(),
});

export const frontMatterSchema = z.strictObject({
  title: words,
  description: words,
  work: identifier,
  author: words,
  published: dateString,
  updated: dateString.optional(),
  language: words.optional(),
  original: original.optional(),
  /** Former names of its file: their addresses lead to this one. */
  was: z
    .union([identifier.transform((slug) => [slug]), z.array(identifier)], { error: 'an id, or a list of them' })
    .optional(),
  /** When and why it was taken back: its address, and those of all that it claimed, answer with that. */
  withdrawn: z.strictObject({ date: dateString, reason: words }).optional(),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A person of the site. Born and died are EDTF strings, New Style. */
export interface Person extends GivenPerson {
  readonly id: string;
}

/** A part of a work; `id` is how claims name it: the id it was given, or its number. */
export interface Part {
  readonly kind: PartKind;
  readonly id: string;
  readonly number?: number | undefined;
  readonly title?: string | undefined;
  readonly published?: string | undefined;
}

/** The thing reviewed. */
export interface Work extends Omit<GivenWork, `${PartKind}s`> {
  readonly id: string;
  /** In the order of the work. */
  readonly parts: readonly Part[];
}

export function asWork(id: string, { episodes, scenes, chapters, ...work }: GivenWork): Work {
  const divisions = { episode: episodes, scene: scenes, chapter: chapters };
  const parts = partKinds.flatMap((kind) =>
    divisions[kind].map((given): Part => ({ ...given, kind, id: given.id ?? String(given.number) })),
  );
  return { id, ...work, parts };
}
