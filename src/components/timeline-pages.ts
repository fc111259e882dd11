import { yearOf } from '../core/model/date.ts';
import type { TimelineList } from '../core/model/routes.ts';
import { decadeId } from './claim-lists.ts';
import { pageSize } from './shared-pages.ts';
import { byYear, type TimelineEntry } from './timeline.ts';

/** A page of a record, with all it shows: whoever is given it need not look at the rest of the record. */
export type TimelinePage = RecordPage | DecadePage;

/** A record that is no longer than lists are on a page, or what a longer one begins with. */
export interface RecordPage {
  readonly kind: 'record';
  /** Whether the rest stands on the pages of decades. */
  readonly isCut: boolean;
  /** How a record that is cut falls into decades; on its first page. */
  readonly decades: readonly DecadeCounts[];
  /** All entries; of a record that is cut those that are dated otherwise. */
  readonly entries: readonly TimelineEntry[];
  /** Of a record that is cut: where the years of these entries stand with all that is recorded of them. */
  readonly years: readonly YearPlace[];
  /** What is dated otherwise goes on over several pages where it is much. */
  readonly page: number;
  readonly last: number;
}

/** What is recorded of a decade, or of some of its years. */
export interface DecadePage extends DecadePlace {
  readonly kind: 'decade';
  readonly entries: readonly TimelineEntry[];
  readonly counts: DecadeCounts;
  /** All years of the decade. */
  readonly years: readonly YearPlace[];
  readonly earlier: DecadePlace | undefined;
  readonly later: DecadePlace | undefined;
}

/** A page of a decade, by its first year; `undefined` is that of dates which are open at both ends. */
export interface DecadePlace {
  readonly decade: number | undefined;
  readonly page: number;
}

export interface YearPlace extends DecadePlace {
  readonly year: number | undefined;
}

/** How many facts fall into a decade, and of how many of them a claim gives another date. */
export interface DecadeCounts {
  readonly decade: number | undefined;
  readonly facts: number;
  readonly otherwise: number;
}

/** The pages of a record. One that is longer than lists are on a page is cut by decade. */
export function timelinePages(record: readonly TimelineEntry[]): TimelinePage[] {
  if (record.length <= pageSize) {
    return [{ kind: 'record', isCut: false, decades: [], entries: record, years: [], page: 1, last: 1 }];
  }
  const decades = [...Map.groupBy(record, ({ when }) => decadeOf(yearOf(when)))].map(([decade, entries]) => ({
    counts: { decade, facts: entries.length, otherwise: entries.filter(isDatedOtherwise).length },
    pages: cutByYear(entries),
  }));
  const inDecades = decades.flatMap(({ counts, pages }) =>
    pages.map((entries, index) => ({ decade: counts.decade, page: index + 1, entries, counts })),
  );
  const years = firstPlaces(inDecades);
  const otherwise = cutByYear(record.filter(isDatedOtherwise));
  return [
    ...(otherwise.length > 0 ? otherwise : [[]]).map((entries, index, { length }): RecordPage => {
      const shown = byYear(entries);
      return {
        kind: 'record',
        isCut: true,
        decades: index === 0 ? decades.map(({ counts }) => counts) : [],
        entries,
        years: years.filter(({ year }) => shown.has(year)),
        page: index + 1,
        last: length,
      };
    }),
    ...inDecades.map(
      (one, index): DecadePage => ({
        kind: 'decade',
        ...one,
        years: years.filter(({ decade }) => decade === one.decade),
        earlier: placeOf(inDecades[index - 1]),
        later: placeOf(inDecades[index + 1]),
      }),
    ),
  ];
}

/** The list that stands on a page of the record beside all works or one. */
export function listOn(work: string | undefined, place: DecadePlace): TimelineList {
  return { work, decade: place.decade === undefined ? 'undated' : decadeId(place.decade), page: place.page };
}

/** The decade of a year, by its first one. */
export function decadeOf(year: number | undefined): number | undefined {
  return year === undefined ? undefined : Math.floor(year / 10) * 10;
}

/** Whole years, as many as lists have room for on a page; only a year that is longer than that goes over several. */
function cutByYear(entries: readonly TimelineEntry[]): TimelineEntry[][] {
  const pages: TimelineEntry[][] = [];
  for (const year of byYear(entries).values()) {
    const last = pages.at(-1);
    if (last && last.length + year.length <= pageSize) last.push(...year);
    else for (let from = 0; from < year.length; from += pageSize) pages.push(year.slice(from, from + pageSize));
  }
  return pages;
}

/** Where each year begins. */
function firstPlaces(pages: readonly Pick<DecadePage, 'decade' | 'page' | 'entries'>[]): YearPlace[] {
  const places = new Map<number | undefined, YearPlace>();
  for (const { decade, page, entries } of pages) {
    for (const year of byYear(entries).keys()) if (!places.has(year)) places.set(year, { year, decade, page });
  }
  return [...places.values()];
}

function isDatedOtherwise({ told }: TimelineEntry): boolean {
  return told.length > 0;
}

function placeOf(page: DecadePlace | undefined): DecadePlace | undefined {
  return page && { decade: page.decade, page: page.page };
}
