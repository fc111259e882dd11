import { expect, it } from 'vitest';
import { firstSentence } from '../../../src/core/markdown/first-sentence.ts';

it.each([
  ['It began in a bakery.', ' It spread.'],
  ['Was it the baker?', ' It was.'],
  ['“I am spent!” he cried.', ' More.'],
  ['He said: “I am spent.”', ' Then he went home.'],
  ['J. V. Stalin and A.B. Smith met St. Paul and Dr. Who.', ' Then they left.'],
  ['It began c. 1666, on p. 5 of vol. 7, no. 3.', ' More.'],
  ['On 2 Sept. 1666 it began.', ' More.'],
  ['He was hanged on 27 Oct.', ' The court had its doubts.'],
  ['The answer was no.', ' The court had its doubts.'],
  ['The U.S. edition has 13.200 houses, i.e. all of them.', ' More.'],
  ['Пожар начался в пекарне.', ' Он шёл дальше.'],
  ['It has no end', ''],
  ['', ''],
])('%s|%s', (sentence, rest) => {
  const whole = sentence + rest;
  expect(whole.slice(0, firstSentence(whole))).toBe(sentence);
});
