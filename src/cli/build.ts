import { startIndexer } from './indexer.ts';
import { run } from './run.ts';

/** `npm run build`: the site in `dist/`, or every reason why not and the last one untouched. */
await run(async () => {
  const indexer = startIndexer(); // before the rest of the program is loaded here: its thread loads its own meanwhile
  try {
    const { buildSite } = await import('./build-site.ts');
    await buildSite(indexer);
  } finally {
    await indexer.stop();
  }
  return 0;
});
