import { englishSearch, type SearchWords } from '../site/text/english.ts';
import { russianSearch } from '../site/text/russian.ts';

export type SearchText = SearchWords;

const languages = new Map<string, SearchText>([
  ['en', englishSearch],
  ['ru', russianSearch],
]);

/** What the search page says in the language of the page; in English if there is none of it. */
export function searchText(language: string): SearchText {
  return languages.get(language.split('-')[0] ?? '') ?? englishSearch;
}
