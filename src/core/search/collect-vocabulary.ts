import type { VocabularyWord } from './vocabulary.ts';
import { eachWord, indexed, wordsAlone } from './words.ts';

/** Words of texts, by how the index has them. */
export type CountedWords = ReadonlyMap<string, Readonly<CountedWord>>;
interface CountedWord {
  /** In small letters, as it was met first. */
  shown: string;
  /** In how many texts it stands. */
  count: number;
  /** Whether it was met without a capital, and with one within a sentence. */
  small: boolean;
  capital: boolean;
}

/** Counts the words of texts. Figures and words of fewer than three letters are no use for correcting and are left out. */
export function countedWords(texts: Iterable<string>): CountedWords {
  const words = new Map<string, CountedWord>();
  const met = new Map<string, Met>(); // by the word as written: most of them come again
  const meet = (written: string): Met => {
    const word = indexed(written);
    const known = isUseful(word)
      ? (words.get(word) ?? { shown: lettersOf(written), count: 0, small: false, capital: false })
      : undefined;
    if (known) words.set(word, known);
    const one = { known, hasCapital: /^\p{Lu}/u.test(written) };
    met.set(written, one);
    return one;
  };
  for (const text of texts) {
    const here = new Set<CountedWord>();
    for (const { text: written, start } of eachWord(text)) {
      const { known, hasCapital } = met.get(written) ?? meet(written);
      if (!known) continue;
      if (!here.has(known)) known.count += 1;
      here.add(known);
      if (!hasCapital) known.small = true;
      else if (!known.capital && start > 0 && !/[.!?:“"(]\s*$/.test(text.slice(Math.max(0, start - 3), start)))
        known.capital = true;
    }
  }
  return words;
}

/** What is known of a word as it is written: nothing of one that is of no use. */
interface Met {
  readonly known: CountedWord | undefined;
  readonly hasCapital: boolean;
}

/**
 * The vocabulary: the words of all records, in small letters, with the number of records they stand in; of words that
 * differ in marks alone, which are one word to the index, the one that was met first. A word is a name if it stands with a capital
 * within a sentence and never without one. `names` are words that must be known too, each with the number of records it
 * stands for; so must the words of `addresses`, which have no capitals.
 */
export function collectVocabulary(
  counted: CountedWords,
  names: ReadonlyMap<string, number>,
  addresses: Iterable<string> = [],
): VocabularyWord[] {
  const words = new Map(counted);
  for (const [name, count] of names) {
    if (isUseful(name) && !words.has(name)) words.set(name, { shown: name, count, small: false, capital: true });
  }
  const addressed = new Map<string, number>();
  for (const text of [...addresses].flatMap(wordsAlone)) {
    if (isUseful(text) && !words.has(text)) addressed.set(text, (addressed.get(text) ?? 0) + 1);
  }
  for (const [word, count] of addressed) words.set(word, { shown: word, count, small: true, capital: false });
  return [...words]
    .map(([, { shown, count, small, capital }]) => ({ word: shown, count, name: capital && !small }))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

function lettersOf(written: string): string {
  return written
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}]/gu, '');
}

function isUseful(word: string): boolean {
  return word.length > 2 && word.length < 36 && !/[\p{N}]/u.test(word);
}
