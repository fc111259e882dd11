import * as fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { smartPunctuation } from '../../../src/core/markdown/smart-punctuation.ts';
import { textOf } from '../../../src/core/markdown/text-of.ts';

function educated(html: string, language = 'en'): string {
  const tree = fromHtml(html, { fragment: true });
  smartPunctuation(tree, language);
  return toHtml(tree);
}

describe('smartPunctuation', () => {
  it.each([
    ['"Fire!" he said.', '“Fire!” he said.'],
    ["It's the baker's.", 'It’s the baker’s.'],
    ["'Fire!' he said.", '‘Fire!’ he said.'],
    [`"'Fire!' he said," she said.`, '“‘Fire!’ he said,” she said.'],
    [`'"Fire" he said,' she said.`, '‘“Fire” he said,’ she said.'],
    [`the "Diary"'s end`, 'the “Diary”’s end'],
    ["the '60s and the 1660s'", 'the ’60s and the 1660s’'],
    ['("x") ["x"] {"x"} -"x"- "x"--"x"', '(“x”) [“x”] {“x”} -“x”- “x”–“x”'],
    ['a -- b --- c ... d', 'a – b — c … d'],
    ['"Open at the end', '“Open at the end'],
    ['"', '“'],
  ])('turns %s into %s', (from, to) => {
    expect(educated(`<p>${from}</p>`)).toBe(`<p>${to}</p>`);
  });

  it.each([
    ['ru', '"Пожар" и "внутри \'ещё\' тут"', '«Пожар» и «внутри „ещё“ тут»'],
    ['ru-RU', '"Пожар"', '«Пожар»'],
    ['de', `"Feuer 'hier'"`, '„Feuer ‚hier‘“'],
    ['fr', '"Au feu" l\'été', '«\u202fAu feu\u202f» l’été'],
    ['xx', '"Fire"', '“Fire”'],
    ['constructor', '"Fire"', '“Fire”'],
  ])('knows the marks of %s', (language, from, to) => {
    expect(educated(`<p>${from}</p>`, language)).toBe(`<p>${to}</p>`);
  });

  it.each([
    ['before an element', '<p>He said "<em>Fire!</em>" and ran</p>', '<p>He said “<em>Fire!</em>” and ran</p>'],
    ['before a mark', '<p>"<mark>Fire!</mark>"</p>', '<p>“<mark>Fire!</mark>”</p>'],
    ['behind an element', "<p>the <em>baker</em>'s</p>", '<p>the <em>baker</em>’s</p>'],
    ['round code', '<p>a "<code>"b"</code>" c</p>', '<p>a “<code>"b"</code>” c</p>'],
    ['in a new block', '<ul><li>"a"</li><li>"b"</li></ul>', '<ul><li>“a”</li><li>“b”</li></ul>'],
    ['behind a line break', '<p>a<br>"b"</p>', '<p>a<br>“b”</p>'],
  ])('sees what stands beside a mark: %s', (_, from, to) => {
    expect(educated(from)).toBe(to);
  });

  it('keeps letters, digits and code, and does nothing twice', { timeout: 60_000 }, () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      '--',
      '---',
      '...',
      ' ',
      'a',
      'Б',
      '1',
      '🔥',
      '<em>',
      '</em>',
      '<code>"x--"</code>',
      '(',
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.constantFrom('en', 'ru', 'de', 'fr'), (list, language) => {
        const html = `<p>${list.join('')}</p>`;
        const once = educated(html, language);
        const letters = (text: string) => textOf(fromHtml(text, { fragment: true })).match(/[\p{L}\p{N}\p{So}]/gu);
        expect(letters(once)).toEqual(letters(html));
        expect([...once.matchAll(/<code>"x--"<\/code>/g)]).toHaveLength([...html.matchAll(/<code>/g)].length);
        expect(educated(once, language)).toBe(once);
      }),
    );
  });
});
