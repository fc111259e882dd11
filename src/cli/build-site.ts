import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { writeCards } from '../site/cards/write-cards.ts';
import { loadLibrary } from '../site/library.ts';
import { writePictures } from '../site/pictures/write-pictures.ts';
import { readSettings } from '../site/settings.ts';
import { startStage, timed, writeStageTimes } from '../site/stage-times.ts';
import { count, countsAsText } from './counts.ts';
import { createRunDir, healOutput, outputDir, projectDir, replaceOutput } from './output.ts';
import { createProgress, type Progress } from './progress.ts';
import { reportOn } from './report-on.ts';

/**
 * Checks the content, builds the site and puts it in the place of the last one. Whatever fails, it throws and the last one
 * stays as it was; content with errors throws the report.
 */
export async function buildSite(): Promise<void> {
  const started = performance.now();
  const progress = createProgress(process.stdout);
  const { contentDir } = readSettings();
  const dist = outputDir(contentDir);
  healOutput(dist);
  const loaded = await loadLibrary();
  const { library, messages } = loaded;
  if (messages.length > 0) process.stderr.write(reportOn(process.stderr, loaded));
  progress.say(`Building ${countsAsText(library)} …`);
  const runDir = createRunDir();
  try {
    const built = join(runDir, 'site');
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
      integrations: [showPages(progress)],
    });
    const { all, drawn } = await timed('cards', () =>
      writeCards(loaded, built, (cards) => {
        progress.show(`Drawing: ${count(cards.done, 'card')} of ${cards.all}, ${cards.drawn} new …`);
      }),
    );
    progress.say(`Drew ${count(drawn, 'card')} anew of ${all}`);
    const pictures = await writePictures(loaded, contentDir, built, ({ done, all, made }) => {
      progress.show(`Pictures: ${count(done, 'file')} of ${all}, ${made} new …`);
    });
    if (pictures.all > 0) progress.say(`Made ${count(pictures.made, 'picture')} anew of ${pictures.all}`);
    replaceOutput(built, dist);
  } finally {
    progress.stop();
    rmSync(runDir, { recursive: true, force: true });
  }
  writeStageTimes();
  progress.say(`Built ${dist} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Counts the pages as they are rendered. */
function showPages(progress: Progress): AstroIntegration {
  let rendered = 0;
  let stop: (() => void) | undefined;
  return {
    name: 'show-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        progress.show('Bundling …');
        setPrerenderer((astro) => ({
          ...astro,
          name: 'show-pages',
          render: (request, options) => {
            stop ??= startStage('pages');
            progress.show(`Rendering: ${count(++rendered, 'page')} …`);
            return astro.render(request, options);
          },
        }));
      },
      'astro:build:generated': () => {
        stop?.();
        progress.say(`Rendered ${count(rendered, 'page')}, finishing …`);
      },
    },
  };
}
