import { type Document, isAlias, isCollection, isNode, isScalar, visit, type YAMLError } from 'yaml';
import { code } from '../messages/nearest.ts';

/** A problem of a piece of YAML, with its offset in it. */
export interface YamlProblem {
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
}

/** Mistakes that end with their line; behind any other, what is reported may be its consequence. */
const withinTheLine = new Set(['DUPLICATE_KEY', 'BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START', 'TAB_AS_INDENT']);

/** What is wrong with the YAML itself, one problem a line, in words for people who do not program. */
export function yamlProblems(document: Document.Parsed, text: string): YamlProblem[] {
  const problems = new Map<number, YamlProblem>();
  for (const error of [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    if (!problems.has(line)) problems.set(line, problemOf(error, document, text));
    if (!withinTheLine.has(error.code)) break;
  }
  if (problems.size > 0) return [...problems.values()];
  return [
    ...(text.includes('*') ? references(document) : []),
    ...tags(document),
    ...(/_proto_|\\/.test(text) ? unusableKeys(document) : []),
  ];
}

function problemOf({ code: kind, pos, message }: YAMLError, document: Document.Parsed, text: string): YamlProblem {
  const [offset] = pos;
  const sign = text.charAt(offset);
  const isUnderValue = document.errors.some(
    (other) => other.code === 'MULTILINE_IMPLICIT_KEY' && other.pos[0] === offset,
  );
  if (kind === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(text.slice(offset))?.[0].trim() ?? '';
    return { offset, found: `a second ${code(key)}`, expected: 'each key once' };
  }
  if (kind === 'BLOCK_AS_IMPLICIT_KEY' && isUnderValue) {
    const next = /\n[ \t]*/g;
    next.lastIndex = offset;
    next.exec(text);
    return {
      offset: next.lastIndex,
      found: 'a key that is indented under a value',
      expected: 'each key at the beginning of its line, below the one before it',
    };
  }
  if (kind === 'BLOCK_AS_IMPLICIT_KEY') {
    return { offset, found: 'a colon inside a value', expected: 'quotation marks round the whole value: `"…: …"`' };
  }
  if (kind === 'MULTILINE_IMPLICIT_KEY' || /followed by map values/.test(message)) {
    const expected = 'a key, a colon, a space and a value: `title: …`';
    return { offset, found: `line ${code(lineAt(text, offset))}`, expected };
  }
  if (/Missing closing/.test(message)) {
    const start = lastStart(document, (node) => isScalar(node) && /^QUOTE/.test(node.type ?? ''));
    return {
      offset: start ?? offset,
      found: 'a quotation mark that is not closed',
      expected: 'one more where the value ends',
    };
  }
  if (/^Flow/.test(message)) {
    const start = lastStart(document, (node) => isCollection(node) && node.flow === true);
    return {
      offset: start ?? offset,
      found: 'a bracket that is not closed',
      expected: 'the closing bracket on the same line',
    };
  }
  if (kind === 'TAB_AS_INDENT') return { offset, found: 'a tab at the beginning of a line', expected: 'spaces' };
  if (kind === 'BAD_SCALAR_START') {
    return {
      offset,
      found: `a value that begins with ${sign === '`' ? 'a backtick' : code(sign)}`,
      expected: 'quotation marks round the whole value',
    };
  }
  if (kind === 'BAD_DQ_ESCAPE') {
    return {
      offset,
      found: 'a backslash between double quotation marks',
      expected: 'single quotation marks, or two backslashes',
    };
  }
  if (kind === 'MULTIPLE_DOCS')
    return { offset, found: 'a line `---`', expected: 'keys and values to the end of the file' };
  if (/at node end/.test(message)) {
    const rest = code(lineAt(text, offset, offset));
    return {
      offset,
      found: `${rest} behind the end of a value`,
      expected: 'the whole value in one pair of quotation marks (double ones if it has an apostrophe)',
    };
  }
  if (kind === 'BAD_INDENT') {
    return {
      offset,
      found: 'a line that begins further left or right than those beside it',
      expected: 'the same number of spaces',
    };
  }
  const found = sign.trim() === '' ? `YAML (${message.split(/ at line |\n/)[0]})` : code(lineAt(text, offset, offset));
  return { offset, found, expected: 'keys and values, each on a line of its own: `title: …`' };
}

/** A value that begins with `*` is a reference to another one, which nobody needs here. */
function references(document: Document.Parsed): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, (_, node) => {
    if (!isAlias(node)) return;
    const found = `a value that begins with ${code('*')}`;
    problems.push({ offset: node.range?.[0] ?? 0, found, expected: 'quotation marks round the whole value' });
  });
  return problems;
}

/** The one key that an object of JavaScript loses in silence. */
function unusableKeys(document: Document.Parsed): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || key.value !== '__proto__') return;
      problems.push({ offset: key.range?.[0] ?? 0, found: `key ${code('__proto__')}`, expected: 'another name' });
    },
  });
  return problems;
}

function tags({ warnings }: Document.Parsed): YamlProblem[] {
  const [warning] = warnings;
  if (!warning) return [];
  const found = `a value that begins with ${code('!')}`;
  return [{ offset: warning.pos[0], found, expected: 'quotation marks round the whole value' }];
}

function lastStart(document: Document.Parsed, is: (node: unknown) => boolean): number | undefined {
  let start: number | undefined;
  visit(document, (_, node) => {
    if (isNode(node) && is(node)) start = node.range?.[0];
  });
  return start;
}

/** The line an offset stands in, from `start` or from its beginning. */
function lineAt(text: string, offset: number, start = text.lastIndexOf('\n', offset - 1) + 1): string {
  return /^.*/.exec(text.slice(start))?.[0].trim() ?? '';
}
