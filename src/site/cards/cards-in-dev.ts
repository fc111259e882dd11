import { readFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { loadLibrary } from '../library.ts';
import { type CardStore, createCardStore } from './card-store.ts';
import { cardAt, pagesWithCards } from './plan.ts';

/** Lets the dev server draw a card when it is asked for; a build calls `writeCards`. */
export function cardsInDev(): AstroIntegration {
  let store: CardStore | undefined;
  return {
    name: 'cards-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          if (!/\/cards\/.+\.png$/.test(pathname)) return next();
          try {
            const { library, routes } = await loadLibrary();
            // Whether the base still stands before the path differs between Vite's middlewares.
            const isAsked = (page: string) => pathname.endsWith(routes.card(page).slice(routes.base.length - 1));
            const page = pagesWithCards(library).find(isAsked);
            const card = page === undefined ? undefined : cardAt(page, library);
            if (!card) return next();
            store ??= createCardStore();
            response.setHeader('Content-Type', 'image/png');
            response.end(await readFile((await store.get(card)).path));
          } catch (error) {
            next(error);
          }
        });
      },
    },
  };
}
