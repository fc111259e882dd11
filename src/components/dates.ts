import { dateInWords, type HistoricalDate, parseDate } from '../core/model/date.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const month = /^\d{4}-\d{2}$/;
const plain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** A date as a sentence says it, with ranges told once: "6–9 November 2017", "October–December 1905". */
export function dateWords(date: HistoricalDate | string, language: string): string {
  const text = typeof date === 'string' ? date : date.edtf;
  const [start = '', end = ''] = text.split('/');
  const shape = [day, month].find((pattern) => pattern.test(start) && pattern.test(end));
  if (shape) return range(start, end, shape === day, language);
  if (/^\d{4}$/.test(start) && /^\d{4}$/.test(end)) return `${start}–${end}`;
  const decade = /^(\d{3})X$/.exec(text)?.[1];
  if (decade) return `${decade}0s`;
  return dateInWords(text, language);
}

/** The same without its year, which stands above it; the year itself when that is all there is. */
export function dateWithoutYear(date: HistoricalDate, language: string): string {
  const words = dateWords(date, language);
  return plain.test(date.edtf) ? words.replace(/ \d{4}$/, '') : words;
}

/** What the `datetime` attribute may hold: a year, a month or a day; nothing for ranges and doubtful dates. */
export function machineDate(date: HistoricalDate | string): string | undefined {
  const text = typeof date === 'string' ? date : date.edtf;
  return plain.test(text) ? text : undefined;
}

/** The date as `HistoricalDate`, for strings of the reference files, which the schema has checked. */
export function asDate(text: string): HistoricalDate {
  return parseDate(text) ?? { edtf: text };
}

/** For sorting: by the first day a date may stand for, then the shorter span first; undated things come last. */
export function byDate(a: HistoricalDate | undefined, b: HistoricalDate | undefined): number {
  const first = (date: HistoricalDate | undefined) => date?.first ?? date?.last ?? '9999';
  const last = (date: HistoricalDate | undefined) => date?.last ?? '9999';
  return compare(first(a), first(b)) || compare(last(a), last(b));
}

/** Whether no day belongs to both. */
export function areApart(a: HistoricalDate, b: HistoricalDate): boolean {
  return isBefore(a, b) || isBefore(b, a);
}

function isBefore(a: HistoricalDate, b: HistoricalDate): boolean {
  return a.last !== undefined && b.first !== undefined && a.last < b.first;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function range(start: string, end: string, withDay: boolean, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...(withDay && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const words = format.formatRange(new Date(start), new Date(end));
  return words.replace(/^(\S+)\s–\s/, '$1–');
}
