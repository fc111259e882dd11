import { startThreads } from './make-threads.ts';
import { run } from './run.ts';

/** `npm run build`: the site in `dist/`, or every reason why not and the last one untouched. */
await run(async () => {
  const threads = startThreads(); // before the rest of the program is loaded here, which takes as long there
  try {
    const { buildSite } = await import('./build-site.ts');
    await buildSite(threads);
  } finally {
    await threads.stop();
  }
  return 0;
});
