import * as z from 'zod';
import { ContentError } from '../../site/content-error.ts';
import { bibtexOf } from './bibtex.ts';

/** How long a look-up may take, in milliseconds. */
const patience = 10_000;

/** The DOI in what was written: alone, behind `doi:`, or as an address. */
export function doiIn(text: string): string | undefined {
  return /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(text.trim())?.[1];
}

/** The ISBN in what was written, without hyphens, if its check digit is right. Source: ISBN Users' Manual. */
export function isbnIn(text: string): string | undefined {
  const isbn = text
    .trim()
    .replace(/^isbn(?:-1[03])?:?\s*/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  if (/^\d{13}$/.test(isbn)) return weighted(isbn, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0 ? isbn : undefined;
  if (/^\d{9}[\dX]$/.test(isbn)) return weighted(isbn, (index) => 10 - index) % 11 === 0 ? isbn : undefined;
  return undefined;
}

function weighted(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * weight(index), 0);
}

/** The entry of a DOI as BibTeX. Source: DOI content negotiation, application/x-bibtex. */
export async function lookUpDoi(doi: string, service = 'https://doi.org'): Promise<string> {
  const address = `${service}/${doi.split('/').map(encodeURIComponent).join('/')}`;
  const response = await ask(address, 'application/x-bibtex', doi);
  return (await response.text()).trim();
}

const isbnAnswer = z.record(
  z.string(),
  z.object({
    title: z.string(),
    subtitle: z.string().optional(),
    authors: z.array(z.object({ name: z.string() })).default([]),
    publishers: z.array(z.object({ name: z.string() })).default([]),
    publish_places: z.array(z.object({ name: z.string() })).default([]),
    publish_date: z.string().optional(),
  }),
);

/** The entry of a book as BibTeX. Source: Open Library Books API. */
export async function lookUpIsbn(isbn: string, service = 'https://openlibrary.org'): Promise<string> {
  const address = `${service}/api/books?bibkeys=ISBN:${isbn}&format=json&jscmd=data`;
  const response = await ask(address, 'application/json', isbn);
  const answer = isbnAnswer.safeParse(await response.json().catch(() => undefined));
  const book = answer.success ? Object.values(answer.data)[0] : undefined;
  if (!book) throw failed(isbn, service, 'it does not know it');
  return bibtexOf('book', 'book', {
    author: book.authors.map(({ name }) => name).join(' and '),
    title: [book.title, book.subtitle].filter(Boolean).join(': '),
    location: book.publish_places[0]?.name,
    publisher: book.publishers[0]?.name,
    date: /\d{4}/.exec(book.publish_date ?? '')?.[0],
    isbn,
  });
}

async function ask(address: string, type: string, what: string): Promise<Response> {
  const host = new URL(address).host;
  let response: Response;
  try {
    response = await fetch(address, { headers: { Accept: type }, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw failed(what, host, isLate ? 'it did not answer in time' : 'it could not be reached');
  }
  if (response.status === 404) throw failed(what, host, 'it does not know it');
  if (!response.ok) throw failed(what, host, `it answered with ${response.status}`);
  return response;
}

function failed(what: string, host: string, why: string): ContentError {
  return new ContentError(`${what} was not looked up: ${host.replace(/^https?:\/\//, '')} was asked, and ${why}. Nothing was changed.
What works without it: a BibTeX file from your reference manager (npm run new -- source my-library.bib), or the entry by
hand (npm run new -- source --type book --author "Family, Given" --title "…" --date 1990).`);
}
