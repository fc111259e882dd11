import type { APIRoute } from 'astro';
import { oEmbed } from '../../../core/exports/embed.ts';
import { shownCard } from '../../../site/cards/plan.ts';
import { embeddable } from '../../../site/embeddable.ts';
import { loadLibrary } from '../../../site/library.ts';
import { embeddedClaim } from '../../../site/shared-texts.ts';
import { typographic } from '../../../site/typographic.ts';

export async function getStaticPaths() {
  const { library } = await loadLibrary();
  return [...embeddable(library)].map(([id, to]) => ({ params: { id }, props: { to } }));
}

export const GET: APIRoute<{ to: string }> = async ({ props: { to } }) => {
  const { library, routes } = await loadLibrary();
  const { site } = library;
  const name = typographic(site.title, site.language);
  const answer = oEmbed(embeddedClaim(to, library, routes), {
    site: name,
    home: routes.absolute('/'),
    author: library.claims.get(to)?.review.meta.author ?? name,
    picture: shownCard(library, routes, `/claims/${to}/`)?.address,
  });
  return new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
