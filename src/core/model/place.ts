/** A point in a source file. Lines and columns count from 1, offsets from 0, all in UTF-16 units, as in unist. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/** Where something stands in the author's files: `path` is relative to the content folder. */
export interface Place {
  readonly path: string;
  readonly start: Point;
  readonly end?: Point | undefined;
}

/** The place of a whole file, for problems that have no better one. */
export function wholeFile(path: string): Place {
  return { path, start: { line: 1, column: 1, offset: 0 } };
}
