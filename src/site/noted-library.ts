import { hash } from 'node:crypto';
import type { CitationItem } from '../core/model/annotation.ts';
import type { Library } from '../core/model/library.ts';
import type { Person, Work } from '../core/model/references.ts';
import type { Source } from '../core/model/source.ts';

/*
 * A library that notes what is read of it, so that what was made of it need not be made again while all of that stays as it
 * was. Things have names: `claims/<id>` is an entry of a map, `claims` the list of its keys in their order, `#claims` how
 * many there are, `site` a value that is no map, `history/<id>` what a function answers, `once/<name>` what `onceFor` made.
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
  /** A text that stands for a thing as it is now, others than those it refers to, whether it is there or not. */
  readonly digestOf: (name: string) => string;
  /** A value of pages (props) as text: entries by their names. */
  readonly textOf: (value: unknown) => string;
}

/**
 * What is made once of a library, under a name of its own, and asked for by many: whoever asks has read all that was read
 * for it.
 */
export function onceFor<Value>(library: Library, name: string, make: () => Value): Value {
  const known = made.get(library) ?? new Map<string, Once>();
  made.set(library, known);
  const notes = notesOf(library);
  const thing = known.get(name);
  if (thing) {
    notes?.note(thing.number);
    return thing.value as Value; // what was made under that name
  }
  const { value, number = 0 } = notes ? notes.once(name, make) : { value: make() };
  known.set(name, { value, number });
  return value;
}
interface Once {
  readonly value: unknown;
  readonly number: number;
}
const made = new WeakMap<Library, Map<string, Once>>();

/** The library notes for modules that are there twice, once in the program of the pages. */
const notesKey = Symbol.for('on-the-record.notes');
function notesOf(library: Library): Notes | undefined {
  return (library as { [notesKey]?: Notes })[notesKey]; // only a library that notes has it
}

/** Which things were read since a piece of work began, by number. */
class Notes {
  readonly names: string[] = [];
  readonly members = new Map<number, readonly number[]>();
  readonly #numbers = new Map<string, number>();
  /** By thing: the piece of work that read it last. */
  readonly #seen: number[] = [];
  #pieces = 0;
  #piece = 0;
  #reads: number[] | undefined;

  numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }

  note(thing: number): void {
    if (this.#reads === undefined || this.#seen[thing] === this.#piece) return;
    this.#seen[thing] = this.#piece;
    this.#reads.push(thing);
  }

  async noting<Value>(work: () => Promise<Value>) {
    if (this.#reads) throw new Error('Two pieces of work at once: it could not be told which of them reads');
    const reads = this.#begin();
    try {
      return { value: await work(), reads };
    } finally {
      this.#reads = undefined;
    }
  }

  once<Value>(name: string, make: () => Value): { readonly value: Value; readonly number: number } {
    const number = this.numberOf(`once/${name}`);
    const [outer, piece] = [this.#reads, this.#piece];
    this.members.set(number, this.#begin());
    try {
      return { value: make(), number };
    } finally {
      this.#reads = outer;
      this.#piece = piece;
      this.note(number);
    }
  }

  #begin(): number[] {
    this.#piece = ++this.#pieces;
    this.#reads = [];
    return this.#reads;
  }
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
      if (isObject(entry) && !numbers.has(entry)) numbers.set(entry, notes.numberOf(`${field}/${id}`));
    }
  }
  const { view, originalOf } = createViews(notes, numbers);
  const answers = createAnswers(given);

  const library = Object.defineProperties(
    { [notesKey]: notes },
    Object.fromEntries(
      fields.map(([field, value]) => {
        if (value instanceof Map)
          return [field, { enumerable: true, value: new MapView(field, value, notes, numbers, view) }];
        if (typeof value === 'function') {
          const answer = answers[field as keyof typeof answers];
          if (!answer) throw new Error(`Nobody knows what \`${field}\` of the library reads`);
          const ask = (argument: unknown) => {
            const asked = isObject(argument) ? originalOf(argument) : argument;
            for (const name of answer.names(asked as never)) notes.note(notes.numberOf(name));
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

  const textOf = (value: unknown) => {
    let isWhole = true;
    return JSON.stringify(isObject(value) ? originalOf(value) : value, (key, part: unknown) => {
      if (typeof part === 'function' || part instanceof Map) throw new Error('A thing of the library has no text');
      if (isWhole || !isObject(part)) {
        isWhole = false;
        return isWhere(key, part) ? undefined : part;
      }
      if (isWhere(key, part)) return undefined;
      const number = numbers.get(originalOf(part));
      return number === undefined ? part : `→ ${notes.names[number]}`;
    });
  };
  const digests = new Map<string, string>();
  const digestOf = (name: string): string => {
    const known = digests.get(name) ?? digestNow(name);
    digests.set(name, known);
    return known;
  };
  const digestNow = (name: string): string => {
    const [field = '', id] = split(name);
    const value = given[field.replace('#', '') as keyof Library] as unknown;
    if (field.startsWith('#')) return String((value as ReadonlyMap<string, unknown>).size);
    if (value instanceof Map) {
      if (id !== undefined) return value.has(id) ? digest(textOf(value.get(id))) : 'none';
      return digest(JSON.stringify([...value].map(([key, entry]) => (isObject(entry) ? key : [key, entry]))));
    }
    if (typeof value !== 'function') return digest(textOf(value));
    const answer = answers[field as keyof typeof answers];
    return digest(textOf(answer?.by(id ?? '')) ?? '');
  };
  return {
    library,
    noting: (work) => notes.noting(work),
    nameOf: (thing) => notes.names[thing] ?? '',
    readFor: (thing) => notes.members.get(thing) ?? [],
    digestOf,
    textOf,
  };
}

/**
 * Where something stands in its author's file, which messages say and pages do not: it changes with every line that is
 * added before it.
 */
function isWhere(key: string, part: unknown): boolean {
  return (key === 'place' && isObject(part) && 'start' in part) || (key === 'line' && typeof part === 'number');
}

/** What the functions of a library read, how they answer, and what they answer to an id. */
function createAnswers(library: Library) {
  const { history, revision, claimsAbout, factsAbout, citedBy, claimsOn, factsOn, reviewsOf, cite } = library;
  const { people, sources, works } = library;
  return {
    history: { names: (id: string) => [`history/${id}`], of: history, by: history },
    revision: { names: (id: string) => [`revision/${id}`], of: revision, by: revision },
    claimsAbout: {
      names: ({ id }: Person) => [`claimsAbout/${id}`],
      of: claimsAbout,
      by: (id: string) => named(people.get(id), claimsAbout),
    },
    factsAbout: {
      names: ({ id }: Person) => [`factsAbout/${id}`],
      of: factsAbout,
      by: (id: string) => named(people.get(id), factsAbout),
    },
    citedBy: {
      names: ({ key }: Source) => [`citedBy/${key}`],
      of: citedBy,
      by: (key: string) => named(sources.get(key), citedBy),
    },
    claimsOn: {
      names: ({ id }: Work) => [`claimsOn/${id}`],
      of: claimsOn,
      by: (id: string) => named(works.get(id), claimsOn),
    },
    factsOn: {
      names: ({ id }: Work) => [`factsOn/${id}`],
      of: factsOn,
      by: (id: string) => named(works.get(id), factsOn),
    },
    reviewsOf: {
      names: ({ id }: Work) => [`reviewsOf/${id}`],
      of: reviewsOf,
      by: (id: string) => named(works.get(id), reviewsOf),
    },
    cite: {
      names: (items: readonly CitationItem[]) => ['site', ...items.map(({ key }) => `sources/${key}`)],
      of: cite,
      by: () => [],
    },
  };
}

function named<Thing, Value>(thing: Thing | undefined, of: (thing: Thing) => readonly Value[]): readonly Value[] {
  return thing === undefined ? [] : of(thing);
}

/** Views of entries, made when they are asked for, and of whatever refers to entries. */
function createViews(notes: Notes, numbers: ReadonlyMap<object, number>) {
  const views = new WeakMap<object, object>();
  const originals = new WeakMap<object, object>();
  const shapes = new Map<string, ReturnType<typeof createShape>>();
  const keep = (original: object, seen: object) => {
    views.set(original, seen);
    originals.set(seen, original);
    return seen;
  };
  const view = (value: unknown): unknown => {
    if (!isObject(value)) return value;
    const known = views.get(value);
    if (known) return known;
    const number = numbers.get(value);
    if (number !== undefined) {
      const keys = Object.keys(value);
      const name = keys.join();
      const Shape = shapes.get(name) ?? createShape(keys, notes, view);
      shapes.set(name, Shape);
      return keep(value, new Shape(value as Record<string, unknown>, number));
    }
    const isList = Array.isArray(value);
    const parts = Object.entries(value);
    const seen = parts.map(([key, part]) => [key, view(part)] as const);
    if (seen.every(([, part], index) => part === parts[index]?.[1])) return value;
    return keep(value, isList ? seen.map(([, part]) => part) : Object.fromEntries(seen));
  };
  return { view, originalOf: (value: object) => originals.get(value) ?? value };
}

/** The class of all entries with the same keys: whoever reads one of them has read the entry. */
function createShape(keys: readonly string[], notes: Notes, view: (value: unknown) => unknown) {
  return class Entry {
    readonly #number: number;
    readonly #original: Readonly<Record<string, unknown>>;
    /** What each key was seen as; `undefined` where nobody has asked. */
    readonly #values: unknown[] = new Array(keys.length).fill(undefined);

    constructor(original: Readonly<Record<string, unknown>>, number: number) {
      this.#original = original;
      this.#number = number;
      Object.defineProperties(this, Entry.#properties);
    }

    #see(key: string): unknown {
      const value = this.#original[key];
      if (isWhere(key, value)) throw new Error(`\`${key}\` is for messages: pages would not be made anew`);
      return view(value);
    }

    static readonly #properties: PropertyDescriptorMap = Object.fromEntries(
      keys.map((key, index) => [
        key,
        {
          enumerable: true,
          get(this: Entry) {
            notes.note(this.#number);
            const known = this.#values[index];
            if (known !== undefined) return known;
            const value = this.#see(key);
            this.#values[index] = value;
            return value;
          },
        },
      ]),
    );
  };
}

/** A map of the library. To ask for an entry reads it, to list them the list, to count them their number. */
class MapView implements ReadonlyMap<string, unknown> {
  readonly #map: ReadonlyMap<string, unknown>;
  readonly #view: (value: unknown) => unknown;
  readonly #noteEntry: (id: string) => void;
  readonly #noteList: () => void;
  readonly #noteSize: () => void;

  constructor(
    field: string,
    map: ReadonlyMap<string, unknown>,
    notes: Notes,
    numbers: ReadonlyMap<object, number>,
    view: (value: unknown) => unknown,
  ) {
    this.#map = map;
    this.#view = view;
    this.#noteEntry = (id) => {
      const entry = map.get(id);
      notes.note((isObject(entry) ? numbers.get(entry) : undefined) ?? notes.numberOf(`${field}/${id}`));
    };
    const [list, size] = [notes.numberOf(field), notes.numberOf(`#${field}`)];
    this.#noteList = () => notes.note(list);
    this.#noteSize = () => notes.note(size);
  }

  get size(): number {
    this.#noteSize();
    return this.#map.size;
  }

  get(id: string): unknown {
    this.#noteEntry(id);
    return this.#view(this.#map.get(id));
  }

  has(id: string): boolean {
    this.#noteEntry(id);
    return this.#map.has(id);
  }

  keys(): MapIterator<string> {
    this.#noteList();
    return this.#map.keys();
  }

  values(): MapIterator<unknown> {
    this.#noteList();
    return this.#map.values().map(this.#view) as MapIterator<unknown>; // an iterator, as that is
  }

  entries(): MapIterator<[string, unknown]> {
    this.#noteList();
    return this.#map.entries().map(([id, value]) => [id, this.#view(value)]) as MapIterator<[string, unknown]>;
  }

  [Symbol.iterator](): MapIterator<[string, unknown]> {
    return this.entries();
  }

  forEach(act: (value: unknown, id: string, map: ReadonlyMap<string, unknown>) => void): void {
    for (const [id, value] of this) act(value, id, this);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function split(name: string): readonly [string, string?] {
  const at = name.indexOf('/');
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

function digest(text: string | undefined): string {
  return hash('sha1', text ?? 'undefined', 'base64');
}
