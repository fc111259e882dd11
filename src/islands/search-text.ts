import type { SectionName } from '../core/search/card.ts';

/** What the search page says, apart from what the site's content says. Another language is one more such object. */
const english = {
  searching: 'Searching …',
  counted: (found: number, claims: number) =>
    `${number(found)} of ${number(claims)} ${claims === 1 ? 'claim' : 'claims'}`,
  about: (query: string) => ` for “${query}”`,
  nothing: (query: string) => (query === '' ? 'No claims found' : `No claims found for “${query}”`),
  whole: (whole: number, others: number) =>
    whole === 0
      ? 'No claim has all of this; these have most of it.'
      : `${number(whole)} ${whole === 1 ? 'has' : 'have'} all of it, ${number(others)} more ${others === 1 ? 'has' : 'have'} part of it.`,
  showing: 'Showing results for ',
  instead: (query: string) => `Search exactly for ${query} instead.`,
  loosened: (phrases: string) => `No claim has ${phrases} word for word; its words were looked for.`,
  exactly: 'Taken exactly as it stands. ',
  anyway: 'Search in all spellings',
  also: (word: string, others: string) => `“${word}” was also read as ${others}.`,
  named: (word: string, names: string) => `“${word}” is another name of ${names}.`,
  person: 'Person: ',
  remove: (label: string) => `Do not narrow by ${label}`,
  clearAll: 'Clear all',
  noValue: 'None among these results.',
  missing: (words: string) => `Without ${words}, which no claim has.`,
  unknown: (words: string) => `No claim has ${words}.`,
  list: (items: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(items),
  quote: (text: string) => `“${text}”`,
  quotes: ['“', '”'] as readonly [string, string],
  nearest: 'The nearest there is:',
  widen: 'Search without what you narrowed by',
  unquoted: 'Search for the words instead of the phrase',
  browse: 'Browse all claims',
  failed: 'The index could not be loaded.',
  offline: 'You seem to be offline.',
  again: 'Try again',
  shown: (shown: number, found: number) => `${number(shown)} of ${number(found)} shown.`,
  all: (count: number) => `All ${number(count)}`,
  inContext: 'in context',
  part: {
    statement: 'Statement',
    address: 'Address',
    shown: 'As shown',
    record: 'Record',
    sources: 'Sources',
    people: 'About',
  } satisfies Record<SectionName, string>,
};

export type SearchText = typeof english;

const russian: SearchText = {
  searching: 'Идёт поиск …',
  counted: (found, claims) => `${number(found, 'ru')} из ${number(claims, 'ru')}`,
  about: (query) => ` по запросу «${query}»`,
  nothing: (query) => (query === '' ? 'Утверждений не найдено' : `По запросу «${query}» утверждений не найдено`),
  whole: (whole, others) =>
    whole === 0
      ? 'Ни в одном утверждении нет всего сразу; здесь те, где есть почти всё.'
      : `Всё сразу есть в ${number(whole, 'ru')}, часть – ещё в ${number(others, 'ru')}.`,
  showing: 'Показано для запроса ',
  instead: (query) => `Искать именно ${query}.`,
  loosened: (phrases) => `Слово в слово ${phrases} нигде нет; искали по отдельным словам.`,
  exactly: 'Искали точно так, как написано. ',
  anyway: 'Искать во всех написаниях',
  also: (word, others) => `«${word}» прочитано также как ${others}.`,
  named: (word, names) => `«${word}» – другое имя: ${names}.`,
  person: 'Человек: ',
  remove: (label) => `Не ограничивать: ${label}`,
  clearAll: 'Снять все ограничения',
  noValue: 'Среди этих результатов нет.',
  missing: (words) => `Без ${words}: этого нет ни в одном утверждении.`,
  unknown: (words) => `Ни в одном утверждении нет ${words}.`,
  list: (items) => new Intl.ListFormat('ru', { type: 'disjunction' }).format(items),
  quote: (text) => `«${text}»`,
  quotes: ['«', '»'],
  nearest: 'Ближайшее из того, что есть:',
  widen: 'Искать без ограничений',
  unquoted: 'Искать слова вместо точной фразы',
  browse: 'Просмотреть все утверждения',
  failed: 'Не удалось загрузить указатель.',
  offline: 'Похоже, нет связи с сетью.',
  again: 'Повторить',
  shown: (shown, found) => `Показано ${number(shown, 'ru')} из ${number(found, 'ru')}.`,
  all: (count) => `Все (${number(count, 'ru')})`,
  inContext: 'в контексте',
  part: {
    statement: 'Утверждение',
    address: 'Адрес',
    shown: 'Как показано',
    record: 'По источникам',
    sources: 'Источники',
    people: 'О ком',
  },
};

const languages = new Map([
  ['en', english],
  ['ru', russian],
]);

/** The words for the language of the page; English if there are no others. */
export function searchText(language: string): SearchText {
  return languages.get(language.split('-')[0] ?? '') ?? english;
}

function number(count: number, language = 'en'): string {
  return new Intl.NumberFormat(language).format(count);
}
