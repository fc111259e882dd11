import { matchAliases } from './aliases.ts';
import { classAt, consonantKey } from './consonant-key.ts';
import { fold } from './fold.ts';
import { claimsNaming, peopleNamed } from './name-slots.ts';
import { type Candidate, nearestWords, type TypedAs } from './nearest-words.ts';
import type { AskedWord, Query } from './parse-query.ts';
import type { Group, Posting } from './rank.ts';
import { type Slot, sizeOf } from './slot.ts';
import type { Sources } from './sources.ts';

/** Slots in rows of one, but words joined by hyphens of which the site lacks one in one row: "Tse-tung". */
export function hyphenRows<P extends Posting>(slots: readonly Slot<P>[], words: readonly AskedWord[]): Slot<P>[][] {
  const rows: Slot<P>[][] = [];
  for (const slot of slots) {
    const row = rows.at(-1);
    const joined = words.some((word) => word.start === slot.start && word.joined);
    if (row && joined && row.at(-1)?.end === slot.start - 1) row.push(slot);
    else rows.push([slot]);
  }
  return rows.flatMap((row) => (row.some((slot) => sizeOf(slot) === 0) ? [row] : row.map((slot) => [slot])));
}

/** Words joined by hyphens read as the nearest single words of the site: "tsetung"; none if nothing is near. */
export async function mendedTogether<P extends Posting>(
  row: readonly Slot<P>[],
  query: Query,
  sources: Sources<P>,
): Promise<Slot<P> | undefined> {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || row.length < 2) return undefined;
  const text = row.map((slot) => slot.text).join('-');
  return asNearest({ ...first, text, end: last.end, group: [] }, query, sources);
}

/** A word without a record read as the nearest words of the site; left as it is if nothing is near. */
export async function mended<P extends Posting>(slot: Slot<P>, query: Query, sources: Sources<P>): Promise<Slot<P>> {
  const nearest = await asNearest(slot, query, sources);
  if (nearest) return nearest;
  const parts = slot.text.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? []; // #RedArmy
  const postings = parts.length < 2 ? [] : await sources.phrase(parts.join(' '));
  if (postings.length === 0) return slot;
  return { ...slot, group: [{ postings, weight: 1 }], read: { as: [parts.join(' ')], how: 'spelling' } };
}

/** A word in very few records, with much more frequent words that are near it: it may be a slip of an author's. */
export async function widened<P extends Posting>(slot: Slot<P>, query: Query, sources: Sources<P>): Promise<Slot<P>> {
  const near = slot.read ? undefined : await asNearest(slot, query, sources);
  const as = near?.read?.as.filter((word) => fold(word) !== fold(slot.text)) ?? [];
  if (!near || as.length === 0 || sizeOf(near) < sizeOf(slot) * muchMore) return slot;
  const others = near.group.map(({ postings, weight }) => ({ postings, weight: weight * widenedWeight }));
  return { ...slot, group: [...slot.group, ...others], read: { as, how: 'also' } };
}

const muchMore = 8;
const widenedWeight = 0.7;

async function asNearest<P extends Posting>(
  slot: Slot<P>,
  query: Query,
  sources: Sources<P>,
): Promise<Slot<P> | undefined> {
  const word = fold(slot.text).replace(/[^\p{L}\p{N}]/gu, '');
  const typed = typedAs(slot, query);
  let candidates: readonly Candidate[] = [];
  for (const spelling of respelled(word)) {
    candidates = await candidatesFor(spelling, typed, sources);
    if (candidates.length > 0) break;
  }
  if (candidates.length === 0) return undefined;
  const people = await peopleNamed(
    candidates.map((candidate) => fold(candidate.word)),
    sources,
  );
  const groups = await Promise.all(
    candidates.map(async (candidate): Promise<Group<P>> => {
      const meant = matchAliases([fold(candidate.word)], people).flatMap((match) => match.people);
      const named = (await Promise.all(meant.map((person) => claimsNaming(person, sources)))).flat();
      const own = { postings: await sources.phrase(candidate.word), weight: 1 };
      return [own, ...named].map(({ postings, weight }) => ({ postings, weight: weight * candidate.weight }));
    }),
  );
  return { ...slot, group: groups.flat(), read: { as: candidates.map(shown), how: 'spelling' } };
}

/** A word as it stands, and as English would spell it if it were Polish ("Niemcow") or German ("Tuchatschewski"). */
function respelled(word: string): Set<string> {
  return new Set([word, word.replace(/c(?![hk])/g, 'ts'), word.replace(/(?<![st])ch/g, 'kh')]);
}

/**
 * Candidates from the file of the word's first consonant; if they are all far, also from the files in which words lie by
 * their second consonant, where words end up whose first letter was mistyped, left out or swapped.
 */
async function candidatesFor<P extends Posting>(
  word: string,
  typed: TypedAs,
  sources: Sources<P>,
): Promise<Candidate[]> {
  if (word.length < 3 || /\d/.test(word)) return [];
  const key = consonantKey(word);
  const first = await sources.vocabulary(0, classAt(key, 0));
  const near = nearestWords(word, first, typed);
  if (near[0] && near[0].cost <= closeEnough) return near;
  const places = [0, 1, 2].filter((place) => place === 0 || key.length > place);
  const units = new Set(places.map((place) => classAt(key, place)));
  const second = await Promise.all([...units].map((unit) => sources.vocabulary(1, unit)));
  return nearestWords(word, [...first, ...second.flat()], typed);
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
