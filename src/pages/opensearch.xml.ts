import type { APIRoute } from 'astro';
import { openSearchDescription } from '../core/exports/open-search.ts';
import { loadLibrary } from '../site/library.ts';

export const GET: APIRoute = async () => {
  const { library, routes } = await loadLibrary();
  return new Response(openSearchDescription(library.site, routes), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
