import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/core/library/colour.ts';
import { plainPalette } from '../../../src/core/model/palette.ts';
import { colourSheet } from '../../../src/site/own-colours.ts';
import { check, references } from '../../harness/fixture-content.ts';

/** A site with these lines of colours, and with these for its first verdict. */
function coloured(colours: string, verdict = '') {
  const scale = (references.get('verdicts.yaml') ?? '').replace('sign: disc', `sign: disc${verdict}`);
  const site = `${references.get('site.yaml')}${colours && `colours:\n${colours}`}`;
  const { library, messages } = check(
    {},
    new Map([
      ['site.yaml', site],
      ['verdicts.yaml', scale],
    ]),
  );
  return { palette: library.palette, said: messages.map(({ found, expected }) => `${found} / ${expected}`) };
}

describe('the colours of a site', () => {
  it('are those of the style sheet, to which nothing is added, where it names none', () => {
    expect(coloured('').palette).toBe(plainPalette);
    expect(colourSheet(plainPalette)).toBe('');
  });

  it.each([
    ['  brand: "#00518A"\n  ink: "#000"\n', 'ink', 2],
    ['  brand: { light: rebeccapurple, dark: oklch(0.8 0.1 300) }\n', 'brand', 0],
    ['  ink: { light: hsl(220 60% 15%) }\n', 'ink', 0],
  ])('may be any opaque colour of CSS: %s', (lines, name, problems) => {
    const { palette, said } = coloured(lines);
    expect(said).toHaveLength(problems);
    expect(palette[name as 'ink' | 'brand'].light).toMatch(/^#[0-9a-f]{6}$/); // as the rows have it
  });

  it('go into the style sheet, those alone that are not the usual ones', () => {
    const { palette } = coloured('  brand: { light: "#00518a", dark: "#74bcf2" }\n', ', colour: { light: "#004d00" }');
    expect(colourSheet(palette)).toContain(
      '--brand: light-dark(#00518a, #74bcf2); --disc: light-dark(#004d00, #74bcf2);',
    );
    expect(colourSheet(palette)).not.toContain('--paper');
  });

  it('bring what follows from them: lines and quieter text stay as readable as elsewhere', () => {
    const { palette, said } = coloured('  paper: { light: "#fffaf0", dark: "#0b1020" }\n  ink: { light: "#10204a" }\n');
    expect(said).toEqual([]);
    for (const tone of ['light', 'dark'] as const) {
      expect(contrast(palette['ink-2'][tone], palette.paper[tone])).toBeGreaterThan(7);
      expect(contrast(palette.edge[tone], palette.paper[tone])).toBeGreaterThan(3);
    }
  });

  it.each([
    ['  brand: blu\n', '`blu` as `brand` / an opaque colour of CSS'],
    ['  brand: rgb(1 2 3 / 50%)\n', '`rgb(1 2 3 / 50%)` as `brand` / an opaque colour'],
    ['  brand: #c4121a\n', '`brand` without a value / a colour of CSS in quotation marks'],
    ['  brand: { ligth: "#c4121a" }\n', 'key `ligth` / `light` (the nearest), or `dark`'],
    ['  accent: "#c4121a"\n', 'key `accent` / one of `paper`, `ink`, `brand`'],
    ['  paper: { light: "#808080" }\n', '`paper` on which `ink`, `brand`, `disc`'],
    [
      '  ink: "#444"\n',
      '`ink` with a contrast of 1.8 in the dark / 7 or more, for example `{ light: "#444444", dark: "#',
    ],
  ])('are refused in one message: %s', (lines, words) => {
    const { said } = coloured(lines);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  });

  it('proposes what is accepted', () => {
    const proposal = /for example `(.*)`/.exec(coloured('  brand: "#777777"\n  ink: "#777777"\n').said[0] ?? '')?.[1];
    expect(proposal).toMatch(/^\{ light: "#[0-9a-f]{6}", dark: "#[0-9a-f]{6}" \}$/);
    expect(coloured(`  ink: ${proposal}\n`).said).toEqual([]);
  });
});
