import { matchAliases } from './aliases.ts';
import { classAt, consonantKey } from './consonant-key.ts';
import { fold } from './fold.ts';
import { claimsNaming, peopleNamed } from './name-slots.ts';
import { type Candidate, nearestWords, type TypedAs } from './nearest-words.ts';
import type { Query } from './parse-query.ts';
import type { Group, Posting } from './posting.ts';
import type { Slot } from './slot.ts';
import type { Sources } from './sources.ts';
import { familyOf } from './word-families.ts';
import { indexed } from './words.ts';

/** A slot read as the words of the site that are nearest to its text, other names of people among them; none if nothing is near. */
export async function asNearest<P extends Posting>(
  slot: Slot<P>,
  query: Query,
  sources: Sources<P>,
): Promise<Slot<P> | undefined> {
  const word = fold(slot.text).replace(/[^\p{L}\p{N}]/gu, '');
  const typed = typedAs(slot, query);
  let candidates: readonly Candidate[] = [];
  for (const spelling of isTooShort(word, slot, query) ? [] : respelled(word, sources.language)) {
    candidates = await candidatesFor(spelling, typed, sources);
    if (candidates.length > 0) break;
  }
  if (candidates.length === 0) return undefined;
  const people = await peopleNamed(
    candidates.map((candidate) => fold(candidate.word)),
    sources,
  );
  const read = await Promise.all(
    candidates.map(async (candidate) => {
      const meant = matchAliases([fold(candidate.word)], people).flatMap((match) => match.people);
      const named = (await Promise.all(meant.map((person) => claimsNaming(person, sources)))).flat();
      const postings = await sources.phrase(indexed(candidate.word));
      const group: Group<P> = [{ postings, weight: 1 }, ...named].map((alternative) => {
        return { ...alternative, weight: alternative.weight * candidate.weight };
      });
      return { group, word: shown(candidate), names: meant.map(({ name }) => name) };
    }),
  );
  const words = read.filter(({ names }) => names.length === 0).map(({ word }) => word);
  const names = read.flatMap((each) => each.names).filter((name) => !words.some((word) => name.includes(word)));
  const as = [...new Set([...words, ...names])];
  return { ...slot, group: read.flatMap(({ group }) => group), read: { as, how: 'spelling' } };
}

/**
 * The Tsar as he is spelt in English too; a word as it stands; as English would spell it if it were Polish ("Niemcow") or German ("Tuchatschewski"); and without
 * its ending, since the site may have it with another ("assasinated" beside "assassin").
 */
function respelled(word: string, language: string): Set<string> {
  const { beginning } = familyOf(word, language);
  const spellings = [
    word.replace(/^[ct]zar/, 'tsar'),
    word,
    word.replace(/c(?![hk])/g, 'ts'),
    word.replace(/(?<![st])ch/g, 'kh'),
  ];
  const isTelling = beginning !== undefined && beginning.length >= tellingBeginning;
  return new Set(isTelling ? [...spellings, beginning] : spellings);
}

/** With a letter changed, a shorter beginning is anything: "hitl", "hit". */
const tellingBeginning = 5;

/**
 * Candidates from the file of the word's first consonant; if they are all far, also from the files in which words lie by
 * their second consonant, where words end up whose first letter was mistyped, left out or swapped.
 */
async function candidatesFor<P extends Posting>(
  word: string,
  typed: TypedAs,
  sources: Sources<P>,
): Promise<Candidate[]> {
  if (/\d/.test(word)) return [];
  const key = consonantKey(word);
  const first = await sources.vocabulary(0, classAt(key, 0));
  const near = nearestWords(word, first, typed);
  if (word.length < 3 || (near[0] && near[0].cost <= closeEnough)) return near;
  const places = [0, 1, 2].filter((place) => place === 0 || key.length > place);
  const units = new Set(places.map((place) => classAt(key, place)));
  const second = await Promise.all([...units].map((unit) => sources.vocabulary(1, unit)));
  return nearestWords(word, [...first, ...second.flat()], typed);
}

/** Of two or three letters only a beginning can be made something of: of the last word, or of a month before its year. */
function isTooShort<P extends Posting>(word: string, { end }: Slot<P>, { text, dates }: Query): boolean {
  const unfinished = text.trimEnd().length === end || dates.some(({ start }) => text.slice(end, start).trim() === '');
  return word.length < 2 || (word.length < 4 && !unfinished);
}

/** One edit, or two that leave the consonants as they are. */
const closeEnough = 1;

/** A capital within a query means a name; a small letter beside capitals means an ordinary word. */
function typedAs<P extends Posting>(slot: Slot<P>, query: Query): TypedAs {
  if (slot.name && slot.start > 0) return 'name';
  const capital = query.words.some(({ text, start }) => start > 0 && start !== slot.start && /^\p{Lu}/u.test(text));
  return !slot.name && capital ? 'word' : 'either';
}

function shown({ word, name }: Candidate): string {
  return name ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
