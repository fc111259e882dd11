import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageAsText } from '../../src/core/messages/report-text.ts';
import { check, frontMatter } from '../harness/fixture-content.ts';

/*
 * Documents grown from a grammar of directives: nested in one another, in lists and quotations, with attributes whole and
 * broken, closed too early, too late or never, among loose colons, brackets, quotation marks and signs that cannot be seen.
 */

/** What breaks things: half of a pair each, and signs that turn, join or hide what stands beside them. */
const loose = fc.constantFrom(
  ...[
    ':',
    '::',
    ':::',
    '::::',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '"',
    "'",
    '“',
    '=',
    '#',
    '\\',
    '*',
    '_',
    '`',
    '|',
    '[@',
    '[^',
  ],
  ...[
    ':claim',
    ':fact[',
    ':claim[]',
    ':claim{#a}',
    ']{',
    ']{#',
    '{}',
    '{{',
    ']]',
    ':claim[[',
    ':claim [x]{#a}',
    ':Claim[x]{#a}',
  ],
  ...[
    '\u202e',
    '\u202c',
    '\u2066',
    '\u2069',
    '\u200f',
    '\u061c',
    '\u200b',
    '\u200d',
    '\u2028',
    '\u0085',
    '\u00ad',
    '\ufeff',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\ud83d',
    '\ufffe',
    'e\u0301',
    '👩‍👩‍👧',
    '𝔘',
    'ﷺ',
    'ẞ',
    '１',
    '：：：',
    '｛＃ａ｝',
  ],
);
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('The', 'lamp', 'failed', 'in', '1666', '10:30', 'Лондон', '水', 'x') },
  { weight: 1, arbitrary: loose },
);
const identifier = fc.nat(9).map((number) => `d${number}`);

const attribute = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('by=work', 'by=review', 'verdict=false', 'confidence=high', 'when=1666', 'at=1:02:03'),
  },
  { weight: 2, arbitrary: identifier.map((id) => `see=${id}`) },
  { weight: 2, arbitrary: fc.tuple(identifier, identifier).map((ids) => `refutes="${ids.join(' ')}"`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'verdict',
      'verdict=',
      'verdict="false',
      "by='work",
      '=x',
      'when=1666-99',
      '.class',
      '#b',
      '{',
      '"',
      'x=}',
      'by=work,',
      'a=[b]',
      'verdict=fa\u202else',
      'about=__proto__',
    ),
  },
);
const attributes = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom('by=work verdict=false confidence=low', "by='review' verdict=false confidence=low"),
  },
  { weight: 3, arbitrary: fc.array(attribute, { maxLength: 6 }).map((all) => all.join(' ')) },
);

const { document } = fc.letrec<{ inline: string; block: string; document: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('claim', 'fact'), tie('inline'), identifier)
        .map(([name, inside, id]) => `:${name}[${inside}]{#${id}}`),
    },
    { weight: 1, arbitrary: tie('inline').map((inside) => `*${inside}*`) },
    { weight: 1, arbitrary: tie('inline').map((inside) => `[${inside}](/x)`) },
    { weight: 1, arbitrary: fc.tuple(tie('inline'), tie('inline')).map((both) => both.join('')) },
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: tie('inline') },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.integer({ min: 3, max: 5 }),
          fc.constantFrom('claim', 'fact', 'claim', 'fact', 'correction', 'withdrawn', 'note'),
          fc.constantFrom('', '', '', ' ', '[label]'),
          attributes,
          fc.array(tie('block'), { maxLength: 3 }),
          fc.constantFrom(0, 0, 0, 0, -1, 1, -9),
        )
        .map(([colons, name, between, given, inside, off]) => {
          const closing = ':'.repeat(Math.max(0, colons + off));
          // § becomes an id that nothing else has
          return `${':'.repeat(colons)}${name}${between}{#§ ${given}}\n${inside.join('\n\n')}\n${closing}`;
        }),
    },
    { weight: 1, arbitrary: tie('block').map((inside) => `- ${inside.replaceAll('\n', '\n  ')}`) },
    { weight: 1, arbitrary: tie('block').map((inside) => `> ${inside.replaceAll('\n', '\n> ')}`) },
  ),
  document: fc.array(tie('block'), { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join('\n\n')),
}));

const written = document.map((text) => {
  let number = 0;
  return text.replaceAll('§', () => `d${number++}`); // nobody else writes §
});

describe('a document of directives, sound and broken', () => {
  it('is read in bounded time, and every definition is there or an error says why not', { timeout: 120_000 }, () => {
    let kept = 0;
    fc.assert(
      fc.property(written, (text) => {
        const { there, lost, refused } = readOf(text);
        kept += there;
        expect(lost.filter((line) => !refused.has(line))).toEqual([]);
      }),
      { numRuns: 300 },
    );

    expect(kept).toBeGreaterThan(5); // not all of it is refused
  });

  it('one nested deep is read too, or refused as a whole', { timeout: 120_000 }, () => {
    for (const depth of [50, 500, 5000]) {
      const texts = [
        `${':claim[a '.repeat(depth)}b${']{#d0}'.repeat(depth)}`,
        `${':::claim{#d0 by=work}\n'.repeat(depth)}x\n${':::\n'.repeat(depth)}`,
        `${'> '.repeat(Math.min(depth, 500))}:::fact{#d0 refutes=d1}\nx\n:::\n`,
        `:::claim{#d0 ${'verdict="'.repeat(depth)}}\nx\n:::\n`,
        `${'['.repeat(depth)}:claim[x]{#d0}${'{'.repeat(depth)}`,
      ];
      for (const { lost, refused } of texts.map(readOf)) expect(lost.length > 0 && refused.size === 0).toBe(false);
    }
  });
});

const opening = /^:{3,}(?:claim|fact)\{#(d\d+)(?=[ }])[^\n]*\}$/;

/** How many definitions of a text arrived, on which lines those begin that did not, and which lines have errors. */
function readOf(text: string) {
  const start = performance.now();
  const { library, messages } = check({ 'input.md': frontMatter + text });
  expect(performance.now() - start).toBeLessThan(5000);
  for (const message of messages) expect(messageAsText(message)).not.toMatch(/undefined|\[object|NaN/);
  const errors = messages.filter(({ severity }) => severity === 'error');
  const before = frontMatter.split('\n').length;
  const defined = text.split('\n').flatMap((line, index) => {
    const id = opening.exec(line)?.[1];
    return id === undefined ? [] : [{ id, line: before + index }];
  });
  const lost = defined.filter(({ id }) => !library.claims.has(id) && !library.facts.has(id));
  return {
    there: defined.length - lost.length,
    lost: lost.map(({ line }) => line),
    // A block that is not closed is named together with the one inside it that took its end.
    refused: new Set(
      errors.flatMap(({ place, cause }) => [place, ...(cause ? [cause] : [])]).map(({ start }) => start.line),
    ),
  };
}
