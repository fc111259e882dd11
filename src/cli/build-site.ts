import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { build } from 'astro';
import { areTooMany, veryMany } from '../site/cards/plan.ts';
import { writeCards } from '../site/cards/write-cards.ts';
import { loadLibrary } from '../site/library.ts';
import { writePictures } from '../site/pictures/write-pictures.ts';
import { readSettings } from '../site/settings.ts';
import { startStage, timed, writeStageTimes } from '../site/stage-times.ts';
import { count, countsAsText } from './counts.ts';
import { createRunDir, healOutput, outputDir, projectDir, replaceOutput } from './output.ts';
import { createProgress } from './progress.ts';
import { startRenderThreads } from './render-threads.ts';
import { renderedPages } from './rendered-pages.ts';
import { reportOn } from './report-on.ts';

/**
 * Checks the content, builds the site and puts it in the place of the last one. Whatever fails, it throws and the last one
 * stays as it was; content with errors throws the report.
 */
export async function buildSite(): Promise<void> {
  const started = performance.now();
  // Left alone, V8 lets the heap of a large site grow to several times what is in use before it clears it.
  setFlagsFromString('--heap-growing-percent=20');
  const progress = createProgress(process.stdout);
  const { contentDir } = readSettings();
  const dist = outputDir(contentDir);
  healOutput(dist);
  const loaded = await loadLibrary();
  const { library, messages } = loaded;
  if (messages.length > 0) process.stderr.write(reportOn(process.stderr, loaded));
  progress.say(`Building ${countsAsText(library)} …`);
  const runDir = createRunDir();
  const rendered: number[] = [];
  const tell = (thread: number, pages: number) => {
    rendered[thread] = pages;
    progress.show(`Rendering: ${count(sum(rendered), 'page')} …`);
  };
  const threads = startRenderThreads(library, loaded.reading, tell);
  const drawing = join(runDir, 'cards');
  // Cards are drawn on threads of their own: what one core is left while pages are bundled and rendered is theirs.
  const cards = timed('cards', () =>
    writeCards(loaded, drawing, ({ done, all, drawn }) => {
      progress.show(`Drawing: ${count(done, 'card')} of ${all}, ${drawn} new …`);
    }),
  );
  cards.catch(() => {}); // it is reported where it is waited for
  try {
    const built = join(runDir, 'site');
    let stop = () => {};
    progress.show('Bundling …');
    await build({
      root: projectDir,
      outDir: built,
      cacheDir: join(runDir, 'cache'),
      // Astro warns of each collection with nothing in it, which on a young site is nothing to warn of.
      logLevel: [library.reviews, library.claims, library.facts, library.people, library.sources].some(
        ({ size }) => size === 0,
      )
        ? 'error'
        : 'warn',
      integrations: [
        renderedPages({
          threads,
          tell: (pages) => tell(0, pages),
          started: () => {
            stop = startStage('pages');
          },
          finished: () => stop(),
        }),
      ],
    });
    progress.say(`Rendered ${count(sum(rendered), 'page')}, finishing …`);
    const { all, drawn } = await cards;
    if (all > 0) renameSync(join(drawing, 'cards'), join(built, 'cards'));
    progress.say(`Drew ${count(drawn, 'card')} anew of ${all}`);
    if (areTooMany(library)) {
      progress.say(
        `Of more than ${veryMany} claims and facts none has a card of its own, unless site.yaml says cards: all`,
      );
    }
    const pictures = await writePictures(loaded, contentDir, built, ({ done, all, made }) => {
      progress.show(`Pictures: ${count(done, 'file')} of ${all}, ${made} new …`);
    });
    if (pictures.all > 0) progress.say(`Made ${count(pictures.made, 'picture')} anew of ${pictures.all}`);
    replaceOutput(built, dist);
  } finally {
    threads.stop();
    progress.stop();
    await cards.catch(() => {}); // what is still being drawn is drawn into the folder that goes now
    rmSync(runDir, { recursive: true, force: true });
  }
  writeStageTimes();
  progress.say(`Built ${dist} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
