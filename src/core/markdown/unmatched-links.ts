import type { Root } from 'mdast';
import { code } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { placeAt } from './place-of.ts';
import { visit } from './visit.ts';

/** `[words][name]`, where neither is a sign of a footnote, a citation or an ellipsis; the name may be none. */
const reference = /(?<![\\!\]])\[([^\][@^][^\][]{0,300})\]\[([^\][@^…][^\][]{0,100}|)\]/g;

/** Reports links whose address is nowhere in the file: Markdown prints their brackets. */
export function reportUnmatchedLinks(tree: Root, { path, source, report }: Parsing): void {
  if (!source.includes('][')) return;
  visit(tree, 'text', ({ position }) => {
    const start = position?.start.offset ?? 0;
    for (const { 0: written, 1: words = '', 2: name, index } of source
      .slice(start, position?.end.offset)
      .matchAll(reference)) {
      const at = start + index;
      report('unmatched-link', placeAt(path, source, at, at + written.length), {
        found: `${code(written)}, a link whose address is nowhere`,
        expected: `a paragraph ${code(`[${name || words}]: https://…`)}, or ${code(`\\${written}`)} where brackets are meant`,
      });
    }
  });
}
