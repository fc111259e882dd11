import { asFamily, withFamily } from './family-slots.ts';
import { fold } from './fold.ts';
import { asNearest } from './nearest-slots.ts';
import type { Query } from './parse-query.ts';
import type { Posting } from './posting.ts';
import { type Slot, sizeOf, someRecordHasAll } from './slot.ts';
import type { Sources } from './sources.ts';
import { hyphenRows, joinedUp, mendedTogether, splitInTwo } from './word-joints.ts';

/**
 * The slots as they were probably meant: words without a record joined, read as the nearest words of the site, or cut in
 * two. Words with very few records are widened where that may help. If no record has everything, words bring their families.
 * `rest` are the slots that are not words, `words` all words of the query.
 */
export async function mendSlots<P extends Posting>(
  slots: readonly Slot<P>[],
  rest: readonly Slot<P>[],
  query: Query,
  sources: Sources<P>,
): Promise<Slot<P>[]> {
  const isShort = slots.length + rest.length <= short;
  const joined = isShort ? await joinedUp(slots, query, sources) : slots;
  const whole = someRecordHasAll([...joined, ...rest]);
  const alone = joined.length === 1 && rest.length === 0;
  const mend = async (slot: Slot<P>): Promise<Slot<P>> => {
    const found = sizeOf(slot);
    if (found === 0) {
      const meant = (await asFamily(slot, sources)) ?? (await asNearest(slot, query, sources));
      return meant ?? (await splitInTwo(slot, sources)) ?? slot;
    }
    const wider = found <= few && (alone || (isShort && !whole)) ? await widened(slot, query, sources) : slot;
    return whole || wider.read ? wider : withFamily(wider, sources, isShort);
  };
  const rows = await Promise.all(
    hyphenRows(joined, query.words).map(async (row) => {
      const together = await mendedTogether(row, query, sources);
      return together ? [together] : Promise.all(row.map(mend));
    }),
  );
  return rows.flat();
}

/** A longer query says enough by itself, and every attempt has to be fetched. */
const short = 4;
/** A word in so few records may be a slip of an author's, or stand in the title of a source alone. */
const few = 3;

/** A word in very few records, with much more frequent words that are near it: it may be a slip of an author's. */
async function widened<P extends Posting>(slot: Slot<P>, query: Query, sources: Sources<P>): Promise<Slot<P>> {
  const near = slot.read || fold(slot.text).length < shortest ? undefined : await asNearest(slot, query, sources);
  const as = near?.read?.as.filter((word) => fold(word) !== fold(slot.text)) ?? [];
  if (!near || as.length === 0 || sizeOf(near) < sizeOf(slot) * muchMore) return slot;
  const others = near.group.map(({ postings, weight }) => ({ postings, weight: weight * widenedWeight }));
  return { ...slot, group: [...slot.group, ...others], read: { as, how: 'also' } };
}

/** Shorter words are too near to too many others. */
const shortest = 4;
const muchMore = 8;
const widenedWeight = 0.7;
