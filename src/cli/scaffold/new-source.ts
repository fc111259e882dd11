import { existsSync, readFileSync, statSync } from 'node:fs';
import { type BibtexEntry, bibtexEntries } from '../../core/library/bibtex-entries.ts';
import { type Message, reportTo } from '../../core/messages/message.ts';
import { code, oneOf } from '../../core/messages/nearest.ts';
import { messageAsText } from '../../core/messages/report-text.ts';
import { toIdentifier } from '../../core/model/identifier.ts';
import { sourceKinds } from '../../core/model/vocabulary.ts';
import { ContentError } from '../../site/content-error.ts';
import { wrong } from '../arguments.ts';
import type { Task } from '../new.ts';
import { bibtexOf, writtenEntry } from './bibtex.ts';
import { addToFile, libraryIn } from './content-folder.ts';
import { doiIn, isbnIn, lookUpDoi, lookUpIsbn } from './look-up-source.ts';

/** Adds sources to `sources.bib`: from a BibTeX file, by DOI or ISBN, or from what is typed. */
export async function newSource(task: Task): Promise<string> {
  const { contentDir, options } = task;
  const { kind } = options;
  const kinds: readonly string[] = sourceKinds;
  if (kind !== undefined && !kinds.includes(kind)) throw wrong(`${code(kind)} as \`--kind\``, oneOf(kind, kinds));
  const known = new Set(libraryIn(contentDir).sources.keys());
  const { bibtex, isFile, origin } = await found(task);
  const messages: Message[] = [];
  const entries = bibtexEntries(origin, bibtex, reportTo(messages));
  if (messages.length > 0) throw new ContentError(messages.map(messageAsText).join('\n'));
  if (entries.length === 0)
    throw wrong(`${code(origin)} without an entry`, 'BibTeX: `@book{key, author = {…}, title = {…} }`');
  const lines: string[] = [];
  for (const entry of entries) {
    const key = isFile ? entry.key : freeKey(entry, known);
    if (known.has(key)) {
      lines.push(`Left out ${code(key)}: sources.bib has it already.`);
      continue;
    }
    known.add(key);
    const place = addToFile(contentDir, 'sources.bib', isFile ? entry.source : writtenEntry(entry, key, kind));
    lines.push(`Added ${code(key)} at ${place}. Cite it: [@${key}, p. …]`);
    if (kind === undefined && !entry.fields.has('keywords'))
      lines.push(`Say what kind of source it is: keywords = {${kinds.join(' | ')}}`);
  }
  return lines.join('\n');
}

interface Found {
  readonly bibtex: string;
  readonly origin: string;
  /** Whether the entries were made by the author's own reference manager, and keep their keys. */
  readonly isFile: boolean;
}

async function found(task: Task): Promise<Found> {
  const { name, options, ask } = task;
  if (name === undefined && options.title === undefined && !ask.isThere)
    throw wrong('command without a source', 'a DOI, an ISBN, a BibTeX file, or `--title` and `--author`');
  const given =
    name ??
    (options.title === undefined
      ? await ask.text('Its DOI, its ISBN or a BibTeX file? (a dash to type it in)', '`<source>`')
      : '-');
  if (given === '-') return { bibtex: await typed(task), origin: 'what was typed', isFile: false };
  if (existsSync(given) && statSync(given).isFile())
    return { bibtex: readFileSync(given, 'utf8'), origin: given, isFile: true };
  const doi = doiIn(given);
  if (doi !== undefined) return { bibtex: await lookUpDoi(doi), origin: doi, isFile: false };
  const isbn = isbnIn(given);
  if (isbn !== undefined) return { bibtex: await lookUpIsbn(isbn), origin: isbn, isFile: false };
  throw wrong(
    `${code(given)} as a source`,
    'a DOI (10.…/…), an ISBN of 10 or 13 digits that add up, or a BibTeX file that is there',
  );
}

async function typed({ options, ask }: Task): Promise<string> {
  const type =
    options.type ??
    (ask.isThere
      ? await ask.choose(
          'What is it?',
          ['book', 'article', 'online', 'incollection', 'thesis', 'misc'].map((value) => ({ value, label: value })),
          '`--type`',
        )
      : 'misc');
  const author = options.author ?? (await ask.text('Who wrote it? (Family, Given and Family, Given)', '`--author`'));
  const title = options.title ?? (await ask.text('Its title?', '`--title`'));
  const date = options.date ?? (await ask.text('When was it published?', '`--date`'));
  return bibtexOf(toIdentifier(type) ?? 'misc', 'typed', { author, title, date, url: options.url });
}

/** The author's family name and the year: `tinniswood-2003`, `tinniswood-2003-b` … */
function freeKey({ fields }: BibtexEntry, known: ReadonlySet<string>): string {
  const author = (fields.get('author') ?? fields.get('editor') ?? fields.get('title'))?.value ?? 'source';
  const [first = author] = author.split(/ and /);
  const family = first.includes(',') ? first.split(',')[0] : first.split(' ').at(-1);
  const year = /\d{4}/.exec((fields.get('date') ?? fields.get('year'))?.value ?? '')?.[0];
  const key = [toIdentifier((family ?? '').replace(/[{}\\]/g, '')) ?? 'source', year].filter(Boolean).join('-');
  const letters = ['', ...'bcdefghijklmnopqrstuvwxyz'].map((letter) => (letter === '' ? key : `${key}-${letter}`));
  return letters.find((one) => !known.has(one)) ?? `${key}-${known.size}`;
}
