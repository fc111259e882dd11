import { code, nearestOr } from '../messages/nearest.ts';
import { type Cursor, Unexpected } from './bibtex-cursor.ts';

/** The abbreviations that every BibTeX style knows. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The names that stand for text: the months, and what `@string` adds. */
export function createMacros(): Map<string, string> {
  return new Map(months.map((month, index) => [month, String(index + 1).padStart(2, '0')]));
}

/** More than any abstract; abbreviations made of abbreviations could otherwise double without end. */
const longestValue = 100_000;

/** Reads the value of a field: pieces joined by `#`. Throws `Unexpected`. */
export function readValue(cursor: Cursor, field: string, macros: ReadonlyMap<string, string>): string {
  let value = '';
  const from = cursor.at;
  do {
    cursor.skipSpace();
    value += readPiece(cursor, field, macros);
    if (value.length > longestValue) {
      const found = `a value of more than ${longestValue} characters for ${code(field)}`;
      throw new Unexpected(from, found, 'a shorter one');
    }
    cursor.skipSpace();
  } while (cursor.take(/#/y));
  return value;
}

function readPiece(cursor: Cursor, field: string, macros: ReadonlyMap<string, string>): string {
  const from = cursor.at;
  if (cursor.take(/\{/y)) return readUntil('}', cursor, from);
  if (cursor.take(/"/y)) return readUntil('"', cursor, from);
  const word = cursor.take(/\d+|[a-z][\w:+-]*/iy);
  if (word === undefined) {
    throw new Unexpected(from, code(cursor.ahead), `a value for ${code(field)}: \`{…}\`, \`"…"\` or a number`);
  }
  if (/^\d/.test(word)) return word;
  const value = macros.get(word.toLowerCase());
  if (value !== undefined) return value;
  throw new Unexpected(from, `${code(word)} without braces`, nearestOr(word, macros.keys(), code(`{${word}}`)));
}

/** Moves behind the sign that closes what was opened at `from`, over nested braces, and gives what stands before it. */
export function readUntil(close: string, cursor: Cursor, from: number): string {
  const start = cursor.at;
  const sign = /\\[\\{}]|[{}")]/g;
  sign.lastIndex = start;
  let depth = 0;
  for (let found = sign.exec(cursor.text); found; found = sign.exec(cursor.text)) {
    if (depth === 0 && found[0] === close) {
      cursor.at = sign.lastIndex;
      return cursor.text.slice(start, found.index);
    }
    if (found[0] === '{') depth += 1;
    if (found[0] === '}') depth -= 1;
    if (depth < 0)
      throw new Unexpected(found.index, '`}`', `${code(close)} before it, or a \`{\` that it closes`, from);
  }
  cursor.at = cursor.text.length;
  throw new Unexpected(
    from,
    `${code(cursor.text.charAt(from))} without its end`,
    `${code(close)} before the next entry`,
  );
}
