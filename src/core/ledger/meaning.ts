import { wordDiff } from './word-diff.ts';

/** What an edit may touch that changes what a sentence says. */
export type Touched = 'a number' | 'a date' | 'a name' | 'a negation' | 'a quantity';

const negations =
  'no not never none nobody nothing nowhere neither nor without hardly cannot не нет ни никто ничто никогда нигде без';
const quantities =
  'all every each any some most many much few several both half only always often sometimes rarely more less least almost about around nearly exactly все всё каждый любой некоторые многие мало только всегда часто иногда почти около';
const numerals =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion first second third fourth fifth sixth seventh eighth ninth tenth once twice один два три четыре пять шесть семь восемь девять десять сто тысяча миллион';
const dates =
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter yesterday today tomorrow before after year month week day century января февраля марта апреля мая июня июля августа сентября октября ноября декабря';

const kinds = new Map<string, Touched>(
  (
    [
      [negations, 'a negation'],
      [quantities, 'a quantity'],
      [numerals, 'a number'],
      [dates, 'a date'],
    ] as const
  ).flatMap(([list, kind]) => list.split(' ').map((word) => [word, kind] as const)),
);

/**
 * What of its meaning an edit touches, each kind once: words put in or taken out that are numbers, dates, names (written
 * with a capital inside a sentence), negations or quantities. A comma touches nothing.
 */
export function touched(before: string, after: string): Touched[] {
  const found = new Set<Touched>();
  let sentenceStarts = true;
  for (const { kind, text } of wordDiff(before, after)) {
    for (const [token] of text.matchAll(/[\p{L}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*|[.!?]/gu)) {
      if (kind !== 'same') {
        const what = kindOf(token, sentenceStarts);
        if (what) found.add(what);
      }
      sentenceStarts = /^[.!?]$/.test(token);
    }
  }
  return [...found];
}

function kindOf(token: string, sentenceStarts: boolean): Touched | undefined {
  if (/\p{N}/u.test(token)) return /^\d{3,4}s?$|^\d{4}\D/.test(token) ? 'a date' : 'a number';
  const word = token.toLowerCase();
  if (/n[’']t$/.test(word)) return 'a negation';
  return kinds.get(word) ?? (!sentenceStarts && /^\p{Lu}/u.test(token) ? 'a name' : undefined);
}
