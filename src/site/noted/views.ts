import type { Notes } from './notes.ts';

/** Views of entries, made when they are asked for, and of whatever refers to entries. */
export function createViews(notes: Notes, numbers: ReadonlyMap<object, number>) {
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
export class MapView implements ReadonlyMap<string, unknown> {
  readonly #map: ReadonlyMap<string, unknown>;
  readonly #view: (value: unknown) => unknown;
  readonly #noteEntry: (id: string) => void;
  readonly #noteList: () => void;
  readonly #noteSize: () => void;

  constructor(
    field: string,
    map: ReadonlyMap<string, unknown>,
    notes: Notes,
    numberOf: (id: string) => number,
    view: (value: unknown) => unknown,
  ) {
    this.#map = map;
    this.#view = view;
    this.#noteEntry = (id) => notes.note(numberOf(id));
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

/**
 * Where something stands in its author's file, which messages say and pages do not: it changes with every line that is
 * added before it.
 */
export function isWhere(key: string, part: unknown): boolean {
  return (key === 'place' && isObject(part) && 'start' in part) || (key === 'line' && typeof part === 'number');
}

/** Whether a value has parts. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
