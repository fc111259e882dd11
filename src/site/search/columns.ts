import { compareDays } from '../../core/model/date.ts';
import { decadeInWords } from '../../core/model/date-in-words.ts';
import { type Departure, departures, type Effect, effects } from '../../core/model/vocabulary.ts';
import { type FacetName, facetNames } from '../../core/search/card.ts';
import type { ClaimRecord } from '../../core/search/claim-record.ts';
import { createColumn, type WrittenColumn, writeRows } from '../../core/search/column.ts';
import type { ColumnName } from '../../core/search/manifest.ts';
import type { Words } from '../text.ts';
import { type SearchNames, topicLabel } from './told-claims.ts';

/** What claims are narrowed, dated and sorted by, a row for each record in the given order. */
export function columnsOf(
  records: readonly ClaimRecord[],
  named: SearchNames,
  words: Words,
): [ColumnName, WrittenColumn][] {
  const labels: Record<FacetName, (id: string) => string> = {
    verdict: (id) => named.verdicts.get(id)?.label ?? id,
    speaker: (id) =>
      id === 'work' ? workSpeaker(named, words) : id === 'review' ? words.capital(words.theReview) : nameOf(named, id),
    work: (id) => named.works.get(id)?.title ?? id,
    person: (id) => nameOf(named, id),
    topic: (id) => topicLabel(id, named),
    departure: (id) => words.capital(departures.includes(id as Departure) ? words.departure[id as Departure] : id), // seen just now
    effect: (id) => (effects.includes(id as Effect) ? words.effect[id as Effect] : id), // seen just now
    decade: (id) => decadeInWords(Number.parseInt(id, 10), named.site.language),
  };
  const orders: Partial<Record<FacetName, readonly string[]>> = {
    verdict: [...named.verdicts.keys()],
    departure: departures,
    effect: effects,
    decade: [...new Set(records.flatMap((record) => record.facets.decade))].sort(
      (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
    ),
  };
  const facets = facetNames.map((name): [ColumnName, WrittenColumn] => {
    const column = createColumn(
      records.map((record) => record.facets[name]),
      labels[name],
      orders[name],
    );
    return [name, { values: column.values, rows: writeRows(column.rows) }];
  });
  const years = records.map((record) => record.years.flat());
  const evidence = records.map((record) => record.evidenceYears.flat());
  return [
    ...facets,
    ['years', { values: [], rows: writeRows(years) }],
    ['evidence', { values: [], rows: writeRows(evidence) }],
    ['date', { values: [], rows: writeRows(places(records.map((record) => record.date))) }],
    ['newest', { values: [], rows: writeRows(places(records.map((record) => record.published))) }],
  ];
}

/** The place of each key among all keys, from the earliest; none for those without a key. */
function places(keys: readonly (string | undefined)[]): number[][] {
  const sorted = [...new Set(keys)].filter((key) => key !== undefined).sort(compareDays);
  const place = new Map(sorted.map((key, index) => [key, index]));
  return keys.map((key) => (key === undefined ? [] : [place.get(key) ?? 0]));
}

/** What the works of this site are called when they speak; "The work" where they are of several kinds. */
function workSpeaker(named: SearchNames, words: Words): string {
  const kinds = new Set([...named.works.values()].map((work) => work.type));
  const [kind = 'CreativeWork'] = kinds;
  return words.capital(words.theWork(kinds.size === 1 ? kind : 'CreativeWork'));
}

function nameOf(named: SearchNames, id: string): string {
  return named.people.get(id)?.name ?? id;
}
