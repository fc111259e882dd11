import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';

/**
 * Cuts the typeface of posters and interface to what the style sheet asks of it, a third less to fetch on every first visit:
 * weights from 500 to 900, and Cyrillic capitals apart from the rest of Cyrillic, for on most pages only a title in
 * capitals is Cyrillic. Style sheets find the files at `@interface-font/`; they are made once a version.
 */
export function interfaceFont(): AstroIntegration {
  return {
    name: 'interface-font',
    hooks: {
      'astro:config:setup': async ({ updateConfig }) => {
        const require = createRequire(import.meta.url);
        const folder = dirname(require.resolve(`${family}/package.json`));
        const { version } = require(`${family}/package.json`) as { readonly version: string }; // every package has one
        const ranges = require(`${family}/unicode.json`) as Readonly<Record<string, string>>; // as Fontsource writes it
        const output = join(process.cwd(), '.build/fonts', version);
        mkdirSync(output, { recursive: true });
        for (const { name, subset, range = ranges[subset] ?? '' } of cuts) {
          const path = join(output, `${name}.woff2`);
          if (existsSync(path)) continue;
          const whole = readFileSync(join(folder, `files/sofia-sans-extra-condensed-${subset}-wght-normal.woff2`));
          const cut = await subsetFont(whole, charactersOf(range), {
            targetFormat: 'woff2',
            variationAxes: { wght: weights },
          });
          const draft = `${path}.${process.pid}`; // two builds may be under way
          writeFileSync(draft, cut);
          renameSync(draft, path);
        }
        updateConfig({ vite: { resolve: { alias: { '@interface-font': output } } } });
      },
    },
  };
}

const family = '@fontsource-variable/sofia-sans-extra-condensed';
const weights = { min: 500, max: 900 };
const cuts: readonly { readonly name: string; readonly subset: string; readonly range?: string }[] = [
  { name: 'latin', subset: 'latin' },
  { name: 'latin-ext', subset: 'latin-ext' },
  { name: 'cyrillic-capitals', subset: 'cyrillic', range: 'U+400-42F,U+490,U+2116' },
  { name: 'cyrillic', subset: 'cyrillic' },
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
