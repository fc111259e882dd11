import { fold } from './fold.ts';
import type { AskedDate, AskedPhrase, AskedWord } from './parse-query.ts';
import type { Posting } from './posting.ts';
import type { Slot } from './slot.ts';
import type { Sources } from './sources.ts';
import { indexed, spacedOut } from './words.ts';

/** A word as it is written, and in Latin letters if it is in others. */
export async function wordSlot<P extends Posting>(word: AskedWord, sources: Sources<P>): Promise<Slot<P>> {
  const spellings = new Set([indexed(word.text), word.folded, ...withH(word.text)]);
  const group = await Promise.all(
    [...spellings].map(async (spelling) => ({ postings: await sources.phrase(spelling), weight: 1 })),
  );
  return { ...span(word), kind: 'word', name: /^\p{Lu}/u.test(word.text), group };
}

/** Years: the claims whose event or evidence they touch, and those that name a single year or decade. */
export async function dateSlot<P extends Posting>(date: AskedDate, sources: Sources<P>): Promise<Slot<P>> {
  const spoken = /^\D*(\d{4})['’]?(s?)$/i.exec(date.text);
  const [group, postings] = await Promise.all([
    sources.dated(date.first, date.last),
    spoken ? sources.phrase(`${spoken[1]}${spoken[2]}`) : [],
  ]);
  return { ...span(date), kind: 'date', name: false, group: [...group, { postings, weight: spokenWeight }] };
}

/** Words side by side. The index reads words joined by a hyphen as one, and so they stay joined. */
export async function phraseSlot<P extends Posting>(phrase: AskedPhrase, sources: Sources<P>): Promise<Slot<P>> {
  const words = spacedOut(phrase.text)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const postings = await sources.phrase(words.join(' '));
  return { ...span(phrase), kind: 'phrase', name: false, group: [{ postings, weight: 1 }] };
}

/** A claim of that date comes before one that only mentions it. */
const spokenWeight = 0.9;

/** Russian writes foreign h as г or х: "Гитлер" is Hitler. */
function withH(text: string): string[] {
  const written = text.toLowerCase().replace(/[гх]/g, 'h');
  return written === text.toLowerCase() ? [] : [fold(written)];
}

function span({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) {
  return { text, start, end };
}
