import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '../../src/core/library/colour.ts';
import { plainPalette } from '../../src/core/model/palette.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** A token's colours, light and dark; a token that names another has that one's. */
function coloursOf(token: string): readonly [string, string] {
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(css)?.[1] ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other !== undefined) return coloursOf(other);
  const [light, dark = light] = value.match(/#[0-9a-f]{3,6}\b/gi) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`No colour --${token}: ${value}`);
  return [light, dark];
}

test('the style sheet has the colours that the check and the cards know', () => {
  for (const [name, { light, dark }] of Object.entries(plainPalette)) {
    if (name !== 'brand') expect(coloursOf(name), name).toEqual([light, dark]);
  }
  const { light, dark } = plainPalette.brand;
  expect(readFileSync('src/styles/frame.css', 'utf8')).toContain(`var(--brand, light-dark(${light}, ${dark}))`);
});

const verdicts = ['disc', 'quarter', 'half', 'wedge', 'ring', 'saltire', 'diamond'];

test.for([
  ['text', 7, ['ink'], ['paper', 'paper-2']],
  ['quieter text', 7, ['ink-2'], ['paper']],
  ['quieter text on a tint', 4.5, ['ink-2'], ['paper-2']],
  ['the words of verdicts', 4.5, verdicts, ['paper', 'paper-2']],
  ['the edges of what can be pressed', 3, ['edge'], ['paper']],
  ['the title of a plate', 4.5, ['on-plate'], ['plate']],
] as const)('%s: at least %d to 1, light and dark', ([, least, inks, grounds]) => {
  for (const ink of inks) {
    for (const ground of grounds) {
      for (const scheme of [0, 1] as const) {
        const ratio = contrast(coloursOf(ink)[scheme], coloursOf(ground)[scheme]);
        expect(ratio, `--${ink} on --${ground}, ${scheme === 0 ? 'light' : 'dark'}`).toBeGreaterThanOrEqual(least);
      }
    }
  }
});
