/** CSL's kinds of locators, by the words that authors use for them. Source: CSL 1.0.2, appendix "Locators". */
const terms: Readonly<Record<string, string>> = {
  page: 'p pp page pages',
  chapter: 'ch chs chap chaps chapter chapters',
  volume: 'vol vols volume volumes',
  issue: 'no nos number numbers issue issues',
  section: 'sec secs sect section sections',
  note: 'n nn note notes',
  folio: 'fol fols folio folios',
  paragraph: 'para paras paragraph paragraphs',
  part: 'pt pts part parts',
  line: 'l ll line lines',
  verse: 'v vv verse verses',
  article: 'art arts article articles',
  book: 'bk bks book books',
  column: 'col cols column columns',
  figure: 'fig figs figure figures',
  opus: 'op opp opus',
};
const labels = new Map(
  Object.entries(terms).flatMap(([label, words]) => words.split(' ').map((word): [string, string] => [word, label])),
);
const symbols = new Map([
  ['§', 'section'],
  ['¶', 'paragraph'],
  ['№', 'issue'],
]);

interface Locator {
  readonly locator?: string | undefined;
  readonly label?: string | undefined;
  readonly suffix: string;
}

/**
 * Parts what follows the key of a source into the place cited and the rest: `, pp. 33-35 for this`. A place is numbers,
 * Roman ones only behind a word for what they count; bare numbers are pages. In braces it may be anything, and empty
 * braces say that there is none.
 *
 * Source: Pandoc User's Guide, "Citation syntax".
 */
export function locatorIn(text: string): Locator {
  const start = /^\s*,?\s*/.exec(text)?.[0].length ?? 0;
  const written = text.slice(start);
  return inBraces(written) ?? entryWord(written) ?? numbers(written) ?? { suffix: text };
}

function inBraces(text: string): Locator | undefined {
  if (!text.startsWith('{')) return undefined;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1;
    if (depth > 0) continue;
    const inside = text.slice(1, index).trim();
    const suffix = text.slice(index + 1);
    if (inside === '') return { suffix };
    const { label, length } = labelOf(inside);
    return { locator: inside.slice(length), label: label ?? 'page', suffix };
  }
  return undefined;
}

/** `s.v. Parvus`: the one place that is named by words. */
function entryWord(text: string): Locator | undefined {
  const [found, locator] = /^s\.\s?v{1,2}\.\s+([^,]*[^,\s])/i.exec(text) ?? [];
  return found === undefined ? undefined : { locator, label: 'sub-verbo', suffix: text.slice(found.length) };
}

function numbers(text: string): Locator | undefined {
  const { label, length } = labelOf(text);
  const first = length > 0 ? (match(number, text, length) ?? match(roman, text, length)) : match(bare, text, 0);
  if (first === undefined) return undefined;
  const further = length === 0 ? bare : /\p{N}/u.test(first) ? number : roman;
  let end = length + first.length;
  for (;;) {
    const separator = match(/\s*(?:,|&|\band\b|[-–—])\s*/y, text, end);
    const next = separator && match(further, text, end + separator.length);
    if (separator === undefined || next === undefined) break;
    end += separator.length + next.length;
  }
  return { locator: text.slice(length, end), label: label ?? 'page', suffix: text.slice(end) };
}

/** The word or sign a text begins with that says what is counted, and its length with the space behind it. */
function labelOf(text: string): { label?: string | undefined; length: number } {
  const [found, word, symbol] = /^(?:(\p{L}+)(?:\.\s*|\s+)|([§¶№])\2*\s*)(?=\S)/u.exec(text) ?? [];
  const label = labels.get(word?.toLowerCase() ?? '') ?? symbols.get(symbol ?? '');
  return label === undefined || found === undefined ? { length: 0 } : { label, length: found.length };
}

/** `80`, `12r`, `80n15`, `33-35`, but no ordinal and no decade. */
const bare =
  /(?!\d+(?:st|nd|rd|th|s)\b)\d+[a-z]{0,2}\d*(?:[.:/]\d+[a-z]?|-{1,2}\d+[a-z]?|[–—]\d+[a-z]?)*(?![\p{L}\p{N}])/uy;
/** The same with letters and brackets: `B17`, `128L(7)(a)-(iv)`. */
const number =
  /(?=[^\s,;]*\p{N})(?:[\p{L}\p{N}]+|\([\p{L}\p{N}]+\))(?:(?:[.:/]|-{1,2}|[–—])(?:[\p{L}\p{N}]+|\([\p{L}\p{N}]+\))|\([\p{L}\p{N}]+\))*/uy;
const roman = /\(?[ivxlcdm]+\)?(?:(?:-{1,2}|[–—])\(?[ivxlcdm]+\)?)*(?![\p{L}\p{N}])/iuy;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
