/** Years asked for, both ends included, and where in the query they were written. */
export interface AskedYears {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The years, decades, centuries and ranges of years a query names: "1917", "1930s", "the thirties", "late 1920s", "the 19th
 * century", "1917-1921", "1917–21", "between 1917 and 1921", "before 1905", "since 2014". Four figures from 1000 to 2099
 * are a year, as long as no other figure, letter or decimal touches them. "1917-10" is October 1917, as in ISO 8601,
 * since no range goes backwards.
 */
export function datesIn(text: string): AskedYears[] {
  const found: AskedYears[] = [];
  for (const match of text.matchAll(pattern)) {
    const years = yearsOf(match.groups ?? {});
    if (years) found.push({ ...years, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const decades = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const centuries = [
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth'],
  ...['nineteenth', 'twentieth', 'twenty-first'],
];
const year = String.raw`(?:1\d{3}|20\d{2})`;
const pattern = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,])`,
    '(?:',
    [
      String.raw`(?:between\s+|from\s+)?(?<from>${year})(?:\s*[-–—/]\s*|\s+(?:and|to|until|till)\s+)(?<to>${year}|\d{2})`,
      String.raw`(?<open>before|until|till|after|since)\s+(?<edge>${year})`,
      String.raw`(?:the\s+)?(?:(?<part>early|mid|late)[\s-]+)?(?:the\s+)?(?:(?<decade>(?:1\d|20)\d)0['’]?s|(?:nineteen[\s-]+)?(?<spelled>${decades.join('|')})|(?<century>1\d|20|21)(?:th|st)[\s-]+century|(?<ordinal>${centuries.join('|')})[\s-]+century|(?<only>${year}))`,
    ].join('|'),
    ')',
    String.raw`(?![\p{L}\p{N}]|[.,]\d|[-–/]\d)`,
  ].join(''),
  'giu',
);

interface Years {
  readonly first: number;
  readonly last: number;
}

function yearsOf(groups: Readonly<Record<string, string | undefined>>): Years | undefined {
  const { from, to, open, edge, part, decade, spelled, century, ordinal, only } = groups;
  if (only) return { first: Number(only), last: Number(only) };
  if (edge) return openYears(open?.toLowerCase() ?? '', Number(edge));
  if (decade) return partOf(Number(decade) * 10, 10, part);
  if (spelled) return partOf(1920 + decades.indexOf(spelled.toLowerCase()) * 10, 10, part);
  const number = century ? Number(century) : ordinal ? 11 + centuries.indexOf(ordinal.toLowerCase()) : undefined;
  if (number !== undefined) return partOf(number * 100 - 99, 100, part);
  return range(Number(from), to ?? '');
}

function range(from: number, to: string): Years {
  if (to.length > 2) return { first: Math.min(from, Number(to)), last: Math.max(from, Number(to)) };
  const last = Math.floor(from / 100) * 100 + Number(to);
  return last < from && Number(to) >= 1 && Number(to) <= 12 ? { first: from, last: from } : { first: from, last };
}

function openYears(word: string, edge: number): Years {
  if (word === 'since') return { first: edge, last: 9999 };
  if (word === 'after') return { first: edge + 1, last: 9999 };
  return { first: 0, last: word === 'before' ? edge - 1 : edge };
}

/** The first four, middle four or last four tenths of a decade or century; all of it if no part is named. */
function partOf(first: number, length: number, part: string | undefined): Years {
  const tenth = length / 10;
  const from = part === undefined ? 0 : ({ early: 0, mid: 3, late: 6 }[part.toLowerCase()] ?? 0);
  const to = part === undefined ? 10 : from + 4;
  return { first: first + from * tenth, last: first + to * tenth - 1 };
}
