import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchAliases, namedPeople, readAliases, writeAliases } from '../../../src/core/search/aliases.ts';
import { collectVocabulary, countedWords } from '../../../src/core/search/collect-vocabulary.ts';
import { createColumn, readRows, writeRows } from '../../../src/core/search/column.ts';
import { readVocabulary, writeVocabulary } from '../../../src/core/search/vocabulary.ts';

describe('vocabulary', () => {
  test('is written by what each word adds to the last', () => {
    const words = [
      { word: 'revolt', count: 1, name: false },
      { word: 'revolution', count: 120, name: false },
      { word: 'trotsky', count: 351, name: true },
    ];
    expect(writeVocabulary(words)).toBe('0revolt\n5ution120\n0trotsky!351');
  });

  test('reading is the inverse of writing', () => {
    const word = fc.stringMatching(/^[a-zа-я]{1,40}$/u);
    const entry = fc.record({ word, count: fc.integer({ min: 0, max: 1e6 }), name: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (each) => each.word }), (entries) => {
        const sorted = entries.toSorted((a, b) => (a.word < b.word ? -1 : 1));
        expect(readVocabulary(writeVocabulary(sorted))).toEqual(sorted);
      }),
    );
  });

  test('knows names by their capitals within a sentence', () => {
    const texts = [
      'Revolution came. Nobody paid Parvus for a revolution.',
      'The Tsar fell; the tsar was shot in 1918.',
    ];
    const names = collectVocabulary(countedWords(texts), new Map([['bronstein', 7]])).filter(({ name }) => name);
    expect(names.map(({ word }) => word)).toEqual(['bronstein', 'parvus']);
  });
});

describe('column', () => {
  test('numbers values from the most frequent', () => {
    const column = createColumn([['b'], ['a', 'b'], [], ['b']], (id) => id.toUpperCase());
    expect(column).toEqual({ values: [['b', 'B'], ['a', 'A']], rows: [[0], [1, 0], [], [0]] }); // biome-ignore format: one line
  });

  test('reading is the inverse of writing', () => {
    const rows = fc.array(fc.array(fc.integer({ min: -3000, max: 90_000 })));
    fc.assert(
      fc.property(rows, (all) => {
        expect(readRows(writeRows(all), all.length)).toEqual(all);
      }),
    );
  });
});

describe('aliases', () => {
  const people = namedPeople([
    {
      id: 'leon-trotsky',
      name: 'Leon Trotsky',
      native: { text: 'Лев Троцкий', lang: 'ru' },
      aliases: ['Lev Bronstein', 'Lev Davidovich Bronstein', 'Trotskii', 'Man of Steel', 'Trotsky'],
    },
    { id: 'nicholas-ii', name: 'Nicholas II', aliases: ['the last Tsar'] },
  ]);

  test('are what does not say the own name, with surnames among them', () => {
    expect(people.map(({ surname, aliases }) => [surname, aliases])).toEqual([
      [
        'trotsky',
        ['bronstein', 'lev bronstein', 'lev davidovich bronstein', 'lev trotsky', 'man of steel', 'trotskii'],
      ],
      ['nicholas', ['the last tsar']],
    ]);
  });

  test('come back from their file', () => expect(readAliases(writeAliases(people))).toEqual(people));

  test('are matched longest first', () => {
    const words = 'was the last tsar afraid of lev bronstein'.split(' ');
    expect(matchAliases(words, people).map(({ from, to, people: [person] }) => [from, to, person?.id])).toEqual([
      [1, 4, 'nicholas-ii'],
      [6, 8, 'leon-trotsky'],
    ]);
  });
});
