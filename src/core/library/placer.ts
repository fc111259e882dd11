import type { Place, Point } from '../model/place.ts';

/** Turns offsets in a text into places; the text is searched for its lines once. */
export function createPlacer(path: string, text: string): (offset: number) => Place {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return (offset) => ({ path, start: pointAt(lineStarts, offset) });
}

function pointAt(lineStarts: readonly number[], offset: number): Point {
  let line = 0;
  for (let beyond = lineStarts.length; beyond - line > 1; ) {
    const middle = (line + beyond) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) line = middle;
    else beyond = middle;
  }
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1, offset };
}
