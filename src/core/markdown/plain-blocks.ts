import type { ContainerDirective } from 'mdast-util-directive';
import { PlainCursor } from './plain-cursor.ts';
import { type Placed, type PlainParagraph, readPlainParagraph } from './plain-paragraph.ts';
import type { WrittenAttribute } from './written-attributes.ts';

/** A block that was read without the parser. */
export type PlainBlock = PlainParagraph | (ContainerDirective & Placed);

/**
 * The blocks of a text that are certainly plain, in order: paragraphs between empty lines and definitions made of such
 * paragraphs, with nothing in them but words, citations and marks of words. Their nodes are what the parser makes of them
 * at the top level of a document; whether that is where they stand cannot be told from them alone.
 */
export function plainBlocks(text: string): PlainBlock[] {
  if (!isPlainFile(text)) return [];
  const blocks: PlainBlock[] = [];
  const cursor = new PlainCursor(text);
  while (cursor.offset < text.length) {
    const start = cursor.point();
    const isApart = start.offset === 0 || text.startsWith('\n\n', start.offset - 2);
    const isNext = blocks.at(-1)?.position.end.offset === start.offset - 1;
    const block = isApart || isNext ? readBlock(cursor) : undefined;
    if (block) blocks.push(block);
    else cursor.backTo(start);
    cursor.skipLine();
  }
  return blocks;
}

/** Lines end with line feeds alone, and no bracket that looks like a citation may be the label of a link. */
function isPlainFile(text: string): boolean {
  return !/[\r\uFEFF]/.test(text) && !/\[\s*@[^[\]]*\]:/.test(text);
}

function readBlock(cursor: PlainCursor): PlainBlock | undefined {
  if (cursor.startsWith(':::')) return readDefinition(cursor);
  const paragraph = readPlainParagraph(cursor);
  return paragraph && !cursor.startsWith('\n:::') ? paragraph : undefined;
}

const opening = /:::(claim|fact|correction|withdrawn)\{/y;
const attribute = /(#[\w-]+|(?!class=)[a-z]+=(?:"[^"&\p{Cc}]*"|[\w./~:+%?,;@-]+))(?: +|(?=\}))/uy;

function readDefinition(cursor: PlainCursor): PlainBlock | undefined {
  const start = cursor.point();
  const name = cursor.take(opening)?.[1];
  const written = name === undefined ? undefined : readAttributes(cursor);
  if (name === undefined || !written) return undefined;
  const openingEnd = cursor.point();
  const children = readParagraphs(cursor);
  const closing = cursor.point();
  cursor.skip(3);
  if (!children || !cursor.isAtLineEnd()) return undefined;
  const end = cursor.point();
  return {
    type: 'containerDirective',
    name,
    attributes: Object.fromEntries(written.map(({ name, value }) => [name, value])),
    children,
    position: { start, end },
    data: { position: { opening: { start, end: openingEnd }, closing: { start: closing, end } }, written },
  };
}

/** The attributes up to and with the closing brace at the end of the line. */
function readAttributes(cursor: PlainCursor): WrittenAttribute[] | undefined {
  const written: WrittenAttribute[] = [];
  while (!cursor.startsWith('}')) {
    const start = cursor.point();
    const source = cursor.take(attribute)?.[1];
    if (source === undefined) return undefined;
    const { length } = source;
    const equals = source.indexOf('=');
    const name = equals === -1 ? 'id' : source.slice(0, equals);
    const value = equals === -1 ? source.slice(1) : source.slice(equals + 1).replaceAll('"', '');
    const end = { ...start, column: start.column + length, offset: start.offset + length };
    written.push({ name, value, isBare: false, start, end });
  }
  cursor.skip(1);
  return written.length > 0 && cursor.isAtLineEnd() ? written : undefined;
}

/** The paragraphs up to the line of colons that closes a definition. */
function readParagraphs(cursor: PlainCursor): PlainParagraph[] | undefined {
  const paragraphs: PlainParagraph[] = [];
  for (;;) {
    while (cursor.startsWith('\n')) cursor.skipLineFeed();
    if (cursor.startsWith(':::')) return paragraphs;
    const paragraph = readPlainParagraph(cursor);
    if (!paragraph) return undefined;
    paragraphs.push(paragraph);
  }
}
