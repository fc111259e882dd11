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
}

/** What it is told when it is known what to make, and the program that renders pages is there. */
export interface ThreadTask extends MakeTask {
  readonly bundle: Bundle;
}

/** What a thread has made, and what the numbers it gives stand for. */
export interface ThreadResult extends MadeOutputs {
  readonly things: ReadonlyMap<number, ReadThing>;
}

/** What a thread says: how many outputs it has made, or what went wrong; at last, what it has made. */
export type ThreadNews = { readonly done: number } | { readonly failure: string } | { readonly result: ThreadResult };

/** The threads beside this one that make outputs. */
export interface Threads {
  readonly start: (task: ThreadTask) => void;
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
 * Starts threads beside this one. Each makes the library for itself, of the same texts: what is changed on the disk
 * meanwhile is seen by none.
 */
export function startThreads(others: number, reading: Reading, tell: (thread: number, done: number) => void): Threads {
  const threads = Array.from({ length: others }, (_, index) =>
    startThread({ reading }, (done) => tell(index + 1, done)),
  );
  return {
    start: (task) => {
      for (const { worker } of threads) worker.postMessage(task);
    },
    finish: () => Promise.all(threads.map(({ result }) => result)),
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
  const result = new Promise<ThreadResult>((resolve, reject) => {
    worker.on('message', (news: ThreadNews) => {
      if ('done' in news) tell(news.done);
      else if ('failure' in news) reject(new Error(news.failure));
      else resolve(news.result);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread that makes pages ended with code ${code}`)));
  });
  result.catch(() => {}); // it is reported where it is waited for
  return { worker, result };
}
