import type { Nodes, Text } from 'hast';

/** Opening and closing quotation marks, outer then inner. */
type QuotationMarks = readonly [string, string, string, string];

/** By primary language subtag. */
const english: QuotationMarks = ['“', '”', '‘', '’'];
const quotationMarks = new Map<string, QuotationMarks>(
  Object.entries({
    en: english,
    de: ['„', '“', '‚', '‘'],
    fr: ['«\u202f', '\u202f»', '“', '”'],
    ru: ['«', '»', '„', '“'],
    uk: ['«', '»', '„', '“'],
    pl: ['„', '”', '«', '»'],
    es: ['«', '»', '“', '”'],
    it: ['«', '»', '“', '”'],
  }),
);

const verbatim = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'script', 'style', 'textarea']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'del',
  'em',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/**
 * Turns typewriter punctuation into typographic: quotation marks of the language, apostrophes, `--` and `---` into
 * dashes, `...` into an ellipsis. One pass over the text nodes, in place; code is left alone.
 */
export function smartPunctuation(tree: Nodes, language: string): void {
  const marks = quotationMarks.get(language.split('-')[0] ?? 'en') ?? english;
  for (const run of runsOf(tree)) {
    for (const [index, node] of run.entries()) {
      if (node) node.value = educated(node.value, last(run, index), first(run, index), marks);
    }
  }
}

/** The texts of each block, in order; what stands for code among them has no text to change. */
function runsOf(tree: Nodes): (Text | undefined)[][] {
  const runs: (Text | undefined)[][] = [[]];
  const cut = () => {
    if (runs.at(-1)?.length !== 0) runs.push([]);
  };
  visit(tree);
  return runs;

  function visit(node: Nodes): void {
    if (node.type === 'text') runs.at(-1)?.push(node);
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element' && verbatim.has(node.tagName)) {
      runs.at(-1)?.push(undefined);
      return;
    }
    const isBlock = node.type === 'element' && !inline.has(node.tagName);
    if (isBlock) cut();
    for (const child of node.children) visit(child);
    if (isBlock) cut();
  }
}

const code = 'x';

/** The last sign before a text of a run, and the first one behind it. */
function last(run: readonly (Text | undefined)[], index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const before = run[at] ? run[at]?.value.at(-1) : code;
    if (before) return before;
  }
  return '';
}

function first(run: readonly (Text | undefined)[], index: number): string {
  for (let at = index + 1; at < run.length; at++) {
    const after = run[at] ? run[at]?.value.charAt(0) : code;
    if (after) return after;
  }
  return '';
}

function educated(value: string, before: string, after: string, marks: QuotationMarks): string {
  let written = '';
  let end = 0;
  for (const { 0: found, index } of value.matchAll(/["']|-{2,3}|\.{3}/g)) {
    written += value.slice(end, index);
    end = index + found.length;
    const next = value.charAt(end) || after;
    written += dashes.get(found) ?? quote(found, written.at(-1) ?? before, next, marks);
  }
  return written + value.slice(end);
}

const dashes = new Map([
  ['--', '–'],
  ['---', '—'],
  ['...', '…'],
]);

function quote(mark: string, previous: string, next: string, [open, close, innerOpen, innerClose]: QuotationMarks) {
  const isOpening = '“‘«„‚'.includes(previous) && previous !== close && previous !== innerClose;
  const mayOpen = isOpening || /[\s([{\-–—/]/.test(previous);
  const opens = mayOpen && next !== '' && !/\s/.test(next);
  if (mark === '"') return opens || (previous === '' && next === '') ? open : close;
  if (/\d/.test(next) && opens) return '’'; // ’17: a year with its century left out
  return opens ? innerOpen : /\p{L}|\p{N}/u.test(previous) && /\p{L}/u.test(next) ? '’' : innerClose;
}

/** The same for a piece of plain text, of which most have none. */
export function smartText(value: string, language: string): string {
  if (!/["']|--|\.{3}/.test(value)) return value;
  const node: Text = { type: 'text', value };
  smartPunctuation(node, language);
  return node.value;
}
