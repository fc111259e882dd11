import type { SectionName } from '../core/search/card.ts';

/** What the search page says, apart from what the site's content says. A second language is one more such object. */
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

/** The words for the language of the page; English if there are no others. */
export function searchText(_language: string): SearchText {
  return english;
}

function number(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}
