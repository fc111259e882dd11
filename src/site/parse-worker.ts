import { parentPort, workerData } from 'node:worker_threads';
import { parseReviews } from '../core/library/create-library.ts';
import { createRoutes } from '../core/model/routes.ts';
import { createHighlight } from './highlight.ts';
import type { ParseTask } from './parse-in-workers.ts';

/** A thread of `parseInWorkers`: parses its share and answers with it. */
const { content, siteUrl, base } = workerData as ParseTask; // what the other side sends
const routes = createRoutes(siteUrl, base);
parentPort?.postMessage(parseReviews(content, { routes, highlight: await createHighlight(content) }));
