import { hash } from 'node:crypto';
import type { CitationItem } from '../../core/model/annotation.ts';
import type { Library } from '../../core/model/library.ts';
import { madeOnce, Notes, notesKey } from './notes.ts';
import { createViews, isObject, isWhere, MapView } from './views.ts';

/*
 * A library that notes what is read of it, so that what was made of it need not be made again while all of that stays as it
 * was. Things have names: `works/<id>` is an entry of a map, `works` the list of its keys in their order, `#works` how many
 * there are, `site` a value that is no map, `claimsOn/<id>` what a function answers, `once/<name>` what `onceFor` made. All
 * that is known of an annotation is one thing, `annotations/<id>`: who asks for one part asks for most of the others too.
 */

/** A library that notes, and what it knows of the things in it. */
export interface NotedLibrary {
  /** Reads like the library it was made of; entries are equal to themselves however they are reached. */
  readonly library: Library;
  /** Does one piece of work after the other, and gives the numbers of what each has read. */
  readonly noting: <Value>(work: () => Promise<Value>) => Promise<{ readonly value: Value; readonly reads: number[] }>;
  /** The name of a thing that was read. */
  readonly nameOf: (thing: number) => string;
  /** For what `onceFor` made: what was read for it. Nothing for what stands in the library. */
  readonly readFor: (thing: number) => readonly number[];
  /**
   * A text that stands for a thing as it is now, others than those it refers to, whether it is there or not. Nothing for
   * what `onceFor` made, unless it was settled.
   */
  readonly digestOf: (name: string) => string | undefined;
  /**
   * Settles what `onceFor` makes for a piece of work: it is the same as long as it says the same, whatever it was made of. Each
   * build must do this work.
   */
  readonly settling: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** A value of pages (props) as text: entries by their names. */
  readonly textOf: (value: unknown) => string;
}

/** Makes a library that notes of one that does not. */
export function notedLibrary(given: Library): NotedLibrary {
  const notes = new Notes();
  const numbers = new Map<object, number>();
  const fields = Object.entries(given);
  for (const [field, value] of fields) {
    if (isObject(value) && !Array.isArray(value) && !(value instanceof Map)) numbers.set(value, notes.numberOf(field));
    if (!(value instanceof Map)) continue;
    for (const [id, entry] of value as Map<string, unknown>) {
      if (isObject(entry) && !numbers.has(entry)) numbers.set(entry, notes.numberOf(partName(field, id)));
    }
  }
  const numberOfEntry = (entry: unknown) => (isObject(entry) ? numbers.get(entry) : undefined);
  const { view, originalOf } = createViews(notes, numbers);
  const answers = createAnswers(given);

  const library = Object.defineProperties(
    { [notesKey]: notes },
    Object.fromEntries(
      fields.map(([field, value]) => {
        if (value instanceof Map) {
          const numberOf = (id: string) => numberOfEntry(value.get(id)) ?? notes.numberOf(partName(field, id));
          return [field, { enumerable: true, value: new MapView(field, value, notes, numberOf, view) }];
        }
        if (typeof value === 'function') {
          const answer = answers[field];
          if (!answer) throw new Error(`Nobody knows what \`${field}\` of the library reads`);
          const reads = new Map<unknown, readonly number[]>();
          const ask = (argument: unknown) => {
            const asked = isObject(argument) ? originalOf(argument) : argument;
            const read = reads.get(asked) ?? answer.names(asked as never).map((name) => notes.numberOf(name));
            reads.set(asked, read);
            for (const number of read) notes.note(number);
            return view(answer.of(asked as never));
          };
          return [field, { enumerable: true, value: ask }];
        }
        const number = notes.numberOf(field);
        const get = () => {
          notes.note(number);
          return view(value);
        };
        return [field, { enumerable: true, get }];
      }),
    ),
  ) as unknown as Library; // field by field what the given one has

  // By hand: `JSON.stringify` takes several times as long. Each text says how long it is, so that none looks like another.
  const textOf = (value: unknown): string => partsOf(isObject(value) ? originalOf(value) : value);
  // The sign is one of a single byte: a text that has another takes twice the room, and longer to digest.
  const textOfPart = (part: unknown): string => {
    const number = isObject(part) ? numbers.get(originalOf(part)) : undefined;
    return number === undefined ? partsOf(part) : `@${notes.names[number]};`;
  };
  const partsOf = (value: unknown): string => {
    if (typeof value === 'function') throw new Error('A thing of the library has no text');
    if (typeof value === 'string') return `${value.length}:${value}`;
    if (!isObject(value)) return `${value};`;
    let text = '';
    if (Array.isArray(value)) {
      for (const part of value) text += textOfPart(part);
      return `[${text}]`;
    }
    if (value instanceof Map) {
      for (const [key, part] of value) text += textOfPart(key) + textOfPart(part);
      return `(${text})`;
    }
    for (const key of Object.keys(value)) {
      const part = (value as Record<string, unknown>)[key];
      if (part !== undefined && !isWhere(key, part)) text += `${key.length}:${key}${textOfPart(part)}`;
    }
    return `{${text}}`;
  };
  const digests = new Map<string, string>();
  const digestOf = (name: string): string | undefined => {
    const known = digests.get(name);
    if (known !== undefined || name.startsWith(madeOnce)) return known;
    const now = digestNow(name);
    digests.set(name, now);
    return now;
  };
  const settling = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const before = new Set(notes.made.keys());
    const result = await work();
    for (const [name, value] of notes.made) if (!before.has(name)) digests.set(name, digest(textOf(value)));
    return result;
  };
  const digestOfAnnotation = (id: string): string => {
    let text = '';
    for (const field of ofAnnotations) {
      const value = given[field];
      const part = typeof value === 'function' ? value(id) : value.get(id);
      if (part !== undefined) text += `${field}${textOf(part)}`;
    }
    return digest(text);
  };
  const digestNow = (name: string): string => {
    const [field = '', id] = split(name);
    if (field === annotations) return digestOfAnnotation(id ?? '');
    const value = given[field.replace('#', '') as keyof Library] as unknown;
    if (field.startsWith('#')) return String((value as ReadonlyMap<string, unknown>).size);
    if (value instanceof Map) {
      if (id !== undefined) return value.has(id) ? digest(textOf(value.get(id))) : 'none';
      return digest(JSON.stringify([...value].map(([key, entry]) => (isObject(entry) ? key : [key, entry]))));
    }
    if (typeof value !== 'function') return digest(textOf(value));
    const answer = answers[field];
    return digest(textOf(answer?.by(id ?? '')));
  };
  return {
    library,
    noting: (work) => notes.noting(work),
    nameOf: (thing) => notes.names[thing] ?? '',
    readFor: (thing) => notes.members.get(thing) ?? [],
    digestOf,
    settling,
    textOf,
  };
}

/** What a function of the library reads, how it answers, and what it answers to the id that stands in the name. */
interface Answer {
  readonly names: (asked: never) => readonly string[];
  readonly of: (asked: never) => unknown;
  readonly by: (id: string) => unknown;
}

function createAnswers(library: Library): Readonly<Record<string, Answer>> {
  const { history, revision, cite, people, sources, works } = library;
  const aboutEach = <Thing>(
    field: 'claimsAbout' | 'factsAbout' | 'citedBy' | 'claimsOn' | 'factsOn' | 'reviewsOf',
    things: ReadonlyMap<string, Thing>,
    idOf: (thing: Thing) => string,
  ): Answer => {
    const answer = library[field] as (thing: Thing) => readonly unknown[]; // what each of them is, for its kind of thing
    return {
      names: (thing: Thing) => [`${field}/${idOf(thing)}`],
      of: answer,
      by: (id) => {
        const thing = things.get(id);
        return thing === undefined ? [] : answer(thing);
      },
    };
  };
  return {
    history: { names: (id: string) => [partName('history', id)], of: history, by: history },
    revision: { names: (id: string) => [partName('revision', id)], of: revision, by: revision },
    claimsAbout: aboutEach('claimsAbout', people, ({ id }) => id),
    factsAbout: aboutEach('factsAbout', people, ({ id }) => id),
    citedBy: aboutEach('citedBy', sources, ({ key }) => key),
    claimsOn: aboutEach('claimsOn', works, ({ id }) => id),
    factsOn: aboutEach('factsOn', works, ({ id }) => id),
    reviewsOf: aboutEach('reviewsOf', works, ({ id }) => id),
    cite: {
      names: (items: readonly CitationItem[]) => ['site', ...items.map(({ key }) => `sources/${key}`)],
      of: cite,
      by: () => [],
    },
  };
}

/** What is known of an annotation, by its id. */
const ofAnnotations = ['claims', 'facts', 'withdrawals', 'formerIds', 'history', 'revision'] as const;
const annotations = 'annotations';

/** The name of what a field of the library has for an id. */
function partName(field: string, id: string): string {
  return `${ofAnnotations.some((one) => one === field) ? annotations : field}/${id}`;
}

function split(name: string): readonly [string, string?] {
  const at = name.indexOf('/');
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** A short text stands for itself: tens of thousands are of things that have no history. */
function digest(text: string): string {
  return text.length < 28 ? text : hash('sha1', text, 'base64');
}
