import type { LoadedLibrary } from './library.ts';

/** Makes a library that was read elsewhere, and is in order, the one that `loadLibrary()` gives from now on. */
export function keepLibrary(loaded: LoadedLibrary | Promise<LoadedLibrary>): void {
  memory[key] = Promise.resolve(loaded);
}

/** The library that was kept. */
export function keptLibrary(): Promise<LoadedLibrary> | undefined {
  return memory[key];
}

/** Vite evaluates this module once in each of its module graphs; what was read must be shared between them. */
const key = Symbol.for('on-the-record.library');
const memory = globalThis as { [key]?: Promise<LoadedLibrary> }; // the global object has room for anything
