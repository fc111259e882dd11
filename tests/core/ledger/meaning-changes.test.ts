import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeaningKind, meaningChanges, namesOf } from '../../../src/core/ledger/meaning-changes.ts';
import { sameText } from '../../../src/core/ledger/words.ts';

const names = namesOf([
  {
    id: 'leon-trotsky',
    name: 'Leon Trotsky',
    native: { text: 'Лев Троцкий', lang: 'ru' },
    aliases: ['Lev Trotskii', 'Bronstein'],
    line: 'x',
  },
  {
    id: 'vladimir-lenin',
    name: 'Vladimir Lenin',
    native: { text: 'Владимир Ленин', lang: 'ru' },
    aliases: [],
    line: 'x',
  },
  { id: 'natalia-sedova', name: 'Natalia Sedova', aliases: ['Natalia Trotsky'], line: 'x' },
]);

/** `number: 1917 → 1918`, as the check says it. */
function changes(before: string, after: string): string[] {
  return meaningChanges(before, after, names).map(
    ({ kind, before: old = '', after: now = '' }) => `${kind}: ${`${old} → ${now}`.trim()}`,
  );
}

describe('an edit that touches the meaning is named', () => {
  it.each([
    ['He came in 1917.', 'He came in 1918.', 'number: 1917 → 1918'],
    ['It had 1,200 men.', 'It had 12,000 men.', 'number: 1,200 → 12,000'],
    ['It cost 3.5 million.', 'It cost 35 million.', 'number: 3.5 → 35'],
    ['It fell by 5 %.', 'It fell by 5.', 'number: % →'],
    ['There were seven of them.', 'There were eight of them.', 'number: seven → eight'],
    ['There were twenty-five of them.', 'There were twenty-six of them.', 'number: five → six'],
    ['The first congress met.', 'The second congress met.', 'number: first → second'],
    ['Thousands died.', 'Hundreds died.', 'number: Thousands → Hundreds'],
    ['He was arrested twice.', 'He was arrested once.', 'number: twice → once'],
    ['Nicholas II abdicated.', 'Nicholas III abdicated.', 'number: II → III'],
    ['He was there 1904–1915.', 'He was there in 1904, 1915.', 'number: – →'],
    ['In the 1920s he wrote.', 'In the 1930s he wrote.', 'number: 1920s → 1930s'],
    ['It happened on 7 November.', 'It happened on 8 November.', 'date: 7 → 8'],
    ['It happened in October.', 'It happened in November.', 'date: October → November'],
    ['It happened in May.', 'It happened in June.', 'date: May → June'],
    ['They met on Tuesday.', 'They met on Friday.', 'date: Tuesday → Friday'],
    ['He left before 1917.', 'He left after 1917.', 'date: before → after'],
    ['It was written in 44 BC.', 'It was written in 44 AD.', 'date: BC → AD'],
    ['It was Stalin who ordered it.', 'It was Beria who ordered it.', 'name: Stalin → Beria'],
    ['Stalin ordered it.', 'Beria ordered it.', 'name: Stalin → Beria'],
    ['Lenin betrayed Trotsky.', 'Trotsky betrayed Lenin.', 'name'],
    ['He fled to Vienna.', 'He fled to Paris.', 'name: Vienna → Paris'],
    ['Leon Trotsky wrote it.', 'Natalia Trotsky wrote it.', 'name: Leon Trotsky → Natalia Trotsky'],
    ['The Cheka shot him.', 'The GPU shot him.', 'name: Cheka → GPU'],
    ['He did not come.', 'He did come.', 'negation: not →'],
    ['He came.', 'He never came.', 'negation: → never'],
    ["He didn't pay.", 'He did pay.', "negation: didn't →"],
    ['He went with money.', 'He went without money.', 'negation: → without'],
    ['It is likely.', 'It is unlikely.', 'negation: likely → unlikely'],
    ['Nobody knew.', 'Somebody knew.', 'negation: Nobody →'],
    ['All the officers fled.', 'Some of the officers fled.', 'quantifier: All → Some'],
    ['Most agree.', 'Few agree.', 'quantifier: Most → Few'],
    ['He alone knew.', 'He knew.', 'quantifier: alone →'],
    ['He always paid.', 'He often paid.', 'quantifier: always → often'],
    ['He paid at least ten.', 'He paid at most ten.', 'quantifier: least → most'],
    ['Это было в 1917 году.', 'Это было в 1918 году.', 'number: 1917 → 1918'],
    ['Их было пятеро и шесть коней.', 'Их было пятеро и семь коней.', 'number: шесть → семь'],
    ['Это первый том.', 'Это второй том.', 'number: первый → второй'],
    ['Он уехал в октябре.', 'Он уехал в ноябре.', 'date: октябре → ноябре'],
    ['Он уехал 7 ноября.', 'Он уехал 8 ноября.', 'date: 7 → 8'],
    ['Он уехал до 1917 года.', 'Он уехал после 1917 года.', 'date: до → после'],
    ['Приказ отдал Троцкий.', 'Приказ отдал Ленин.', 'name: Троцкий → Ленин'],
    ['Троцкий отдал приказ.', 'Ленин отдал приказ.', 'name: Троцкий → Ленин'],
    ['Он жил в Вене.', 'Он жил в Париже.', 'name: Вене → Париже'],
    ['Он не платил.', 'Он платил.', 'negation: не →'],
    ['Никто не знал.', 'Кто-то знал.', 'negation'],
    ['Это возможно.', 'Это невозможно.', 'negation: возможно → невозможно'],
    ['Все бежали.', 'Многие бежали.', 'quantifier: Все → Многие'],
    ['Он всегда платил.', 'Он иногда платил.', 'quantifier: всегда → иногда'],
    ['Только он знал.', 'Он знал.', 'quantifier: Только →'],
  ])('%s → %s', (before, after, expected) => {
    expect(changes(before, after).join('; ')).toContain(expected);
    expect(sameText(before, after)).toBe(false);
  });
});

describe('what leaves the words as they are is no edit', () => {
  it.each([
    ['He came in 1917, at last.', 'He came in 1917 at last.'],
    ['He came. She left.', 'He came; she left.'],
    ['The "general" said so.', 'The “general” said so'],
    ["The tsar's men - all of them - fled.", 'The tsar’s men — all of them — fled.'],
    ['1904-1915', '1904 – 1915'],
    ['An ice-axe', 'An ice axe'],
    ['1,000 men', '1000 men'],
    ['Он пришёл, наконец, в «Правду».', 'Он пришёл наконец в "Правду"'],
    ['café', 'cafe\u0301'],
  ])('%s → %s', (before, after) => {
    expect(changes(before, after)).toEqual([]);
    expect(sameText(before, after)).toBe(true);
  });
});

describe('an edit of ordinary words is not named', () => {
  it.each([
    ['He had a bankre in Berlin.', 'He had a banker in Berlin.'],
    ['Histroians agree.', 'Historians agree.'],
    ['Critics say so.', 'The critics say so.'],
    ['He was the rich backer.', 'He was the wealthy patron.'],
    ['He did not pay.', "He didn't pay."],
    ['It may rain.', 'It might rain.'],
    ['There were twenty-five.', 'There were 25.'],
    ['Lev Trotskii wrote.', 'Leon Trotsky wrote.'],
    ['Троцкий писал статьи.', 'Троцкий пишет книги.'],
    ['Он расстался с другом.', 'Он разошёлся с приятелем.'],
  ])('%s → %s', (before, after) => {
    expect(changes(before, after)).toEqual([]);
    expect(sameText(before, after)).toBe(false);
  });
});

const sentence = fc.array(
  fc.constantFrom(
    ...'the series says that he paid money from abroad because it wanted war and its people were hungry'.split(' '),
    ...'в сериале говорят будто он получил деньги за границей потому что хотел войны и люди голодали'.split(' '),
    ...[
      'Lenin',
      'Trotsky',
      'Parvus',
      'Троцкий',
      '1917',
      'seven',
      'November',
      'not',
      'all',
      'Все',
      'не',
      '«so»',
      '“no”',
    ],
  ),
  { minLength: 2, maxLength: 14 },
);
const at = fc.nat({ max: 13 });

function put(words: readonly string[], index: number, word: string): string {
  return [...words.slice(0, 1 + (index % words.length)), word, ...words.slice(1 + (index % words.length))].join(' ');
}

describe('in any text', { timeout: 60_000 }, () => {
  it('punctuation and quotation marks change nothing', () => {
    const sign = fc.constantFrom(',', ';', ' –', ' —', '!', '…', '»', '”', ' (', '  ');
    fc.assert(
      fc.property(sentence, at, sign, (words, index, mark) => {
        const place = 1 + (index % words.length);
        // Between numbers a dash says "to".
        fc.pre(!/^\d/.test(words[place] ?? '') || !/^\d/.test(words[place - 1] ?? ''));
        const marked = `${words.slice(0, place).join(' ') + mark} ${words.slice(place).join(' ')}`;
        expect(sameText(words.join(' '), marked)).toBe(true);
        expect(meaningChanges(words.join(' '), marked, names)).toEqual([]);
      }),
    );
  });

  const replacements: readonly [MeaningKind, readonly string[]][] = [
    ['number', ['1903', '1,200', 'six', 'ninth', 'VIII', 'шесть', 'третий']],
    ['date', ['December', 'Thursday', 'autumn', 'декабря', 'пятницу']],
    ['name', ['Stalin', 'Petrograd', 'Сталин', 'Zinoviev', 'NKVD']],
    ['negation', ['never', 'without', 'neither', 'никогда', 'нельзя']],
    ['quantifier', ['few', 'always', 'only', 'многие', 'всегда']],
  ];
  it.each(replacements)('a %s put in, taken out or replaced is named', (kind, choices) => {
    fc.assert(
      fc.property(
        sentence,
        at,
        fc.constantFrom(...choices),
        fc.constantFrom(...choices),
        (words, index, one, other) => {
          fc.pre(one !== other);
          const [plain, without] = [put(words, index, one), words.join(' ')];
          // A number beside a month is part of a date.
          const kinds = (before: string, after: string) =>
            meaningChanges(before, after, names).map((change) =>
              change.kind === 'date' && kind === 'number' ? 'number' : change.kind,
            );
          expect(kinds(without, plain)).toContain(kind);
          expect(kinds(plain, without)).toContain(kind);
          expect(kinds(plain, put(words, index, other))).toContain(kind);
        },
      ),
    );
  });

  it('nothing is named where nothing was changed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => meaningChanges(text, text, names).length === 0));
  });

  it('what is the same to the ledger has no change of meaning', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => !sameText(a, b) || meaningChanges(a, b, names).length === 0),
    );
  });
});
