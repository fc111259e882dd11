import { fold } from './fold.ts';
import { datesIn } from './query-dates.ts';
import { isStopWord } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** What a reader asked for, taken apart. Every word of the text is in exactly one of its parts. */
export interface Query {
  readonly text: string;
  /** In the order in which they were written. */
  readonly words: readonly AskedWord[];
  readonly dates: readonly AskedDate[];
  readonly phrases: readonly AskedPhrase[];
}

interface Asked {
  /** As written. */
  readonly text: string;
  /** Where it begins and ends in the query (UTF-16 units). */
  readonly start: number;
  readonly end: number;
}

export interface AskedWord extends Asked {
  /** Its one spelling. */
  readonly folded: string;
  /** It says nothing by itself and is never looked up; it may still be part of a name ("the last Tsar"). */
  readonly stop: boolean;
  /** A hyphen joins it to the word before. */
  readonly joined: boolean;
}

export interface AskedDate extends Asked {
  readonly first: number;
  readonly last: number;
}

/** Words in quotation marks: only records that have them side by side are wanted. */
export interface AskedPhrase extends Asked {
  readonly words: readonly string[];
}

/**
 * Takes a query apart: phrases in double quotation marks of any form, then years and ranges, then words. If nothing but
 * stop words is left, they are asked for after all.
 */
export function parseQuery(text: string, language: string): Query {
  const phrases: AskedPhrase[] = [];
  for (const match of text.matchAll(quoted)) {
    const inside = match.slice(1).find((group) => group !== undefined) ?? '';
    const words = wordsOf(inside).map((word) => word.text);
    if (words.length > 0) {
      phrases.push({ text: inside.trim(), words, start: match.index, end: match.index + match[0].length });
    }
  }
  const unquoted = blank(text, phrases);
  const dates = datesIn(unquoted).map((date) => ({ ...date, text: text.slice(date.start, date.end) }));
  const words = askedWords(blank(unquoted, dates), language);
  const nothingElse = dates.length + phrases.length === 0 && words.every((word) => word.stop);
  return { text, words: nothingElse ? words.map((word) => ({ ...word, stop: false })) : words, dates, phrases };
}

/** The words of a text, all its quotation marks and dates being read as words too. */
export function askedWords(text: string, language: string): AskedWord[] {
  return wordsOf(text).flatMap((word, index, all) => {
    const folded = fold(word.text);
    const joined = all[index - 1]?.end === word.start - 1 && /[-‐‑]/.test(text.charAt(word.start - 1));
    return folded === '' ? [] : { ...word, folded, stop: isStopWord(folded, language), joined };
  });
}

const quoted = /"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»/g;

/** The text with spans replaced by spaces, so that places stay what they are. */
function blank(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let result = text;
  for (const { start, end } of spans) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}
