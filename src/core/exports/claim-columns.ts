import type { Claim, Library } from '../model/library.ts';
import { partKinds } from '../model/references.ts';
import type { Routes } from '../model/routes.ts';
import { confidences, departures, effects, type Stance } from '../model/vocabulary.ts';
import { reviewerOf } from './agents.ts';
import { changesOf } from './changes.ts';
import { firstDay } from './iso-date.ts';
import type { Column } from './table.ts';

/** The columns of `claims.json` and `claims.csv`. */
export function claimColumns(library: Library, routes: Routes) {
  const { site, verdicts } = library;
  return [
    { name: 'id', type: 'id', required: true, of: ({ id }) => id },
    { name: 'url', type: 'uri', required: true, of: ({ id }) => routes.whole(routes.claim(id)) },
    {
      name: 'annotation',
      type: 'uri',
      required: true,
      of: ({ id }) => routes.whole(routes.annotation('claim', id)),
    },
    { name: 'review', type: 'id', required: true, of: ({ review }) => review.slug },
    { name: 'number', type: 'integer', required: true, of: ({ number }) => number },
    { name: 'work', type: 'id', required: true, of: ({ work }) => work.id },
    { name: 'by', type: 'id', required: true, of: ({ by }) => by.person?.id ?? by.role },
    { name: 'speaker', type: 'text', required: true, of: speaker },
    { name: 'statement', type: 'text', required: true, of: ({ statement }) => statement.text },
    { name: 'detail', type: 'text', of: ({ detail }) => detail?.text },
    { name: 'verdict', type: 'id', required: true, oneOf: [...verdicts.keys()], of: ({ verdict }) => verdict.id },
    { name: 'verdictLabel', type: 'text', required: true, of: ({ verdict }) => verdict.label },
    { name: 'rating', type: 'number', of: ({ verdict }) => verdict.rating },
    { name: 'confidence', type: 'id', required: true, oneOf: confidences, of: ({ confidence }) => confidence },
    { name: 'departures', type: 'ids', oneOf: departures, of: (claim) => claim.departures },
    { name: 'partKind', type: 'id', oneOf: partKinds, of: ({ part }) => part?.kind },
    { name: 'part', type: 'id', of: ({ part }) => part?.id },
    { name: 'partTitle', type: 'text', of: ({ part }) => part?.title },
    { name: 'at', type: 'text', of: ({ at }) => at },
    { name: 'page', type: 'text', of: ({ page }) => page },
    { name: 'version', type: 'id', of: ({ version }) => version?.id },
    { name: 'when', type: 'edtf', of: ({ when }) => when?.edtf },
    { name: 'whenFirst', type: 'date', of: ({ when }) => commonEra(when?.first) },
    { name: 'whenLast', type: 'date', of: ({ when }) => commonEra(when?.last) },
    { name: 'about', type: 'ids', of: ({ about }) => about.map(({ id }) => id) },
    { name: 'topics', type: 'ids', of: ({ topics }) => topics },
    ...effects.map((effect) => ({
      name: effect,
      type: 'ids' as const,
      of: (claim: Claim) => claim.effects[effect].map(({ id }) => id),
    })),
    { name: 'passages', type: 'texts', of: ({ passages }) => passages.map(({ quote }) => quote.exact) },
    { name: 'refutedBy', type: 'ids', of: factsThat('refutes') },
    { name: 'supportedBy', type: 'ids', of: factsThat('supports') },
    { name: 'qualifiedBy', type: 'ids', of: factsThat('qualifies') },
    { name: 'sources', type: 'ids', of: ({ sources }) => sources.map(({ key }) => key) },
    { name: 'see', type: 'ids', of: ({ see }) => see.map(({ id }) => id) },
    { name: 'same', type: 'ids', of: ({ same }) => same.map(({ id }) => id) },
    { name: 'question', type: 'id', of: ({ question }) => question?.id },
    { name: 'was', type: 'ids', of: ({ was }) => was },
    { name: 'revision', type: 'integer', of: ({ id }) => library.revision(id) },
    { name: 'published', type: 'date', of: (claim) => firstDay(changesOf(claim, library).published) },
    { name: 'modified', type: 'date', of: (claim) => firstDay(changesOf(claim, library).modified) },
  ] satisfies Column<Claim>[];

  /** Who speaks, by name: the title of the work, the author of the review, or the person. */
  function speaker({ by, work, review }: Claim): string {
    if (by.role === 'person') return by.person.name;
    return by.role === 'work' ? work.title : reviewerOf(review, site).name;
  }
}

/** Dates that the formats for machines can hold: four digits of the year. */
export function commonEra(day: string | undefined): string | undefined {
  return day !== undefined && /^\d{4}-/.test(day) ? day : undefined;
}

function factsThat(stance: Stance) {
  return ({ evidence }: Claim) => evidence.filter((one) => one.stance === stance).map(({ fact }) => fact.id);
}
