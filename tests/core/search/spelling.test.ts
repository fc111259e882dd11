import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classAt, consonantKey, keyClasses } from '../../../src/core/search/consonant-key.ts';
import { editDistance } from '../../../src/core/search/edit-distance.ts';
import { fold } from '../../../src/core/search/fold.ts';

describe('fold', () => {
  test.each([
    ['Троцкий', 'trotsky'],
    ['Горький', 'gorky'],
    ['Щастный', 'shchastny'],
    ['Kühlmann', 'kuhlmann'],
    ['Wałęsa', 'walesa'],
    ['Øresund', 'oresund'],
    ['Straße', 'strasse'],
    ['Tsar’s', 'tsars'],
    ["Gel'fand", 'gelfand'],
    ['ﬁlm', 'film'],
    ['毛泽东', '毛泽东'],
  ])('%s is %s', (word, folded) => expect(fold(word)).toBe(folded));

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('consonantKey', () => {
  test.each([
    ['Trotsky', 'Trotskii', 'Trotzky', 'Trotzki', 'Trockij', 'Троцкий'],
    ['Tukhachevsky', 'Tukhachevskij', 'Tukhachevskii', 'Тухачевский'],
    ['Khrushchev', 'Chruschtschow', 'Khrouchtchev', 'Хрущёв'],
    ['Zhukov', 'Schukow', 'Жуков'],
    ['Zedong', 'Tse-tung'],
    ['Zinoviev', 'Zinovyev', 'Sinowjew'],
    ['Sokolovskaya', 'Sokolovskaja', 'Соколовская'],
    ['Nanjing', 'Nanking'],
    ['tsar', 'czar', 'tzar'],
    ['Helphand', 'Helfand'],
  ])('%s and its other spellings share a key', (...spellings) => {
    const keys = spellings.map((spelling) => consonantKey(fold(spelling).replace(/-/g, '')));
    expect(new Set(keys)).toEqual(new Set([keys[0]]));
  });

  test('other names have other keys', () => {
    const names = ['Lenin', 'Stalin', 'Trotsky', 'Parvus', 'Gorky', 'Kerensky', 'Kamenev', 'Sverdlov'];
    expect(new Set(names.map((name) => consonantKey(fold(name)))).size).toBe(names.length);
  });

  test('doubling a letter or changing a vowel leaves the key as it is', () => {
    const word = fc.array(fc.constantFrom('ba', 'ko', 'du', 'me', 'ri', 'lu', 'na', 'po', 'ta'), { minLength: 1 });
    fc.assert(
      fc.property(word, fc.nat(), (syllables, place) => {
        const at = place % syllables.length;
        const doubled = syllables.map((syllable, index) => (index === at ? syllable[0] + syllable : syllable)).join('');
        const vowels = syllables.map((syllable) => `${syllable[0]}a`).join('');
        expect(consonantKey(doubled)).toBe(consonantKey(syllables.join('')));
        expect(consonantKey(vowels)).toBe(consonantKey(syllables.join('')));
      }),
    );
  });

  test('every word has a class to be filed under', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(keyClasses).toContain(classAt(consonantKey(fold(text)), 0));
        expect(keyClasses).toContain(classAt(consonantKey(fold(text)), 1));
      }),
    );
  });
});

describe('editDistance', () => {
  test.each([
    ['trotsky', 'trotsky', 0],
    ['trotsky', 'trotzky', 1],
    ['trotsky', 'torstky', 2],
    ['mercader', 'mercdaer', 1],
    ['parvus', 'arvus', 1],
    ['', 'abc', 3],
  ])('%s and %s: %i', (a, b, distance) => expect(editDistance(a, b, 3)).toBe(distance));

  test('is the same both ways, and never beyond the limit by more than one', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const distance = editDistance(a, b, limit);
        expect(distance).toBe(editDistance(b, a, limit));
        expect(distance).toBeLessThanOrEqual(limit + 1);
        expect(distance === 0).toBe(a === b);
        if (distance <= limit) expect(editDistance(a, b, 9)).toBe(distance);
      }),
    );
  });
});
