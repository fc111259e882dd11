import { parseDate } from '../model/date.ts';

/**
 * A date in EDTF as ISO 8601 says it (`2017`, `2017-11`, `2017-11-06`): as it is where it is a plain one, else its first
 * day. `undefined` for what is no date or has no first day.
 */
export function isoDate(edtf: string | undefined): string | undefined {
  if (edtf === undefined || /^\d{4}(-(0\d|1[0-2])(-\d{2})?)?$/.test(edtf)) return edtf;
  return parseDate(edtf)?.first;
}

/** The first day of a date in EDTF, `YYYY-MM-DD`. */
export function firstDay(edtf: string): string | undefined {
  return parseDate(edtf)?.first;
}

/** The first moment of a date in EDTF, in UTC: the `xsd:dateTime` that Web Annotations, feeds and sitemaps ask for. */
export function dateTime(edtf: string): string | undefined {
  const day = firstDay(edtf);
  return day && `${day}T00:00:00Z`;
}
