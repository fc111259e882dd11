import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Library } from '../core/model/library.ts';
import type { Reading } from '../site/library.ts';
import type { Bundle } from './bundle.ts';
import type { MadeOutputs, MakeTask } from './make-outputs.ts';
import type { ReadThing } from './outputs.ts';

/** What a thread is started with. */
export interface ThreadStart {
  readonly reading: Reading;
  /** The folder of the site, where this thread is the one that makes the search index. */
  readonly indexInto?: string | undefined;
}

/** What it is told when it is known what to make, and the program that renders pages is there. */
export interface ThreadTask extends MakeTask {
  readonly bundle: Bundle;
}

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
  /** The search index stands in the folder of the site. */
  readonly indexed: Promise<void>;
  /** Lets so many of them make outputs; those that are missing are started. */
  readonly start: (task: ThreadTask, count: number) => void;
  /** Waits until all that they have taken is written. Throws what the first of them failed with. */
  readonly finish: () => Promise<readonly ThreadResult[]>;
  readonly stop: () => void;
}

/** To make the library once more takes a thread as long as it takes to render some hundred pages. */
const worthAThread = 300;

/** How many threads, this one included, are useful for so many pages; or as many as `BUILD_THREADS` says. */
export function usefulThreads(pages: number): number {
  const useful = Math.min(availableParallelism(), 8, Math.floor(pages / worthAThread));
  return Math.max(1, Number(process.env['BUILD_THREADS']) || useful);
}

/** About how many pages a site has, before they are listed. */
export function pagesOf({ claims, facts }: Library): number {
  return claims.size + facts.size;
}

/**
 * Starts threads beside this one, at least one. Each makes the library for itself, of the same texts: what is changed on
 * the disk meanwhile is seen by none. The first makes the search index before anything else: of a large site that takes as
 * long as to bundle it, or as all else when most pages stay as they are.
 */
export function startThreads(
  count: number,
  start: Required<ThreadStart>,
  tell: (thread: number, done: number) => void,
): Threads {
  const threads: ReturnType<typeof startThread>[] = [];
  const add = () => {
    const number = threads.length + 1;
    const { reading, indexInto } = start;
    threads.push(startThread({ reading, ...(number === 1 && { indexInto }) }, (done) => tell(number, done)));
  };
  do add();
  while (threads.length < count);
  let atWork: typeof threads = [];
  return {
    indexed: threads[0]?.indexed ?? Promise.resolve(),
    start: (task, wanted) => {
      while (threads.length < wanted) add();
      atWork = threads.slice(0, wanted);
      for (const { worker } of atWork) worker.postMessage(task);
    },
    finish: () => Promise.all(atWork.map(({ result }) => result)),
    stop: () => {
      for (const { worker } of threads) void worker.terminate();
    },
  };
}

function startThread(workerData: ThreadStart, tell: (done: number) => void) {
  const worker = new Worker(join(import.meta.dirname, 'make-thread.ts'), {
    workerData,
    // Half of what V8 takes by itself: at five thousand claims the build needs a sixth less memory, and no more time.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
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
  return { worker, indexed: indexed.promise, result: result.promise };
}
