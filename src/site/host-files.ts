import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { redirects } from '../core/exports/redirects.ts';
import { loadLibrary } from './library.ts';
import { headersFile } from './response-headers.ts';

/**
 * Writes `_headers` and `_redirects` into the built site, for the hosts that read them; Astro passes over pages whose name
 * begins like that.
 */
export function hostFiles(): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { library, routes } = await loadLibrary();
        await writeFile(fileURLToPath(new URL('_headers', dir)), headersFile(routes.base));
        const text = redirects(library, routes);
        if (text !== '') await writeFile(fileURLToPath(new URL('_redirects', dir)), text);
      },
    },
  };
}
