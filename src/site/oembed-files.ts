import { oEmbed } from '../core/exports/embed.ts';
import type { ExportFile } from '../core/exports/files.ts';
import type { Library } from '../core/model/library.ts';
import { shownCard } from './cards/plan.ts';
import { embeddable } from './embeddable.ts';
import type { LoadedLibrary } from './library.ts';
import { embedded } from './shared-texts.ts';
import { typographic } from './typographic.ts';

/** What an oEmbed consumer is answered with for each address of a claim, by path below the base of the site. */
export function oEmbedFiles({ library: listed, routes }: LoadedLibrary): ReadonlyMap<string, ExportFile> {
  const answerFor = (id: string, library: Library) => {
    const { site, claims, facts, formerIds } = library;
    const name = typographic(site.title, site.language);
    const to = formerIds.get(id)?.to ?? id;
    return oEmbed(embedded(id, to, library, routes), {
      site: name,
      home: routes.absolute('/'),
      author: (claims.get(to) ?? facts.get(to))?.review.meta.author ?? name,
      picture: shownCard(library, routes, `/claims/${id}/`)?.address,
    });
  };
  return new Map(
    [...embeddable(listed).keys()].map((id) => [
      decodeURIComponent(routes.oEmbed(id).slice(routes.base.length)),
      (library) => JSON.stringify(answerFor(id, library)),
    ]),
  );
}
