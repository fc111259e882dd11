import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFacet, narrow } from '../../../src/core/search/count-facets.ts';
import { excerpts } from '../../../src/core/search/excerpt.ts';
import { rank } from '../../../src/core/search/rank.ts';
import { rerank } from '../../../src/core/search/rerank.ts';
import { closedUp, spacedOut } from '../../../src/core/search/words.ts';

const columns = {
  verdict: { values: [['false', 'False'], ['accurate', 'Accurate']] as const, rows: [[0], [1], [0], [1]] }, // biome-ignore format: one line
  person: { values: [['lenin', 'Lenin'], ['stalin', 'Stalin']] as const, rows: [[0], [0, 1], [1], []] }, // biome-ignore format: one line
};

describe('facets', () => {
  const rows = [0, 1, 2, 3];

  test('any value within a facet, all facets together', () => {
    expect(narrow(rows, columns, { verdict: ['false', 'accurate'], person: ['stalin'] })).toEqual([1, 2]);
  });

  test('a second value of a facet shows what it would add', () => {
    const counts = countFacet('verdict', rows, columns, { verdict: ['false'], person: ['lenin'] });
    expect(counts.map(({ id, count, chosen }) => [id, count, chosen])).toEqual([
      ['false', 1, true],
      ['accurate', 1, false],
    ]);
  });

  test('a value nobody knows finds nothing, and is still there to be unticked', () => {
    expect(narrow(rows, columns, { person: ['nobody'] })).toEqual([]);
    expect(countFacet('person', rows, columns, { person: ['nobody'] }).at(-1)).toEqual({
      id: 'nobody',
      label: 'nobody',
      count: 0,
      chosen: true,
    });
  });
});

describe('rank', () => {
  const found = (...postings: [string, ...number[]][]) => [
    { postings: postings.map(([id, ...words]) => ({ id, words })), weight: 1 },
  ];
  const order = (...groups: ReturnType<typeof found>[]) => rank(groups, 100).hits.map(({ id }) => id);

  test('a record with everything comes before one with a part', () => {
    expect(order(found(['part', 1, 2, 3], ['all', 40]), found(['all', 90]))).toEqual(['all', 'part']);
  });

  test('a rare word weighs more than a common one', () => {
    const many = Array.from({ length: 40 }, (_, number): [string, number] => [`other-${number}`, 1]);
    expect(order(found(['common', 1], ...many), found(['rare', 1]))[0]).toBe('rare');
  });

  test('the statement weighs more than the rest', () => {
    expect(order(found(['late', 70], ['early', 4]))).toEqual(['early', 'late']);
  });

  test('words side by side weigh more than words far apart', () => {
    expect(order(found(['apart', 30], ['near', 30]), found(['apart', 90], ['near', 31]))).toEqual(['near', 'apart']);
  });

  test('a lesser alternative counts less', () => {
    const group = [
      { postings: [{ id: 'other', words: [1] }], weight: 0.5 },
      { postings: [{ id: 'own', words: [1] }], weight: 1 },
    ];
    expect(rank([group], 10).hits.map(({ id }) => id)).toEqual(['own', 'other']);
  });

  test('what no record has takes from the coverage of all', () => {
    const [hit] = rank([found(['a', 1]), []], 100).hits;
    expect(hit?.coverage).toBeLessThan(0.8);
  });
});

describe('rerank', () => {
  const hit = (id: string) => ({
    id,
    score: 1,
    coverage: 1,
    posting: { id, words: [0] },
    places: [[0]],
    strengths: [1],
    given: [0],
  });
  const record = (statement: string) => ({ statement, parts: [['statement', 0] as const], length: 5 });

  test('the asked form comes before another with the same stem', () => {
    const records = [record('Killings in the village square'), record('The killing in the village')];
    const best = rerank([hit('stem'), hit('form')], records, ['killing'], [1]);
    expect(best.map(({ id }) => id)).toEqual(['form', 'stem']);
  });

  test('words that stand as in the query come first', () => {
    const records = [record('Pick the ice yourself now'), record('An ice pick killed him')];
    const best = rerank([hit('apart'), hit('together')], records, ['ice', 'pick'], [1]);
    expect(best.map(({ id }) => id)).toEqual(['together', 'apart']);
  });

  test('hits that are not loaded stay where they are', () => {
    expect(rerank([hit('a'), hit('b')], [record('a')], ['a'], [1]).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('excerpts', () => {
  const content =
    'Trotsky was shot. The record says that he was killed with an axe in Mexico 1917 – 1921 of all places.';
  const parts = [['statement', 0], ['record', 3]] as const; // biome-ignore format: one line

  test('mark the words and keep punctuation outside the mark', () => {
    const [statement, record] = excerpts(content, parts, [2, 11], 6);
    expect(statement?.pieces).toEqual([
      { text: 'Trotsky was ', marked: false },
      { text: 'shot', marked: true },
      { text: '.', marked: false },
    ]);
    expect(record?.pieces.map(({ text }) => text).join('')).toBe('… killed with an axe in Mexico …');
  });

  test('give every word once and in order', () => {
    const words = fc.array(fc.stringMatching(/^[a-z“”.]{1,5}$/u), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.array(fc.nat({ max: 39 })), fc.integer({ min: 1, max: 50 }), (all, places, length) => {
        const text = all.join(' ');
        for (const { pieces } of excerpts(text, [['record', 0]], places, length)) {
          const given = pieces.map((piece) => piece.text).join('');
          expect(` ${text} `).toContain(given.replace(/^… | …$/g, ''));
        }
      }),
    );
  });

  test('dashes between figures are parted for the index and joined for the eye', () => {
    expect(spacedOut('the years 1917–1921, war—peace')).toBe('the years 1917 – 1921, war — peace');
    expect(closedUp('the years 1917 – 1921, war — peace')).toBe('the years 1917–1921, war—peace');
  });
});
