import type { Root } from 'mdast';
import { type PlainBlock, plainBlocks } from './plain-blocks.ts';
import { PlainCursor } from './plain-cursor.ts';
import type { WrittenPoint } from './written-attributes.ts';

/** What stands for plain blocks while the rest is parsed: like them it ends whatever went before at the margin. */
const standIn = '***';

/**
 * Parses a text whose plain blocks are read without the parser: most of a review is plain, and the parser takes most of
 * the time. The tree is the one that `parse` gives for the whole text. Where a stand-in does not come out as itself at
 * the top level it has got into something else (code, HTML, a block that is not closed), and so would what it stands
 * for: then the whole text is parsed.
 */
export function parseAroundPlain(text: string, parse: (text: string) => Root): Root {
  const runs = runsOf(plainBlocks(text), text);
  const [only, more] = runs;
  if (!only) return parse(text);
  if (!more && isEmpty(text.slice(0, only.start.offset)) && isEmpty(text.slice(only.end.offset))) {
    const position = { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) };
    return { type: 'root', children: [...only.blocks], position };
  }
  const tree = parse(withoutRuns(text, runs));
  const children: Root['children'] = [];
  const shift = { line: 0, offset: 0 };
  let next = 0;
  for (const child of tree.children) {
    const run = runs[next];
    const { start, end } = child.position ?? {};
    if (run && start?.offset === run.start.offset - shift.offset) {
      if (child.type !== 'thematicBreak' || end?.offset !== start.offset + standIn.length) return parse(text);
      children.push(...run.blocks);
      next++;
      shift.line += run.end.line - run.start.line;
      shift.offset += run.end.offset - run.start.offset - standIn.length;
    } else {
      move(child, shift);
      children.push(child);
    }
  }
  if (next < runs.length) return parse(text);
  const last = runs.at(-1)?.end;
  if (tree.position && last?.offset === text.length) tree.position.end = { ...last };
  else move(tree.position?.end, shift);
  return { ...tree, children };
}

/** Plain blocks that nothing but empty lines stands between. */
interface Run {
  readonly blocks: readonly PlainBlock[];
  readonly start: WrittenPoint;
  readonly end: WrittenPoint;
}

function runsOf(blocks: readonly PlainBlock[], text: string): Run[] {
  const runs: { blocks: PlainBlock[]; start: WrittenPoint; end: WrittenPoint }[] = [];
  for (const block of blocks) {
    const { start, end } = block.position;
    const last = runs.at(-1);
    if (last && text.slice(last.end.offset, start.offset).trim() === '') {
      last.blocks.push(block);
      last.end = end;
    } else runs.push({ blocks: [block], start, end });
  }
  return runs;
}

/** Whether nothing stands there for a parser to read. */
function isEmpty(text: string): boolean {
  return /^[ \n]*$/.test(text);
}

function endOf(text: string): WrittenPoint {
  const cursor = new PlainCursor(text);
  while (cursor.offset < text.length) cursor.skipLine();
  return cursor.point();
}

function withoutRuns(text: string, runs: readonly Run[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of runs) {
    rest += text.slice(at, start.offset) + standIn;
    at = end.offset;
  }
  return rest + text.slice(at);
}

/** Moves a node, and all that is known of places in it, to where it stands in the whole text. */
function move(value: unknown, shift: { readonly line: number; readonly offset: number }): void {
  if (typeof value !== 'object' || value === null) return;
  if ('line' in value && 'offset' in value && typeof value.line === 'number' && typeof value.offset === 'number') {
    value.line += shift.line;
    value.offset += shift.offset;
  } else for (const part of Object.values(value)) move(part, shift);
}
