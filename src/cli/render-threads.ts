import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Library } from '../core/model/library.ts';
import type { Reading } from '../site/library.ts';

/** What a thread is started with. */
export interface ThreadStart {
  readonly reading: Reading;
}

/** What it is told when the pages are known, and the program that renders them is there. */
export interface RenderTask {
  /** The module Astro has made of all pages. */
  readonly program: string;
  /** The styles of each route, by the names under which Astro's own renderer looks for them. */
  readonly styles: ReadonlyMap<string, RouteStyles>;
  readonly origin: string;
  readonly base: string;
  readonly folder: string;
  readonly pages: readonly RenderedPage[];
  /** For each page, whether somebody has taken it: 0 or 1. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export interface RouteStyles {
  readonly styles: readonly unknown[];
}

export interface RenderedPage {
  readonly path: string;
  readonly route: string;
  readonly component: string;
}

/** What a thread says: how many pages it has rendered, or what went wrong; at last, that no page is left. */
export type ThreadNews = { readonly rendered: number } | { readonly failure: string } | { readonly done: true };

/** The threads beside this one that render pages. */
export interface RenderThreads {
  readonly start: (task: RenderTask) => void;
  /** Waits until all pages they have taken are written. Throws what the first of them failed with. */
  readonly finish: () => Promise<void>;
  readonly stop: () => void;
}

/** To make the library once more takes a thread as long as it takes to render some hundred pages. */
const worthAThread = 300;

/**
 * Starts a thread for every other core where there are pages enough, or as many as `BUILD_THREADS` says, this one included.
 * Each makes the library for itself, of the same texts: what is changed on the disk meanwhile is seen by none.
 */
export function startRenderThreads(
  { claims, facts }: Library,
  reading: Reading,
  tell: (thread: number, rendered: number) => void,
): RenderThreads {
  const useful = Math.min(availableParallelism(), 8, Math.floor((claims.size + facts.size) / worthAThread));
  const others = Math.max(1, Number(process.env['BUILD_THREADS']) || useful) - 1;
  const threads = Array.from({ length: others }, (_, index) =>
    startThread({ reading }, (rendered) => tell(index + 1, rendered)),
  );
  return {
    start: (task) => {
      for (const { worker } of threads) worker.postMessage(task);
    },
    finish: async () => {
      await Promise.all(threads.map(({ done }) => done));
    },
    stop: () => {
      for (const { worker } of threads) void worker.terminate();
    },
  };
}

function startThread(workerData: ThreadStart, tell: (rendered: number) => void) {
  const worker = new Worker(join(import.meta.dirname, 'render-thread.ts'), {
    workerData,
    // Half of what V8 takes by itself: at five thousand claims the build needs a sixth less memory, and no more time.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
  const done = new Promise<void>((resolve, reject) => {
    worker.on('message', (news: ThreadNews) => {
      if ('rendered' in news) tell(news.rendered);
      else if ('failure' in news) reject(new Error(news.failure));
      else resolve();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread that renders pages ended with code ${code}`)));
  });
  done.catch(() => {}); // it is reported where it is waited for
  return { worker, done };
}
