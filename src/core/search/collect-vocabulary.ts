import type { VocabularyWord } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/**
 * The words of all records, in the form in which the index has them (small letters, no marks), with the number of
 * records they stand in. A word is a name if it stands with a capital within a sentence and never without one. Figures
 * and words of fewer than three letters are no use for correcting and are left out. `names` are words that must be known
 * too, each with the number of records it stands for.
 */
export function collectVocabulary(texts: Iterable<string>, names: ReadonlyMap<string, number>): VocabularyWord[] {
  const words = new Map<string, { count: number; small: boolean; capital: boolean }>();
  for (const text of texts) {
    const here = new Set<string>();
    for (const { text: written, start } of wordsOf(text)) {
      const word = indexed(written);
      if (!isUseful(word)) continue;
      const known = words.get(word) ?? { count: 0, small: false, capital: false };
      words.set(word, known);
      if (!here.has(word)) known.count += 1;
      here.add(word);
      if (!/^\p{Lu}/u.test(written)) known.small = true;
      else if (start > 0 && !/[.!?:“"(]\s*$/.test(text.slice(Math.max(0, start - 3), start))) known.capital = true;
    }
  }
  for (const [name, count] of names) {
    if (isUseful(name) && !words.has(name)) words.set(name, { count, small: false, capital: true });
  }
  return [...words]
    .map(([word, { count, small, capital }]) => ({ word, count, name: capital && !small }))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

/** Pagefind's form of a word. */
export function indexed(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .normalize('NFC');
}

function isUseful(word: string): boolean {
  return word.length > 2 && word.length < 36 && !/[\p{N}]/u.test(word);
}
