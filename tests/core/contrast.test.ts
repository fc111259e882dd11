import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

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

/** Relative luminance as WCAG 2.2 defines it, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test('contrast is measured as WCAG has it', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21);
  expect(contrast('#777', '#fff')).toBeCloseTo(4.48, 2);
});

const verdicts = ['disc', 'quarter', 'half', 'wedge', 'ring', 'saltire', 'diamond'];

test.for([
  ['text', 7, ['ink'], ['paper', 'paper-2']],
  ['quieter text', 7, ['ink-2'], ['paper']],
  ['quieter text on a tint', 4.5, ['ink-2'], ['paper-2']],
  ['the words of verdicts', 4.5, verdicts, ['paper', 'paper-2']],
  ['the edges of what can be pressed', 3, ['edge'], ['paper']],
  ['the title of a plate', 4.5, ['on-plate'], ['plate', 'plate-red']],
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
