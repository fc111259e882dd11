import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createNamer } from './link-file.ts';
import type { Maker } from './outputs.ts';

/** Which outputs to make, shared by all threads that do. */
export interface MakeTask {
  /** The folder of the site. */
  readonly folder: string;
  /** The folder that is kept for the next site, where all that is made gets a second name. */
  readonly next?: string | undefined;
  /** For each output, whether nobody needs to make it: it is there, or somebody has taken it. 0 or 1. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** What a thread has made: of each output its number, its size in bytes, and what was read for it. */
export interface MadeOutputs {
  readonly made: readonly { readonly output: number; readonly size: number; readonly reads: readonly number[] }[];
  /** Milliseconds that pages took, and files for machines. */
  readonly times: { readonly pages: number; readonly exports: number };
}

/** Where nothing was to be made. */
export const nothingMade: MadeOutputs = { made: [], times: { pages: 0, exports: 0 } };

/** What was made one after the other. */
export function together(one: MadeOutputs, other: MadeOutputs): MadeOutputs {
  return {
    made: [...one.made, ...other.made],
    times: { pages: one.times.pages + other.times.pages, exports: one.times.exports + other.times.exports },
  };
}

/**
 * Makes and writes outputs as long as there are any that nobody has taken, from the first on or from the last; or until a
 * signal is given.
 */
export async function makeOutputs(
  { outputs, make }: Maker,
  { folder, next, taken }: MakeTask,
  from: 'first' | 'last',
  tell: (done: number) => void,
  until?: AbortSignal,
): Promise<MadeOutputs> {
  const made: { output: number; size: number; reads: readonly number[] }[] = [];
  const times = { pages: 0, exports: 0 };
  const folders = new Set<string>();
  const giveSecondName = next === undefined ? undefined : createNamer(folder, next);
  let started = performance.now();
  let rested = started;
  for (let step = 0; step < outputs.length && !until?.aborted; step++) {
    const number = from === 'first' ? step : outputs.length - 1 - step;
    const output = outputs[number];
    if (!output || Atomics.exchange(taken, number, 1) === 1) continue;
    const { content, reads } = await make(number);
    const path = join(folder, output.file);
    const parent = dirname(path);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(path, bytes, { flag: 'wx' }); // what is there may have a second name in the last site
    giveSecondName?.(output.file);
    made.push({ output: number, size: bytes.byteLength, reads });
    const now = performance.now();
    times[output.kind === 'page' ? 'pages' : 'exports'] += now - started;
    started = now;
    if (now - rested > 50) {
      tell(made.length);
      await setImmediate(); // whatever else this thread waits for
      rested = started = performance.now();
    }
  }
  tell(made.length);
  return { made, times };
}
