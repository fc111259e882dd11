import { type AliasMatch, matchAliases, type NamedPerson } from './aliases.ts';
import { classAt, consonantKey } from './consonant-key.ts';
import type { AskedWord } from './parse-query.ts';
import type { Group, Posting } from './posting.ts';
import { inOrder, type Slot, sizeOf } from './slot.ts';
import type { Sources } from './sources.ts';
import { indexed } from './words.ts';

/**
 * The slots of the words, those that are other names of people read as these people. Names are looked for only where a
 * word is rare: where a name is common, the claims themselves have it.
 */
export async function withNames<P extends Posting>(
  all: readonly AskedWord[],
  slots: readonly Slot<P>[],
  sources: Sources<P>,
): Promise<Slot<P>[]> {
  const rare = Math.max(rareAtLeast, sources.total * rareShare);
  const unusual = new Set(slots.filter((slot) => sizeOf(slot) <= rare).map(({ start }) => start));
  const maybeFirst = all.filter(({ start, stop }, index) => {
    return unusual.has(start) || (!stop && unusual.has(all[index + 1]?.start ?? -1)); // "Lev Bronstein"
  });
  const people = await peopleNamed(
    maybeFirst.map((word) => word.folded),
    sources,
  );
  const matches = matchAliases(
    all.map((word) => word.folded),
    people,
  ).filter(({ from, to }) => all.slice(from, to).some(({ start }) => unusual.has(start)));
  const named = await Promise.all(matches.map((match) => nameSlot(match, all, slots, sources)));
  const taken = (slot: Slot<P>) => named.some(({ start, end }) => slot.start >= start && slot.end <= end);
  return inOrder([...slots.filter((slot) => !taken(slot)), ...named]);
}

/** The people who may have an alias that begins with one of these folded words. */
export async function peopleNamed<P extends Posting>(
  words: readonly string[],
  sources: Sources<P>,
): Promise<NamedPerson[]> {
  const units = new Set(words.map((word) => classAt(consonantKey(word), 0)));
  const files = await Promise.all([...units].map(sources.people)); // neighbours share a file
  return [...new Set(files)].flat();
}

/** The claims that name a person as the site does. */
export function claimsNaming<P extends Posting>(person: NamedPerson, sources: Sources<P>): Promise<Group<P>> {
  const names = [person.name, ...(person.surname === undefined ? [] : [person.surname])];
  return Promise.all(
    names.map(async (name) => ({ postings: await sources.phrase(indexed(name)), weight: nameWeight })),
  );
}

const rareShare = 0.02;
const rareAtLeast = 25;
/** Records that have the alias itself come before those that only mean the same person. */
const nameWeight = 0.9;

async function nameSlot<P extends Posting>(
  { from, to, people }: AliasMatch,
  all: readonly AskedWord[],
  slots: readonly Slot<P>[],
  sources: Sources<P>,
): Promise<Slot<P>> {
  const words = all.slice(from, to);
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  const own = slots.filter((slot) => slot.start >= start && slot.end <= end);
  const literal: Group<P> =
    words.length === 1
      ? own.flatMap((slot) => slot.group)
      : [{ postings: await sources.phrase(words.map((word) => word.folded).join(' ')), weight: 1 }];
  const meant = (await Promise.all(people.map((person) => claimsNaming(person, sources)))).flat();
  const text = own.map((slot) => slot.text).join(' ');
  const as = [...new Set(people.map(({ name }) => name))];
  return { kind: 'word', name: true, text, start, end, group: [...literal, ...meant], read: { as, how: 'name' } };
}
