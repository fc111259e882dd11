import { dev } from 'astro';
import { projectDir } from './output.ts';
import { portAskedFor } from './port.ts';
import { run } from './run.ts';

// Before Astro looks: it says something on its first start otherwise.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';

/** `npm run dev`: the site while it is being written; each page reloads when the content or a component changes. */
await run(async () => {
  const port = portAskedFor();
  await dev({ root: projectDir, ...(port && { server: { port } }) });
  return 0;
});
