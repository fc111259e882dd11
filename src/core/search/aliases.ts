import type { Person } from '../model/references.ts';
import { fold } from './fold.ts';
import { isStopWord } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** A person, and the folded names that do not say the one under which the site knows them. */
export interface NamedPerson {
  readonly id: string;
  /** The name that stands in the records. */
  readonly name: string;
  /** The word of it that is enough to mean this person ("Trotsky"); none if others share it. */
  readonly surname?: string | undefined;
  readonly aliases: readonly string[];
}

/**
 * The other names of people: aliases, the name in its own script, and the surnames among them. Names that hold every word
 * of the site's own name are left out, since those words find the same. Surnames count only with a given name the
 * person has twice, or if they are no word of the site (`isWord`) and the alias is no phrase, so that "Man of Steel" does
 * not make anybody's name of "steel"; and only if nobody has the surname as an alias of its own.
 */
export function namedPeople(
  people: Iterable<Pick<Person, 'id' | 'name' | 'native' | 'aliases'>>,
  isWord: (folded: string) => boolean = () => true,
): NamedPerson[] {
  const all = [...people];
  const ownWords = new Map<string, number>();
  for (const word of all.flatMap((person) => [...new Set(foldedWords(person.name))])) {
    ownWords.set(word, (ownWords.get(word) ?? 0) + 1);
  }
  const written = new Set(all.flatMap(({ aliases }) => aliases.map((alias) => foldedWords(alias).join(' '))));
  return all.flatMap((person) => {
    const own = foldedWords(person.name);
    const names = [person.name, ...(person.native ? [person.native.text] : []), ...person.aliases].map(foldedWords);
    const given = names.filter((words) => words.length > 1).map(([first]) => first);
    const surnames = names.flatMap((words) => {
      const [first, last] = [words[0], words.at(-1)];
      const twice = given.filter((word) => word === first).length > 1;
      const sure = twice || (!!last && !isWord(last) && !words.some((word) => isStopWord(word, 'en')));
      return words.length > 1 && sure && last && last.length > 3 && !ownWords.has(last) && !written.has(last)
        ? [[last]]
        : [];
    });
    const aliases = [...names, ...surnames]
      .filter((words) => words.length > 0 && words.some((word) => !own.includes(word)))
      .map((words) => words.join(' '));
    const last = own.findLast((word) => word.length > 2 && !romanNumeral.test(word));
    const surname = last !== undefined && ownWords.get(last) === 1 ? last : undefined;
    return aliases.length === 0
      ? []
      : { id: person.id, name: person.name, surname, aliases: [...new Set(aliases)].sort() };
  });
}

/** A person a line: id, name, surname, aliases, parted by `|`. */
export function writeAliases(people: readonly NamedPerson[]): string {
  return people
    .map(({ id, name, surname = '', aliases }) => [id, name.replaceAll('|', ' '), surname, ...aliases].join('|'))
    .join('\n');
}

/** The inverse of `writeAliases`. */
export function readAliases(written: string): NamedPerson[] {
  return written.split('\n').flatMap((line) => {
    const [id = '', name = '', surname = '', ...aliases] = line.split('|');
    return id === '' ? [] : { id, name, surname: surname || undefined, aliases };
  });
}

/** Words of a query that are other names of people. */
export interface AliasMatch {
  /** Index of the first word and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly people: readonly NamedPerson[];
}

/** The aliases in a row of folded words, the longest first, none overlapping. */
export function matchAliases(words: readonly string[], people: readonly NamedPerson[]): AliasMatch[] {
  const byAlias = new Map<string, NamedPerson[]>();
  for (const person of people) {
    for (const alias of person.aliases) byAlias.set(alias, [...(byAlias.get(alias) ?? []), person]);
  }
  const matches: AliasMatch[] = [];
  for (let from = 0; from < words.length; ) {
    let to = Math.min(words.length, from + longestName);
    while (to > from && !byAlias.has(words.slice(from, to).join(' '))) to -= 1;
    if (to > from) matches.push({ from, to, people: byAlias.get(words.slice(from, to).join(' ')) ?? [] });
    from = Math.max(to, from + 1);
  }
  return matches;
}

const longestName = 6;
const romanNumeral = /^[ivx]+$/;

function foldedWords(name: string): string[] {
  return wordsOf(name).map((word) => fold(word.text));
}
