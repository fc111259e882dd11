import type { Report } from '../messages/message.ts';
import { code, nearest } from '../messages/nearest.ts';
import type { Place } from '../model/place.ts';
import { Cursor, Unexpected } from './bibtex-cursor.ts';
import { createMacros, readUntil, readValue } from './bibtex-value.ts';
import { createPlacer } from './placer.ts';

/** A field of an entry: its value without delimiters, with macros and `#` worked out and LaTeX left as it is. */
export interface BibtexField {
  readonly value: string;
  /** The place of its name. */
  readonly place: Place;
}

/** An entry of a BibTeX file as its author wrote it. The names of types and fields are in lower case. */
export interface BibtexEntry {
  readonly type: string;
  /** Empty where it has none, which is reported. */
  readonly key: string;
  readonly fields: ReadonlyMap<string, BibtexField>;
  /** The place of its key. */
  readonly place: Place;
  /** Whether it was read to its end. */
  readonly isWhole: boolean;
  /** The entry as it stands in the file. */
  readonly source: string;
}

/** Source: the manual of BibLaTeX 3.20, 2.1, and Zotero's export. */
const types: ReadonlySet<string> = new Set([
  ...['article', 'book', 'mvbook', 'inbook', 'bookinbook', 'suppbook', 'booklet', 'collection', 'mvcollection'],
  ...['incollection', 'suppcollection', 'dataset', 'manual', 'misc', 'online', 'patent', 'periodical'],
  ...['suppperiodical', 'proceedings', 'mvproceedings', 'inproceedings', 'reference', 'mvreference', 'inreference'],
  ...['report', 'set', 'software', 'thesis', 'unpublished', 'xdata', 'conference', 'electronic', 'mastersthesis'],
  ...['phdthesis', 'techreport', 'www', 'artwork', 'audio', 'bibnote', 'commentary', 'image', 'jurisdiction'],
  ...['legislation', 'legal', 'letter', 'movie', 'music', 'performance', 'review', 'standard', 'video'],
]);

/**
 * The entries of a BibTeX or BibLaTeX file, in order. An entry begins at the start of a line; other text is a remark.
 * What cannot be read is reported as `bad-bibliography` where it stands. It harms no other entry, and an entry whose key
 * can be read is kept with the fields before the mistake, so that citations of it are not reported as well.
 *
 * Source: Biber's manual and that of btparse, its parser. Takes time in proportion to the text.
 */
export function bibtexEntries(path: string, text: string, report: Report): BibtexEntry[] {
  const placeAt = createPlacer(path, text);
  const macros = createMacros();
  const entries: BibtexEntry[] = [];
  const starts = [...text.matchAll(/@(?<=^[^\S\n]*@)[ \t]*[a-z]+\s*[{(]/gim)].map(({ index }) => index);
  checkRemark(0, starts[0] ?? text.length);
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? text.length;
    const cursor = new Cursor(text.slice(start, next));
    try {
      readBlock(cursor, start);
      checkRemark(start + cursor.at, next);
    } catch (problem) {
      if (!(problem instanceof Unexpected)) throw problem;
      complain(start, swallowedField(cursor) ?? problem);
    }
  }
  return entries;

  function readBlock(cursor: Cursor, start: number): void {
    cursor.take(/@[ \t]*/y);
    const type = cursor.take(/[a-z]+/iy)?.toLowerCase() ?? '';
    cursor.skipSpace();
    const close = cursor.take(/[{(]/y) === '(' ? ')' : '}';
    if (type === 'comment' || type === 'preamble') readUntil(close, cursor, cursor.at - 1);
    else if (type === 'string') readMacro(cursor, start, close);
    else readEntry(cursor, start, type, close);
  }

  function readMacro(cursor: Cursor, start: number, close: string): void {
    const { name, value } = readField(cursor);
    macros.set(name, value);
    if (!isClosed(cursor, start, close, name)) throw new Unexpected(cursor.at, code(cursor.ahead), code(close));
  }

  function readEntry(cursor: Cursor, start: number, type: string, close: string): void {
    cursor.skipSpace();
    const at = cursor.at;
    const key = cursor.take(/[^\s,{}()"=#%\\]+/y);
    cursor.skipSpace();
    if (key === undefined || cursor.next === '=') {
      entries.push({ type, key: '', fields: new Map(), place: placeAt(start + at), isWhole: false, source: '' });
      throw new Unexpected(
        at,
        `${code(`@${type}`)} without a key`,
        `a key and a comma first: ${code(`@${type}{key,`)}`,
      );
    }
    checkType(type, start);
    const fields = new Map<string, BibtexField>();
    let isWhole = false;
    try {
      let last = key;
      while (!isClosed(cursor, start, close, last)) {
        const field = readField(cursor);
        last = field.name;
        const place = placeAt(start + field.at);
        const first = fields.get(field.name);
        if (!first) fields.set(field.name, { value: field.value, place });
        else complain(start, new Unexpected(field.at, `second ${code(field.name)}`, 'each field once'), first.place);
      }
      isWhole = true;
    } finally {
      const source = cursor.text.slice(0, cursor.at).trimEnd();
      entries.push({ type, key, fields, place: placeAt(start + at), isWhole, source });
    }
  }

  /** What is no slip of a known type is of a kind of its own: it is cited like `@misc`. */
  function checkType(type: string, start: number): void {
    const meant = types.has(type) ? undefined : nearest(type, types);
    if (meant === undefined) return;
    complain(start, new Unexpected(0, `entry type ${code(`@${type}`)}`, `${code(`@${meant}`)} (the nearest)`));
  }

  function readField(cursor: Cursor): { name: string; value: string; at: number } {
    cursor.skipSpace();
    const at = cursor.at;
    const name = cursor.take(/[a-z_][\w:+-]*/iy)?.toLowerCase();
    if (name === undefined) throw new Unexpected(at, code(cursor.ahead), 'the name of a field');
    cursor.skipSpace();
    if (!cursor.take(/=/y)) throw new Unexpected(cursor.at, code(cursor.ahead), `\`=\` after ${code(name)}`);
    return { name, value: readValue(cursor, name, macros), at };
  }

  /** Moves over the comma before the next field, or over the end of the entry: whether it was the end. */
  function isClosed(cursor: Cursor, start: number, close: string, last: string): boolean {
    cursor.skipSpace();
    const comma = cursor.take(/,[\s,]*/y) !== undefined;
    cursor.skipSpace();
    if (cursor.next === close) {
      cursor.at += 1;
      return true;
    }
    const problem = new Unexpected(cursor.at, code(cursor.ahead), `\`,\` or ${code(close)} after ${code(last)}`);
    if (cursor.isAtEnd) throw new Unexpected(0, 'entry without its end', `${code(close)} before the next entry`);
    if (comma) return false;
    // A forgotten comma is the commonest slip, and what comes after it is plain.
    if (!/^[a-z][\w-]*\s*=/i.test(cursor.text.slice(cursor.at, cursor.at + 40))) throw problem;
    complain(start, problem);
    return false;
  }

  /** A remark is free text, but not what looks like the rest of an entry. */
  function checkRemark(start: number, end: number): void {
    const lost = /^(?![^\S\n]*%)[^\S\n]*(?:@|,?[^\S\n]*\w+[^\S\n]*=|.*[{}]).*/m.exec(text.slice(start, end));
    if (!lost) return;
    const words = lost[0].trim();
    report('bad-bibliography', placeAt(start + lost.index + lost[0].search(/\S/)), {
      found: `${code(words)} outside of any entry`,
      expected: words.startsWith('@')
        ? 'an entry on lines of its own: `@type{key,`'
        : 'an entry round it (has the one above a `}` too many?), or `%` before a remark',
    });
  }

  function complain(start: number, { at, found, expected, cause }: Unexpected, other?: Place): void {
    const first = other ?? (cause === undefined ? undefined : placeAt(start + cause));
    report('bad-bibliography', placeAt(start + at), { found, expected, cause: first });
  }
}

/** In an entry that does not end: the line where a field begins although the value of the one before is still open. */
function swallowedField({ text, isAtEnd }: Cursor): Unexpected | undefined {
  if (!isAtEnd) return undefined;
  let depth = 0;
  let open: { name: string; at: number } | undefined;
  for (const { 0: sign, 1: name, index } of text.matchAll(/\\[\\{}]|[{}]|\n[ \t]*([a-z][\w-]*)[ \t]*=/gi)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (name === undefined) continue;
    const at = index + sign.search(/[a-z]/i);
    if (depth > 1 && open) {
      return new Unexpected(at, `${code(name)} inside the value of ${code(open.name)}`, '`}` before it', open.at);
    }
    open = { name, at };
  }
  return undefined;
}
