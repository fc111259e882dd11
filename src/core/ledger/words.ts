/** A word, a number or a sign that says something; punctuation, quotation marks and white space are none. */
export interface Word {
  /** As it stands in the text. */
  readonly text: string;
  /** The same in one form, whatever the typography: composed, with one kind of apostrophe, numbers without grouping. */
  readonly key: string;
  /** Whether a sentence may begin here, so that a capital says nothing. */
  readonly isFirst: boolean;
}

const grouped = String.raw`\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3}(?!\d))+`;
const ending = String.raw`[\p{L}\p{M}]+|[-‑]\p{Script=Cyrillic}{1,3}(?!\p{L})|['’]s(?!\p{L})`;
const number = String.raw`(?:(?<=^|[\s(])[-−+](?=\d))?(?:${grouped}|\d+)(?:[.,:/]\d+)*(?:${ending})?`;
const range = String.raw`(?<=\d)\s?[-‐‑‒–—]\s?(?=\d)`;
const word = String.raw`[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*`;
const sign = String.raw`[%‰°§№#&+=<>×÷\p{Sc}]`;
const pattern = new RegExp(`${range}|${number}|${word}|${sign}`, 'gu');
const sentenceEnd = /[.!?…;:—–«»„“"(]\s*$/u;

/** The words of a text, in order. A hyphen parts words as a space does; between numbers a dash means "to". */
export function wordsOf(text: string): Word[] {
  const composed = text.normalize('NFC');
  return [...composed.matchAll(pattern)].map(({ 0: found, index }) => ({
    text: found,
    key: keyOf(found),
    isFirst:
      index === 0 ||
      sentenceEnd.test(composed.slice(Math.max(0, index - 4), index)) ||
      /^\P{L}*$/u.test(composed.slice(0, index)),
  }));
}

/** Whether two texts say the same in the same words: a comma, a quotation mark, a dash, a space are no difference. */
export function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  const [ofA, ofB] = [wordsOf(a), wordsOf(b)];
  return ofA.length === ofB.length && ofA.every((one, index) => areSame(one, ofB[index]));
}

/** Whether two words are the same; a capital that only a sentence's beginning asks for aside. */
export function areSame(a: Word, b: Word | undefined): boolean {
  if (!b || a.key === b.key) return b !== undefined;
  return (a.isFirst || b.isFirst) && a.key.toLowerCase() === b.key.toLowerCase();
}

function keyOf(found: string): string {
  const text = found.trim();
  if (/^[-‐‑‒–—]$/u.test(text)) return '–';
  const plain = text.replace(/[’ʼ]/gu, "'").replace(/[−‑]/gu, '-');
  return /^[-+]?\d/.test(plain)
    ? plain.replace(/[,\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/gu, '').replace("'s", 's')
    : plain;
}
