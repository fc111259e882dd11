import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import type { Reading } from '../site/library.ts';
import type { Bundle } from './bundle.ts';
import type { PackedParses } from './kept-parses.ts';
import type { LastSite } from './link-file.ts';
import type { MadeOutputs, MakeTask } from './make-outputs.ts';
import type { ReadThing } from './outputs.ts';

/** What was read, as it is handed over. */
export interface PackedReading extends Omit<Reading, 'parsed'> {
  readonly parsed: PackedParses;
}

/** The folder of the site into which the search index goes, and the last site, which has most of its files. */
export interface IndexTask {
  readonly into: string;
  readonly last?: LastSite | undefined;
}

/** What a thread is told, one after the other: the content, that it makes the index, the program that renders pages, what to make. */
export type ThreadOrder =
  | { readonly reading: PackedReading }
  | { readonly index: IndexTask }
  | { readonly bundle: Bundle }
  | { readonly task: MakeTask };

/** What a thread has made, and what the numbers it gives stand for. */
export interface ThreadResult extends MadeOutputs {
  readonly things: ReadonlyMap<number, ReadThing>;
}

/** What a thread says: that the index is made; how many outputs are; what went wrong; at last, what it has made. */
export type ThreadNews =
  | { readonly indexed: true }
  | { readonly done: number }
  | { readonly failure: string }
  | { readonly result: ThreadResult };

/** The threads beside this one. */
export interface Threads {
  /** Lets so many of them, one at least, make the library of what was read; asked for before all else. */
  readonly begin: (reading: PackedReading, count: number) => void;
  /** Has the search index made; it stands in the folder of the site when this is done. */
  readonly makeIndex: (task: IndexTask) => Promise<void>;
  /** Lets so many of them get ready to make outputs with this bundle; those that are missing are started. */
  readonly prepare: (bundle: Bundle, count: number) => void;
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
 * Starts a thread beside this one, which loads its modules while this one loads its own and reads the content; more of them
 * when they are asked for. Each makes the library for itself, of the same texts: what is changed on the disk meanwhile is
 * seen by none. The first makes the search index before any output: when most pages stay as they are, that takes as long as
 * all else.
 */
export function startThreads(): Threads {
  let telling: (thread: number, done: number) => void = () => {};
  const startNext = (number: number) => startThread((done) => telling(number, done));
  const first = startNext(1);
  const threads = [first];
  let read: PackedReading | undefined;
  const add = () => {
    const thread = startNext(threads.length + 1);
    if (read) thread.order({ reading: read });
    threads.push(thread);
  };
  let atWork: typeof threads = [];
  return {
    begin: (reading, count) => {
      read = reading;
      first.order({ reading });
      while (threads.length < count) add();
    },
    makeIndex: (index) => {
      first.order({ index });
      return first.indexed;
    },
    prepare: (bundle, count) => {
      while (threads.length < count) add();
      atWork = threads.slice(0, count);
      for (const { order } of atWork) order({ bundle });
    },
    start: (task, tell) => {
      telling = tell;
      for (const { order } of atWork) order({ task });
    },
    finish: () => Promise.all(atWork.map(({ worker, result }) => result.finally(() => worker.terminate()))),
    stop: () => Promise.all(threads.map(({ worker }) => worker.terminate())),
  };
}

function startThread(tell: (done: number) => void) {
  const worker = new Worker(join(import.meta.dirname, 'make-thread.ts'), {
    // Twice what V8 takes by itself: less outlives the page it was made for, and to clear it away takes half the time.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  const indexed = Promise.withResolvers<void>();
  const result = Promise.withResolvers<ThreadResult>();
  const fail = (error: Error) => {
    indexed.reject(error);
    result.reject(error);
  };
  worker.on('message', (news: ThreadNews) => {
    if ('done' in news) tell(news.done);
    else if ('indexed' in news) indexed.resolve();
    else if ('failure' in news) fail(new Error(news.failure));
    else result.resolve(news.result);
  });
  worker.once('error', fail);
  worker.once('exit', (code) => fail(new Error(`A thread that makes pages ended with code ${code}`)));
  for (const { promise } of [indexed, result]) promise.catch(() => {}); // it is reported where it is waited for
  const order = (one: ThreadOrder) => worker.postMessage(one);
  return { worker, order, indexed: indexed.promise, result: result.promise };
}
