import type { MeasuredNode, Node, Renderer } from '@takumi-rs/core';
import { plainPalette } from '../../core/model/palette.ts';
import { signShapes } from '../sign-shapes.ts';
import { type Card, type Colours, lightOf } from './card.ts';
import { distance } from './look.ts';

/** What social sites show a link with. */
export const cardSize = { width: 1200, height: 630 } as const;

const margin = 60;
const measure = cardSize.width - 2 * margin;

/** Font sizes in px, the largest first: the card takes the first at which its text fits. */
const sizes = {
  statement: [104, 92, 82, 74, 68, 62, 56, 50, 46],
  poster: [230, 200, 172, 150, 130, 112, 96, 84, 72],
  stamp: [164, 148, 132, 116, 100, 84],
} as const;

/** How high the text may be, with and without something under it. */
const room = { stamp: 300, strip: 250, line: 172 } as const;

const usual = lightOf(plainPalette);

export function cardStyle({ colours = usual }: Card): string {
  return `
.card { width: 100%; height: 100%; display: flex; flex-direction: column; background: ${colours.paper}; color: ${colours.ink}; }
.head { display: flex; justify-content: space-between; align-items: center; gap: 40px; margin: 40px ${margin}px 0; height: 60px; }
.caps { font-family: Sofia; font-weight: 700; font-size: 46px; line-height: 60px; text-transform: uppercase; letter-spacing: 0.015em; white-space: nowrap; }
.kicker { display: flex; align-items: center; flex: 1; min-width: 0; gap: 18px; }
.kicker > * { flex-shrink: 1; }
.kicker .caps { overflow: hidden; text-overflow: ellipsis; }
.of { color: ${colours['ink-2']}; flex: 1; min-width: 0; font-weight: 600; }
.logo { display: flex; align-items: center; gap: 14px; flex-shrink: 0; max-width: 480px; }
.logo .caps { font-weight: 900; overflow: hidden; text-overflow: ellipsis; }
* { flex-shrink: 0; }
.text { margin: 26px ${margin}px 0; width: ${measure}px; overflow-wrap: anywhere; text-overflow: ellipsis; overflow: hidden; }
.statement { font-family: Brygada; font-weight: 500; line-height: 1.13; text-wrap: balance; }
.poster { text-wrap: balance;  font-family: Sofia; font-weight: 900; line-height: 0.86; text-transform: uppercase; letter-spacing: -0.01em; }
.line { margin: 16px ${margin}px 0; width: ${measure}px; font-family: Brygada; font-weight: 500; font-size: 40px; line-height: 50px; overflow: hidden; text-overflow: ellipsis; }
.rest { flex: 1; display: flex; align-items: flex-end; justify-content: flex-end; margin-right: ${margin}px; }
.stamp { display: flex; align-items: center; gap: 26px; margin: 0 ${margin}px 30px; height: 126px; }
.word { font-family: Sofia; font-weight: 900; line-height: 126px; text-transform: uppercase; letter-spacing: -0.01em; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; flex-shrink: 1; min-width: 0; }
.record { height: 16px; width: 100%; background: ${colours.ink}; }
`;
}

/**
 * Draws a card as a PNG of 1200 by 630 pixels. Its text is set as large as fits; one that does not fit at the smallest size
 * ends in an ellipsis.
 */
export async function drawCard(renderer: Renderer, card: Card): Promise<Uint8Array> {
  const sheet = await layOut(renderer, card);
  return renderer.render(sheet, { ...cardSize, format: 'png', css: [cardStyle(card)] });
}

/** A card as the nodes it is drawn of. */
export async function layOut(renderer: Renderer, given: Card): Promise<Node> {
  const card = { ...given, text: cut(given.text) };
  const textSize = await largest(renderer, card, sizes[card.as], (size) => text(card, size), roomFor(card));
  const stampSize = await largest(renderer, card, sizes.stamp, (size) => word(card, size), 140, measure - 150);
  return sheet(card, textSize, stampSize);
}

/** More than this never fits, and need not be measured. */
function cut(content: string): string {
  const letters = [...content];
  return letters.length > 600 ? `${letters.slice(0, 600).join('')}…` : content;
}

function roomFor({ stamp, strip }: Card): number {
  return stamp ? room.stamp : strip ? room.strip : room.line;
}

/** The largest size at which a text stays within its box, or the smallest there is. */
async function largest(
  renderer: Renderer,
  card: Card,
  from: readonly number[],
  nodeAt: (size: number) => Node,
  height: number,
  width: number = measure,
): Promise<number> {
  for (const size of from.slice(0, -1)) {
    const measured = await renderer.measure(nodeAt(size), {
      width: cardSize.width,
      height: 2000,
      css: [cardStyle(card)],
    });
    if (measured.height <= height && widest(measured) <= width) return size;
  }
  return from.at(-1) ?? 0;
}

function widest({ runs, children }: MeasuredNode): number {
  return Math.max(0, ...runs.map(({ x, width }) => x + width), ...children.map(widest));
}

function sheet(card: Card, textSize: number, stampSize: number): Node {
  const { kicker, stamp, line, strip, colours = usual } = card;
  return box('card', [
    head(card),
    text(card, textSize, roomFor(card)),
    ...(line ? [under(line, strip ? 1 : 3)] : []),
    box('rest', kicker.some((part) => part !== '') ? [] : [brand(colours)]),
    ...(stamp ? [box('stamp', [...(stamp.sign ? [sign(stamp.sign, 112, colours)] : []), word(card, stampSize)])] : []),
    ...(strip && strip.length > 0 ? [stripOf(strip, colours)] : [box('record')]),
  ]);
}

function head({ kicker: [who, of], by, site, colours = usual }: Card): Node {
  const kicker = box('kicker', [
    ...(by ? [drawing(speakers[by], 30, 30, colours.ink)] : []),
    ...(who ? [caps(who)] : []),
    ...(of ? [caps(of, 'of')] : []),
  ]);
  return box('head', [kicker, ...(who || of ? [logo(site, colours)] : [])]);
}

function logo(site: string, { brand: red, ink }: Colours): Node {
  const wedge = `<path fill="${red}" d="M0 17 32 0v17z"/><path d="M0 19h32v5H0z"/>`;
  return box('logo', [drawing(wedge, 64, 48, ink, '0 0 32 24'), caps(site)]);
}

function under(line: string, lineClamp: number): Node {
  return { type: 'text', className: 'line', text: line, style: { lineClamp } };
}

/** The wedge of the logo, where nothing else stands on the line. */
function brand(colours: Colours): Node {
  return drawing('<path d="M0 17 32 0v17z"/>', 280, 149, colours.brand, '0 0 32 17');
}

function text({ text: content, as }: Card, size: number, height?: number): Node {
  const lineHeight = as === 'statement' ? 1.13 : 0.86;
  const lines = height === undefined ? {} : { lineClamp: Math.floor(height / (size * lineHeight)) };
  return { type: 'text', className: `text ${as}`, text: content, style: { fontSize: size, ...lines } };
}

function word({ stamp, colours = usual }: Card, size: number): Node {
  const style = { fontSize: size, color: colours[stamp?.sign && stamp.sign !== 'record' ? stamp.sign : 'ink'] };
  return { type: 'text', className: 'word', text: stamp?.word ?? '', style };
}

function sign(name: keyof typeof signShapes, size: number, colours: Colours): Node {
  return drawing(signShapes[name], size, size, colours[name === 'record' ? 'ink' : name]);
}

/** The marks of the speakers, as the pages have them. */
const speakers = {
  work: '<path d="M0 0h16v16H0z"/>',
  review: '<path d="M1.5 1.5h13v13h-13z" fill="none" stroke="currentColor" stroke-width="3"/>',
  person: '<path d="M0 0h5v16H0zM11 0h5v16h-5z"/>',
  record: '<path d="M0 3h16v3H0zM0 10h16v3H0z"/>',
} as const;

/** Each claim as a bar that stands off the line by its distance from the record; the review's own stand below it. */
function stripOf(strip: NonNullable<Card['strip']>, colours: Colours): Node {
  const [above, below] = [98, 72];
  const cell = Math.min(measure / strip.length, 40);
  const gap = Math.min(4, cell / 4);
  const farthest = 4.6;
  const bars = strip.map(({ sign: name, below: isBelow }, index) => {
    const height = (distance(name) / farthest) * ((isBelow ? below : above) - 8);
    const y = isBelow ? above + 14 : above - height;
    return `<rect x="${margin + index * cell}" y="${y}" width="${cell - gap}" height="${height}" fill="${colours[name]}"/>`;
  });
  const line = `<rect x="0" y="${above}" width="${cardSize.width}" height="14"/>`;
  const [width, height] = [cardSize.width, above + 14 + below];
  return drawing(bars.join('') + line, width, height, colours.ink, `0 0 ${width} ${height}`);
}

function drawing(shapes: string, width: number, height: number, ink: string, viewBox = '0 0 16 16'): Node {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}" fill="${ink}">${shapes.replaceAll('currentColor', ink)}</svg>`;
  return {
    type: 'image',
    src: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    width,
    height,
    style: { flexShrink: 0 },
  };
}

function box(className: string, children: Node[] = []): Node {
  return { type: 'container', className, children };
}

function caps(content: string, className = ''): Node {
  return { type: 'text', className: `caps ${className}`, text: content };
}
