import type { Report } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { References } from '../model/library.ts';
import { isDead, pageAddress } from '../model/link-check.ts';
import type { Place } from '../model/place.ts';
import type { Routes } from '../model/routes.ts';
import type { CslItem, Source } from '../model/source.ts';
import { type SourceKind, sourceKinds } from '../model/vocabulary.ts';
import { type BibtexEntry, bibtexEntries } from './bibtex-entries.ts';
import { type CitationStyle, createCitationStyle } from './citation-style.ts';
import { cslItem } from './csl-item.ts';
import { unmarked } from './inline-markup.ts';

interface BibliographyOptions extends Pick<References, 'linkChecks'> {
  readonly language: string;
  readonly routes: Routes;
  readonly report: Report;
}

/**
 * Reads a bibliography in BibTeX or BibLaTeX, as Zotero exports it: its sources by key, in the file's order, and the
 * citations that can be made of them. Problems of the file are reported as `bad-bibliography`, a key that comes twice as
 * `duplicate-source`, an address that is not of the web as `unsafe-link`; a source with a problem is kept as far as it
 * can be read, and one without a key (`hasNameless`) is left out. Labels, entries and citations are formatted when they are
 * first asked for.
 */
export function parseBibliography(
  path: string,
  bibtex: string,
  { language, routes, linkChecks, report }: BibliographyOptions,
): Pick<References, 'sources' | 'cite'> & { readonly hasNameless: boolean } {
  const entries = new Map<string, BibtexEntry>();
  const all = bibtexEntries(path, bibtex, report);
  const named = all.filter(({ key }) => key !== '');
  for (const entry of named) {
    const first = entries.get(entry.key);
    if (!first) entries.set(entry.key, entry);
    else {
      report('duplicate-source', entry.place, {
        found: `second entry with the key ${code(entry.key)}`,
        expected: 'each key once',
        cause: first.place,
      });
    }
  }
  const read = [...entries.values()].map((entry) => ({
    entry,
    csl: checked(cslItem(entry, entries, report), entry, report),
  }));
  const style = createCitationStyle(new Map(read.map(({ entry, csl }) => [entry.key, csl])), { language, routes });
  const sources = new Map(read.map(({ entry, csl }) => [entry.key, source(entry, csl, style, linkChecks, report)]));
  return { sources, cite: style.cite, hasNameless: named.length < all.length };
}

function checked(csl: CslItem, entry: BibtexEntry, report: Report): CslItem {
  const { URL: address, ...item } = csl;
  const written = entry.fields.get('title')?.value.trim();
  if (!csl.title && !written && entry.isWhole) {
    report('bad-bibliography', entry.place, {
      found: `${code(entry.key)} without a title`,
      expected: '`title = {…}` (a description in square brackets if it has none)',
    });
  }
  const titled = { ...item, title: csl.title || written || entry.key };
  if (address === undefined) return titled;
  return isOfTheWeb(address, entry.fields.get('url')?.place ?? entry.place, report)
    ? { ...titled, URL: address }
    : titled;
}

/** `archiveurl`: where the author knows of a copy. */
function archivedCopy({ fields }: BibtexEntry, report: Report): string | undefined {
  const given = fields.get('archiveurl');
  return given && isOfTheWeb(given.value.trim(), given.place, report) ? given.value.trim() : undefined;
}

function isOfTheWeb(address: string, place: Place, report: Report): boolean {
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) return true;
  report('unsafe-link', place, {
    found: `address ${code(address)}`,
    expected: 'one that begins with `https://` or `http://`',
  });
  return false;
}

function source(
  entry: BibtexEntry,
  csl: CslItem,
  style: CitationStyle,
  linkChecks: References['linkChecks'],
  report: Report,
): Source {
  const { key, fields, source: bibtex, place } = entry;
  const annotation = csl['annote'];
  const doi = typeof csl['DOI'] === 'string' ? `https://doi.org/${encodeURI(csl['DOI'].toWellFormed())}` : undefined;
  const url = csl.URL ?? doi;
  const check = url === undefined ? undefined : linkChecks.get(pageAddress(url));
  return {
    key,
    csl,
    kind: kindOf(csl, fields.get('keywords')?.value ?? ''),
    title: unmarked(csl.title ?? key),
    get label() {
      return style.label(key);
    },
    get entry() {
      return style.entry(key).html;
    },
    get entryText() {
      return style.entry(key).text;
    },
    annotation: typeof annotation === 'string' ? unmarked(annotation) : undefined,
    url,
    archived: archivedCopy(entry, report) ?? check?.archived,
    dead: check && isDead(check) ? check.checked : undefined,
    bibtex,
    line: place.start.line,
  };
}

/** The first keyword that is a kind of source; without one, what sources of this type mostly are. */
function kindOf({ type }: CslItem, keywords: string): SourceKind {
  const words = keywords.split(/[,;]/).map((word) => word.trim().toLowerCase());
  const [named] = words.flatMap((word) => sourceKinds.filter((kind) => kind === word));
  return named ?? kindsByType.get(type) ?? 'web';
}

const kindsByType = new Map<string, SourceKind>([
  ['book', 'scholarship'],
  ['chapter', 'scholarship'],
  ['article-journal', 'scholarship'],
  ['thesis', 'scholarship'],
  ['article-newspaper', 'press'],
  ['article-magazine', 'press'],
  ['entry-encyclopedia', 'reference'],
  ['manuscript', 'primary'],
  ['personal_communication', 'primary'],
]);
