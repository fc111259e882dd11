import { buildSite } from './build-site.ts';
import { run } from './run.ts';

/** `npm run build`: the site in `dist/`, or every reason why not and the last one untouched. */
await run(async () => {
  await buildSite();
  return 0;
});
