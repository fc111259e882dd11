import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { areTooMany, veryMany } from '../site/cards/plan.ts';
import { writeCards } from '../site/cards/write-cards.ts';
import { parseContent, withoutErrors } from '../site/library.ts';
import { writePictures } from '../site/pictures/write-pictures.ts';
import { readSettings } from '../site/settings.ts';
import { addToStage, timed, writeStageTimes } from '../site/stage-times.ts';
import { createBundler, sourcesKey } from './bundle.ts';
import { copyFolder } from './copy-folder.ts';
import { count, countsAsText } from './counts.ts';
import type { Indexer } from './indexer.ts';
import { parserWithMemory } from './kept-parses.ts';
import { describeSite, rememberSite, sameFiles } from './kept-site.ts';
import { takeOut } from './link-file.ts';
import { linkFiles } from './link-files.ts';
import { type MakeTask, makeOutputs, nothingMade, together } from './make-outputs.ts';
import { makeThreads, usefulThreads } from './make-threads.ts';
import { beginSite, bringUpToDate, type Change, isWorthKeeping, keepForNext } from './next-site.ts';
import { createRunDir, healOutput, outputDir, removeBehind, replaceOutput } from './output.ts';
import { createMaker, type Maker, thingsRead } from './outputs.ts';
import { createProgress } from './progress.ts';
import { reportOn } from './report-on.ts';
import { lastBuild } from './site-record.ts';

/**
 * Checks the content, builds the site and puts it in the place of the last one. Whatever fails, it throws and the last one
 * stays as it was; content with errors throws the report. What the last site has and this one would have just so is not made
 * again.
 */
export async function buildSite(indexer: Indexer): Promise<void> {
  const started = performance.now();
  const progress = createProgress(process.stdout);
  const settings = readSettings();
  const { contentDir } = settings;
  const dist = outputDir(contentDir);
  healOutput(dist);
  const sources = sourcesKey(settings);
  const last = lastBuild(dist, sources);
  if (last) makeHaste(true); // as long as it is not known that much is to be made
  const parser = parserWithMemory(dist, sources);
  const runDir = createRunDir();
  const bundler = createBundler(sources, runDir);
  const site = join(runDir, 'site');
  const begun = beginSite(site, dist, last);
  let isAsBegun = true;
  const lastSite = last && { from: dist, to: site, finished: last.finished, begun };
  const linking = lastSite && linkFiles(lastSite, last.known.files); // while the content is read, a core has little to do
  const done: number[] = [];
  const tell = (thread: number, outputs: number) => {
    done[thread] = outputs;
    progress.show(`Making: ${count(sum(done), 'file')} …`);
  };
  const threads = makeThreads();
  const close: (() => unknown)[] = [indexer.stop, threads.stop, bundler.stop, () => linking?.stop()];
  try {
    const parsed = await parseContent(settings, { parser });
    const { reading } = parsed;
    const loaded = withoutErrors(await parsed.library());
    const { library, messages } = loaded;
    const isKept = isWorthKeeping(library);
    const next = isKept && !last ? join(runDir, 'next') : undefined;
    isAsBegun = false; // the index is put there from now on
    const makeIndex = () => {
      const index = timed('index', () => indexer.make(loaded, { into: site, next, last: lastSite }));
      index.catch(() => {}); // it is reported where it is waited for
      return index;
    };
    const begunIndex = last && makeIndex(); // of a large site of which little has changed it takes longest
    if (messages.length > 0) process.stderr.write(reportOn(process.stderr, loaded, mostWarnings));
    progress.say(`Building ${countsAsText(library)} …`);
    const drawing = join(runDir, 'cards');
    // Cards are drawn on threads of their own: what one core is left while pages are bundled and rendered is theirs.
    const cards = timed('cards', () =>
      writeCards(loaded, drawing, ({ done, all, drawn }) => {
        progress.show(`Drawing: ${count(done, 'card')} of ${all}, ${drawn} new …`);
      }),
    );
    cards.catch(() => {}); // as above
    close.push(() => cards.catch(() => {})); // what is still being drawn is drawn into the folder that goes now

    progress.show('Preparing pages …');
    const taskOf = ({ outputs }: Maker): MakeTask => {
      return { folder: site, next, taken: new Int32Array(new SharedArrayBuffer(4 * outputs.length)) };
    };
    const first = createMaker(loaded);
    const bundling = bundler.bundleOf(library);
    // Astro leaves a core to itself: what needs no bundle is made meanwhile.
    const early = last
      ? nothingMade
      : await makeOutputs(first, taskOf(first), 'first', (made) => tell(0, made), settled(bundling));
    const bundle = await bundling;
    const prepareThreads = (pages: number) => {
      const others = usefulThreads(pages) - 1;
      if (others > 0) threads.prepare({ ...reading, parsed: parser.packed() }, bundle, others);
    };
    // Not before: Astro takes the more memory, the nearer it is to its end, and so does Pagefind; a library is large too.
    const index = begunIndex ?? makeIndex();
    if (!last) prepareThreads(library.claims.size + library.facts.size);
    const maker = await first.withPages(bundle);
    const { outputs, noted } = maker;
    const lost = new Set(await linking?.lost);
    const same = last ? sameFiles(last.known, outputs, noted).difference(lost) : new Set<string>();
    const gone = (last?.known.files ?? []).map(({ file }) => file).filter((file) => !same.has(file));
    takeOut(gone, site);
    const task = taskOf(maker);
    for (const [number, { file }] of outputs.entries()) if (same.has(file)) task.taken[number] = 1;
    for (const { output } of early.made) task.taken[output] = 1;
    if (last) {
      const stale = outputs.filter(({ kind, file }) => kind === 'page' && !same.has(file)).length;
      if (usefulThreads(stale) > 1) makeHaste(false);
      prepareThreads(stale);
    }
    threads.start(task, tell);
    copyFolder(bundle.files, site);
    parser.remember();
    const mine = await makeOutputs(maker, task, 'first', (made) => tell(0, early.made.length + made));
    const own = together(early, mine);
    const results = [{ ...own, things: thingsRead(noted, own.made) }, ...(await threads.finish())];
    for (const stage of ['pages', 'exports'] as const) addToStage(stage, sum(results.map(({ times }) => times[stage])));
    progress.say(`Made ${count(sum(results.map(({ made }) => made.length)), 'file')}, kept ${same.size}, finishing …`);

    const { all, drawn } = await cards;
    if (all > 0) renameSync(join(drawing, 'cards'), join(site, 'cards'));
    progress.say(`Drew ${count(drawn, 'card')} anew of ${all}`);
    if (areTooMany(library)) {
      progress.say(
        `Of more than ${veryMany} claims and facts none has a card of its own, unless site.yaml says cards: all`,
      );
    }
    const pictures = await writePictures(loaded, contentDir, site, ({ done, all, made }) => {
      progress.show(`Pictures: ${count(done, 'file')} of ${all}, ${made} new …`);
    });
    if (pictures.all > 0) progress.say(`Made ${count(pictures.made, 'picture')} anew of ${pictures.all}`);
    const remember = rememberSite(
      describeSite(outputs, results, noted, last && { known: last.known, files: same }),
      sources,
    );
    const found = await index;
    const before = replaceOutput(site, dist);
    const now = remember(dist);
    if (now && next !== undefined) keepForNext(next, dist, now);
    if (now && before !== undefined && last && isKept) {
      const made = results.flatMap(({ made }) => made.map(({ output }) => outputs[output]?.file ?? ''));
      const change: Change = {
        same: same.union(found.same),
        gone: [...gone, ...found.gone],
        made: [...made, ...found.made],
      };
      if (bringUpToDate(before, last, dist, change)) keepForNext(before, dist, now);
    }
    if (before !== undefined && existsSync(before)) removeBehind(before);
  } finally {
    progress.stop();
    for (const end of close) await end();
    if (begun === 'kept' && isAsBegun && last) keepForNext(site, dist, last);
    rmSync(runDir, { recursive: true, force: true });
  }
  writeStageTimes();
  progress.say(`Built ${dist} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * What little is made anew keeps both cores busy: V8 marks nothing beside it that the end of the process clears anyway, and
 * compiles less that would run for a moment only. Where much is made, both pay.
 */
function makeHaste(is: boolean): void {
  setFlagsFromString(is ? '--no-incremental-marking' : '--incremental-marking');
  setFlagsFromString(is ? '--efficiency-mode' : '--no-efficiency-mode');
}

/** A build goes on in spite of warnings, and what it says later is not to be lost behind thousands of them. */
const mostWarnings = 50;

/** Given when a promise is settled, either way. */
function settled(promise: Promise<unknown>): AbortSignal {
  const controller = new AbortController();
  const give = () => controller.abort();
  promise.then(give, give);
  return controller.signal;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
