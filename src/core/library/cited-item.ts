import type { CslItem } from '../model/source.ts';
import { unmarked } from './inline-markup.ts';

/** About forty letters are left for a label; the year takes some. */
const longest = 36;

/**
 * A CSL item as the style of this site cites it (see `chicagoAuthorDate`): a page of the web without author goes by the
 * organisation behind it, and a title in square brackets is a description, which gets no quotation marks.
 */
export function citedItem(item: CslItem): Readonly<Record<string, unknown>> {
  const { title = '', publisher, author, ...other } = item;
  const hasNames = ['author', 'editor', 'translator', 'director'].some((role) => item[role]);
  const authors = !hasNames && item.type === 'webpage' && publisher ? [{ literal: publisher }] : author;
  return {
    ...other,
    type: isPart(item) && item['container-title'] === undefined ? 'document' : item.type,
    ...(/^\[.*\]$/s.test(title) ? { genre: title } : { title }),
    ...(authors ? { author: authors, 'original-author': shortNames(authors) } : {}),
    ...(names(authors).some((name) => name === publisher) ? {} : { publisher }),
    ...(hasMonth(item['issued']) ? { 'event-date': item['issued'] } : { 'event-date': undefined }),
    'title-short': item['title-short'] ?? shortTitle(unmarked(title)),
  };
}

function isPart({ type }: CslItem): boolean {
  return type === 'chapter' || type === 'paper-conference' || type === 'entry-encyclopedia';
}

function hasMonth(date: unknown): boolean {
  const parts: unknown = typeof date === 'object' && date && 'date-parts' in date ? date['date-parts'] : undefined;
  return Array.isArray(parts) && Array.isArray(parts[0]) && parts[0].length > 1;
}

/** The names of organisations among authors. */
function names(authors: unknown): string[] {
  return listed(authors).flatMap(({ literal }) => (typeof literal === 'string' ? [literal] : []));
}

function shortNames(authors: unknown): unknown {
  if (!names(authors).some((name) => name.length > longest)) return undefined;
  return listed(authors).map((name) => ('literal' in name ? { literal: shortened(String(name.literal)) } : name));
}

function listed(authors: unknown): { readonly literal?: unknown }[] {
  return Array.isArray(authors) ? authors : [];
}

function shortTitle(title: string): string {
  if (title.length <= longest) return title;
  const [main = title] = title.split(/: | [–—] /);
  if (title.startsWith('[')) return `${shortened(title.replace(/\]$/, ''))}]`;
  return shortened(main.length < 3 ? title : main);
}

/** As many whole words as there is room for. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\s.,;:’'"“”-]*\s\S*$/u, '')}…`;
}
