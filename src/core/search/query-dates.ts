/** Years asked for, both ends included, and where in the query they were written. */
export interface AskedYears {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The years, decades, centuries and ranges of years a query names: "1917", "1930s", "the 19th century", "1917-1921",
 * "1917–21", "between 1917 and 1921", "from 1917 to 1921". Four figures from 1000 to 2099 are a year, as long as no
 * other figure, letter or decimal touches them.
 */
export function datesIn(text: string): AskedYears[] {
  const found: AskedYears[] = [];
  for (const match of text.matchAll(pattern)) {
    const years = yearsOf(match.groups ?? {});
    if (years) found.push({ ...years, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const year = String.raw`(?:1\d{3}|20\d{2})`;
const pattern = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,])`,
    '(?:',
    [
      String.raw`(?:between\s+|from\s+)?(?<from>${year})(?:\s*[-–—/]\s*|\s+(?:and|to|until|till)\s+)(?<to>${year}|\d{2})`,
      String.raw`(?:the\s+)?(?<decade>(?:1\d|20)\d)0['’]?s`,
      String.raw`(?:the\s+)?(?<century>1\d|20|21)(?:th|st)[\s-]+century`,
      `(?<only>${year})`,
    ].join('|'),
    ')',
    String.raw`(?![\p{L}\p{N}]|[.,]\d|[-–/]\d)`,
  ].join(''),
  'giu',
);

function yearsOf(groups: Readonly<Record<string, string | undefined>>): { first: number; last: number } | undefined {
  const { from, to, decade, century, only } = groups;
  if (only) return { first: Number(only), last: Number(only) };
  if (decade) return { first: Number(decade) * 10, last: Number(decade) * 10 + 9 };
  if (century) return { first: Number(century) * 100 - 99, last: Number(century) * 100 };
  const first = Number(from);
  const last = to?.length === 2 ? Math.floor(first / 100) * 100 + Number(to) : Number(to);
  return { first: Math.min(first, last), last: Math.max(first, last) };
}
