import { parseDate } from './date.ts';

/**
 * What is said round a date, by primary language subtag; `season` counts from spring. `bare` is a date as it stands within
 * a sentence or at its end: a full stop of an abbreviation would make two.
 */
const phrases = {
  en: {
    locale: 'en-GB',
    bare: (date: string) => date,
    until: (end: string) => `until ${end}`,
    since: (start: string) => `from ${start}`,
    about: (date: string) => `c. ${date}`,
    decade: (year: string) => `${year}s`,
    seasons: ['spring', 'summer', 'autumn', 'winter'],
  },
  ru: {
    locale: 'ru',
    bare: (date: string) => date.replace(/\s+г\.$/, ''),
    until: (end: string) => `до ${end}`,
    since: (start: string) => `с ${start}`,
    about: (date: string) => `около ${date}`,
    decade: (year: string) => `${year}-е`,
    seasons: ['весна', 'лето', 'осень', 'зима'],
  },
};
type Phrases = (typeof phrases)['en'];

/**
 * A date in EDTF as a reader of the language says it: "7 November 1917", "6–9 November 2017", "1904–1915", "c. 1903",
 * "1910s", "spring 1917", "from 1917", "44 BC". What is no date, and what has no
 * words here (sets, unknown days), comes back as it is.
 */
export function dateInWords(text: string, language: string): string {
  const key = `${language} ${text}`;
  const known = said.get(key) ?? inWords(text, language);
  said.set(key, known);
  return known;
}

/** The same dates stand on many pages, and `Intl` takes a quarter of a millisecond for a range. */
const said = new Map<string, string>();

function inWords(text: string, language: string): string {
  if (!parseDate(text) || !isLanguage(language)) return text;
  const tag = language.split('-')[0] ?? '';
  const words: Phrases = Object.hasOwn(phrases, tag)
    ? phrases[tag as keyof typeof phrases]
    : { ...phrases.en, locale: language };
  const [start = '', end] = text.split('/');
  if (end === undefined) return momentInWords(text, words);
  if (isOpen(start)) return words.until(momentInWords(end, words));
  if (isOpen(end)) return words.since(momentInWords(start, words));
  return rangeInWords(start, end, words);
}

/** Whether it is a language tag, as BCP 47 has them. */
export function isLanguage(tag: string): boolean {
  const known = languages.get(tag) ?? isCanonical(tag);
  languages.set(tag, known);
  return known;
}

const languages = new Map<string, boolean>();

function isCanonical(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

/** Two plain dates of one precision share what they have in common. */
function rangeInWords(start: string, end: string, words: Phrases): string {
  const [precision, ofEnd] = [precisionOf(start), precisionOf(end)];
  if (precision === undefined || precision !== ofEnd)
    return `${momentInWords(start, words)} – ${momentInWords(end, words)}`;
  if (precision === 'year') return `${momentInWords(start, words)}–${momentInWords(end, words)}`;
  const range = formatOf(precision, words).formatRange(new Date(start), new Date(end));
  return words
    .bare(range)
    .replace(/\s–\s/, ' – ')
    .replace(/^(\S+) – /, '$1–'); // Intl takes thin spaces
}

function momentInWords(text: string, words: Phrases): string {
  const decade = /^(\d{3})X$/.exec(text)?.[1];
  if (decade !== undefined) return words.decade(`${Number(decade)}0`);
  const known = /^(\d{4}(?:-\d{2})?)(?:-XX)+$/.exec(text)?.[1];
  if (known !== undefined) return momentInWords(known, words);
  const [, year, season] = /^(\d{4})-(2[1-4])$/.exec(text) ?? [];
  if (season !== undefined) return `${words.seasons[Number(season) - 21]} ${year}`;
  const [, certain = text, doubt] = /^([^~?%]+)([~?%])$/.exec(text) ?? [];
  if (doubt === '?') return `${momentInWords(certain, words)} (?)`;
  if (doubt !== undefined) return words.about(momentInWords(certain, words)) + (doubt === '%' ? ' (?)' : '');
  if (/^(?:-\d|0000)/.test(text)) return beforeChrist(text, words);
  const precision = precisionOf(text);
  return precision === undefined ? text : words.bare(formatOf(precision, words).format(new Date(text)));
}

/** An astronomical year as historians say it: "1917", "44 BC". */
export function yearInWords(year: number, language: string): string {
  return year > 0 ? String(year) : dateInWords(edtfYear(year), language);
}

/** A decade by its first year: "1910s", "51 BC – 42 BC", for before Christ its name would be a year off. */
export function decadeInWords(first: number, language: string): string {
  return dateInWords(first > 0 ? `${edtfYear(first / 10, 3)}X` : `${edtfYear(first)}/${edtfYear(first + 9)}`, language);
}

function edtfYear(year: number, digits = 4): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(digits, '0')}`;
}

/** Astronomical years count a year 0, which historians do not: -0043 is 44 BC. */
function beforeChrist(text: string, words: Phrases): string {
  const precision = precisionOf(text.replace(/^-/, ''));
  if (precision === undefined) return text;
  const date = new Date(text.replace(/^-/, '-00'));
  return formatOf(precision, words, { era: 'short' }).format(date);
}

function precisionOf(text: string): 'year' | 'month' | 'day' | undefined {
  if (/^\d{4}$/.test(text)) return 'year';
  if (/^\d{4}-(?:0\d|1[0-2])$/.test(text)) return 'month';
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'day' : undefined;
}

function formatOf(
  precision: 'year' | 'month' | 'day',
  { locale }: Phrases,
  options: Intl.DateTimeFormatOptions = {},
): Intl.DateTimeFormat {
  const key = [locale, precision, options.era].join();
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, {
    ...options,
    year: 'numeric',
    ...(precision !== 'year' && { month: 'long' }),
    ...(precision === 'day' && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  formats.set(key, format);
  return format;
}

/** A format takes longer to make than a thousand dates to write. */
const formats = new Map<string, Intl.DateTimeFormat>();
