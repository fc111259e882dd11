import { buildSite } from './build-site.ts';
import { run } from './run.ts';
import { type ServedSite, serve } from './serve.ts';

const firstPort = Number(process.env['PORT'] || 4321);

/** `npm start`: the site, built and served on this machine until it is stopped. */
await run(async () => {
  const { dir, base } = await buildSite();
  const { url } = await serveOnFreePort(dir, base, firstPort);
  process.stdout.write(`Read it at ${url}  (Ctrl+C stops)\n`);
  return 0;
});

/** The port asked for, or the next one nobody uses. */
async function serveOnFreePort(dir: string, base: string, port: number): Promise<ServedSite> {
  try {
    return await serve(dir, base, port);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || port >= firstPort + 100) throw error;
    return serveOnFreePort(dir, base, port + 1);
  }
}
