import { type MeaningChange, meaningChanges, namesOf } from '../ledger/meaning-changes.ts';
import type { Context } from '../markdown/context.ts';
import { takeFrontMatter } from '../markdown/front-matter.ts';
import { parseReview, type SourceFile } from '../markdown/parse-review.ts';
import { toIdentifier } from '../model/identifier.ts';
import type { Review } from '../model/review.ts';
import { anchor, haystackOf, type Stretch } from './anchor.ts';
import { draftAttributes } from './draft-attributes.ts';
import { draftBlocks } from './draft-blocks.ts';
import type { GivenAnnotation } from './given-annotation.ts';
import { locateWords } from './locate-words.ts';
import { markPassage } from './mark-passage.ts';
import { wordsOf } from './words.ts';

/** What became of one annotation. Qualities are from 0 to 1; passages are what the review's reader sees. */
export type ImportOutcome = { readonly annotation: GivenAnnotation } & (
  | { readonly outcome: 'anchored'; readonly id: string; readonly passage: string; readonly quality: number }
  /** Found, but what differs changes what is said: it is not taken unless that is asked for. */
  | {
      readonly outcome: 'altered';
      readonly passage: string;
      readonly quality: number;
      readonly changes: readonly MeaningChange[];
    }
  | { readonly outcome: 'ambiguous'; readonly passages: readonly string[]; readonly quality: number }
  | { readonly outcome: 'orphaned'; readonly quality: number }
  /** It is in the review already. */
  | { readonly outcome: 'known' }
  /** It has no place in a text, or its place cannot be marked. */
  | { readonly outcome: 'unusable'; readonly reason: 'page note' | 'reply' | 'no prose of the author' }
);

export interface ImportOptions {
  /** Ids that are in use on the site. */
  readonly taken: ReadonlySet<string>;
  /** Takes passages whose numbers, dates, names, negations or quantifiers differ as well. */
  readonly takesAltered?: boolean | undefined;
}

/**
 * Places annotations made elsewhere on a review's text and writes each as a draft: a mark round its passage, and the blocks
 * of a claim and, for its comment, a fact at the end of the file. Nothing else in the file changes: that is proven by
 * parsing the result before it is given. What was imported before, told by `via`, is left alone. `undefined` when the
 * review's own front matter cannot be read.
 */
export function importAnnotations(
  file: SourceFile,
  annotations: readonly GivenAnnotation[],
  context: Context,
  { taken, takesAltered = false }: ImportOptions,
): { readonly value: string; readonly outcomes: readonly ImportOutcome[] } | undefined {
  const original = parseReview(file, context).review;
  if (!original) return undefined;
  const text = textOf(original);
  const haystack = haystackOf(text);
  const names = namesOf(context.references.people.values());
  const ids = new Set([...taken, ...[original.claims, original.facts, original.drafts].flat().map(({ id }) => id)]);
  let value = file.value;
  const outcomes = annotations.map((annotation): ImportOutcome => {
    if (isKnown(annotation, value)) return { annotation, outcome: 'known' };
    if (annotation.isReply) return { annotation, outcome: 'unusable', reason: 'reply' };
    if (!annotation.quote) return { annotation, outcome: 'unusable', reason: 'page note' };
    const anchored = anchor(haystack, annotation.quote);
    const shown = ({ start, end }: Stretch) => text.slice(start, end);
    const { quality } = anchored;
    if (anchored.outcome === 'orphaned') return { annotation, outcome: 'orphaned', quality };
    if (anchored.outcome === 'ambiguous') {
      return { annotation, outcome: 'ambiguous', passages: anchored.passages.map(shown), quality };
    }
    const passage = shown(anchored.passage);
    const changes = meaningChanges(annotation.quote.exact, passage, names);
    if (changes.length > 0 && !takesAltered) return { annotation, outcome: 'altered', passage, quality, changes };
    const id = freeId(passage, ids);
    const written = writeDraft({ path: file.path, value }, annotation, anchored.passage, id, text, context);
    if (written === undefined) return { annotation, outcome: 'unusable', reason: 'no prose of the author' };
    value = written;
    ids.add(id).add(`${id}-record`);
    return { annotation, outcome: 'anchored', id, passage, quality };
  });
  return { value, outcomes };
}

function textOf({ blocks }: Review): string {
  return blocks.map((block) => `${block.text}\n`).join('');
}

/** `via` is written with its quotation marks and spaces encoded. */
function isKnown({ id }: GivenAnnotation, value: string): boolean {
  return value.includes(`via="${id.replaceAll('"', '%22').replaceAll(/\s/g, '%20')}"`);
}

/** An id of the first words of the passage that nothing else has; so has the fact under it. */
function freeId(passage: string, ids: ReadonlySet<string>): string {
  const words = wordsOf(passage).slice(0, 6);
  const stem = toIdentifier(words.map(({ folded }) => folded.replaceAll("'", '')).join(' ')) ?? 'imported';
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!ids.has(id) && !ids.has(`${id}-record`)) return id;
  }
}

function writeDraft(
  file: SourceFile,
  annotation: GivenAnnotation,
  passage: Stretch,
  id: string,
  text: string,
  context: Context,
): string | undefined {
  const { body } = takeFrontMatter(file.path, file.value, () => {});
  const matter = file.value.slice(0, file.value.length - body.trimStart().length);
  const marked = markPassage(body, text, locateWords(body, text), passage, id);
  if (marked === undefined) return undefined;
  const value = matter + marked.slice(matter.length);
  const parts = {
    id,
    passage: text.slice(passage.start, passage.end),
    comment: annotation.comment,
    attributes: draftAttributes(annotation.tags, context.references),
    via: annotation.id,
  };
  const wanted = annotation.comment === '' ? [id] : [id, `${id}-record`];
  return [false, true]
    .map((isPlain) => appended(value, draftBlocks(parts, isPlain)))
    .find((draft) => isNothingElse(file, draft, id, wanted, text.slice(passage.start, passage.end), context));
}

/** Behind an empty line at the end, with the line ends the file has. */
function appended(value: string, blocks: string): string {
  const lineEnd = value.includes('\r\n') ? '\r\n' : '\n';
  return `${value.trimEnd()}\n\n${blocks}\n`.replace(/\r?\n/g, lineEnd);
}

/** Whether a file with a draft more says all it said before and nothing but the draft beside it. */
function isNothingElse(
  before: SourceFile,
  value: string,
  id: string,
  wanted: readonly string[],
  passage: string,
  context: Context,
): boolean {
  const [old, now] = [before.value, value].map((text) => parseReview({ path: before.path, value: text }, context));
  if (!old?.review || !now?.review) return false;
  const messages = (one: typeof old) => one.messages.filter(({ rule }) => rule !== 'unfinished-draft').length;
  const known = new Set(old.review.drafts.map((draft) => draft.id));
  const added = now.review.drafts.map((draft) => draft.id).filter((draft) => !known.has(draft));
  const isSame =
    textOf(old.review) === textOf(now.review) &&
    JSON.stringify(passagesOf(old.review)) === JSON.stringify(passagesOf(now.review)) &&
    messages(old) === messages(now) &&
    added.join() === wanted.join();
  // As a finished claim its passages are seen.
  const finished = parseReview({ path: before.path, value: value.replaceAll(' status=draft', '') }, context).review;
  const marked = finished && passagesOf(finished).filter(([annotation]) => annotation === id);
  return isSame && bare(marked?.map(([, exact]) => exact).join('') ?? '') === bare(passage);
}

function passagesOf({ blocks }: Review): readonly (readonly [annotation: string, exact: string])[] {
  return blocks.flatMap(({ passages }) => passages).map(({ annotation, quote }) => [annotation, quote.exact]);
}

/** The letters and digits of a text: punctuation at its ends may be left out of a mark. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
