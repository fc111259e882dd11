import type { Place } from '../model/place.ts';

/** A line of a file as far as it fits, and what is pointed at in it. */
export interface SourceFrame {
  readonly line: string;
  /** Where in `line` the carets stand, and how many they are. */
  readonly column: number;
  readonly length: number;
}

/** What would steer a terminal, or change the order of what stands in it. */
const unshowable = /[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * Of the lines of a file the one at which a place begins, cut to `width` round what is pointed at; `undefined` where the
 * file has none.
 */
export function sourceFrame(lines: readonly string[], { start, end }: Place, width: number): SourceFrame | undefined {
  const whole = lines[start.line - 1]
    ?.replace(/\r$/, '')
    .replace(/^\uFEFF/, ' ')
    .replace(unshowable, (sign) => (sign === '\t' ? ' ' : '\uFFFD'));
  if (whole === undefined || whole.trim() === '') return undefined;
  const at = Math.min(start.column - 1, whole.length);
  const last = end && end.line === start.line ? end.column - 1 : end ? whole.trimEnd().length : at + 1;
  const length = Math.max(1, last - at);
  if (whole.length <= width) return { line: whole, column: at, length };
  const room = Math.max(1, width - 2);
  const from = Math.max(0, Math.min(at - Math.floor(room / 3), whole.length - room));
  const line = `${from > 0 ? '…' : ''}${whole.slice(from, from + room)}${from + room < whole.length ? '…' : ''}`;
  const column = at - from + (from > 0 ? 1 : 0);
  return { line, column, length: Math.min(length, line.length - column) || 1 };
}
