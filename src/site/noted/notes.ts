import type { Library } from '../../core/model/library.ts';

/** Which things were read since a piece of work began, by number. */
export class Notes {
  /** The name of each thing, by its number. */
  readonly names: string[] = [];
  /** What was read for each thing that `onceFor` made. */
  readonly members = new Map<number, readonly number[]>();
  /** What `onceFor` made, by its name here. */
  readonly made = new Map<string, unknown>();
  readonly #numbers = new Map<string, number>();
  /** By thing: the piece of work that read it last. */
  readonly #seen: number[] = [];
  #pieces = 0;
  #piece = 0;
  #reads: number[] | undefined;

  /** The number of a thing, which gets one when it is first named. */
  numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }

  /** A thing is read: by the piece of work under way, if there is one. */
  note(thing: number): void {
    if (this.#reads === undefined || this.#seen[thing] === this.#piece) return;
    this.#seen[thing] = this.#piece;
    this.#reads.push(thing);
  }

  /** Does a piece of work and tells what it read. Throws when another is under way. */
  async noting<Value>(work: () => Promise<Value>) {
    if (this.#reads) throw new Error('Two pieces of work at once: it could not be told which of them reads');
    const reads = this.#begin();
    try {
      return { value: await work(), reads };
    } finally {
      this.#reads = undefined;
    }
  }

  /** Makes something that many will ask for: what is read for it is its own, and who asked for it has read it. */
  once<Value>(name: string, make: () => Value): { readonly value: Value; readonly number: number } {
    const whole = madeOnce + name;
    const number = this.numberOf(whole);
    const [outer, piece] = [this.#reads, this.#piece];
    this.members.set(number, this.#begin());
    try {
      const value = make();
      this.made.set(whole, value);
      return { value, number };
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

/** How the names of things begin that `onceFor` made. */
export const madeOnce = 'once/';

interface Once {
  readonly value: unknown;
  readonly number: number;
}

const made = new WeakMap<Library, Map<string, Once>>();

/** The library notes for modules that are there twice, once in the program of the pages. */
export const notesKey = Symbol.for('on-the-record.notes');

function notesOf(library: Library): Notes | undefined {
  return (library as { [notesKey]?: Notes })[notesKey]; // only a library that notes has it
}
