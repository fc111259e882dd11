import type { APIRoute } from 'astro';
import { loadLibrary } from '../site/library.ts';
import { brandOnPlate } from '../site/own-colours.ts';

/** The wedge on the line, for the tab of a browser. */
export const GET: APIRoute = async () => {
  const { library } = await loadLibrary();
  const { paper, ink } = library.palette;
  const dark = `@media (prefers-color-scheme:dark){.p{fill:${paper.dark}}.i{fill:${ink.dark}}}`;
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -6 40 40"><style>.p{fill:${paper.light}}.i{fill:${ink.light}}${dark}</style><path class="p" d="M-4-6h40v40H-4z"/><path fill="${brandOnPlate(library.palette)}" d="M0 19 32 0v19z"/><path class="i" d="M0 22h32v6H0z"/></svg>\n`,
    { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } },
  );
};
