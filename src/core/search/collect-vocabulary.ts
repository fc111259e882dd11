import type { VocabularyWord } from './vocabulary.ts';
import { indexed, wordsOf } from './words.ts';

/**
 * The words of all records, in the form in which the index has them (small letters, no marks), with the number of
 * records they stand in. A word is a name if it stands with a capital within a sentence and never without one. Figures
 * and words of fewer than three letters are no use for correcting and are left out. `names` are words that must be known
 * too, each with the number of records it stands for; so must the words of `addresses`, which have no capitals.
 */
export function collectVocabulary(
  texts: Iterable<string>,
  names: ReadonlyMap<string, number>,
  addresses: Iterable<string> = [],
): VocabularyWord[] {
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
  const addressed = new Map<string, number>();
  for (const { text } of [...addresses].flatMap(wordsOf)) {
    if (isUseful(text) && !words.has(text)) addressed.set(text, (addressed.get(text) ?? 0) + 1);
  }
  for (const [word, count] of addressed) words.set(word, { count, small: true, capital: false });
  return [...words]
    .map(([word, { count, small, capital }]) => ({ word, count, name: capital && !small }))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

function isUseful(word: string): boolean {
  return word.length > 2 && word.length < 36 && !/[\p{N}]/u.test(word);
}
