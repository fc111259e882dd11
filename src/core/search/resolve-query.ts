import { fold } from './fold.ts';
import { dateSlot, phraseSlot, wordSlot } from './literal-slots.ts';
import { hyphenRows, mended, mendedTogether, widened } from './mend-slots.ts';
import { withNames } from './name-slots.ts';
import { type AskedWord, askedWords, type Query } from './parse-query.ts';
import type { Group, Posting } from './rank.ts';
import { inOrder, type Slot, sizeOf, someRecordHasAll } from './slot.ts';
import type { Sources } from './sources.ts';
import { familyOf } from './word-families.ts';

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
 * claims about those people. Only then is a word without a record read as the nearest words of the site, and if no record
 * has everything, words with their families. A query that is to be taken `exactly` is left as it is.
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
  const whole = someRecordHasAll([...named, ...rest]);
  const alone = named.length === 1 && rest.length === 0;
  const mend = async (slot: Slot<P>): Promise<Slot<P>> => {
    const found = sizeOf(slot);
    if (found === 0) return mended(slot, query, sources);
    const wider = found <= few && (alone || !whole) ? await widened(slot, query, sources) : slot;
    return whole || wider.read ? wider : withFamily(wider, sources);
  };
  const rows = await Promise.all(
    hyphenRows(named, all).map(async (row) => {
      const together = await mendedTogether(row, query, sources);
      return together ? [together] : Promise.all(row.map(mend));
    }),
  );
  return { slots: inOrder([...rows.flat(), ...rest]), loosened: loose.map(({ text }) => text), beyond };
}

/** A pasted article asks for no more words than this. */
const mostWords = 32;
/** A word in so few records may be a slip of an author's, or stand in the title of a source alone. */
const few = 3;

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

/** Where no record has all words, the family of a word counts for a part of it. */
async function withFamily<P extends Posting>(slot: Slot<P>, sources: Sources<P>): Promise<Slot<P>> {
  const { forms, beginning } = familyOf(fold(slot.text), sources.language);
  const [near, far] = await Promise.all([
    Promise.all(forms.map(sources.phrase)),
    beginning === undefined ? [] : sources.beginning(beginning),
  ]);
  const kin: Group<P> = [
    ...near.map((postings) => ({ postings, weight: formWeight })),
    { postings: far, weight: familyWeight },
  ];
  return { ...slot, group: [...slot.group, ...kin.filter(({ postings }) => postings.length > 0)] };
}

const formWeight = 0.8;
const familyWeight = 0.4;
