import type { Text } from 'mdast';

/** As long as the signs it stands for, and none of a citation. */
const nothing = '\uFFFC';
const sign = /[@[\]]/g;
const written = /\\?[@[\]]|\\\\|&(?:#64|#x40|commat|#91|#x5b|lsqb|lbrack|#93|#x5d|rsqb|rbrack);/gi;

/**
 * The value of a text in which `@` and square brackets that its author has escaped (`\@`, `&#64;`) are signs that mean
 * nothing, so that offsets stay as they are.
 */
export function withoutEscaped({ value, position }: Text, source: string): string {
  const slice = source.slice(position?.start.offset, position?.end.offset);
  if (slice === value || !/[\\&]/.test(slice)) return value;
  const isEscaped = [...slice.matchAll(written)].flatMap(([found]) => (found === '\\\\' ? [] : [found.length > 1]));
  let at = 0;
  const plain = value.replace(sign, (found) => (isEscaped[at++] ? nothing : found));
  return plain.replace(/\uFFFC(-?)@/g, `${nothing}$1${nothing}`); // what an escaped bracket begins is no citation
}
