import type { Nodes, Parents, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { code } from '../messages/nearest.ts';
import { toIdentifier } from '../model/identifier.ts';
import type { Parsing } from './context.ts';
import { placeOf, placeOfOpening } from './place-of.ts';
import { EXIT, visit } from './visit.ts';
import { joinedOn, writtenOn } from './written-attributes.ts';

/** The definitions of a file, taken out of its tree. */
export interface Blocks {
  /** In the order of the file. */
  readonly blocks: readonly ContainerDirective[];
  /** Those that were not closed, and so have swallowed prose or lost their text. */
  readonly unclosed: ReadonlySet<ContainerDirective>;
}

/** Takes the definitions out of the tree, and reports those that are not closed or hold marks. */
export function takeBlocks(tree: Root, parsing: Parsing): Blocks {
  const found = blocksBelow(tree, []);
  const blocks = found.map(([block]) => block);
  const unclosed = new Set<ContainerDirective>();
  for (const block of blocks) {
    const inner = firstInside(block);
    if (isClosed(block) && (!inner || isClosed(inner))) continue;
    // The line that was to close the inner one has closed this one.
    if (inner && isClosed(block)) unclosed.add(inner);
    if (unclosed.has(block)) continue;
    unclosed.add(block);
    if (inner && isNameAlone(inner) && inner.name === block.name) {
      for (const one of [inner, firstInside(inner)]) if (one && !isClosed(one)) unclosed.add(one);
      reportNamedClosing(inner, parsing);
    } else reportUnclosed(block, inner, parsing);
  }
  for (const [block, ancestors] of found) takeOut(block, ancestors);
  for (const block of blocks) if (!unclosed.has(block)) reportStrayMarks(block, parsing);
  return { blocks: blocks.filter((block) => !(unclosed.has(block) && isNameAlone(block))), unclosed };
}

/** Each block with the nodes it stands in, outermost first. */
function blocksBelow(node: Parents, above: readonly Parents[]): [ContainerDirective, readonly Parents[]][] {
  const ancestors = [...above, node];
  return node.children.flatMap((child) => {
    const inner = 'children' in child ? blocksBelow(child, ancestors) : [];
    return child.type === 'containerDirective' ? [[child, ancestors], ...inner] : inner;
  });
}

function reportUnclosed(block: ContainerDirective, inner: ContainerDirective | undefined, parsing: Parsing): void {
  const { path, source, report } = parsing;
  const colons = /^:+/.exec(source.slice(block.position?.start.offset))?.[0] ?? ':::';
  report('unclosed-block', placeOfOpening(path, block), {
    found: `a ${code(colons + block.name)} block that is not closed`,
    expected: `a line ${code(colons)} where it ends`,
    cause: inner && placeOfOpening(path, inner),
  });
}

/** `:::claim` and nothing more, which may be meant as the end of a claim. */
function isNameAlone(block: ContainerDirective): boolean {
  return writtenOn(block).length === 0;
}

function reportNamedClosing(block: ContainerDirective, { path, report }: Parsing): void {
  report('unclosed-block', placeOfOpening(path, block), {
    found: `${code(`:::${block.name}`)}, which opens another block inside the first`,
    expected: '`:::` alone where a block ends',
  });
}

/** Takes a block out of its parent, and then lists and quotations that have nothing left in them. */
function takeOut(block: ContainerDirective, ancestors: readonly Parents[]): void {
  let taken: Nodes = block;
  for (const parent of ancestors.toReversed()) {
    const siblings: Nodes[] = parent.children;
    siblings.splice(siblings.indexOf(taken), 1);
    if (siblings.length > 0 || !['listItem', 'list', 'blockquote'].includes(parent.type)) return;
    taken = parent;
  }
}

function firstInside(block: ContainerDirective): ContainerDirective | undefined {
  let inner: ContainerDirective | undefined;
  visit(block, 'containerDirective', (node) => {
    if (node === block) return undefined;
    inner = node;
    return EXIT;
  });
  return inner;
}

export function isClosed({ data }: ContainerDirective): boolean {
  return data?.position?.closing !== undefined;
}

/** A mark inside a definition has no prose to mark. */
function reportStrayMarks(block: ContainerDirective, { path, report }: Parsing): void {
  visit(block, 'textDirective', (mark) => {
    report('unreadable-directive', placeOf(path, mark), {
      found: 'a mark inside a definition',
      expected: 'marks in the prose only: take the brackets and braces away here',
    });
  });
}

/** Whatever may be an id in a text that could not be read. */
export const identifiers = /[a-z0-9]+(?:-[a-z0-9]+)*/g;

/** Every id a block names, readable or not, and what it may have meant by a malformed one. */
export function namedBy(block: ContainerDirective): string[] {
  return joinedOn(block)
    .flatMap(({ name, value }) => (name === 'id' ? [value] : value.split(/[\s,]+/)))
    .flatMap(meantBy);
}

/** A block's id as it is written, and what may have been meant by a malformed one. */
export function idsOf(block: ContainerDirective): string[] {
  return meantBy(joinedOn(block).find(({ name }) => name === 'id')?.value ?? '');
}

function meantBy(id: string): string[] {
  return [id, toIdentifier(id) ?? id];
}
