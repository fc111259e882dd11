import type { Report } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import { type Colour, type Palette, type Tones, toneNames } from '../model/palette.ts';
import type { Place } from '../model/place.ts';
import { signs } from '../model/vocabulary.ts';
import { contrast, firstReadable } from './colour.ts';

/** The colours a site names itself: what a message calls each, and where it stands. */
export type OwnColours = Map<Colour, { readonly what: string; readonly place: Place; readonly tones: Tones }>;

/**
 * Reports the site's own colours that cannot be read on its ground, light or dark, and a ground on which other colours
 * cannot. The bounds are those of WCAG 2.2: 7 to 1 for text (AAA), 4.5 for the words of verdicts (AA), 3 for the wedge.
 * Pages are printed on white in their light colours.
 */
export function reportWeakColours(palette: Palette, own: OwnColours, report: Report): void {
  const weak = (['ink', 'brand', ...signs] as const).filter((colour) =>
    toneNames.some((tone) => contrastOf(palette, colour, tone) < leastOf(colour)),
  );
  for (const colour of weak) {
    const named = own.get(colour);
    if (!named) continue;
    report('weak-colour', named.place, {
      found: `${named.what} with ${contrastsOf(palette, colour)}`,
      expected: `${leastOf(colour)} or more, for example ${code(suggestion(palette, colour))}`,
    });
  }
  const paper = own.get('paper');
  const others = weak.filter((colour) => !own.has(colour));
  const [first] = others;
  if (paper && first) {
    report('weak-colour', paper.place, {
      found: `${code('paper')} on which ${others.map(code).join(', ')} cannot be read: ${code(first)} with ${contrastsOf(palette, first)}`,
      expected: `a ground that gives ${leastOf(first)} or more, or other colours for them (for ${code(first)}, ${code(suggestion(palette, first))})`,
    });
  }
}

function leastOf(colour: Colour): number {
  if (colour === 'ink') return 7;
  return colour === 'brand' ? 3 : 4.5;
}

function groundsOf({ paper }: Palette, tone: keyof Tones): string[] {
  return tone === 'light' ? [paper.light, '#ffffff'] : [paper.dark];
}

function contrastOf(palette: Palette, colour: Colour, tone: keyof Tones): number {
  return Math.min(...groundsOf(palette, tone).map((ground) => contrast(palette[colour][tone], ground)));
}

/** "a contrast of 2.1 in the light, 3.4 in the dark": of the two, those that are too weak. */
function contrastsOf(palette: Palette, colour: Colour): string {
  const tones = toneNames.filter((tone) => contrastOf(palette, colour, tone) < leastOf(colour));
  // Rounded down, so that no bound seems to be met that is not.
  const ratio = (tone: keyof Tones) => Math.floor(contrastOf(palette, colour, tone) * 10) / 10;
  return `a contrast of ${tones.map((tone) => `${ratio(tone)} in the ${tone}`).join(', ')}`;
}

/** The nearest that can be read, as it would be written. */
function suggestion(palette: Palette, colour: Colour): string {
  const [light, dark] = toneNames.map((tone) => {
    const grounds = groundsOf(palette, tone);
    const [ground = ''] = grounds;
    const strongest = contrast(ground, '#000000') > contrast(ground, '#ffffff') ? '#000000' : '#ffffff';
    return firstReadable(palette[colour][tone], strongest, grounds, leastOf(colour));
  });
  return light === dark ? `"${light}"` : `{ light: "${light}", dark: "${dark}" }`;
}
