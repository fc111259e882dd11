import type { Element, ElementContent } from 'hast';
import type { Prose } from '../model/annotation.ts';
import type { Parsing } from './context.ts';
import { firstSentence } from './first-sentence.ts';
import { asProse } from './render.ts';
import { textOf } from './text-of.ts';

/** The first sentence of a paragraph, without its citations and footnotes: they are listed beside it or below. */
export function summaryOf(paragraph: Element, parsing: Parsing): Prose {
  const bare = withoutNotes(paragraph.children);
  return asProse(cut(bare, firstSentence(textOf({ type: 'root', children: bare }))), parsing);
}

/** The text of some elements without their citations and references to footnotes, each element in a line of its own. */
export function textWithoutNotes(elements: readonly Element[]): string {
  return elements
    .filter((element) => element.properties['dataFootnotes'] === undefined)
    .map((element) => textOf({ type: 'root', children: withoutNotes([element]) }).trim())
    .filter((text) => text !== '')
    .join('\n');
}

function withoutNotes(children: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const child of children) {
    const last = kept.at(-1);
    if (isNote(child)) {
      if (last?.type === 'text') kept[kept.length - 1] = { ...last, value: last.value.trimEnd() };
    } else kept.push(child.type === 'element' ? { ...child, children: withoutNotes(child.children) } : child);
  }
  return kept;
}

function isNote(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  const classes = node.properties['className'];
  const [child] = node.children;
  const isFootnote = child?.type === 'element' && child.properties['dataFootnoteRef'] !== undefined;
  return isFootnote || (Array.isArray(classes) && classes.includes('citation'));
}

/** The nodes up to a length of their text. */
function cut(children: readonly ElementContent[], length: number): ElementContent[] {
  const kept: ElementContent[] = [];
  let left = length;
  for (const child of children) {
    if (left <= 0) break;
    const { length: own } = textOf(child);
    if (own <= left) kept.push(child);
    else if (child.type === 'text') kept.push({ ...child, value: child.value.slice(0, left) });
    else if (child.type === 'element') kept.push({ ...child, children: cut(child.children, left) });
    left -= own;
  }
  return kept;
}
