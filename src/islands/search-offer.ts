import { fold } from '../core/search/fold.ts';
import { wordsOf } from '../core/search/words.ts';
import { between, element } from './search-elements.ts';
import type { Answer, Result } from './search-engine.ts';
import type { SearchText } from './search-text.ts';

/**
 * The pages of the people whose name the whole query is, in whatever spelling: "Trotsky", "Bronstein". They are found
 * among the people the first results are about, so that nothing more is fetched.
 */
export function personOffer(
  { slots }: Answer,
  results: readonly Result[],
  base: string,
  text: SearchText,
): (Node | string)[] {
  const people = new Map(results.flatMap(({ card }) => card.people));
  const isMeant = (name: string) => {
    const words = wordsOf(name).map((word) => fold(word.text));
    const asked = slots.map(({ text, read }) => [...(read?.how === 'also' ? [] : (read?.as ?? [])), text]);
    const hasAll = asked.every((ways) =>
      ways.some((way) => wordsOf(way).every((word) => words.includes(fold(word.text)))),
    );
    const hasLast = asked.flat().some((way) => wordsOf(way).some((word) => fold(word.text) === words.at(-1)));
    return asked.length > 0 && hasAll && (hasLast || asked.length > 1);
  };
  const meant = [...people].filter(([, name]) => isMeant(name)).slice(0, mostOffered);
  if (meant.length === 0) return [];
  return [
    text.person,
    ...between(
      meant.map(([page, name]) => element('a', { href: base + page }, name)),
      ', ',
    ),
  ];
}

const mostOffered = 3;
