import edtf, { type Extended } from 'edtf';

/** A date in EDTF (ISO 8601-2, levels 0 to 2), New Style, with the days between which it lies. */
export interface HistoricalDate {
  /** The string as the author wrote it. */
  readonly edtf: string;
  /** First and last day it may stand for, `YYYY-MM-DD`; none where it is open on that side. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

/**
 * The date a string stands for, or `undefined` when it is no date. Days that do not exist (29 February 1917) are none.
 * Source: Library of Congress, Extended Date/Time Format specification.
 */
export function parseDate(text: string): HistoricalDate | undefined {
  if (!dates.has(text)) dates.set(text, resolved(text));
  return dates.get(text);
}

const dates = new Map<string, HistoricalDate | undefined>();

function resolved(text: string): HistoricalDate | undefined {
  if (plain.test(text)) return plainDate(text);
  const extended = parsed(text);
  return extended && (seasonOf(text) ?? { edtf: text, first: day(extended.min), last: day(extended.max) });
}

/** A year, month or day by itself: nearly all dates are, and the grammar takes a hundred times as long for them. */
const plain = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

function plainDate(text: string): HistoricalDate | undefined {
  const [year = '', month, date] = text.split('-');
  if (!daysExist(text)) return undefined;
  if (date !== undefined) return { edtf: text, first: text, last: text };
  const end = new Date(`${year}-${month ?? '12'}-01T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + 1, 0);
  return { edtf: text, first: `${year}-${month ?? '01'}-01`, last: day(end.valueOf()) };
}

/** For sorting days, `YYYY-MM-DD`. Years before Christ have a minus, and as texts would run backwards. */
export function compareDays(a: string, b: string): number {
  return a.startsWith('-') || b.startsWith('-') ? Date.parse(a) - Date.parse(b) : a < b ? -1 : a > b ? 1 : 0;
}

/** The first year a date may stand for, astronomically: 0 is 1 BC. Used to sort and to group by decade. */
export function yearOf(date: HistoricalDate): number | undefined {
  const day = date.first ?? date.last;
  return day === undefined ? undefined : Number.parseInt(day, 10);
}

/** What the grammar makes of a string. */
function parsed(text: string): Extended | undefined {
  try {
    return text.length <= 100 && !isBareNumber(text) && daysExist(text) ? edtf(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A year has four digits; the library reads other numbers as centuries or seconds, which nobody means. */
function isBareNumber(text: string): boolean {
  return text.split('/').some((end) => /^\d+$/.test(end) && end.length !== 4);
}

/** The months of a season in the north (21 to 24: spring to winter); the library counts quarters of the year. */
function seasonOf(text: string): HistoricalDate | undefined {
  const [, year = '', season] = /^(\d{4})-(2[1-4])$/.exec(text) ?? [];
  if (season === undefined) return undefined;
  const month = 3 * (Number(season) - 21) + 2; // counted from 0
  const start = Date.UTC(Number(year), month, 1);
  return { edtf: text, first: day(start), last: day(Date.UTC(Number(year), month + 3, 0)) };
}

/** The grammar accepts 31 days in every month; the calendar does not. */
function daysExist(text: string): boolean {
  return [...text.matchAll(/(-?\d{4}-\d{2}-\d{2})(?!\d)/g)].every(([, written = '']) => {
    const date = new Date(`${written}T00:00:00Z`);
    return written.startsWith('-') || (!Number.isNaN(date.valueOf()) && date.toISOString().startsWith(written));
  });
}

function day(milliseconds: number): string | undefined {
  if (!Number.isFinite(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().replace(/T.*/, '');
}
