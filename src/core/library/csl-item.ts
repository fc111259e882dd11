import type { Report } from '../messages/message.ts';
import { code, nearestOr } from '../messages/nearest.ts';
import type { CslItem } from '../model/source.ts';
import type { BibtexEntry } from './bibtex-entries.ts';
import { type Converted, convertBibtex } from './convert-bibtex.ts';

/**
 * The CSL item of a BibTeX or BibLaTeX entry. `crossref` is followed in `entries`. A field that cannot be read is
 * reported as `bad-bibliography` and left out.
 */
export function cslItem(entry: BibtexEntry, entries: ReadonlyMap<string, BibtexEntry>, report: Report): CslItem {
  const family = [entry, ...parents(entry, entries, report)];
  const csl = convertBibtex(family) ?? convertBibtex([{ ...entry, fields: readable(entry, report) }]) ?? {};
  const item = { ...csl, ...corrections(csl, entry), id: entry.key, 'citation-key': entry.key };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as CslItem; // has id, type
}

/** The entries from which it inherits fields, the nearest first. */
function parents(entry: BibtexEntry, entries: ReadonlyMap<string, BibtexEntry>, report: Report): BibtexEntry[] {
  const found = new Set([entry]);
  for (let field = entry.fields.get('crossref'); field; ) {
    const parent = entries.get(field.value);
    if (!parent) {
      report('bad-bibliography', field.place, {
        found: `\`crossref\` to ${code(field.value)}`,
        expected: nearestOr(field.value, entries.keys(), 'the key of an entry in this file'),
      });
    }
    if (!parent || found.has(parent)) break;
    found.add(parent);
    field = parent.fields.get('crossref');
  }
  return [...found].slice(1);
}

/** The fields that can be read by themselves. */
function readable(entry: BibtexEntry, report: Report): BibtexEntry['fields'] {
  const isReadable = (name: string) =>
    convertBibtex([{ ...entry, fields: new Map([...entry.fields].filter(([other]) => other === name)) }]) !== undefined;
  for (const [name, { place }] of entry.fields) {
    if (isReadable(name)) continue;
    report('bad-bibliography', place, {
      found: `value of ${code(name)}`,
      expected: name.endsWith('date')
        ? 'a date such as `1917-11-07` or `1917/1918`'
        : 'LaTeX that can be read (`\\$` is the sign itself)',
    });
  }
  return new Map([...entry.fields].filter(([name]) => isReadable(name)));
}

/** What citation-js leaves undone of what Zotero exports. */
function corrections(csl: Converted, { type, fields }: BibtexEntry): Converted {
  const { type: given, genre } = csl;
  const periodical = type === 'article' && periodicals.get(fields.get('entrysubtype')?.value.toLowerCase() ?? '');
  const isUnpublished = given === 'manuscript' || given === 'personal_communication' || given === 'document';
  return {
    type: periodical || (given === 'entry' ? 'entry-encyclopedia' : typeof given === 'string' ? given : 'document'),
    genre: periodical ? undefined : (genres.get(String(genre)) ?? genre),
    DOI:
      typeof csl['DOI'] === 'string'
        ? csl['DOI'].replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
        : undefined,
    archive: csl['archive'] ?? (isUnpublished ? csl['call-number'] : undefined),
    ...changed(csl, ['author', 'editor', 'translator', 'container-author'], withOrganisations),
    ...directed(csl, fields),
    ...changed(csl, ['issued', 'accessed', 'original-date', 'event-date'], withWholeRange),
    ...inexact('issued', fields.get('date')?.value),
    ...inexact('original-date', fields.get('origdate')?.value),
  };
}

const periodicals = new Map([
  ['newspaper', 'article-newspaper'],
  ['magazine', 'article-magazine'],
]);

/** BibLaTeX's words for the kinds of theses and reports, which a style prints as they are. */
const genres = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mathesis', 'Master’s thesis'],
  ['bathesis', 'Bachelor’s thesis'],
  ['techreport', 'Technical report'],
  ['resreport', 'Research report'],
]);

function changed(csl: Converted, variables: readonly string[], change: (value: unknown) => unknown): Converted {
  return Object.fromEntries(variables.filter((name) => csl[name]).map((name) => [name, change(csl[name])]));
}

/** Zotero exports the director of a film as an editor of a special kind. */
function directed(csl: Converted, fields: BibtexEntry['fields']): Converted {
  if (fields.get('editortype')?.value.trim().toLowerCase() !== 'director') return {};
  return { director: withOrganisations(csl['editor']), editor: undefined };
}

/** A name without parts is that of an organisation, or written to be left as it is. */
function withOrganisations(names: unknown): unknown {
  if (!Array.isArray(names)) return undefined;
  return names.map((name: Readonly<Record<string, unknown>>) => {
    const { family, ...other } = name;
    return family !== undefined && Object.keys(other).length === 0 ? { literal: family } : name;
  });
}

/** The processor wants both ends of a range given to the same part: 1917-10/1918 is 1917–1918. */
function withWholeRange(date: unknown): unknown {
  const { 'date-parts': given, ...other } = date as { readonly 'date-parts'?: readonly (number[] | undefined)[] }; // CSL
  const ends = given?.filter((end) => end !== undefined);
  if (!ends) return date;
  const length = Math.min(...ends.map((end) => end.length));
  return { ...other, 'date-parts': ends.map((end) => end.slice(0, length)) };
}

/** A year of which EDTF says that it is not known for sure, as readers know it: c. 1903, 1903?, 1900s. */
function inexact(variable: string, date = ''): Converted {
  const [, year, unknown = '', sign = ''] = /^(\d{2,4})(X{0,2})([~?%]?)$/.exec(date) ?? [];
  if (year === undefined || year.length + unknown.length !== 4 || unknown + sign === '') return {};
  const words = `${/[~%]/.test(sign) ? 'c. ' : ''}${year}${unknown && `${unknown.replaceAll('X', '0')}s`}`;
  return { [variable]: { literal: words + (/[?%]/.test(sign) ? '?' : '') } };
}
