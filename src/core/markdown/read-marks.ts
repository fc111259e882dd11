import type { Root } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { code, nearestOr } from '../messages/nearest.ts';
import { Attributes } from './attributes.ts';
import type { Parsing } from './context.ts';
import type { MarkName } from './directive-syntax.ts';
import type { Mark, PlacedMark } from './marks.ts';
import { placeOf } from './place-of.ts';
import { textOf } from './text-of.ts';

export interface Marks {
  readonly byKey: ReadonlyMap<string, Mark>;
  readonly keyOf: (directive: TextDirective) => string;
  readonly hasNameless: boolean;
}

/** Reads the marks. Their keys hold a word that the file does not, so that no HTML in it can pass for one. */
export function readMarks(tree: Root, parsing: Parsing): Marks {
  let secret = 0;
  while (parsing.source.includes(`mark-${secret}-`)) secret++;
  const byKey = new Map<string, Mark>();
  const keys = new Map<TextDirective, string>();
  let hasNameless = false;
  visit(tree, 'textDirective', (directive) => {
    const attributes = new Attributes(parsing.path, parsing.source, directive, parsing.report);
    const name = directive.name as MarkName; // the syntax lets no other through
    if (directive.children.length === 0 && !/^:\w+\[\s*\]/.test(sourceOf(directive, parsing))) {
      hasNameless = true;
      parsing.report('unreadable-directive', attributes.place, {
        found: `a \`:${name}[\` whose bracket is not closed`,
        expected: '`]` where the passage ends, and the id in braces after it',
      });
      return;
    }
    attributes.allow([], 'a mark');
    const id = attributes.id('a mark', `:${name}[passage]{#id}`);
    if (id === undefined) {
      hasNameless = true;
      return;
    }
    const key = `mark-${secret}-${keys.size}`;
    keys.set(directive, key);
    byKey.set(key, { kind: name, id, directive });
  });
  return { byKey, keyOf: (directive) => keys.get(directive) ?? '', hasNameless };
}

function sourceOf(directive: TextDirective, { source }: Parsing): string {
  return source.slice(directive.position?.start.offset, directive.position?.end.offset);
}

/** Holds marks and definitions against each other. */
export function reportMarks(
  placed: readonly PlacedMark[],
  blocks: readonly ContainerDirective[],
  hasNameless: boolean,
  { path, source, report }: Parsing,
): void {
  const defined = new Map(blocks.map((block) => [block.attributes?.['id'] ?? '', block.name]));
  for (const { mark, element } of placed) {
    const place = placeOf(path, mark.directive);
    if (textOf(element).trim() === '') {
      report('empty-passage', place, {
        found: 'a mark round nothing',
        expected: 'the passage between the square brackets',
      });
    }
    if (defined.get(mark.id) === mark.kind || (hasNameless && !defined.has(mark.id))) continue;
    const ids = [...defined].flatMap(([id, name]) => (name === mark.kind ? [id] : []));
    report('mark-without-definition', place, {
      found: `a mark of ${code(mark.id)}, which no \`:::${mark.kind}\` of this file defines`,
      expected: nearestOr(mark.id, ids, `a block \`:::${mark.kind}{#${mark.id} …}\` in this file`),
    });
  }
  const marked = new Set(placed.map(({ mark }) => mark.id));
  if (hasNameless) return;
  for (const block of blocks) {
    const id = block.attributes?.['id'] ?? '';
    if (block.name !== 'claim' || marked.has(id)) continue;
    const { place } = new Attributes(path, source, block, report);
    report('definition-without-mark', place, {
      found: `a claim that no passage is marked with (${code(id)})`,
      expected: `\`:claim[passage]{#${id}}\` round the words that make it`,
    });
  }
}
