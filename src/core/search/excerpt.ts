import type { SectionName } from './card.ts';
import { closedUp } from './words.ts';

/** A piece of text, marked if it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Words of one part of a record, chosen to show why it was found. */
export interface Excerpt {
  readonly part: SectionName;
  readonly pieces: readonly Piece[];
}

/**
 * Why a record was found: from each part in which something asked for stands, the stretch that holds most of it, at most
 * `length` words. The statement, if it has anything, is given whole. `places` counts words of the whole record.
 */
export function excerpts(
  content: string,
  parts: readonly (readonly [SectionName, number])[],
  places: readonly number[],
  length = 18,
): Excerpt[] {
  const words = content.split(' ');
  return parts.flatMap(([part, begin], index) => {
    const end = parts[index + 1]?.[1] ?? words.length;
    const inPart = places.filter((place) => place >= begin && place < end);
    if (inPart.length === 0) return [];
    const [from, to] = part === 'statement' ? [begin, end] : densest(inPart, begin, end, length);
    const pieces = piecesOf(words, from, to, new Set(inPart));
    const before: Piece[] = from > begin ? [{ text: '… ', marked: false }] : [];
    const after: Piece[] = to < end ? [{ text: ' …', marked: false }] : [];
    return { part, pieces: [...before, ...pieces, ...after] };
  });
}

/** The stretch of at most `length` words with the most places in it, the first place a third into it if there is room. */
function densest(places: readonly number[], begin: number, end: number, length: number): [number, number] {
  let best = { from: begin, count: 0 };
  for (const place of places) {
    const count = places.filter((other) => other >= place && other < place + length * 0.7).length;
    if (count > best.count) best = { from: place - Math.floor(length / 3), count };
  }
  const from = Math.max(begin, Math.min(best.from, end - length));
  return [from, Math.min(end, from + length)];
}

function piecesOf(words: readonly string[], from: number, to: number, places: ReadonlySet<number>): Piece[] {
  const pieces: { text: string; marked: boolean }[] = [];
  const add = (text: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.marked === marked) last.text += text;
    else pieces.push({ text, marked });
  };
  for (let place = from; place < to; place += 1) {
    const [, before = '', word = '', after = ''] = inPunctuation.exec(words[place] ?? '') ?? [];
    const marked = places.has(place) && word !== '';
    add((place > from ? ' ' : '') + before, false);
    add(word, marked);
    add(after, false);
  }
  return pieces.map((piece) => (piece.marked ? piece : { ...piece, text: closedUp(piece.text) }));
}

/** A word with the punctuation round it. */
const inPunctuation = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
