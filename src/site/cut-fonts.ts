import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';

/**
 * Cuts the typefaces to what most pages ask of them, so that a first visit fetches little. Style sheets find the cuts at
 * `@cut-fonts/`; they are made anew when the typefaces are, or what is asked of them.
 */
export function cutFonts(): AstroIntegration {
  return {
    name: 'cut-fonts',
    hooks: {
      'astro:config:setup': async ({ updateConfig }) => {
        const require = createRequire(import.meta.url);
        const output = join(process.cwd(), '.build/fonts');
        for (const cut of cuts) {
          const { family, style = 'normal', weights, subset, name = subset, range } = cut;
          const folder = dirname(require.resolve(`@fontsource-variable/${family}/package.json`));
          const { version } = require(join(folder, 'package.json')) as { readonly version: string }; // every package has one
          const ranges = require(join(folder, 'unicode.json')) as Readonly<Record<string, string>>; // as Fontsource writes it
          const path = join(output, `${family}-${name}-${style}.woff2`);
          const made = `${path}.made`;
          const makings = JSON.stringify([version, cut, keepFeatures]);
          if (existsSync(path) && existsSync(made) && readFileSync(made, 'utf8') === makings) continue;
          mkdirSync(output, { recursive: true });
          const whole = readFileSync(join(folder, `files/${family}-${subset}-wght-${style}.woff2`));
          const bytes = await subsetFont(whole, charactersOf(range ?? ranges[subset] ?? ''), {
            targetFormat: 'woff2',
            variationAxes: { wght: weights },
            keepFeatures,
          });
          const draft = `${path}.${process.pid}`; // two builds may be under way
          writeFileSync(draft, bytes);
          renameSync(draft, path);
          writeFileSync(made, makings);
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

/** What browsers do unasked, and figures of one width, which tables ask for (OpenType feature tags). */
const keepFeatures = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rclt', 'rlig', 'rvrn', 'tnum'];

/** As in `fonts.css`, which leaves out the accents that stand alone. */
const latin =
  'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
/** The interface has weights from 500 to 900, and on most pages only a title in capitals is Cyrillic. */
const sofia = { family: 'sofia-sans-extra-condensed', weights: { min: 500, max: 900 } };
const brygada = { family: 'brygada-1918', weights: { min: 400, max: 700 } };
/** What names of Europe need; the rest of “extended Latin” is four times as heavy and hardly ever read. */
const names = { ...brygada, subset: 'latin-ext', name: 'latin-names', range: 'U+100-130,U+132-151,U+154-17F' };

const cuts: readonly Cut[] = [
  { ...sofia, subset: 'latin', range: latin },
  { ...sofia, subset: 'latin-ext' },
  { ...sofia, subset: 'cyrillic', name: 'cyrillic-capitals', range: 'U+400-42F,U+490,U+2116' },
  { ...sofia, subset: 'cyrillic' },
  { ...brygada, subset: 'latin', range: latin },
  { ...brygada, subset: 'cyrillic' },
  { ...brygada, subset: 'latin', range: latin, style: 'italic' },
  { ...brygada, subset: 'cyrillic', style: 'italic' },
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
