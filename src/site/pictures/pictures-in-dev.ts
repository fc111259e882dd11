import { readFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { keptFiles } from '../kept-files.ts';
import { loadLibrary } from '../library.ts';
import { readSettings } from '../settings.ts';
import { makePicture } from './make-picture.ts';
import { plannedPictures } from './plan.ts';

/** Lets the dev server make a picture when it is asked for; a build calls `writePictures`. */
export function picturesInDev(): AstroIntegration {
  return {
    name: 'pictures-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const asked = /\/(_astro\/[^/]+\.(avif|webp|jpg|png))$/.exec(pathname)?.[1];
          if (asked === undefined) return next();
          try {
            const { library, routes } = await loadLibrary();
            const picture = plannedPictures(library, routes).find(({ path }) => path === asked);
            if (!picture) return next();
            const { path } = await makePicture(picture, readSettings().contentDir, keptFiles('pictures'));
            response.setHeader('Content-Type', `image/${picture.rendition.format}`);
            response.end(await readFile(path));
          } catch (error) {
            next(error);
          }
        });
      },
    },
  };
}
