import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { redirects } from '../core/exports/redirects.ts';
import { loadLibrary } from './library.ts';

/** Writes `_redirects` into the built site; Astro passes over pages whose name begins like that. */
export function redirectsFile(): AstroIntegration {
  return {
    name: 'redirects-file',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { library, routes } = await loadLibrary();
        const text = redirects(library, routes);
        if (text !== '') await writeFile(fileURLToPath(new URL('_redirects', dir)), text);
      },
    },
  };
}
