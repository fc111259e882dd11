import { distance } from 'fastest-levenshtein';

/**
 * The known word nearest to what was written, or `undefined` when none is near: a third of the letters may differ, and
 * two neighbours that changed places count as one.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  if (written === '') return undefined;
  const word = written.toLowerCase().slice(0, 100);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const most = Math.max(1, Math.floor((Math.min(word.length, candidate.length) + 1) / 3));
    if (Math.abs(candidate.length - word.length) > most) continue;
    const apart = isTransposed(word, candidate.toLowerCase()) ? 1 : distance(word, candidate.toLowerCase());
    if (apart <= most && apart < least) [best, least] = [candidate, apart];
  }
  return best;
}

/** Whether two words differ only in two neighbouring letters that changed places. */
function isTransposed(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at++;
  const swapped = a.charAt(at + 1) + a.charAt(at);
  return a.length === b.length && at + 1 < a.length && b.slice(at) === swapped + a.slice(at + 2);
}

/** "one of `a`, `b`, `c`", with the nearest to what was written first: "`b` (the nearest), or one of `a`, `c`". */
export function oneOf(written: string, known: readonly string[], limit = 12): string {
  const near = nearest(written, known);
  const others = known.filter((word) => word !== near);
  const list = others.slice(0, limit).map(code).join(', ') + (others.length > limit ? ' …' : '');
  if (near === undefined && others.length === 1) return list;
  if (near === undefined) return list === '' ? 'nothing here' : `one of ${list}`;
  if (list === '') return code(near);
  return `${code(near)} (the nearest), or ${others.length === 1 ? '' : 'one of '}${list}`;
}

/** As `oneOf`, for lists too long to print: the nearest alone, or where the list is kept. */
export function nearestOr(written: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(written, known);
  return near === undefined ? otherwise : `${code(near)} (the nearest), or ${otherwise}`;
}

/** What an author wrote, cut where it is long. What cannot be seen, or would steer a terminal, is given by its number. */
export function code(text: string): string {
  const shown = (text.length > 80 ? `${text.slice(0, 79)}…` : text).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
  return `\`${shown}\``;
}
