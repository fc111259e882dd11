import Color from 'colorjs.io/dist/color.js';

/** A colour as CSS Color 4 writes it, as `#rrggbb`; `undefined` for what is none, or is not opaque. */
export function asHex(text: string): string | undefined {
  try {
    const colour = new Color(text.trim());
    return Number(colour.alpha) === 1 ? hexOf(colour) : undefined;
  } catch {
    return undefined; // the library has no other way to say that it is none
  }
}

/** Contrast of two colours from 1 to 21, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrast(one: string, other: string): number {
  return new Color(one).contrast(other, 'WCAG21');
}

/** On the way from a colour to another, the first that has a contrast to all grounds; the other if none has. */
export function firstReadable(from: string, to: string, grounds: readonly string[], ratio: number): string {
  const isEnough = (colour: string) => grounds.every((ground) => contrast(colour, ground) >= ratio);
  let [weak, strong] = [0, 1];
  for (let step = 0; step < 10; step++) {
    const middle = (weak + strong) / 2;
    if (isEnough(mixed(from, to, middle))) strong = middle;
    else weak = middle;
  }
  return isEnough(from) ? from : mixed(from, to, strong);
}

function mixed(from: string, to: string, share: number): string {
  return hexOf(new Color(from).mix(to, share, { space: 'oklab' }));
}

function hexOf(colour: Color): string {
  return colour.to('srgb').toGamut({ space: 'srgb' }).toString({ format: 'hex', collapse: false });
}
