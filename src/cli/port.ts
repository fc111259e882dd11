import { unusable } from '../site/settings.ts';

/** The port asked for with `PORT`, or undefined where none is. */
export function portAskedFor(environment: NodeJS.ProcessEnv = process.env): number | undefined {
  const given = environment['PORT'];
  if (!given) return undefined;
  const port = Number(given);
  if (/^\d+$/.test(given) && port > 0 && port < 65_536) return port;
  throw unusable('PORT', given, 'a number from 1 to 65535');
}
