import { expect, test } from 'vitest';
import { footnoteWords } from '../../../src/core/markdown/footnote-words.ts';

test.each([
  ['en-GB', 'Footnotes', 'Back to reference 2'],
  ['ru', 'Сноски', 'Назад к ссылке 2'],
  ['ru-RU', 'Сноски', 'Назад к ссылке 2'],
  ['eo', 'Footnotes', 'Back to reference 2'],
  ['constructor', 'Footnotes', 'Back to reference 2'],
])('%s', (language, label, back) => {
  const words = footnoteWords(language);
  expect([words.label, words.back('2')]).toEqual([label, back]);
});
