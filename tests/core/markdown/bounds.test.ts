import { describe, expect, it } from 'vitest';
import { most } from '../../../src/core/markdown/bounds.ts';
import { messageAsText } from '../../../src/core/messages/report-text.ts';
import { check, frontMatter, references } from '../../harness/fixture-content.ts';

const many = 10_000;
const slow = { timeout: 60_000 };

function messagesOf(text: string): string[] {
  return check({ 'input.md': frontMatter + text }).messages.map(messageAsText);
}

/** What a parser answers with a hang or an overflow, and where and as what it is reported. */
const refused: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
  'quotations in each other': [
    '> '.repeat(many),
    /^input\.md:9:1 error Unexpected a line that may stand in 10000 lists/,
  ],
  'lists in each other': ['- '.repeat(many), /^input\.md:9:1 error .*\[unreadable-file\]$/],
  'numbered lists in each other': ['1. '.repeat(many), /^input\.md:9:1 error .*\[unreadable-file\]$/],
  'a stair of lists': [
    Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
    /^input\.md:110:1 error .*\[unreadable-file\]$/,
  ],
  'blocks of which none is closed': [
    ':::claim{#a}\n'.repeat(many),
    /^input\.md:9:1 error Unexpected a block that is not closed, as are 10 more behind it, .*\[unclosed-block\]$/,
  ],
  'blocks in each other, with fewer colons each': [
    Array.from({ length: 500 }, (_, level) => `${':'.repeat(503 - level)}fact{#a}`).join('\n'),
    /^input\.md:9:1 error .*\[unclosed-block\]$/,
  ],
  'backticks of every number': [
    Array.from({ length: 2000 }, (_, length) => '`'.repeat(length + 1)).join(' '),
    /^input\.md:9:1 error Unexpected 2000 kinds of backticks in a paragraph/,
  ],
  'emphasis that never ends': ['*a_ '.repeat(many), /^input\.md:9:6001 error Unexpected 3001 signs of emphasis/],
  'emphasis in emphasis': [
    `${'*'.repeat(1400)}x${'*'.repeat(1400)}`,
    /^input\.md:9:\d+ error Unexpected text nested too/,
  ],
  'marks without number': [
    ':claim[x]{#a} '.repeat(700_000),
    /^input\.md:9:42001 error Unexpected mark 3001, expected 3000 at most/,
  ],
  'marks that never end': [
    ':claim['.repeat(many),
    /^input\.md:9:21001 error Unexpected mark 3001, expected 3000 at most/,
  ],
  'footnotes without number': [
    Array.from({ length: many }, (_, number) => `[^${number}]: x\n`).join('\n'),
    /^input\.md:10009:1 error Unexpected footnote 5001, expected 5000 at most/,
  ],
};

/** What looks as bad and is not. */
const read: Readonly<Record<string, string>> = {
  'brackets in brackets': `${'['.repeat(many)}x${']'.repeat(many)}`,
  'links in links': `${'['.repeat(2000)}x${'](/x)'.repeat(2000)}`,
  'a book of four thousand footnotes': Array.from(
    { length: 4000 },
    (_, number) => `So it was.[^${number}]\n\n[^${number}]: A source.\n`,
  ).join('\n'),
  'a line of ten megabytes': `*One* ${'word '.repeat(2_000_000)}`,
  'a word without end': 'x'.repeat(200_000),
  'spaces without end': `x${' '.repeat(200_000)}x`,
  'a thousand code spans': 'a `b` ``c`` '.repeat(1000),
  'a table of a thousand rows with emphasis': `|a|b|\n|-|-|\n${'|*a*|__b__|\n'.repeat(1000)}`,
  'a thousand items with emphasis': '- *a* **b**\n'.repeat(1000),
  'control characters': '\u0000\u0001\u0008\u001b[31m\u007f'.repeat(100),
  'signs that turn the direction of writing': '\u202e\u2066\u200fx\u2069'.repeat(100),
  'half of a surrogate pair': '\ud83d'.repeat(1000),
  'a thousand accents on a letter': `e${'\u0301'.repeat(1000)}`,
};

describe('a text that would take for ever is refused at its place', () => {
  it.each(Object.entries(refused))('%s', slow, (_, [text, message]) => {
    const messages = messagesOf(text);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(message);
  });
});

describe('a text that only looks so is read', () => {
  it.each(Object.entries(read))('%s', slow, (_, text) => expect(messagesOf(text)).toEqual([]));

  it('up to the bounds', slow, () => {
    expect(messagesOf(`${'> '.repeat(most.containers)}x`)).toEqual([]);
    expect(messagesOf('*a* '.repeat(most.emphasis / 2))).toEqual([]);
  });
});

describe('a reference file that is meant to do harm', () => {
  const laughs = `a: &a [x, x]\n${[...'bcdefghijkl'].map((key, at) => `${key}: &${key} [*${'abcdefghijkl'[at]}, *${'abcdefghijkl'[at]}]`).join('\n')}`;
  it.each([
    [
      'people.yaml',
      'references that double',
      laughs,
      /people\.yaml:2:8 error Unexpected a value that begins with `\*`/,
    ],
    [
      'people.yaml',
      'a key every object has',
      '__proto__:\n  name: x\n',
      /people\.yaml:1:1 error Unexpected key `__proto__`/,
    ],
    [
      'works.yaml',
      'a path for an id',
      '../../x:\n  title: x\n',
      /works\.yaml:1:1 error Unexpected key `\.\.\/\.\.\/x`/,
    ],
    ['site.yaml', 'lists in each other', '['.repeat(many), /site\.yaml:1:\d+ error .*\[bad-reference-file\]$/],
    [
      'sources.bib',
      'braces in each other',
      `@book{a, title = {${'{'.repeat(many)}`,
      /sources\.bib:1:18 error .*without its end/,
    ],
    [
      'sources.bib',
      'abbreviations that double',
      `@string{a = "xx"}\n${'@string{a = a # a}\n'.repeat(60)}`,
      /sources\.bib:\d+:\d+ error Unexpected a value of more than 100000 characters for `a`/,
    ],
  ])('%s: %s', slow, (file, _, text, message) => {
    const { messages } = check({}, new Map([...references, [file, text]]));
    expect(messages.map(messageAsText).filter((one) => message.test(one))).not.toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
