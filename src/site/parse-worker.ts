import { parentPort, workerData } from 'node:worker_threads';
import { type ParseTask, parseShare } from './parse-in-workers.ts';

/** A thread of `parseInWorkers`: parses its share and answers with it. */
parentPort?.postMessage(await parseShare(workerData as ParseTask)); // what the other side sends
