import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Engine } from 'citeproc';
import { chicagoAuthorDate } from '../library/chicago-author-date.ts';
import { createEngine } from '../library/csl-engine.ts';
import type { CslItem } from '../model/source.ts';

/** What a citation of a page of this site is made of. */
export interface CitedPage {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** The name of the site. */
  readonly site: string;
  readonly publisher?: string | undefined;
  /** A year, a month or a day, `YYYY[-MM[-DD]]`; another date is left out. */
  readonly published: string;
  /** What it is: "Claim, revision 2". */
  readonly genre: string;
  readonly language: string;
  /** Absolute. */
  readonly address: string;
}

/** The page as a CSL item. Source: CSL 1.0.2, appendices "Item types" and "Variables". */
export function citedPage(page: CitedPage): CslItem {
  const parts = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.exec(page.published)?.[0].split('-').map(Number);
  return {
    id: page.id,
    type: 'webpage',
    title: page.title.replace(/\.$/, ''),
    author: [{ literal: page.author }],
    'container-title': page.site,
    ...(page.publisher && page.publisher !== page.site && { publisher: page.publisher }),
    ...(parts && { issued: { 'date-parts': [parts] } }),
    genre: page.genre,
    language: page.language,
    URL: page.address,
  };
}

/** The item as the JSON that reference managers exchange. */
export function asCslJson(item: CslItem): string {
  return JSON.stringify([item]);
}

/** The item in BibTeX, in Unicode, under its own id. */
export function asBibtex(item: CslItem): string {
  const { format } = plugins.config.get('@bibtex');
  Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });
  // BibTeX knows no website: its name is how the page was published.
  const { 'container-title': site, ...rest } = item;
  const texts = { ...rest, publisher: item['publisher'] ?? site };
  const escaped = Object.entries(texts).map(([field, value]) => [field, field === 'URL' ? value : inTex(value)]);
  return plugins.output.format('bibtex', [{ ...Object.fromEntries(escaped), id: item.id, type: item.type }]).trim();
}

/** The texts of a field with what TeX would take for a command written as text. */
function inTex(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[&%$#_{}]/g, '\\$&');
  if (Array.isArray(value)) return value.map(inTex);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inTex(inner)]));
}

/** The item in RIS, each line ended as the format asks, and each field on one line: readers put a space where it is broken. */
export function asRis(item: CslItem): string {
  return written('ris', item, risOf);
}

function risOf(item: CslItem): string {
  const broken = plugins.output.format('ris', [item]).trim();
  const ris = broken.replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '');
  return ris.replace(/^DA {2}- .*$/m, (date) => date.replace(/\/(\d)(?=\/)/g, '/0$1'));
}

/** The item as the bibliographies of this site write it, in the words of a language (a BCP 47 tag). */
export function asText(item: CslItem, language: string): string {
  return written(`text ${language}`, item, (like) => textOf(like, language));
}

/**
 * What a formatter makes of an item that leaves titles as they are. Formatters are slow, so each is asked once for all pages
 * that differ in nothing but id, title and address: these are put in afterwards.
 */
function written(form: string, item: CslItem, format: (item: CslItem) => string): string {
  const { id, title = '', URL: address = '' } = item;
  const standIn = `Τ${/[?!…]$/.exec(title)?.[0] ?? ''}`;
  const like = { ...item, id: '\u{E000}', title: standIn, URL: 'https://address.example' };
  const key = JSON.stringify([form, like]);
  const pattern = patterns.get(key) ?? format(like);
  patterns.set(key, pattern);
  return pattern
    .replace(like.id, () => id)
    .replace(standIn, () => title)
    .replace(like.URL, () => address);
}

const patterns = new Map<string, string>();
const engines = new Map<string, { readonly engine: Engine; readonly items: Map<string, object> }>();

function textOf(item: CslItem, language: string): string {
  const known = engines.get(language) ?? engineOf(language);
  engines.set(language, known);
  known.items.set(item.id, { ...item, 'event-date': item['issued'] });
  known.engine.updateItems([], true); // forgets the last one
  known.engine.updateItems([item.id], true);
  return (known.engine.makeBibliography()[1][0] ?? '').trim();
}

function engineOf(language: string) {
  const items = new Map<string, object>();
  const retrieveItem = (id: string) => ({ ...items.get(id), id });
  const engine = createEngine(retrieveItem, chicagoAuthorDate(), language);
  engine.setOutputFormat('text');
  return { engine, items };
}
