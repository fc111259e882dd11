import edtf from 'edtf';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDays, parseDate, yearOf } from '../../../src/core/model/date.ts';
import { dateInWords, decadeInWords, yearInWords } from '../../../src/core/model/date-in-words.ts';

describe('parseDate', () => {
  it.each([
    ['1666', '1666-01-01', '1666-12-31'],
    ['1666-09', '1666-09-01', '1666-09-30'],
    ['1666-09-02', '1666-09-02', '1666-09-02'],
    ['1666-09-02/1666-09-06', '1666-09-02', '1666-09-06'],
    ['1666-09-02/1666-10', '1666-09-02', '1666-10-31'],
    ['1663~', '1663-01-01', '1663-12-31'],
    ['1663?', '1663-01-01', '1663-12-31'],
    ['1663%', '1663-01-01', '1663-12-31'],
    ['166X', '1660-01-01', '1669-12-31'],
    ['1666-21', '1666-03-01', '1666-05-31'],
    ['1666-24', '1666-12-01', '1667-02-28'],
    ['1666-XX', '1666-01-01', '1666-12-31'],
    ['[1667,1668]', '1667-01-01', '1668-12-31'],
    ['-0043-03-15', '-000043-03-15', '-000043-03-15'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
  ])('reads %s', (text, first, last) => {
    expect(parseDate(text)).toEqual({ edtf: text, first, last });
  });

  it('reads plain years, months and days as the grammar does', () => {
    const twoDigits = fc.integer({ min: 0, max: 40 }).map((number) => String(number).padStart(2, '0'));
    const year = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
    const written = fc.oneof(year, fc.tuple(year, twoDigits), fc.tuple(year, twoDigits, twoDigits));
    fc.assert(
      fc.property(written, (parts) => {
        const text = [parts].flat().join('-');
        const [, month = '01', day] = text.split('-');
        if (month > '20') return; // seasons and quarters
        const exists = day === undefined || new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
        const whole = exists ? byGrammar(text) : undefined;
        expect(parseDate(text)).toEqual(
          whole && { edtf: text, first: dayOf(new Date(whole.min)), last: dayOf(new Date(whole.max)) },
        );
      }),
    );
  });

  it.each([
    ['1666/..', '1666-01-01', undefined],
    ['1666/', '1666-01-01', undefined],
    ['../1666', undefined, '1666-12-31'],
    ['/1666', undefined, '1666-12-31'],
  ])('leaves %s open', (text, first, last) => {
    expect(parseDate(text)).toEqual({ edtf: text, first, last });
  });

  it.each([
    '',
    '1666-02-30',
    '1900-02-29',
    '1666-13',
    '1666-00',
    '1666-09-00',
    '1666-9-2',
    '1666-09-06/1666-09-02',
    '1666/67',
    '1666-1667',
    '2/9/1666',
    '2 September 1666',
    'c. 1666',
    'MDCLXVI',
    'constructor',
    '99999',
    '19177',
    '12',
    '1666/16667',
    ' 1666',
    '1'.repeat(1000),
  ])('knows that %j is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('yearOf', () => {
  it.each([
    ['1666-09-02', 1666],
    ['166X', 1660],
    ['../1666', 1666],
    ['-0043', -43],
  ])('of %s is %i', (text, year) => {
    const date = parseDate(text);
    expect(date && yearOf(date)).toBe(year);
  });
});

describe('dateInWords', () => {
  it.each([
    ['1666', 'en', '1666'],
    ['1666-09', 'en', 'September 1666'],
    ['1666-09-02', 'en', '2 September 1666'],
    ['1666-09-02', 'ru', '2 сентября 1666'],
    ['1666-09-02/1666-09-06', 'en', '2–6 September 1666'],
    ['1666-09/1666-12', 'en', 'September–December 1666'],
    ['1666-12-30/1667-01-02', 'en', '30 December 1666 – 2 January 1667'],
    ['1660/1669', 'en', '1660–1669'],
    ['1663~/1666-09', 'en', 'c. 1663 – September 1666'],
    ['166X', 'en', '1660s'],
    ['166X', 'ru', '1660-е'],
    ['1666-23', 'en', 'autumn 1666'],
    ['1666-XX', 'en', '1666'],
    ['1666-09-XX', 'en', 'September 1666'],
    ['1663?', 'en', '1663 (?)'],
    ['1663%', 'en', 'c. 1663 (?)'],
    ['1663~', 'ru', 'около 1663'],
    ['-0043-03-15', 'en', '15 March 44 BC'],
    ['0000', 'en', '1 BC'],
    ['0069/0079', 'en', '69–79'],
    ['-0099/-0043', 'en', '100 BC – 44 BC'],
    ['[1667,1668]', 'ru', '[1667,1668]'],
    ['1663~', 'en', 'c. 1663'],
    ['1666/..', 'en', 'from 1666'],
    ['../1666', 'en', 'until 1666'],
    ['no date', 'en', 'no date'],
    ['1666-09-02', 'no such language', '1666-09-02'],
    ['1666', 'valueOf', '1666'],
  ])('says %s in %s', (text, language, words) => {
    expect(dateInWords(text, language)).toBe(words);
  });
});

describe('years before Christ', () => {
  it('are said as historians count them, who know no year 0', () => {
    expect([1917, 79, 0, -43].map((year) => yearInWords(year, 'en'))).toEqual(['1917', '79', '1 BC', '44 BC']);
    expect(yearInWords(-43, 'ru')).toBe('44 г. до н. э.');
    expect(decadeInWords(-50, 'en')).toBe('51 BC – 42 BC');
    expect(decadeInWords(0, 'en')).toBe('1 BC–9');
    expect([1910, 70].map((first) => decadeInWords(first, 'en'))).toEqual(['1910s', '70s']);
    expect(decadeInWords(1910, 'ru')).toBe('1910-е');
  });

  it('stand before all others, the earliest first', () => {
    const days = ['1917-11-07', '-000043-03-15', '0079-08-24', '-000099-01-01', '-000043-03-14', '1917-11-06'];
    expect(days.sort(compareDays)).toEqual([
      '-000099-01-01',
      '-000043-03-14',
      '-000043-03-15',
      '0079-08-24',
      '1917-11-06',
      '1917-11-07',
    ]);
  });
});

function byGrammar(text: string) {
  try {
    return edtf(text);
  } catch {
    return undefined;
  }
}

function dayOf(date: Date): string {
  return date.toISOString().replace(/T.*/, '');
}
