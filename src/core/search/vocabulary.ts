/** A word of the site: in how many records it stands, and whether it is a name (never begun with a small letter). */
export interface VocabularyWord {
  readonly word: string;
  readonly count: number;
  readonly name: boolean;
}

/**
 * Words as a file, each line one word without what it shares with the line before: a figure in base 36 for the letters
 * shared, the rest of the word, `!` for a name, and the count if it is not 1. Words must be sorted and differ.
 */
export function writeVocabulary(words: readonly VocabularyWord[]): string {
  let last = '';
  return words
    .map(({ word, count, name }) => {
      const shared = Math.min(sharedLetters(last, word), 35);
      last = word;
      return `${shared.toString(36)}${word.slice(shared)}${name ? '!' : ''}${count === 1 ? '' : count}`;
    })
    .join('\n');
}

/** The inverse of `writeVocabulary`. */
export function readVocabulary(written: string): VocabularyWord[] {
  let last = '';
  return written.split('\n').flatMap((line) => {
    const [, shared = '0', rest = '', name, count] = /^([0-9a-z])(.*?)(!?)(\d*)$/su.exec(line) ?? [];
    if (line === '') return [];
    last = last.slice(0, Number.parseInt(shared, 36)) + rest;
    return { word: last, count: count ? Number(count) : 1, name: name === '!' };
  });
}

function sharedLetters(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}
