import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { plainYaml } from '../../src/core/markdown/plain-yaml.ts';
import { yamlProblems } from '../../src/core/markdown/yaml-problems.ts';

const root = resolve(import.meta.dirname, '../..');
const slow = { timeout: 60_000 };

/** Values as authors write them, and all that is nearly so. */
const scalar = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('words', 'Two words', "O'Neill", 'Лев, Троцкий', 'a:b', 'https://x.y/z#a', 'x "y"'),
  },
  fc.constantFrom('"quoted: #1"', "'single, one'", '""', '"', "'", '"a" b', '"a\\n"', "'it''s'", '"a', 'a"'),
  fc.constantFrom(
    '1917',
    '0',
    '007',
    '1917-11-07',
    '1_000',
    '1.5',
    '-1',
    '0x1F',
    '1e3',
    '12345678901234567890',
    '.5',
    '1:30',
  ),
  fc.constantFrom('true', 'False', 'NULL', 'null', '~', 'yes', 'nullify', 'trUe', 'NaN', 'Infinity'),
  fc.constantFrom(
    '[]',
    '[a, b]',
    '[a b, "c, d"]',
    '[a,]',
    '[,]',
    '[a, [b]]',
    '[a: b]',
    '[a',
    'a]',
    '[a] b',
    "[it's, x]",
    '[a #b]',
    '[a, a]',
  ),
  fc.constantFrom(
    '{}',
    '{ a: b }',
    '{ a: b, c: 1917 }',
    '{ a: b, a: c }',
    '{a: b}',
    '{ a: "x, y", b: z }',
    '{ a:b }',
    '{ a: }',
    '{ a }',
    '{ null: a }',
  ),
  fc.constantFrom(
    'a # b',
    'a #b',
    'a#b',
    'a: b',
    'a:',
    'a ',
    '# a',
    '&a b',
    '*a',
    '!a b',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '- a',
    '? a',
    ': a',
    '---',
    '...',
  ),
  fc.constantFrom(
    '\u00a0a',
    'a\u00a0',
    'a\u3000b',
    '\ufeffa',
    'a\u0085b',
    'a\u2028b',
    'a\tb',
    '\u{1F525}',
    'é\u0301',
    '',
  ),
);
const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'title', 'some-id', 'c_3') },
  fc.constantFrom(
    'null',
    'true',
    'a b',
    '1',
    '"a"',
    '__proto__',
    'constructor',
    '-',
    '?',
    '#',
    '[a]',
    '- a',
    '- - a',
    '',
  ),
);
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(key, fc.constantFrom(': ', ':  ', ':', ' : '), scalar).map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: key.map((name) => `${name}:`) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('- ', '-  ', '-'), scalar).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.tuple(key, scalar).map(([name, value]) => `- ${name}: ${value}`) },
  fc.constantFrom('', ' ', '# comment', '\t', '---', '...', 'words', '%YAML 1.2'),
);
const indented = fc.tuple(fc.constantFrom('', '', '', '  ', '  ', '    ', ' '), line).map((parts) => parts.join(''));

const mostlyPlain = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      'words',
      "O'Neill",
      'a:b',
      '"quoted: #1"',
      '1917',
      '1917-11-07',
      'true',
      '[a b, "c, d"]',
      '{ a: b, c: 1917 }',
      '[]',
    ),
  },
  { weight: 1, arbitrary: scalar },
);
/** The lines of mappings and lists in each other. */
const { block } = fc.letrec<{ block: readonly string[]; value: readonly string[] }>((tie) => ({
  block: fc.oneof(
    fc
      .array(tie('value'), { minLength: 1, maxLength: 4 })
      .map((values) => values.flatMap(([first = '', ...more], index) => [`key-${index}:${first}`, ...more])),
    fc
      .array(fc.tuple(tie('block'), mostlyPlain, fc.boolean()), { minLength: 1, maxLength: 3 })
      .map((items) =>
        items.flatMap(([lines, text, isText]) =>
          isText ? [`- ${text}`] : lines.map((one, index) => `${index === 0 ? '- ' : '  '}${one}`),
        ),
      ),
  ),
  value: fc.oneof(
    { depthSize: 'small' },
    mostlyPlain.map((text) => [` ${text}`]),
    tie('block').map((lines) => ['', ...lines.map((one) => `  ${one}`)]),
  ),
}));
/** Nothing, one of them changed, or one more. */
const changed = fc.tuple(block, fc.nat(), fc.nat({ max: 3 }), indented).map(([lines, at, removed, line]) => {
  const place = at % lines.length;
  return removed === 3 ? lines : [...lines.slice(0, place), line, ...lines.slice(place + removed)];
});
const wild = fc.array(indented, { maxLength: 4 });
const texts = fc
  .oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: wild })
  .map((lines) => lines.join('\n'));

describe('what is read of YAML without the parser', () => {
  it('is what the parser reads, and no problem to it', slow, () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), (text) => {
        plain += isAsParsed(text) ? 1 : 0;
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(1000);
  });

  it.each(globSync(['content/*.yaml', 'tests/fixtures/**/*.yaml'], { cwd: root }))('is so in %s', (file) => {
    const text = readFileSync(resolve(root, file), 'utf8');
    for (const part of [text, ...text.split(/^(?=\S)/m)]) isAsParsed(part);
  });

  it('is most of it: mappings and lists of words, numbers, quotations and brackets, in each other', () => {
    const text = [
      ...['# People, by id', '', 'lev-trotsky:', '  name: Lev Trotsky', '  born: "1879-11-07"', '  number: 3'],
      ...['  native: { text: Лев Троцкий, lang: ru }', '  aliases: [Trotzki, \'L. D.\', "a, b"]', '  works:'],
      ...['    - { role: writer, name: Trotsky }', '    - title: "The Lamp: a film"', '      guide: true', 'x:', '- y'],
    ].join('\n');
    expect(plainYaml(text)).toEqual({
      'lev-trotsky': {
        ...{ name: 'Lev Trotsky', born: '1879-11-07', number: 3, native: { text: 'Лев Троцкий', lang: 'ru' } },
        aliases: ['Trotzki', 'L. D.', 'a, b'],
        works: [
          { role: 'writer', name: 'Trotsky' },
          { title: 'The Lamp: a film', guide: true },
        ],
      },
      x: ['y'],
    });
  });
});

/** Whether a text is plain; if so it has to be what the parser makes of it, keys in their order. */
function isAsParsed(text: string): boolean {
  const value = plainYaml(text);
  if (value === undefined) return false;
  const document = parseDocument(text, { logLevel: 'error' });
  expect(yamlProblems(document, text)).toEqual([]);
  expect(JSON.stringify(value)).toBe(JSON.stringify(document.toJS()));
  return true;
}
