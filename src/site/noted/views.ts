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
      return keep(value, new Shape(value as Parts, number));
    }
    const seen = Array.isArray(value) ? seenList(value) : seenParts(value as Parts);
    return seen === value ? value : keep(value, seen);
  };
  const seenList = (list: readonly unknown[]): readonly unknown[] => {
    let seen: unknown[] | undefined;
    for (const [index, part] of list.entries()) {
      const other = view(part);
      if (other === part) continue;
      seen ??= [...list];
      seen[index] = other;
    }
    return seen ?? list;
  };
  const seenParts = (parts: Parts): Parts => {
    let seen: Record<string, unknown> | undefined;
    for (const key of Object.keys(parts)) {
      const other = view(parts[key]);
      if (other === parts[key]) continue;
      seen ??= { ...parts };
      seen[key] = other;
    }
    return seen ?? parts;
  };
  return { view, originalOf: (value: object) => originals.get(value) ?? value };
}

type Parts = Readonly<Record<string, unknown>>;

/**
 * The class of all entries with the same keys: whoever reads one of them has read the entry. They are read by their fields;
 * to spread or to list one throws, for all its fields are those of its class: to give each its own takes ten times as long.
 */
function createShape(keys: readonly string[], notes: Notes, view: (value: unknown) => unknown) {
  return class Entry {
    readonly #number: number;
    readonly #original: Parts;
    /** What each key was seen as; `undefined` where nobody has asked. */
    readonly #values: unknown[] = [];

    constructor(original: Parts, number: number) {
      this.#original = original;
      this.#number = number;
      Object.defineProperty(this, 'all of it', notListed);
    }

    #see(index: number, key: string): unknown {
      notes.note(this.#number);
      const known = this.#values[index];
      if (known !== undefined) return known;
      const value = this.#original[key];
      if (isWhere(key, value)) throw new Error(`\`${key}\` is for messages: pages would not be made anew`);
      const seen = view(value);
      this.#values[index] = seen;
      return seen;
    }

    static {
      for (const [index, key] of keys.entries()) {
        Object.defineProperty(Entry.prototype, key, {
          get(this: Entry) {
            return this.#see(index, key);
          },
        });
      }
    }
  };
}

const notListed: PropertyDescriptor = {
  enumerable: true,
  get: () => {
    throw new Error('An entry of the library is read by its fields; it cannot be spread or listed');
  },
};

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
