import { compareDays, type HistoricalDate, parseDate } from '../core/model/date.ts';
import { dateInWords, decadeInWords, yearInWords } from '../core/model/date-in-words.ts';
import { wordsFor } from '../site/text.ts';

/** Both ends in one year: it is said once, at the end. */
const withinOneYear = /^(\d{4})-\d{2}(?:-\d{2})?\/\1-\d{2}(?:-\d{2})?$/;

const plain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** A date as a sentence says it. */
export function dateWords(date: HistoricalDate | string, language: string): string {
  return dateInWords(typeof date === 'string' ? date : date.edtf, language);
}

/** The same without its year, which stands above it; the year itself when that is all there is. */
export function dateWithoutYear(date: HistoricalDate, language: string): string {
  const words = dateWords(date, language);
  return plain.test(date.edtf) || withinOneYear.test(date.edtf) ? words.replace(/ \d{4}$/, '') : words;
}

/** A year as a heading; `undefined` is that of dates which are open at both ends. */
export function yearWords(year: number | undefined, language: string): string {
  return year === undefined ? wordsFor(language).timeline.before : yearInWords(year, language);
}

/** A decade by its first year, or those dates. */
export function decadeWords(first: number | undefined, language: string): string {
  return first === undefined ? wordsFor(language).timeline.before : decadeInWords(first, language);
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
  const first = (date: HistoricalDate | undefined) => date?.first ?? date?.last ?? never;
  const last = (date: HistoricalDate | undefined) => date?.last ?? never;
  return compareDays(first(a), first(b)) || compareDays(last(a), last(b));
}

const never = '9999-12-31';

/** Whether no day belongs to both. */
export function areApart(a: HistoricalDate, b: HistoricalDate): boolean {
  return isBefore(a, b) || isBefore(b, a);
}

function isBefore(a: HistoricalDate, b: HistoricalDate): boolean {
  return a.last !== undefined && b.first !== undefined && compareDays(a.last, b.first) < 0;
}
