import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import type { Reading } from '../site/library.ts';
import type { Bundle } from './bundle.ts';
import type { PackedParses } from './kept-parses.ts';
import type { MadeOutputs, MakeTask } from './make-outputs.ts';
import type { ReadThing } from './outputs.ts';

/** What was read, as it is handed over. */
export interface PackedReading extends Omit<Reading, 'parsed'> {
  readonly parsed: PackedParses;
}

/** What a thread is told, one after the other: the content and the program that renders pages; what to make. */
export type ThreadOrder = { readonly reading: PackedReading; readonly bundle: Bundle } | { readonly task: MakeTask };

/** What a thread has made, and what the numbers it gives stand for. */
export interface ThreadResult extends MadeOutputs {
  readonly things: ReadonlyMap<number, ReadThing>;
}

/** What a thread says: how many outputs are made; what went wrong; at last, what it has made. */
export type ThreadNews = { readonly done: number } | { readonly failure: string } | { readonly result: ThreadResult };

/** The threads beside this one. */
export interface Threads {
  /** Lets so many of them make the library of what was read, and get ready to make outputs with this bundle. */
  readonly prepare: (reading: PackedReading, bundle: Bundle, count: number) => void;
  /** Lets those that are ready make outputs; each tells what it has done. */
  readonly start: (task: MakeTask, tell: (thread: number, done: number) => void) => void;
  /** Waits until all that they have taken is written. Throws what the first of them failed with. */
  readonly finish: () => Promise<readonly ThreadResult[]>;
  /** Ends them, whatever they are at; nothing is written afterwards. */
  readonly stop: () => Promise<unknown>;
}

/** To make the library once more takes a thread as long as it takes to render some hundred pages. */
const worthAThread = 300;

/** How many threads, this one included, are useful for so many pages; or as many as `BUILD_THREADS` says. */
export function usefulThreads(pages: number): number {
  const useful = Math.min(availableParallelism(), 8, Math.floor(pages / worthAThread));
  return Math.max(1, Number(process.env['BUILD_THREADS']) || useful);
}

/**
 * Threads that make outputs beside this one. Each makes the library for itself, of the same texts: what is changed on the
 * disk meanwhile is seen by none.
 */
export function makeThreads(): Threads {
  let telling: (thread: number, done: number) => void = () => {};
  let threads: readonly ReturnType<typeof startThread>[] = [];
  return {
    prepare: (reading, bundle, count) => {
      threads = Array.from({ length: count }, (_, index) => startThread((done) => telling(index + 1, done)));
      for (const { order } of threads) order({ reading, bundle });
    },
    start: (task, tell) => {
      telling = tell;
      for (const { order } of threads) order({ task });
    },
    finish: () => Promise.all(threads.map(({ worker, result }) => result.finally(() => worker.terminate()))),
    stop: () => Promise.all(threads.map(({ worker }) => worker.terminate())),
  };
}

function startThread(tell: (done: number) => void) {
  const worker = new Worker(join(import.meta.dirname, 'make-thread.ts'), {
    // Twice what V8 takes by itself: less outlives the page it was made for, and to clear it away takes half the time.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  const result = Promise.withResolvers<ThreadResult>();
  worker.on('message', (news: ThreadNews) => {
    if ('done' in news) tell(news.done);
    else if ('failure' in news) result.reject(new Error(news.failure));
    else result.resolve(news.result);
  });
  worker.once('error', result.reject);
  worker.once('exit', (code) => result.reject(new Error(`A thread that makes pages ended with code ${code}`)));
  result.promise.catch(() => {}); // it is reported where it is waited for
  const order = (one: ThreadOrder) => worker.postMessage(one);
  return { worker, order, result: result.promise };
}
