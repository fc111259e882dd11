import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Face {
  readonly family: string;
  readonly style: string;
  readonly weights: string;
  /** The ranges of its letters. */
  readonly letters: readonly string[];
}

const css = ['fonts', 'rare-letters'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')).join('');
const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)].flatMap(([, text = '']): Face[] => {
  const said = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(text)?.[1];
  const letters = said('unicode-range')?.split(/,\s*/);
  const family = said('font-family') ?? '';
  return letters
    ? [{ family, style: said('font-style') ?? 'normal', weights: said('font-weight') ?? '', letters }]
    : [];
});

test.for([
  ['Brygada', 'normal', [400, 700]],
  ['Brygada', 'italic', [400, 700]],
  ['Sofia', 'normal', [500, 900]],
] as const)('%s %s has the same letters at every weight', ([family, style, [lightest, boldest]]) => {
  // A browser looks for a letter only in the faces whose style and weights are those it has chosen.
  const letters = new Map<string, string[]>();
  for (const face of faces.filter((face) => face.family === family && face.style === style))
    letters.set(face.weights, [...(letters.get(face.weights) ?? []), ...face.letters].sort());
  const [first, ...others] = letters.values();
  expect(first?.length).toBeGreaterThan(10);
  for (const other of others) expect(other).toEqual(first);
  const covered = [...letters.keys()].flatMap((weights) => {
    const [from = '', to = from] = weights.split(' ');
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
  expect(covered.sort((a, b) => a - b)).toEqual(
    Array.from({ length: boldest - lightest + 1 }, (_, index) => lightest + index),
  );
});
