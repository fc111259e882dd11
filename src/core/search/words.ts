/** A word of a text, as written, with where it stands in it (UTF-16 units). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text in order: letters, digits and marks, with apostrophes inside; initials with their points ("U.S.")
 * and figures with their thousands ("11,000") as one. Hyphens part words, as they do in the index.
 */
export function wordsOf(text: string): Word[] {
  return [...eachWord(text)];
}

/** The same one by one, for who looks at each once. */
export function eachWord(text: string): IteratorObject<Word> {
  return text.matchAll(word).map(({ 0: found, index: start }) => ({ text: found, start, end: start + found.length }));
}

/** The same without their places. */
export function wordsAlone(text: string): readonly string[] {
  return text.match(word) ?? [];
}

const letter = String.raw`[\p{L}\p{N}\p{M}]`;
const word = new RegExp(
  [
    String.raw`(?<!${letter})(?:\p{L}\.)+\p{L}(?!${letter})`,
    String.raw`(?<!${letter}|\d[.,])\d{1,3}(?:[.,]\d{3})+(?![.,]?${letter})`,
    `${letter}+(?:['’ʼ]${letter}+)*`,
  ].join('|'),
  'gu',
);

/**
 * A text as the index counts its words: parted by single spaces, with a space on either side of a dash or slash between
 * words, since Pagefind reads "1917–1921" as one word.
 */
export function spacedOut(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}])([–—―/…])(?=[\p{L}\p{N}])/gu, ' $1 ')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
}

/** What `spacedOut` did, undone for the eye: figures and their dash stand together again. */
export function closedUp(text: string): string {
  return text.replace(/(?<=\d) ([–/]) (?=\d)/g, '$1').replace(/(?<=[\p{L}\p{N}]) ([—―/]) (?=[\p{L}\p{N}])/gu, '$1');
}

/** How many words Pagefind counts in a text that is spaced out. */
export function countWords(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}

/** A word as Pagefind's index has it, stems aside: small letters, no marks, no punctuation; other letters stay. */
export function indexed(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ.,]/gu, '')
    .normalize('NFC');
}

const plain = /^[A-Za-z0-9]*$/;
