import { classAt, consonantKey } from './consonant-key.ts';
import { fold } from './fold.ts';
import { asNearest } from './nearest-slots.ts';
import type { AskedWord, Query } from './parse-query.ts';
import type { Posting } from './posting.ts';
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

/** Neighbours of which the site lacks one, read as one word where it has that: "grave yard". */
export async function joinedUp<P extends Posting>(
  slots: readonly Slot<P>[],
  query: Query,
  sources: Sources<P>,
): Promise<Slot<P>[]> {
  const result: Slot<P>[] = [];
  for (const slot of slots) {
    const before = result.at(-1);
    const together = before && (await oneWord(before, slot, query, sources));
    if (together) result.splice(-1, 1, together);
    else result.push(slot);
  }
  return result;
}

/** A word the site lacks, read as two it has side by side: "winterpalace", "#RedArmy"; none if there are none. */
export async function splitInTwo<P extends Posting>(slot: Slot<P>, sources: Sources<P>): Promise<Slot<P> | undefined> {
  for (const parts of await cutsOf(slot.text, sources)) {
    const postings = await sources.phrase(parts.join(' '));
    if (postings.length === 0) continue;
    return { ...slot, group: [{ postings, weight: 1 }], read: { as: [parts.join(' ')], how: 'spelling' } };
  }
  return undefined;
}

async function oneWord<P extends Posting>(
  before: Slot<P>,
  slot: Slot<P>,
  { text }: Query,
  sources: Sources<P>,
): Promise<Slot<P> | undefined> {
  const plain = [before, slot].every(({ kind, read }) => kind === 'word' && read === undefined);
  const lacking = sizeOf(before) === 0 || sizeOf(slot) === 0;
  if (!plain || !lacking || text.slice(before.end, slot.start).trim() !== '') return undefined;
  const joined = fold(before.text) + fold(slot.text);
  const postings = await sources.phrase(joined);
  if (postings.length === 0) return undefined;
  const [start, end] = [before.start, slot.end];
  const as = before.text + slot.text.toLowerCase();
  return {
    ...before,
    text: text.slice(start, end),
    end,
    group: [{ postings, weight: 1 }],
    read: { as: [as], how: 'spelling' },
  };
}

/** Where a word may be cut: where its capitals say so, else behind a word of the site, the longest first. */
async function cutsOf<P extends Posting>(text: string, sources: Sources<P>): Promise<(readonly string[])[]> {
  const humps = text.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? [];
  const word = fold(text);
  const known = await sources.vocabulary(0, classAt(consonantKey(word), 0));
  const beginnings = known
    .map((each) => fold(each.word))
    .filter((begin) => word.startsWith(begin) && word.length - begin.length >= shortestPart)
    .sort((a, b) => b.length - a.length)
    .slice(0, mostCuts);
  const cuts = beginnings.map((begin) => [begin, word.slice(begin.length)]);
  return humps.length > 1 ? [humps, ...cuts] : cuts;
}

const shortestPart = 3;
/** Each cut has to be looked up. */
const mostCuts = 4;
