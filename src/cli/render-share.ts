import { build } from 'astro';
import { keepLibrary, libraryOf } from '../site/library.ts';
import { readSettings } from '../site/settings.ts';
import { projectDir } from './output.ts';
import type { ShareNews, ShareTask } from './page-shares.ts';
import { renderedPages } from './rendered-pages.ts';

/** A process of `startOtherShares`: renders its share of the pages into a folder of its own. */
process.once('message', async ({ reading, dir, cacheDir, share, of }: ShareTask) => {
  try {
    keepLibrary(libraryOf(reading, readSettings()));
    await build({
      root: projectDir,
      outDir: dir,
      cacheDir,
      logLevel: 'error',
      integrations: [renderedPages({ share, of, tell: (rendered) => say({ rendered }) })],
    });
  } catch (error) {
    say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.exitCode = 1;
  }
  process.disconnect();
});
process.once('disconnect', () => process.exit()); // nobody waits for the pages any more, or they are done

function say(news: ShareNews): void {
  process.send?.(news);
}
