import type { Sign } from './vocabulary.ts';

/** A colour on a light page and on a dark one. */
export interface Tones {
  readonly light: string;
  readonly dark: string;
}
export const toneNames = ['light', 'dark'] as const;

/** What a site may colour besides its verdicts: the ground, the text, and the wedge of its name. */
export const siteColours = ['paper', 'ink', 'brand'] as const;
export type SiteColour = (typeof siteColours)[number];

/** What follows from the ground and the text: a second ground, quieter text, hairlines, edges of what can be pressed. */
export type DerivedColour = 'paper-2' | 'ink-2' | 'hair' | 'edge';

export type Colour = SiteColour | DerivedColour | Sign;

/** The colours of a site as #rrggbb, by the names they have in `styles/tokens.css`. */
export type Palette = Readonly<Record<Colour, Tones>>;

/** The colours of a site that names none; those of the style sheet, which a test holds against these. */
export const plainPalette: Palette = {
  paper: { light: '#f4f3ef', dark: '#161513' },
  'paper-2': { light: '#e9e7e0', dark: '#211f1c' },
  ink: { light: '#151310', dark: '#ece8df' },
  'ink-2': { light: '#4b4740', dark: '#b9b3a7' },
  hair: { light: '#c6c2b7', dark: '#46423b' },
  edge: { light: '#7d786d', dark: '#8d877b' },
  brand: { light: '#c4121a', dark: '#e8272e' },
  disc: { light: '#00518a', dark: '#74bcf2' },
  quarter: { light: '#00646c', dark: '#5fc9c9' },
  half: { light: '#5f3a9c', dark: '#c0a6f5' },
  wedge: { light: '#7d4f00', dark: '#ebb650' },
  ring: { light: '#55534e', dark: '#bdb8ae' },
  saltire: { light: '#c4121a', dark: '#ff6257' },
  diamond: { light: '#99206f', dark: '#f594d3' },
};

/** The names that every palette has. */
export const colourNames = Object.keys(plainPalette) as readonly Colour[]; // it has these keys and no others

/** Whether a site has no colours of its own; or, of one colour, whether it is the usual one. */
export function isPlain(palette: Palette, ...colours: readonly Colour[]): boolean {
  return (colours.length > 0 ? colours : colourNames).every((name) => {
    const [own, plain] = [palette[name], plainPalette[name]];
    return own.light === plain.light && own.dark === plain.dark;
  });
}
