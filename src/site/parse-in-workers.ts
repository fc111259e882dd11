import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ContentFiles, type Parsed, parseReviews } from '../core/library/create-library.ts';
import { createRoutes } from '../core/model/routes.ts';
import { createHighlight } from './highlight.ts';

/** What a worker is given: a share of a folder, and where its pages will be. */
export interface ParseTask {
  readonly content: ContentFiles;
  readonly siteUrl: string;
  readonly base: string;
}

/** Below this many characters a second thread costs more than it saves. */
const worthIt = 1_000_000;

/**
 * Parses the reviews of a folder, a large one on all cores. The share of this thread is parsed by `parseOwn`. The answer is
 * that of `parseReviews`, in the same order.
 */
export async function parseInWorkers(
  { content, siteUrl, base }: ParseTask,
  parseOwn: (content: ContentFiles) => readonly Parsed[],
): Promise<readonly Parsed[]> {
  const size = content.reviews.reduce((sum, { value }) => sum + value.length, 0);
  const threads = Math.min(availableParallelism(), 8, content.reviews.length);
  if (size < worthIt || threads < 2) return parseOwn(content);
  // Dealt out like cards, so that every share has its part of the long reviews.
  const [own, ...others] = Array.from({ length: threads }, (_, thread) => ({
    content: { ...content, reviews: content.reviews.filter((_review, index) => index % threads === thread), pages: [] },
    siteUrl,
    base,
  }));
  const underWay = others.map(parseInWorker);
  const answers = [own ? parseOwn(own.content) : [], ...(await Promise.all(underWay))];
  return content.reviews.flatMap((_, index) => answers[index % threads]?.[Math.floor(index / threads)] ?? []);
}

/** What each of the other threads does with its share. */
export async function parseShare({ content, siteUrl, base }: ParseTask): Promise<readonly Parsed[]> {
  return parseReviews(content, { routes: createRoutes(siteUrl, base), highlight: await createHighlight(content) });
}

function parseInWorker(task: ParseTask): Promise<readonly Parsed[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'parse-worker.ts'), {
      workerData: task,
      // Trees live for one review: with room for them, the collector has a quarter less to do.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that parses reviews ended with code ${code}`)));
  });
}
