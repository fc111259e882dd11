import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { stances } from '../model/vocabulary.ts';
import { Attributes } from './attributes.ts';
import type { Parsing } from './context.ts';
import { placeOf } from './place-of.ts';

/** Takes the definitions out of the tree, in the order of the file, and reports those that are not closed. */
export function takeBlocks(tree: Root, parsing: Parsing): ContainerDirective[] {
  const blocks: ContainerDirective[] = [];
  visit(tree, 'containerDirective', (block) => {
    blocks.push(block);
  });
  const reported = new Set<ContainerDirective>();
  for (const block of blocks) {
    const inner = firstInside(block);
    if (isClosed(block, parsing.source) && (!inner || isClosed(inner, parsing.source))) continue;
    if (inner) reported.add(inner);
    if (reported.has(block)) continue;
    const { place } = new Attributes(parsing.path, parsing.source, block, parsing.report);
    parsing.report('unclosed-block', place, {
      found: `a \`:::${block.name}\` block that is not closed`,
      expected: 'a line `:::` where it ends',
      cause: inner && placeOf(parsing.path, inner),
    });
  }
  for (const block of [tree, ...blocks]) {
    visit(block, 'containerDirective', (_node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  }
  return blocks;
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

function isClosed(block: ContainerDirective, source: string): boolean {
  const text = source.slice(block.position?.start.offset, block.position?.end.offset);
  return /\n[ \t>]*:{3,}[ \t]*$/.test(text);
}

/** Every id a block would have named, had it been readable. */
export function namedBy({ attributes }: ContainerDirective): string[] {
  return ['id', ...stances, 'on'].flatMap((name) => attributes?.[name]?.split(/[\s,]+/) ?? []);
}
