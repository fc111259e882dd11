import type { ReadYaml } from '../markdown/yaml.ts';
import type { Report } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import { type Colour, type Palette, plainPalette, siteColours, type Tones, toneNames } from '../model/palette.ts';
import type { Place } from '../model/place.ts';
import type { GivenColour, Site, Verdict } from '../model/references.ts';
import { asHex, contrast, firstReadable } from './colour.ts';
import { type OwnColours, reportWeakColours } from './weak-colours.ts';

/**
 * The colours a site gives itself in `site.yaml` and its verdicts in `verdicts.yaml`, on top of those of the style sheet.
 * What is no colour, or cannot be read on its ground, is reported. A second ground, quieter text and lines follow from
 * ground and text, with the contrasts they have on other sites.
 */
export function readPalette(
  site: ReadYaml<Site> | undefined,
  verdicts: ReadYaml<readonly Verdict[]> | undefined,
  report: Report,
): Palette {
  const own: OwnColours = new Map();
  for (const { colour, what, value, placeOf } of [...givenBySite(site), ...givenByVerdicts(verdicts, report)]) {
    const tones = readTones(value, plainPalette[colour], (text, steps) =>
      report('bad-reference-file', placeOf(steps), {
        found: `${code(text)} as ${what}`,
        expected: 'an opaque colour of CSS, such as `"#c4121a"`, `rebeccapurple` or `oklch(0.5 0.2 27)`',
      }),
    );
    if (tones) own.set(colour, { what, place: placeOf([]), tones });
  }
  if (own.size === 0) return plainPalette;
  const palette: Palette = {
    ...plainPalette,
    ...Object.fromEntries([...own].map(([colour, { tones }]) => [colour, tones])),
  };
  reportWeakColours(palette, own, report);
  return own.has('paper') || own.has('ink') ? { ...palette, ...derivedFrom(palette) } : palette;
}

interface Given {
  readonly colour: Colour;
  /** What a message calls it. */
  readonly what: string;
  readonly value: GivenColour;
  readonly placeOf: (steps: readonly string[]) => Place;
}

function givenBySite(site: ReadYaml<Site> | undefined): Given[] {
  return siteColours.flatMap((colour) => {
    const value = site?.value.colours[colour];
    if (!site || value === undefined) return [];
    return { colour, what: code(colour), value, placeOf: (steps) => site.placeOf(['colours', colour, ...steps]) };
  });
}

/** A sign has one colour, whichever of the verdicts that share it names it first. */
function givenByVerdicts(verdicts: ReadYaml<readonly Verdict[]> | undefined, report: Report): Given[] {
  const bySign = new Map<Colour, Given>();
  for (const [index, { id, sign, colour: value }] of verdicts?.value.entries() ?? []) {
    if (!verdicts || value === undefined) continue;
    const placeOf: Given['placeOf'] = (steps) => verdicts.placeOf([index, 'colour', ...steps]);
    const first = bySign.get(sign);
    if (!first) bySign.set(sign, { colour: sign, what: `the colour of ${code(id)}`, value, placeOf });
    else if (JSON.stringify(first.value) !== JSON.stringify(value)) {
      report('bad-reference-file', placeOf([]), {
        found: `a second colour for the sign ${code(sign)}`,
        expected: 'the same colour, or another `sign` for this verdict',
        cause: first.placeOf([]),
      });
    }
  }
  return [...bySign.values()];
}

/** One colour for both, or one for each; `undefined` after something that is none. */
function readTones(
  value: GivenColour,
  plain: Tones,
  refuse: (text: string, steps: readonly string[]) => void,
): Tones | undefined {
  const one = typeof value === 'string' ? asHex(value) : undefined;
  if (one !== undefined) return { light: one, dark: one };
  if (typeof value === 'string') return void refuse(value, []);
  const read = toneNames.map((tone) => {
    const text = value[tone];
    const hex = text === undefined ? plain[tone] : asHex(text);
    if (hex === undefined) refuse(text ?? '', [tone]);
    return hex;
  });
  const [light, dark] = read;
  return light === undefined || dark === undefined ? undefined : { light, dark };
}

function derivedFrom({ paper, ink }: Palette) {
  const between = (name: 'paper-2' | 'ink-2' | 'hair' | 'edge'): Tones => {
    const at = (tone: keyof Tones) => {
      const usual = contrast(plainPalette[name][tone], plainPalette.paper[tone]);
      return firstReadable(paper[tone], ink[tone], [paper[tone]], usual);
    };
    return { light: at('light'), dark: at('dark') };
  };
  return { 'paper-2': between('paper-2'), 'ink-2': between('ink-2'), hair: between('hair'), edge: between('edge') };
}
