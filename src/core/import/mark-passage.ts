import type { Nodes, Parents } from 'mdast';
import type { Stretch } from './anchor.ts';
import { foldSigns } from './fold-signs.ts';
import type { LocatedWords } from './locate-words.ts';

/**
 * Writes marks round a passage of the rendered text into the source: one where that can be, several of the same id where
 * the passage runs over paragraphs or begins inside emphasis or a link. `undefined` when its words are not the author's,
 * such as those of a citation.
 */
export function markPassage(
  body: string,
  text: string,
  { tree, words, sourceOf }: LocatedWords,
  passage: Stretch,
  id: string,
): string | undefined {
  const first = words.findIndex(({ end }) => end > passage.start);
  const last = words.findLastIndex(({ start }) => start < passage.end);
  const [from, to] = [sourceOf(first), sourceOf(last)];
  if (!from || !to || to.end < from.start) return undefined;
  const opening = text.slice(passage.start, words[first]?.start);
  const closing = text.slice(words[last]?.end, passage.end);
  const isThere = (signs: string, at: number) => foldSigns(body.slice(at, at + signs.length)) === foldSigns(signs);
  const start = isThere(opening, from.start - opening.length) ? from.start - opening.length : from.start;
  const end = isThere(closing, to.end) ? to.end + closing.length : to.end;
  let marked = body;
  for (const range of rangesIn(tree, { start, end }, body).reverse()) {
    marked = `${marked.slice(0, range.start)}:claim[${marked.slice(range.start, range.end)}]{#${id}}${marked.slice(range.end)}`;
  }
  return marked === body ? undefined : marked;
}

const phrasingParents: ReadonlySet<Nodes['type']> = new Set(
  (['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link', 'linkReference'] as const).values(),
);

/** The stretches of the source that can each be one mark: siblings side by side, of text in part, of others whole. */
function rangesIn(parent: Parents, passage: Stretch, body: string): Stretch[] {
  const ranges: Stretch[] = [];
  let isJoined = false;
  for (const child of parent.children) {
    const { start: { offset: start = 0 } = {}, end: { offset: end = 0 } = {} } = child.position ?? {};
    if (child.type === 'containerDirective' || end <= passage.start || start >= passage.end) {
      isJoined = false;
      continue;
    }
    const isPhrasing = phrasingParents.has(parent.type);
    const inner = innerOf(child);
    const isWhole = isPhrasing && passage.start <= inner.start && inner.end <= passage.end;
    const isText = child.type === 'text';
    if (!(isWhole || isText) && 'children' in child) {
      ranges.push(...rangesIn(child, passage, body));
      isJoined = false;
      continue;
    }
    const range =
      isText && isPhrasing
        ? trimmed(body, Math.max(start, passage.start), Math.min(end, passage.end))
        : isWhole
          ? { start, end }
          : undefined;
    const before = isJoined ? ranges.pop() : undefined;
    if (range && range.start < range.end) ranges.push({ start: before?.start ?? range.start, end: range.end });
    else if (before) ranges.push(before);
    isJoined = range !== undefined && range.start < range.end;
  }
  return ranges;
}

/** From the beginning of the first text in a node to the end of the last. */
function innerOf(node: Nodes): Stretch {
  const inner = 'children' in node ? node.children : [];
  const [first, last] = [inner[0], inner.at(-1)];
  if (first && last) return { start: innerOf(first).start, end: innerOf(last).end };
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Without white space at its ends, which belongs to no passage. */
function trimmed(body: string, start: number, end: number): Stretch {
  const text = body.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return { start: from, end: Math.max(from, end - (text.length - text.trimEnd().length)) };
}
