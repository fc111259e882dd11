import { type AliasMatch, matchAliases, type NamedPerson } from './aliases.ts';
import { indexed } from './collect-vocabulary.ts';
import { classAt, consonantKey } from './consonant-key.ts';
import { fold } from './fold.ts';
import { type Candidate, nearestWords, type TypedAs } from './nearest-words.ts';
import type { AskedWord, Query } from './parse-query.ts';
import type { Group, Posting } from './rank.ts';
import type { Sources } from './sources.ts';
import { familyOf } from './word-families.ts';
import { spacedOut } from './words.ts';

/** One thing that was asked for, with all that the site has for it. */
export interface Slot<P extends Posting> {
  readonly kind: 'word' | 'date' | 'phrase';
  /** As written, and where it begins and ends in the query. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly group: Group<P>;
  /** Begun with a capital where a small letter would have done. */
  readonly name: boolean;
  /** What was looked for instead or as well: words of the site, names of people. */
  readonly read?: { readonly as: readonly string[]; readonly how: 'spelling' | 'name' | 'also' } | undefined;
}

/**
 * Looks up everything a query asks for. First as it is written. Then rare words that are other names of people bring the
 * claims about those people. Only if no record has everything is a word without a record read as the nearest words of
 * the site. A query that is to be taken `exactly` is left as it is.
 */
export async function resolveQuery<P extends Posting>(
  query: Query,
  sources: Sources<P>,
  exactly: boolean,
): Promise<Slot<P>[]> {
  const asked = query.words.filter((word) => !word.stop);
  const [words, dates, phrases] = await Promise.all([
    Promise.all(asked.map((word) => literally(word, sources))),
    Promise.all(query.dates.map((date) => dated(date, sources))),
    Promise.all(query.phrases.map((phrase) => quoted(phrase, sources))),
  ]);
  if (exactly) return inOrder([...words, ...dates, ...phrases]);
  const named = await withNames(query.words, words, sources);
  const rest = [...dates, ...phrases];
  const whole = someRecordHasAll([...named, ...rest]);
  const alone = named.length === 1 && rest.length === 0;
  const mended = await Promise.all(
    broken(named, query.words).map(async (slots) => {
      const [slot] = slots;
      if (slots.length > 1) return (await joined(slots, query, sources)) ?? Promise.all(slots.map(mend));
      return slot ? [await mend(slot)] : [];
    }),
  );
  return inOrder([...mended.flat(), ...rest]);

  async function mend(slot: Slot<P>): Promise<Slot<P>> {
    const found = size(slot.group);
    if (found === 0) return corrected(slot, query, sources);
    const wider = found <= few && (alone || !whole) ? await widened(slot, query, sources) : slot;
    return whole || slot.read ? wider : withFamily(wider, sources);
  }
}

/** A word in so few records may be a slip of an author's, or stand in the title of a source alone. */
const few = 3;
/** Aliases are looked up for words rarer than this: where a name is common, the claims themselves have it. */
const rareShare = 0.02;
const rareAtLeast = 25;

async function literally<P extends Posting>(word: AskedWord, sources: Sources<P>): Promise<Slot<P>> {
  const plain = indexed(word.text);
  const spellings = plain === word.folded ? [word.folded] : [plain, word.folded];
  const group = await Promise.all(
    spellings.map(async (spelling) => ({ postings: await sources.phrase(spelling), weight: 1 })),
  );
  return { ...span(word), kind: 'word', name: /^\p{Lu}/u.test(word.text), group };
}

async function dated<P extends Posting>(date: Query['dates'][number], sources: Sources<P>): Promise<Slot<P>> {
  const spoken = /^(?:the\s+)?\d{4}s?$/i.test(date.text) ? date.text.replace(/^the\s+/i, '') : undefined;
  const [group, postings] = await Promise.all([
    sources.dated(date.first, date.last),
    spoken === undefined ? [] : sources.phrase(spoken),
  ]);
  return { ...span(date), kind: 'date', name: false, group: [...group, { postings, weight: 0.9 }] };
}

async function quoted<P extends Posting>(phrase: Query['phrases'][number], sources: Sources<P>): Promise<Slot<P>> {
  const words = spacedOut(phrase.text)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return {
    ...span(phrase),
    kind: 'phrase',
    name: false,
    group: [{ postings: await sources.phrase(words.join(' ')), weight: 1 }],
  };
}

/** The slots with the words that are other names of people read as those people. */
async function withNames<P extends Posting>(
  all: readonly AskedWord[],
  slots: readonly Slot<P>[],
  sources: Sources<P>,
): Promise<Slot<P>[]> {
  const rare = Math.max(rareAtLeast, sources.total * rareShare);
  const unusual = slots.filter((slot) => size(slot.group) <= rare);
  const firstWords = unusual.map((slot) => fold(slot.text));
  const people = await peopleNamed([...firstWords, ...wordsBefore(all, unusual)], sources);
  const matches = matchAliases(
    all.map((word) => word.folded),
    people,
  ).filter(({ from, to }) => all.slice(from, to).some((word) => unusual.some((slot) => slot.start === word.start)));
  const named = await Promise.all(matches.map((match) => asPeople(match, all, slots, sources)));
  const taken = (slot: Slot<P>) => named.some(({ start, end }) => slot.start >= start && slot.end <= end);
  return inOrder([...slots.filter((slot) => !taken(slot)), ...named]);
}

/** A name may begin before its unusual word: "Lev Bronstein". */
function wordsBefore<P extends Posting>(all: readonly AskedWord[], slots: readonly Slot<P>[]): string[] {
  return all.flatMap((word, index) => {
    const next = all[index + 1];
    return next && !word.stop && slots.some((slot) => slot.start === next.start) ? word.folded : [];
  });
}

async function peopleNamed<P extends Posting>(words: readonly string[], sources: Sources<P>): Promise<NamedPerson[]> {
  const units = new Set(words.map((word) => classAt(consonantKey(word), 0)));
  const files = await Promise.all([...units].map(sources.people)); // neighbours share a file
  return [...new Set(files)].flat();
}

async function asPeople<P extends Posting>(
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
  const group = [...literal, ...(await Promise.all(people.map((person) => claimsNaming(person, sources)))).flat()];
  const text = own.map((slot) => slot.text).join(' ');
  return {
    kind: 'word',
    name: true,
    text,
    start,
    end,
    group,
    read: { as: people.map(({ name }) => name), how: 'name' },
  };
}

async function claimsNaming<P extends Posting>(person: NamedPerson, sources: Sources<P>): Promise<Group<P>> {
  const spellings = [person.name, ...(person.surname === undefined ? [] : [person.surname])];
  return Promise.all(
    spellings.map(async (spelling) => ({ postings: await sources.phrase(indexed(spelling)), weight: nameWeight })),
  );
}

/** Records that have the alias itself come before those that only mean the same person. */
const nameWeight = 0.9;

/** The slots one by one, but words joined by hyphens of which the site lacks one together. */
function broken<P extends Posting>(slots: readonly Slot<P>[], all: readonly AskedWord[]): Slot<P>[][] {
  const rows: Slot<P>[][] = [];
  for (const slot of slots) {
    const row = rows.at(-1);
    const hyphen = all.some((word) => word.start === slot.start && word.joined);
    if (row && hyphen && row.at(-1)?.end === slot.start - 1) row.push(slot);
    else rows.push([slot]);
  }
  return rows.flatMap((row) => (row.some(({ group }) => size(group) === 0) ? [row] : row.map((slot) => [slot])));
}

/** Words joined by hyphens, looked for as one: "Tse-tung" as "tsetung". */
async function joined<P extends Posting>(
  slots: readonly Slot<P>[],
  query: Query,
  sources: Sources<P>,
): Promise<Slot<P>[] | undefined> {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return undefined;
  const text = slots.map((slot) => slot.text).join('-');
  const slot = await asNearest({ ...first, text, end: last.end, group: [] }, fold(text), query, sources);
  return slot && [slot];
}

/** A word without a record, read as the nearest words of the site; left as it is if nothing is near. */
async function corrected<P extends Posting>(slot: Slot<P>, query: Query, sources: Sources<P>): Promise<Slot<P>> {
  const whole = await asNearest(slot, fold(slot.text), query, sources);
  if (whole) return whole;
  const parts = slot.text.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? [];
  if (parts.length < 2) return slot;
  const postings = await sources.phrase(parts.join(' '));
  return postings.length === 0
    ? slot
    : { ...slot, group: [{ postings, weight: 1 }], read: { as: [parts.join(' ')], how: 'spelling' } };
}

async function asNearest<P extends Posting>(
  slot: Slot<P>,
  spelling: string,
  query: Query,
  sources: Sources<P>,
): Promise<Slot<P> | undefined> {
  const word = spelling.replace(/[^\p{L}\p{N}]/gu, '');
  const candidates = await candidatesFor(word, typedAs(slot, query), sources);
  if (candidates.length === 0) return undefined;
  const people = await peopleNamed(
    candidates.map((candidate) => fold(candidate.word)),
    sources,
  );
  const groups = await Promise.all(
    candidates.map(async (candidate): Promise<Group<P>> => {
      const matches = matchAliases([fold(candidate.word)], people).flatMap((match) => match.people);
      const named = (await Promise.all(matches.map((person) => claimsNaming(person, sources)))).flat();
      const literal = { postings: await sources.phrase(candidate.word), weight: 1 };
      return [literal, ...named].map(({ postings, weight }) => ({ postings, weight: weight * candidate.weight }));
    }),
  );
  const as = candidates.map(shown);
  return { ...slot, group: groups.flat(), read: { as, how: 'spelling' } };
}

/** A word in very few records: much more frequent words that are near it are asked for as well. */
async function widened<P extends Posting>(slot: Slot<P>, query: Query, sources: Sources<P>): Promise<Slot<P>> {
  if (slot.read) return slot;
  const found = size(slot.group);
  const read = await asNearest(slot, fold(slot.text), query, sources);
  if (!read || size(read.group) < found * muchMore) return slot;
  const others = read.group.map(({ postings, weight }) => ({ postings, weight: weight * 0.7 }));
  const as = read.read?.as.filter((word) => fold(word) !== fold(slot.text)) ?? [];
  return as.length === 0 ? slot : { ...slot, group: [...slot.group, ...others], read: { as, how: 'also' } };
}

const muchMore = 8;

/** Where no record has all words, the family of a word counts for a part of it. */
async function withFamily<P extends Posting>(slot: Slot<P>, sources: Sources<P>): Promise<Slot<P>> {
  const { forms, beginning } = familyOf(fold(slot.text), sources.language);
  const [near, far] = await Promise.all([
    Promise.all(forms.map(sources.phrase)),
    beginning === undefined ? [] : sources.beginning(beginning),
  ]);
  const kin: Group<P> = [
    ...near.map((postings) => ({ postings, weight: formWeight })),
    { postings: far, weight: familyWeight },
  ];
  return { ...slot, group: [...slot.group, ...kin.filter(({ postings }) => postings.length > 0)] };
}

const formWeight = 0.8;
const familyWeight = 0.4;

/**
 * Candidates from the file of the word's first consonant; if they are all far, also from the files in which words lie by
 * their second consonant, where words end up whose first letter was mistyped, left out or swapped.
 */
async function candidatesFor<P extends Posting>(
  word: string,
  typed: TypedAs,
  sources: Sources<P>,
): Promise<Candidate[]> {
  if (word.length < 3 || /\d/.test(word)) return [];
  const key = consonantKey(word);
  const first = await sources.vocabulary(0, classAt(key, 0));
  const near = nearestWords(word, first, typed);
  if (near[0] && near[0].cost <= closeEnough) return near;
  const units = new Set(
    [0, 1, 2].filter((place) => place === 0 || key.length > place).map((place) => classAt(key, place)),
  );
  const second = await Promise.all([...units].map((unit) => sources.vocabulary(1, unit)));
  return nearestWords(word, [...first, ...second.flat()], typed);
}

/** One edit, or two that leave the consonants as they are. */
const closeEnough = 1;

function typedAs<P extends Posting>(slot: Slot<P>, query: Query): TypedAs {
  const capital = (text: string) => /^\p{Lu}/u.test(text);
  if (capital(slot.text) && slot.start > 0) return 'name';
  const others = query.words.filter((word) => word.start > 0 && word.start !== slot.start);
  return !capital(slot.text) && others.some((word) => capital(word.text)) ? 'word' : 'either';
}

function shown({ word, name }: Candidate): string {
  return name ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Whether some record has something of every slot. */
export function someRecordHasAll<P extends Posting>(slots: readonly Slot<P>[]): boolean {
  const [first, ...rest] = slots.map(
    ({ group }) => new Set(group.flatMap(({ postings }) => postings.map(({ id }) => id))),
  );
  return first !== undefined && [...first].some((id) => rest.every((ids) => ids.has(id)));
}

function size<P extends Posting>(group: Group<P>): number {
  return group.reduce((most, { postings }) => Math.max(most, postings.length), 0);
}

function span({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) {
  return { text, start, end };
}

function inOrder<P extends Posting>(slots: readonly Slot<P>[]): Slot<P>[] {
  return slots.toSorted((a, b) => a.start - b.start);
}
