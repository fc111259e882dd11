import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { firstReadable } from '../core/library/colour.ts';
import { colourNames, isPlain, type Palette } from '../core/model/palette.ts';
import { loadLibrary } from './library.ts';

/** The sheets that bring the tokens to a page. */
const sheets = ['site.css', 'embed.css'].map((name) => join(import.meta.dirname, '../styles', name));

/** Puts the colours of the site into the style sheets that hold the tokens; a site without its own gets them as they are. */
export function ownColours(): AstroIntegration {
  return {
    name: 'own-colours',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = {
          name: 'own-colours',
          enforce: 'pre' as const,
          async transform(code: string, id: string) {
            if (!sheets.includes(id)) return undefined;
            const { library } = await loadLibrary();
            return { code: code + colourSheet(library.palette), map: null };
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

/** In the dev server: lets pages be made with the colours as they are now. */
export function forgetColours(server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    for (const module of sheets.flatMap((file) => [...(moduleGraph.getModulesByFile(file) ?? [])]))
      moduleGraph.invalidateModule(module);
  }
}

/** CSS that sets the tokens in which a palette differs from the usual one; nothing when it does in none. */
export function colourSheet(palette: Palette): string {
  const own = colourNames.filter((name) => !isPlain(palette, name));
  if (own.length === 0) return '';
  const set = own.map((name) => `--${name}: light-dark(${palette[name].light}, ${palette[name].dark});`);
  if (own.includes('brand')) set.push(`--brand-on-plate: ${brandOnPlate(palette)};`);
  return `\n@layer tokens { :root { ${set.join(' ')} }${moreContrast} }\n`;
}

/** The wedge where it stands on black with a title before it: apart from both. */
export function brandOnPlate(palette: Palette): string {
  if (isPlain(palette, 'brand')) return '#d8151d';
  const [black, white] = ['#151310', '#f4f3ef'];
  return firstReadable(firstReadable(palette.brand.light, '#000000', [white], 4.5), '#ffffff', [black], 3);
}

/** As `tokens.css` has it; what stands behind it in the layer would undo it. */
const moreContrast =
  ' @media (prefers-contrast: more) { :root { --ink-2: var(--ink); --hair: var(--edge); --edge: var(--ink); } }';
