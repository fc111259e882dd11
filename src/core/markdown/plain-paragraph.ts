import type { Paragraph, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { PlainCursor } from './plain-cursor.ts';
import type { WrittenPoint } from './written-attributes.ts';

export interface Placed {
  position: { readonly start: WrittenPoint; readonly end: WrittenPoint };
}

export type PlainParagraph = Paragraph & Placed;

/**
 * Reads a paragraph that certainly has nothing in it but words, citations and marks of words; `undefined` for any other,
 * with the cursor somewhere in it. It ends before the line feed that an empty line, three colons or nothing follows.
 */
export function readPlainParagraph(cursor: PlainCursor): PlainParagraph | undefined {
  const start = cursor.point();
  if (!mayBeginLine(cursor)) return undefined;
  const children: Paragraph['children'] = [];
  for (;;) {
    const text = readText(cursor);
    if (text === undefined) return undefined;
    if (text.value !== '') children.push(text);
    if (cursor.isAtLineEnd()) {
      const isTrimmed = cursor.text.charAt(cursor.offset - 1) !== ' ';
      return isTrimmed ? { type: 'paragraph', children, position: { start, end: cursor.point() } } : undefined;
    }
    const mark = readMark(cursor);
    if (!mark) return undefined;
    children.push(mark);
  }
}

const markOpening = /(?<!:):(claim|fact)\[(?=[^ ])/y;
const markClosing = /(?<! )\]\{(#([\w-]+))\}/y;

function readMark(cursor: PlainCursor): TextDirective | undefined {
  const start = cursor.point();
  const name = cursor.take(markOpening)?.[1];
  const text = name === undefined ? undefined : readText(cursor);
  const [closing, written = '', id = ''] = cursor.take(markClosing) ?? [];
  if (name === undefined || !text?.value || closing === undefined) return undefined;
  const end = cursor.point();
  const before = (count: number) => ({ ...end, column: end.column - count, offset: end.offset - count });
  return {
    type: 'textDirective',
    name,
    attributes: { id },
    children: [text],
    position: { start, end },
    data: {
      position: { opening: { start, end } },
      written: [{ name: 'id', value: id, isBare: false, start: before(written.length + 1), end: before(1) }],
    },
  };
}

/** Reads up to where the paragraph ends or a mark begins or ends; `undefined` before any other sign of Markdown. */
function readText(cursor: PlainCursor): Text | undefined {
  const start = cursor.point();
  while (!endsText(cursor)) if (!skipPlain(cursor)) return undefined;
  const value = cursor.text.slice(start.offset, cursor.offset);
  return { type: 'text', value, position: { start, end: cursor.point() } };
}

/** Moves on to the next sign that may mean something, and tells whether a text ends there. */
function endsText(cursor: PlainCursor): boolean {
  const { text } = cursor;
  let at = cursor.offset;
  while (at < text.length && !isSign[text.charCodeAt(at)]) at++;
  cursor.skip(at - cursor.offset);
  if (at === text.length || text.charAt(at) === ']') return true;
  if (text.charAt(at) === ':') return text.startsWith('claim[', at + 1) || text.startsWith('fact[', at + 1);
  return (
    text.charAt(at) === '\n' &&
    (at + 1 === text.length || text.charAt(at + 1) === '\n' || text.startsWith(':::', at + 1))
  );
}

const citation = /(?<!!)\[@[^\p{Cc}\\`*_[\]<&~|]*\](?![([:{])/uy;
const andAlone = /&(?![#\w])/y;

/** Moves past a sign that means nothing where it stands. */
function skipPlain(cursor: PlainCursor): boolean {
  switch (cursor.text.charAt(cursor.offset)) {
    case '\n':
      if (cursor.text.charAt(cursor.offset - 1) === ' ') return false;
      cursor.skipLineFeed();
      return mayBeginLine(cursor);
    case ':':
      cursor.skip(1);
      return true;
    case '[':
      return cursor.take(citation) !== undefined;
    case '&':
      return cursor.take(andAlone) !== undefined;
    default:
      return false;
  }
}

/** Letters, quotation marks and the like, no number of a list, and of what may be more only marks and citations. */
const lineStart = /[A-Za-z"'($%@.\u0080-\uffff]|(?!\d+[.)])\d|:(?:claim|fact)\[|\[@/y;

function mayBeginLine(cursor: PlainCursor): boolean {
  lineStart.lastIndex = cursor.offset;
  return lineStart.test(cursor.text);
}

/** By code: the control characters, and whatever begins or ends something inside a line of Markdown. */
const isSign = new Uint8Array(0x10000).fill(1, 0, 32);
for (const sign of '\\`*_[]<&~|:') isSign[sign.charCodeAt(0)] = 1;
