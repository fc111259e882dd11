import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationsIn, parseCitation } from '../../../src/core/markdown/citation-syntax.ts';
import type { CitationItem } from '../../../src/core/model/annotation.ts';

describe('a citation', () => {
  it.each<[string, CitationItem[]]>([
    ['@key', [{ key: 'key' }]],
    ['@a; @b', [{ key: 'a' }, { key: 'b' }]],
    ['-@key', [{ key: 'key' }]],
    ['see @key', [{ key: 'key', prefix: 'see ' }]],
    ['see [sic] -@key', [{ key: 'key', prefix: 'see [sic] ' }]],
    ['@key for this', [{ key: 'key', suffix: ' for this' }]],
    ['@key, for this', [{ key: 'key', suffix: ', for this' }]],
    [
      '@key, p. 80; see @b, chs. 3-4 for this',
      [
        { key: 'key', locator: '80', label: 'page' },
        { key: 'b', prefix: 'see ', locator: '3-4', label: 'chapter', suffix: ' for this' },
      ],
    ],
  ])('%s', (text, items) => {
    expect(parseCitation(text)).toEqual(items);
  });

  it.each([
    ['@deutscher-armed', 'deutscher-armed'],
    ['@10muza', '10muza'],
    ['@_a', '_a'],
    ['@троцкий:1930', 'троцкий:1930'],
    ['@Foo_bar.baz.', 'Foo_bar.baz'],
    ['@Foo--bar', 'Foo'],
    ['@a/b#c?d', 'a/b#c?d'],
    ['@{https://example.org/?a=b;c}', 'https://example.org/?a=b;c'],
    ['@{Foo.}', 'Foo.'],
    ['@__proto__', '__proto__'],
  ])('%s has the key %s', (text, key) => {
    expect(parseCitation(text)?.map((item) => item.key)).toEqual([key]);
  });

  it.each<[string, string | undefined, string | undefined, string?]>([
    [', p. 80', '80', 'page'],
    [', P. 80', '80', 'page'],
    [', p.80', '80', 'page'],
    [', pp. 33-35 and passim', '33-35', 'page', ' and passim'],
    [', page 80', '80', 'page'],
    [', 80', '80', 'page'],
    [' 80', '80', 'page'],
    [', 80n15', '80n15', 'page'],
    [', 12r-13v', '12r-13v', 'page'],
    [', 33, 35-37, and nowhere else', '33, 35-37', 'page', ', and nowhere else'],
    [', pp. 33–35 & 40', '33–35 & 40', 'page'],
    [', pp. iv, vi-xi, (xv)-(xvii)', 'iv, vi-xi, (xv)-(xvii)', 'page'],
    [', p. 5, I think', '5', 'page', ', I think'],
    [', p. B17', 'B17', 'page'],
    [', p. 80.', '80', 'page', '.'],
    [', ch. 3', '3', 'chapter'],
    [', chap. III', 'III', 'chapter'],
    [', chapter 3', '3', 'chapter'],
    [', chapter on Lenin', undefined, undefined, ', chapter on Lenin'],
    [', vol. 2, p. 80', '2', 'volume', ', p. 80'],
    [', no. 27', '27', 'issue'],
    [', № 27', '27', 'issue'],
    [', sec. 4.2', '4.2', 'section'],
    [', §§ 4-6', '4-6', 'section'],
    [', n. 5', '5', 'note'],
    [', note that', undefined, undefined, ', note that'],
    [', fol. 12r', '12r', 'folio'],
    [', ¶3', '3', 'paragraph'],
    [', part II', 'II', 'part'],
    [', line 7', '7', 'line'],
    [', v. 3:16', '3:16', 'verse'],
    [', art. 58 and 59', '58 and 59', 'article'],
    [', art. 128L(7)(a)-(iv)', '128L(7)(a)-(iv)', 'article'],
    [', s.v. Parvus, end', 'Parvus', 'sub-verbo', ', end'],
    [', f. 325, op. 1, d. 22', undefined, undefined, ', f. 325, op. 1, d. 22'],
    [', 2nd ed.', undefined, undefined, ', 2nd ed.'],
    [', 1930s', undefined, undefined, ', 1930s'],
    [', {pp. iv; v} with', 'iv; v', 'page', ' with'],
    ['{ii, A, D-Z}, with', 'ii, A, D-Z', 'page', ', with'],
    ['{}, 99 years later', undefined, undefined, ', 99 years later'],
    [', {p. 3', undefined, undefined, ', {p. 3'],
  ])('@key%s', (text, locator, label, suffix) => {
    expect(parseCitation(`@key${text}`)).toEqual([
      { key: 'key', ...(locator && { locator, label }), ...(suffix && { suffix }) },
    ]);
  });

  it.each([
    '',
    'x',
    'a@b.c',
    '@',
    '@ a',
    '@.a',
    '@{}',
    '@a;',
    '; @a',
    '@a; see below',
    '@a, @b',
    '@a and @{b}',
    '[@a]',
    ']@a[',
  ])('%s is none', (text) => {
    expect(parseCitation(text)).toBeUndefined();
  });
});

describe('a text', () => {
  it.each<[string, string[]]>([
    ['As he wrote [@a, p. 3; @b], and [see @c].', ['[@a, p. 3; @b]', '[see @c]']],
    ['[@a][@b]', ['[@a]', '[@b]']],
    ['😀 [@a]', ['[@a]']],
    ['[a [@b] c]', ['[@b]']],
    ['[see [@a] and @b]', ['[@a]']],
    ['[see [sic] @a]', ['[see [sic] @a]']],
    ['[unclosed [@a]', ['[@a]']],
    ['] [@a]', ['[@a]']],
    ['[x] @a, a@b.c, [write to a@b.c], [@a and @b], [@a; b], [@a', []],
    ['', []],
  ])('%s', (text, groups) => {
    expect(citationsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(groups);
  });

  it('takes time in proportion to its length', () => {
    const started = process.cpuUsage();
    for (const part of [
      '[',
      '[@a',
      '@a ',
      '@a;',
      '[@a, p. 1-',
      '[@a, p. a(',
      '[@a, p. i, ',
      '[@{',
      '@a{',
      ']',
      '[@a.',
      '[@a, ; ',
    ]) {
      citationsIn(`[@a, p. ${part.repeat(20_000)}]`);
      citationsIn(`[${part.repeat(10_000)}${']'.repeat(10_000)}`);
    }
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2);
  }, 60_000);
});

describe('a printed citation', () => {
  const word = fc.stringMatching(/^[a-zé]{3,8}$/).filter((text) => !/^[ivxlcdm]+$|^and$/.test(text));
  const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
  const number = fc.integer({ min: 1, max: 5000 });
  const range = fc.tuple(number, fc.constantFrom('-', '–', '--'), number).map((parts) => parts.join(''));
  const place = fc.oneof(
    number.map(String),
    range,
    fc.tuple(range, number).map((list) => list.join(', ')),
  );
  const terms = {
    page: ['', 'p. ', 'pp. '],
    chapter: ['ch. ', 'chaps. ', 'chapter '],
    section: ['§ ', '§§', 'sec. '],
    note: ['n. ', 'nn. '],
  };
  const item = fc.record({
    key: fc.stringMatching(/^[A-Za-z0-9_](?:[:.#$%&+?<>~/-]?[A-Za-z0-9_])*$/),
    prefix: fc.option(
      words.map((text) => `${text} `),
      { nil: undefined },
    ),
    locator: fc.option(
      fc
        .constantFrom(...(Object.keys(terms) as (keyof typeof terms)[]))
        .chain((label) => fc.record({ label: fc.constant(label), term: fc.constantFrom(...terms[label]), place })),
      { nil: undefined },
    ),
    suffix: fc.option(
      fc.oneof(
        words.map((text) => `, ${text}`),
        words.map((text) => ` ${text}`),
      ),
      { nil: undefined },
    ),
    suppress: fc.boolean(),
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), fc.string(), (items, around) => {
        const printed = items.map(
          ({ key, prefix = '', locator, suffix = '', suppress }) =>
            `${prefix}${suppress ? '-' : ''}@${key}${locator ? `, ${locator.term}${locator.place}` : ''}${suffix}`,
        );
        const expected = items.map(({ key, prefix, locator, suffix }) => ({
          key,
          ...(prefix && { prefix }),
          ...(locator && { locator: locator.place, label: locator.label }),
          ...(suffix && { suffix }),
        }));
        const text = `[${printed.join('; ')}]`;
        expect(parseCitation(text.slice(1, -1))).toEqual(expected);
        const before = around.replace(/[[\]@]/g, '');
        expect(citationsIn(before + text + before)).toEqual([
          { start: before.length, end: before.length + text.length, items: expected },
        ]);
      }),
    );
  });

  it('loses no letter of what was typed', () => {
    const typed = fc.array(
      fc.constantFrom('@k', ' ', ',', 'p.', '3', 'iv', '-', '{', '}', 'see', ';', '§', 's.v.', '.'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join('');
        const letters = (of: string) => of.replace(/[\s,;@{}§.-]|pp?\b|s\.v\./g, '');
        const items = parseCitation(text);
        if (!items) return;
        const kept = items.map(({ prefix = '', key, locator = '', suffix = '' }) => prefix + key + locator + suffix);
        expect(letters(kept.join(''))).toBe(letters(text));
      }),
    );
  });
});
