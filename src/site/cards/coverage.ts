import brygada from '@fontsource-variable/brygada-1918/unicode.json' with { type: 'json' };
import sofia from '@fontsource-variable/sofia-sans-extra-condensed/unicode.json' with { type: 'json' };

/** First and last code point. */
export type Range = [number, number];

/** The subsets of the site's two families, each with the characters it holds. */
export const subsets = {
  'brygada-1918': parsed(brygada),
  'sofia-sans-extra-condensed': parsed(sofia),
} as const;

const covered = Object.values(subsets['brygada-1918']).flat();

/** Whether the site's type can set every character of a text. */
export function canSet(text: string): boolean {
  return [...text].every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return covered.some(([first, last]) => first <= code && code <= last);
  });
}

function parsed(lists: Readonly<Record<string, string>>): Readonly<Record<string, Range[]>> {
  return Object.fromEntries(Object.entries(lists).map(([subset, list]) => [subset, list.split(',').map(parsedRange)]));
}

/** `U+0400-045F` or `U+2116`. */
function parsedRange(range: string): Range {
  const [first = '', last = first] = range.replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
