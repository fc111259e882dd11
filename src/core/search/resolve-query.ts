import { dateSlot, phraseSlot, wordSlot } from './literal-slots.ts';
import { mendSlots } from './mend-slots.ts';
import { withNames } from './name-slots.ts';
import { type AskedWord, askedWords, type Query } from './parse-query.ts';
import type { Posting } from './posting.ts';
import { inOrder, type Slot, sizeOf } from './slot.ts';
import type { Sources } from './sources.ts';

/** A query with everything it asks for looked up. */
export interface Resolved<P extends Posting> {
  readonly slots: readonly Slot<P>[];
  /** Phrases that no record has and whose words were therefore looked for one by one. */
  readonly loosened: readonly string[];
  /** Words beyond the number that is looked up. */
  readonly beyond: readonly string[];
}

/**
 * Looks up everything a query asks for. First as it is written. Then rare words that are other names of people bring the
 * claims about those people. Only then is mended what the site lacks. A query that is to be taken `exactly` is left as it is.
 */
export async function resolveQuery<P extends Posting>(
  query: Query,
  sources: Sources<P>,
  exactly: boolean,
): Promise<Resolved<P>> {
  const [dates, phrases] = await Promise.all([
    Promise.all(query.dates.map((date) => dateSlot(date, sources))),
    Promise.all(query.phrases.map((phrase) => phraseSlot(phrase, sources))),
  ]);
  const more = query.words.length + query.dates.length > 0 || query.phrases.length > 1;
  const loose = exactly || !more ? [] : phrases.filter((slot) => sizeOf(slot) === 0);
  const all = [...query.words, ...loose.flatMap((slot) => wordsIn(slot, query.text, sources.language))];
  const asked = distinct(all.filter((word) => !word.stop));
  const beyond = asked.slice(mostWords).map(({ text }) => text);
  const words = await Promise.all(asked.slice(0, mostWords).map((word) => wordSlot(word, sources)));
  const rest = [...dates, ...phrases.filter((slot) => !loose.includes(slot))];
  if (exactly) return { slots: inOrder([...words, ...rest]), loosened: [], beyond };
  const named = await withNames(all, words, sources);
  const mended = await mendSlots(named, rest, { ...query, words: all }, sources);
  return { slots: inOrder([...mended, ...rest]), loosened: loose.map(({ text }) => text), beyond };
}

/** A pasted article asks for no more words than this. */
const mostWords = 32;

/** The words of a phrase, placed as in the query. */
function wordsIn<P extends Posting>({ start, end }: Slot<P>, text: string, language: string): AskedWord[] {
  return askedWords(' '.repeat(start) + text.slice(start, end), language);
}

/** Each word once, but those that a hyphen joins as they are: "P'eng-p'eng". */
function distinct(words: readonly AskedWord[]): AskedWord[] {
  return words.filter((word, index) => {
    const first = words.findIndex(({ folded }) => folded === word.folded) === index;
    return first || word.joined || words[index + 1]?.joined;
  });
}
