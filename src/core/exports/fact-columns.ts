import type { Fact, Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { stances } from '../model/vocabulary.ts';
import { changesOf } from './changes.ts';
import { commonEra } from './claim-columns.ts';
import { firstDay } from './iso-date.ts';
import type { Column } from './table.ts';

/** The columns of `facts.json` and `facts.csv`. */
export function factColumns(library: Library, routes: Routes) {
  return [
    { name: 'id', type: 'id', required: true, of: ({ id }) => id },
    { name: 'url', type: 'uri', required: true, of: ({ id }) => routes.whole(routes.fact(id)) },
    {
      name: 'annotation',
      type: 'uri',
      required: true,
      of: ({ id }) => routes.whole(routes.annotation('fact', id)),
    },
    { name: 'review', type: 'id', required: true, of: ({ review }) => review.slug },
    { name: 'number', type: 'integer', required: true, of: ({ number }) => number },
    { name: 'summary', type: 'text', required: true, of: ({ summary }) => summary.text },
    { name: 'text', type: 'text', required: true, of: ({ body }) => body.text },
    { name: 'when', type: 'edtf', of: ({ when }) => when?.edtf },
    { name: 'whenFirst', type: 'date', of: ({ when }) => commonEra(when?.first) },
    { name: 'whenLast', type: 'date', of: ({ when }) => commonEra(when?.last) },
    { name: 'about', type: 'ids', of: ({ about }) => about.map(({ id }) => id) },
    ...stances.map((stance) => ({
      name: stance,
      type: 'ids' as const,
      of: ({ bearings }: Fact) => bearings.filter((one) => one.stance === stance).map(({ claim }) => claim.id),
    })),
    { name: 'sources', type: 'ids', required: true, of: ({ sources }) => sources.map(({ key }) => key) },
    { name: 'was', type: 'ids', of: ({ was }) => was },
    { name: 'passages', type: 'texts', of: ({ passages }) => passages.map(({ quote }) => quote.exact) },
    { name: 'revision', type: 'integer', of: ({ id }) => library.revision(id) },
    { name: 'published', type: 'date', of: (fact) => firstDay(changesOf(fact, library).published) },
    { name: 'modified', type: 'date', of: (fact) => firstDay(changesOf(fact, library).modified) },
  ] satisfies Column<Fact>[];
}
