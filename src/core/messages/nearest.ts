import { distance } from 'fastest-levenshtein';

/** The known word nearest to what was written, or `undefined` when none is near: a third of its letters may differ. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const word = written.toLowerCase().slice(0, 100);
  let best: string | undefined;
  let least = Math.floor(Math.max(3, word.length) / 3) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const apart = distance(word, candidate.toLowerCase());
    if (apart < least) [best, least] = [candidate, apart];
  }
  return best;
}

/** "`a`, `b` or `c`", with the nearest to what was written first: "`b` (nearest), or `a`, `c`". */
export function oneOf(written: string, known: readonly string[], limit = 12): string {
  const near = nearest(written, known);
  const others = known.filter((word) => word !== near);
  const list = others.slice(0, limit).map(code).join(', ') + (others.length > limit ? ' …' : '');
  if (near === undefined) return list === '' ? 'nothing here' : `one of ${list}`;
  return list === '' ? code(near) : `${code(near)} (the nearest), or one of ${list}`;
}

/** As `oneOf`, for lists too long to print: the nearest alone, or where the list is kept. */
export function nearestOr(written: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(written, known);
  return near === undefined ? otherwise : `${code(near)} (the nearest), or ${otherwise}`;
}

export function code(text: string): string {
  return `\`${text.length > 80 ? `${text.slice(0, 79)}…` : text}\``;
}
