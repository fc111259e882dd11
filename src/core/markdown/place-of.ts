import type { Directives } from 'mdast-util-directive';
import type { Node } from 'unist';
import { type Place, wholeFile } from '../model/place.ts';

/** Where a node stands in its file. */
export function placeOf(path: string, node: Node): Place {
  const { position } = node;
  return position ? { path, start: position.start, end: position.end } : wholeFile(path);
}

/** Where a directive begins: the opening line of a block, the whole of a mark. */
export function placeOfOpening(path: string, directive: Directives): Place {
  const opening = directive.type === 'containerDirective' ? directive.data?.position?.opening : undefined;
  return opening ? { path, start: opening.start, end: opening.end } : placeOf(path, directive);
}

/** Where a stretch of the source stands, by its offsets. */
export function placeAt(path: string, source: string, start: number, end = start): Place {
  return { path, start: pointAt(source, start), end: pointAt(source, end) };
}

function pointAt(source: string, offset: number) {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++;
  return { line, column: offset - lineStart + 1, offset };
}
