import type { Root } from 'mdast';
import type { Parsing } from './context.ts';
import { parseMarkdown } from './parser.ts';
import { placeAt } from './place-of.ts';
import { reportTooDeep } from './too-deep.ts';

/**
 * What Markdown's parser answers with the square (or worse) of the size, and what no text has in earnest: how many of
 * each it is given at most, so that every file is read, or refused with a message, in seconds.
 */
export const most = {
  /** Lists and quotations that a line may stand in, by its signs or its indentation. */
  containers: 100,
  /** Definitions open at the same time; in earnest it is one. */
  openBlocks: 10,
  /** Of `*`, `_` and `~` in a paragraph. */
  emphasis: 3_000,
  /** Characters of a paragraph times the lengths of the runs of backticks in it. */
  backticks: 30_000_000,
  footnotes: 5_000,
  marks: 3_000,
} as const;

/** Parses a text, unless it goes beyond what can be parsed or walked in time; then the first such place is reported. */
export function parseBounded(parsing: Parsing): Root | undefined {
  const { path, source, report } = parsing;
  const excess = firstExcess(source);
  if (excess) {
    report(excess.rule, placeAt(path, source, excess.offset), excess);
    return undefined;
  }
  const tree = parseMarkdown(source);
  return reportTooDeep(tree, parsing) ? undefined : tree;
}

interface Excess {
  readonly rule: 'unclosed-block' | 'unreadable-file';
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
}

const containers = /(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)))*[ \t]*/y;
const opening = /:{3,}(?:claim|fact|correction|withdrawn)(?![\w-])/y;
const closing = /:{3,}[ \t]*(?=[\r\n]|$)/y;
const footnote = /\[\^[^\]\r\n]{1,999}\]:/y;

function firstExcess(text: string): Excess | undefined {
  const open: number[] = [];
  let footnotes = 0;
  let marks = 0;
  const runs = /[*_~]+|`+|:(?:claim|fact)\[/g;
  let next = runs.exec(text);
  let paragraph = { start: 0, emphasis: 0, backticks: new Set<number>() };
  for (let start = 0; start < text.length; start = afterLine(text, start)) {
    const begins = matched(containers, text, start);
    const at = start + begins.length;
    const signs = begins.replace(/[\d \t]/g, '');
    const depth = signs === '' ? 0 : Math.max(signs.length, Math.ceil(begins.search(/\S/) / 2));
    if (depth > most.containers)
      return tooMany(start, `a line that may stand in ${depth} lists and quotations at once`, most.containers);
    if (matched(closing, text, at)) open.pop();
    else if (matched(opening, text, at)) open.push(at);
    const [first] = open;
    if (first !== undefined && open.length > most.openBlocks) return unclosed(first, open.length);
    if (matched(footnote, text, at) && ++footnotes > most.footnotes)
      return tooMany(at, `footnote ${footnotes}`, most.footnotes);

    const end = afterLine(text, start);
    const isEmpty = /^[\r\n]?$/.test(text.charAt(at));
    if (isEmpty || depth > 0 || /[|#]/.test(text.charAt(at)))
      paragraph = { start: isEmpty ? end : start, emphasis: 0, backticks: new Set() };
    while (next && next.index < at) next = runs.exec(text);
    for (; next && next.index < end; next = runs.exec(text)) {
      const { 0: run, index } = next;
      if (run.startsWith(':')) marks += 1;
      else if (run.startsWith('`')) paragraph.backticks.add(run.length);
      else paragraph.emphasis += run.length;
      if (marks > most.marks) return tooMany(index, `mark ${marks}`, most.marks);
      if (paragraph.emphasis > most.emphasis)
        return tooMany(index, `${paragraph.emphasis} signs of emphasis in one paragraph`, most.emphasis);
    }
    if (paragraph.backticks.size * (end - paragraph.start) > most.backticks) {
      const found = `${paragraph.backticks.size} kinds of backticks in a paragraph of ${end - paragraph.start} characters`;
      return { rule: 'unreadable-file', offset: paragraph.start, found, expected: 'fewer, or a shorter paragraph' };
    }
  }
  return undefined;
}

function tooMany(offset: number, found: string, limit: number): Excess {
  return { rule: 'unreadable-file', offset, found, expected: `${limit} at most` };
}

function unclosed(offset: number, count: number): Excess {
  const found = `a block that is not closed, as are ${count - 1} more behind it`;
  return { rule: 'unclosed-block', offset, found, expected: 'a line `:::` where each of them ends' };
}

function matched(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function afterLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end + 1;
}
