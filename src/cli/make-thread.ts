import { parentPort } from 'node:worker_threads';
import { libraryOf } from '../site/library.ts';
import { readSettings } from '../site/settings.ts';
import { unpacked } from './kept-parses.ts';
import { type MakeTask, makeOutputs } from './make-outputs.ts';
import type { ThreadNews, ThreadOrder, ThreadResult } from './make-threads.ts';
import { createMaker, type Maker, thingsRead } from './outputs.ts';

/* A thread of `makeThreads`: takes outputs from the end of the list while the first thread takes them from its beginning. */

let maker: Promise<Maker> | undefined;
parentPort?.on('message', async (order: ThreadOrder) => {
  try {
    if ('bundle' in order) maker = makerOf(order);
    else if (maker) say({ result: await make(await maker, order.task) });
    await maker;
  } catch (error) {
    say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

async function makerOf({ reading, bundle }: Extract<ThreadOrder, { readonly bundle: unknown }>): Promise<Maker> {
  const loaded = await libraryOf({ ...reading, parsed: unpacked(reading.parsed) }, readSettings());
  return createMaker(loaded).withPages(bundle);
}

async function make(maker: Maker, task: MakeTask): Promise<ThreadResult> {
  const result = await makeOutputs(maker, task, 'last', (done) => say({ done }));
  return { ...result, things: thingsRead(maker.noted, result.made) };
}

function say(news: ThreadNews): void {
  parentPort?.postMessage(news);
}
