import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ContentError } from '../site/content-error.ts';
import { readSettings } from '../site/settings.ts';
import { outputDir } from './output.ts';
import { portAskedFor } from './port.ts';
import { run } from './run.ts';
import { type ServedSite, serve } from './serve.ts';

/** `npm start`: the site, built and served on this machine until it is stopped. */
await run(async () => {
  const firstPort = portAskedFor() ?? 4321;
  const { contentDir, base } = readSettings();
  const dist = outputDir(contentDir);
  // In a process of its own, so that what a build needs is not kept while the site is served.
  const build = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
  if (build.status !== 0) return 1;
  const { url } = await serveOnFreePort(dist, base, firstPort, firstPort + 100);
  process.stdout.write(`Read it at ${url}  (Ctrl+C stops)\n`);
  return 0;
});

/** The first port nobody uses. */
async function serveOnFreePort(dir: string, base: string, port: number, lastPort: number): Promise<ServedSite> {
  try {
    return await serve(dir, base, port);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (isTaken && port < lastPort) return serveOnFreePort(dir, base, port + 1, lastPort);
    throw new ContentError(`The site is built, but cannot be served on port ${port}: ${String(error)}`);
  }
}
