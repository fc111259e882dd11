import { type NamedPerson, writeAliases } from '../../core/search/aliases.ts';
import { classAt, consonantKey, keyClasses } from '../../core/search/consonant-key.ts';
import { fold } from '../../core/search/fold.ts';
import type { Packs } from '../../core/search/manifest.ts';
import { type VocabularyWord, writeVocabulary } from '../../core/search/vocabulary.ts';
import { putFile } from './put-file.ts';

/** Writes the words of the site in files by the class of the consonant at a place of their keys. */
export function wordPacks(files: Map<string, Uint8Array>, words: readonly VocabularyWord[], place: 0 | 1): Packs {
  const byUnit = Map.groupBy(words, ({ word }) => classAt(consonantKey(fold(word)), place));
  return putPacks(files, `words/${place}`, (units) =>
    writeVocabulary(units.flatMap((unit) => byUnit.get(unit) ?? []).sort((a, b) => (a.word < b.word ? -1 : 1))),
  );
}

/** Writes people's other names: each person in the files of all classes with which an alias begins, there with those aliases alone. */
export function peoplePacks(files: Map<string, Uint8Array>, people: readonly NamedPerson[]): Packs {
  const unitOf = (alias: string) => classAt(consonantKey(alias.split(' ')[0] ?? ''), 0);
  return putPacks(files, 'people/', (units) =>
    writeAliases(
      people.flatMap((person) => {
        const aliases = person.aliases.filter((alias) => units.includes(unitOf(alias)));
        return aliases.length > 0 ? { ...person, aliases } : [];
      }),
    ),
  );
}

/** Writes what the classes have, neighbours together until a file is worth its request. */
function putPacks(files: Map<string, Uint8Array>, name: string, write: (units: readonly string[]) => string): Packs {
  const packs: Record<string, string> = {};
  let units: string[] = [];
  for (const unit of keyClasses) {
    units.push(unit);
    const content = write(units);
    if (content.length < worthARequest && unit !== keyClasses.at(-1)) continue;
    const path = content === '' ? undefined : putFile(files, name + units[0], content, 'txt');
    for (const each of units) if (path) packs[each] = path;
    units = [];
  }
  return packs;
}

/** Characters before compression. */
const worthARequest = 1500;
