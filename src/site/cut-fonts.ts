import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';

/**
 * Cuts the typefaces to what most pages ask of them, so that a first visit fetches little. Style sheets find the cuts at
 * `@cut-fonts/`; they are made once a version of the typefaces.
 */
export function cutFonts(): AstroIntegration {
  return {
    name: 'cut-fonts',
    hooks: {
      'astro:config:setup': async ({ updateConfig }) => {
        const require = createRequire(import.meta.url);
        const output = join(process.cwd(), '.build/fonts');
        for (const { family, style = 'normal', weights, subset, name = subset, range } of cuts) {
          const folder = dirname(require.resolve(`@fontsource-variable/${family}/package.json`));
          const { version } = require(join(folder, 'package.json')) as { readonly version: string }; // every package has one
          const ranges = require(join(folder, 'unicode.json')) as Readonly<Record<string, string>>; // as Fontsource writes it
          const path = join(output, `${family}-${name}-${style}.woff2`);
          const made = `${path}.${version}`;
          if (existsSync(path) && existsSync(made)) continue;
          mkdirSync(output, { recursive: true });
          const whole = readFileSync(join(folder, `files/${family}-${subset}-wght-${style}.woff2`));
          const cut = await subsetFont(whole, charactersOf(range ?? ranges[subset] ?? ''), {
            targetFormat: 'woff2',
            variationAxes: { wght: weights },
          });
          const draft = `${path}.${process.pid}`; // two builds may be under way
          writeFileSync(draft, cut);
          renameSync(draft, path);
          writeFileSync(made, '');
        }
        updateConfig({ vite: { resolve: { alias: { '@cut-fonts': output } } } });
      },
    },
  };
}

interface Cut {
  readonly family: string;
  readonly style?: 'normal' | 'italic';
  readonly weights: { readonly min: number; readonly max: number };
  /** The file of the typeface it is cut from. */
  readonly subset: string;
  readonly name?: string;
  /** Its characters, where they are not all of the subset. */
  readonly range?: string;
}

/** The interface has weights from 500 to 900, and on most pages only a title in capitals is Cyrillic. */
const sofia = { family: 'sofia-sans-extra-condensed', weights: { min: 500, max: 900 } };
/** What names of Europe need; the rest of “extended Latin” is four times as heavy and hardly ever read. */
const names = {
  family: 'brygada-1918',
  weights: { min: 400, max: 700 },
  subset: 'latin-ext',
  name: 'latin-names',
  range: 'U+100-130,U+132-151,U+154-17F',
};

const cuts: readonly Cut[] = [
  { ...sofia, subset: 'latin' },
  { ...sofia, subset: 'latin-ext' },
  { ...sofia, subset: 'cyrillic', name: 'cyrillic-capitals', range: 'U+400-42F,U+490,U+2116' },
  { ...sofia, subset: 'cyrillic' },
  names,
  { ...names, style: 'italic' },
];

/** `U+41-43,U+2E` names A, B, C and the full stop. */
function charactersOf(range: string): string {
  return range
    .split(',')
    .flatMap((part) => {
      const [first = 0, last = first] = part
        .replace(/^\s*U\+/i, '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join('');
}
