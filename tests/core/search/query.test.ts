import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facetNames } from '../../../src/core/search/card.ts';
import { fold } from '../../../src/core/search/fold.ts';
import { parseQuery } from '../../../src/core/search/parse-query.ts';
import { datesIn } from '../../../src/core/search/query-dates.ts';
import { readState, writeState } from '../../../src/core/search/search-state.ts';
import { wordsOf } from '../../../src/core/search/words.ts';

describe('dates', () => {
  test.each([
    ['1917', [[1917, 1917]]],
    ['the 1930s', [[1930, 1939]]],
    ["1930's purges", [[1930, 1939]]],
    ['1917-1921', [[1917, 1921]]],
    ['1917–21', [[1917, 1921]]],
    ['1921 to 1917', [[1917, 1921]]],
    ['between 1917 and 1921', [[1917, 1921]]],
    ['from 1905 until 1907', [[1905, 1907]]],
    ['the 19th century', [[1801, 1900]]],
    ['Mexico 1940, London 1902', [[1940, 1940], [1902, 1902]]],
    ['12,1917 and 3.1917 and 19170 and R1917', []],
    ['7 of 9', []],
    ['1917-10', [[1917, 1917]]],
    ['before 1905, since 2014', [[0, 1904], [2014, 9999]]],
    ['in the thirties', [[1930, 1939]]],
    ['nineteen-thirties', [[1930, 1939]]],
    ['early 1918', [[1918, 1918]]],
    ['late 1920s', [[1926, 1929]]],
    ['the early twentieth century', [[1901, 1940]]],
  ])('%s', (text, years) => expect(datesIn(text).map(({ first, last }) => [first, last])).toEqual(years)); // biome-ignore format: a table
});

describe('parseQuery', () => {
  const parts = (text: string) => {
    const { words, dates, phrases } = parseQuery(text, 'en');
    return {
      words: words.filter(({ stop }) => !stop).map(({ folded }) => folded),
      dates: dates.map(({ text: date }) => date),
      phrases: phrases.map((phrase) => phrase.words.join(' ')),
    };
  };

  test('a question asks for its telling words', () => {
    expect(parts('Did Trotsky really order the murder of the Tsar?').words).toEqual([
      'trotsky',
      'order',
      'murder',
      'tsar',
    ]);
  });

  test('phrases and years are taken out', () => {
    expect(parts('“ice pick” Mexico «neither war nor peace» in 1940')).toEqual({
      words: ['mexico'],
      dates: ['1940'],
      phrases: ['ice pick', 'neither war nor peace'],
    });
  });

  test('a date inside a phrase belongs to the phrase', () => {
    expect(parts('"October 1917"')).toEqual({ words: [], dates: [], phrases: ['October 1917'] });
  });

  test('where there are only stop words, they are asked for', () => {
    expect(parts('who was he').words).toEqual(['who', 'was', 'he']);
    expect(parts('who was he in 1917').words).toEqual([]);
  });

  test('initials and figures with thousands are one word', () => {
    expect(parts('the U.S.S.R. paid 200,000 in 3,5 days').words).toEqual(['ussr', 'paid', '200000', '3', '5', 'days']);
  });

  test('words joined by a hyphen know it', () => {
    expect(parseQuery('Mao Tse-tung', 'en').words.map(({ joined }) => joined)).toEqual([false, false, true]);
  });

  test('no word is ever lost', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Trotsky',
        'the',
        '1917',
        '1917-1921',
        '"',
        '“',
        '”',
        '«',
        '»',
        '-',
        '#RedArmy',
        'between',
        'and',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ');
        const { words, dates, phrases } = parseQuery(text, 'en');
        const covered = (word: { start: number; end: number }) =>
          [...words, ...dates, ...phrases].some(({ start, end }) => start <= word.start && word.end <= end);
        expect(wordsOf(text).filter((word) => fold(word.text) !== '' && !covered(word))).toEqual([]);
      }),
    );
  });
});

describe('state', () => {
  test('everything stands in the address', () => {
    const address = 'q=tsar+family&verdict=false&verdict=disputed&person=vladimir-lenin&decade=1910s&sort=date&exact=1';
    expect(writeState(readState(new URLSearchParams(address)))).toBe(address);
  });

  test('what is unknown is passed over', () => {
    expect(readState(new URLSearchParams('q=&colour=red&sort=random&verdict='))).toEqual({
      query: '',
      chosen: {},
      sort: 'relevance',
      exact: false,
    });
  });

  test('reading is the inverse of writing', () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 });
    const state = fc.record({
      query: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.trim()),
      chosen: fc.dictionary(fc.constantFrom(...facetNames), values),
      sort: fc.constantFrom('relevance' as const, 'date' as const, 'newest' as const),
      exact: fc.boolean(),
    });
    fc.assert(
      fc.property(state, (given) => {
        const read = readState(new URLSearchParams(writeState(given)));
        expect(read).toEqual({ ...given, chosen: { ...given.chosen } });
      }),
    );
  });
});
