import type { Element, Nodes, Root } from 'hast';
import type { Passage } from '../model/annotation.ts';
import type { Block } from '../model/review.ts';
import type { Parsing } from './context.ts';
import { type PlacedMark, type Showing, writeMark } from './marks.ts';
import { placeOf } from './place-of.ts';
import { asHtml } from './render.ts';
import { createDescriber } from './selectors.ts';
import { textOf } from './text-of.ts';

/**
 * Cuts a rendered review into its top-level blocks and describes every marked passage in the text of the whole: the
 * texts of the blocks, each followed by a line feed.
 */
export function blocksOf(
  tree: Root,
  placed: readonly PlacedMark[],
  showing: (id: string) => Showing | undefined,
  parsing: Parsing,
): Block[] {
  const elements = tree.children.filter((child): child is Element => child.type === 'element');
  const texts = elements.map(textOf);
  const whole = texts.map((text) => `${text}\n`).join('');
  const describe = createDescriber(whole);
  const marks = new Map(placed.map((one) => [one.element as Nodes, one]));
  const seen = new Map<string, number>();
  let offset = 0;
  const passages = elements.map((element, block): Passage[] => {
    const found = stretches(element, offset, marks).map(([one, start, end]): Passage => {
      const { id, directive } = one.mark;
      const count = (seen.get(id) ?? 0) + 1;
      seen.set(id, count);
      const fragment = count === 1 ? id : `${id}--${count}`;
      writeMark(one, fragment, showing(id));
      const place = placeOf(parsing.path, directive);
      return { annotation: id, fragment, block, ...describe(start, end), place };
    });
    offset += (texts[block]?.length ?? 0) + 1;
    return found;
  });
  let start = 0;
  return elements.map((element, index) => {
    const text = texts[index] ?? '';
    const block = { html: asHtml(element, parsing), text, start, passages: passages[index] ?? [] };
    start += [...text].length + 1;
    return block;
  });
}

/** Where each mark below a node begins and ends in the text, in reading order. */
function stretches(node: Nodes, start: number, marks: ReadonlyMap<Nodes, PlacedMark>): [PlacedMark, number, number][] {
  if (marks.size === 0) return [];
  const found: [PlacedMark, number, number][] = [];
  let at = start;
  walk(node);
  return found;

  function walk(node: Nodes): void {
    if (node.type === 'text') at += node.value.length;
    if (!('children' in node)) return;
    const mark = marks.get(node);
    const slot: [PlacedMark, number, number] | undefined = mark && [mark, at, at];
    if (slot) found.push(slot);
    for (const child of node.children) walk(child);
    if (slot) slot[2] = at;
  }
}
