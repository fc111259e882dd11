import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageAsText, reportAsText } from '../../src/core/messages/report-text.ts';
import { arbitraryText } from '../harness/arbitrary-text.ts';
import { check, frontMatter, references } from '../harness/fixture-content.ts';
import { readablePage } from '../harness/readable.ts';

const slow = { timeout: 60_000 };

const frontMatterTokens = fc.constantFrom(
  ...[
    '---\n',
    '---',
    'title: x\n',
    'title: "x\n',
    'work: pudding-lane\n',
    'work: x\n',
    'author: A\n',
    'description: d\n',
  ],
  ...[
    'published: 2026-09-02\n',
    'published: 1\n',
    'language: ru\n',
    'language: constructor\n',
    'original:\n',
    '  url: x\n',
  ],
  ...[
    ': ',
    '- ',
    '\t',
    '  ',
    '[',
    '{',
    '&a ',
    '*a',
    '!b ',
    '|\n',
    '>\n',
    '#',
    '__proto__: 1\n',
    '"',
    "'",
    '\r\n',
    '\uFEFF',
  ],
);

const review = fc.oneof(
  { weight: 4, arbitrary: arbitraryText.map((text) => frontMatter + text) },
  fc
    .tuple(fc.array(frontMatterTokens, { maxLength: 12 }), arbitraryText)
    .map(([front, text]) => `---\n${front.join('')}\n---\n${text}`),
  fc.tuple(fc.array(frontMatterTokens, { maxLength: 6 }), arbitraryText).map(([front, text]) => front.join('') + text),
);

/** Found by chance once, and kept. */
const found: Readonly<Record<string, string>> = {
  'a language named like a part of every object': frontMatter.replace('author', 'language: constructor\nauthor'),
  'YAML that holds itself': frontMatter.replace('A. Reader', '&a [*a]'),
  'a year too far off for a calendar': `${frontMatter}:::claim{#a by=work verdict=false confidence=low when=Y170000002}\nx\n:::\n`,
  'half of a surrogate pair': `${frontMatter}:claim[\ud83d]{#a}`,
  'nothing at all': '',
};

describe('any text is read', () => {
  it.each(Object.entries(found))('%s', (_, text) => expectReading(text));

  it('without an exception, in bounded time, and the same each time', slow, () => {
    fc.assert(fc.property(review, expectReading), { numRuns: 300 });
  });

  it('and so is any text of unusual signs', slow, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expectReading(frontMatter + text)),
      { numRuns: 150 },
    );
  });
});

describe('any reference file is read', () => {
  it.each(['people.yaml', 'works.yaml', 'verdicts.yaml', 'site.yaml', 'sources.bib'])('%s', slow, (name) => {
    const sound = references.get(name) ?? '';
    const cut = fc.tuple(
      fc.nat(sound.length),
      fc.nat(20),
      fc.constantFrom('', ':', '"', '- ', '\t', '{', '}', '@', '*a', '\n'),
    );
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const text = sound.slice(0, at) + put + sound.slice(at + length);
        const { messages } = check({}, new Map([[name, text]]));
        for (const message of messages) expect(messageAsText(message)).toMatch(wellFormed);
      }),
      { numRuns: 60 },
    );
  });
});

const wellFormed = /^[\w. -]+:\d+:\d+ (?:error|warning) Unexpected \S[\s\S]*, expected \S[\s\S]* \[[a-z-]+\]$/;

function expectReading(text: string): void {
  const start = performance.now();
  const { library, messages } = check({ 'input.md': text });
  expect(performance.now() - start).toBeLessThan(5000);
  const lines = text.split('\n');
  for (const message of messages) {
    expect(messageAsText(message)).toMatch(wellFormed);
    expect(messageAsText(message)).not.toMatch(/undefined|\[object|NaN|null/);
    const { line, column } = message.place.start;
    if (message.place.path !== 'input.md') continue;
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
  }
  const again = check({ 'input.md': text });
  expect(reportAsText(again.messages)).toBe(reportAsText(messages));
  const page = (checked: typeof again) =>
    [...checked.library.reviews.values()].map((one) => readablePage(one)).join('');
  expect(page(again)).toBe(page({ library, messages }));
}
