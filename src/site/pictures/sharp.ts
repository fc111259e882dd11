import { createRequire } from 'node:module';
import type sharpModule from 'sharp';

/**
 * The picture library, loaded when a picture is first looked at: it takes a while, and many sites have none. By `require`,
 * for Vite refuses `import()` in what the dev server's configuration has loaded once that is read.
 */
export function loadSharp(): typeof sharpModule {
  return require('sharp') as typeof sharpModule; // what it exports, being CommonJS
}

const require = createRequire(import.meta.url);
