import type { Element, ElementContent } from 'hast';
import { code, nearestOr } from '../messages/nearest.ts';
import {
  type ImageCredit,
  type ImageFile,
  isUsable,
  type PictureFormat,
  pageWidth,
  pictureFormats,
  pictureWidths,
} from '../model/image.ts';
import type { Parsing } from './context.ts';
import { placeOf } from './place-of.ts';

/** The column of text, or a phone without its margins. */
const sizes = '(min-width: 44rem) 40.5rem, calc(100vw - 2.5rem)';

/**
 * Makes a paragraph that begins with pictures, each on a line of its own, a figure; the lines below them are its caption,
 * or else the title of the picture. Who made the pictures, and their licences, are added from `images.yaml`.
 */
export function asFigure(paragraph: Element, parsing: Parsing): void {
  const { pictures, rest } = leadingPictures(paragraph.children);
  if (pictures.length === 0) return;
  const titles = pictures.flatMap(takeTitle);
  const words = rest.length > 0 ? trimmed(rest) : titles.map((value): ElementContent => ({ type: 'text', value }));
  const credits = pictures
    .flatMap((picture) => imageOf(picture, parsing) ?? [])
    .flatMap(({ path }) => parsing.references.credits.get(path) ?? [])
    .map(creditLine);
  const parts = [...(words.length > 0 ? [words] : []), ...credits.map((credit) => [credit])];
  const caption = parts.flatMap((part, index): ElementContent[] => [...(index > 0 ? [space] : []), ...part]);
  paragraph.tagName = 'figure';
  paragraph.children = [...pictures, ...(caption.length > 0 ? [element('figcaption', {}, caption)] : [])];
}

const space: ElementContent = { type: 'text', value: ' ' };

function leadingPictures(children: readonly ElementContent[]) {
  const pictures: Element[] = [];
  const isGap = (at: number) => isBlank(children[at]) || isElement(children[at], 'br');
  let at = isBlank(children[0]) ? 1 : 0;
  for (let child = children[at]; isElement(child, 'img') && endsLine(children, at); child = children[at]) {
    pictures.push(child);
    at += 1;
    while (isGap(at)) at += 1;
  }
  return { pictures, rest: children.slice(at) };
}

/** Whether nothing else stands on the line of a child. */
function endsLine(children: readonly ElementContent[], at: number): boolean {
  const next = children[at + 1];
  if (next === undefined || isElement(next, 'br')) return true;
  return next.type === 'text' && (/^[ \t]*\r?\n/.test(next.value) || (isBlank(next) && children.length === at + 2));
}

/**
 * A picture of the content folder in the formats and widths that are made of it, with room kept for it; in a figure it is
 * a link to the whole of it. What cannot be shown is reported and stands as its description.
 */
export function asPicture(image: Element, isInFigure: boolean, parsing: Parsing): Element {
  const { path, routes, report, references, used } = parsing;
  const place = placeOf(path, image);
  const alt = String(image.properties['alt'] ?? '').trim();
  const src = String(image.properties['src'] ?? '');
  const file = imageOf(image, parsing);
  if (alt === '' && file) {
    report('image-without-description', place, {
      found: `image without a description (${code(src)})`,
      expected: 'what it shows, in words, for those who cannot see it: `![The lamp, broken](…)`',
    });
  }
  if (!file) {
    reportUnknown(src, image, parsing);
    return element('span', { className: ['missing-image'] }, [{ type: 'text', value: alt || src }]);
  }
  used.set(file.path, file);
  if (!references.credits.has(file.path)) {
    report('uncredited-image', place, {
      found: `image ${code(file.path)} of which nothing says who made it`,
      expected: `an entry ${code(`${file.path}:`)} in images.yaml with \`credit:\` and \`licence:\``,
    });
  }
  const at = (format: PictureFormat, width: number) => routes.picture(file, { format, width });
  const sources = pictureFormats(file)
    .filter((format) => format !== file.fallback)
    .map((format) => {
      const srcSet = pictureWidths(file).map((width) => `${at(format, width)} ${width}w`);
      return element('source', { type: `image/${format}`, srcSet: srcSet.join(', '), sizes }, []);
    });
  const { title } = image.properties;
  const img = element('img', {
    src: at(file.fallback, pageWidth(file)),
    alt,
    ...(typeof title === 'string' && { title }),
    width: file.width,
    height: file.height,
    loading: 'lazy',
    decoding: 'async',
  });
  const picture = element('picture', {}, [...sources, img]);
  const whole = pictureWidths(file).at(-1) ?? file.width;
  return isInFigure ? element('a', { href: at(file.fallback, whole) }, [picture]) : picture;
}

function reportUnknown(src: string, image: Element, { path, images = new Map(), report }: Parsing): void {
  const place = placeOf(path, image);
  const wanted = pathBelowImages(src, path);
  const known = wanted === undefined ? undefined : images.get(wanted);
  if (known && !isUsable(known)) report('unusable-image', place, known);
  else if (wanted === undefined) {
    const name = /[^/\\]*$/.exec(src)?.[0] || 'picture.jpg';
    report('unusable-image', place, {
      found: `image ${code(src)}, which is not in the folder ${code('images')}`,
      expected: `a picture kept there: ${code(`![what is seen on it](../images/${name})`)}`,
    });
  } else {
    report('unknown-image', place, {
      found: `image ${code(wanted)}`,
      expected: nearestOr(wanted, images.keys(), 'the path of a file in the folder `images` of the content'),
    });
  }
}

function imageOf({ properties }: Element, { path, images }: Parsing): ImageFile | undefined {
  const wanted = pathBelowImages(String(properties['src'] ?? ''), path);
  const known = wanted === undefined ? undefined : images?.get(wanted);
  return isUsable(known) ? known : undefined;
}

/**
 * The path below `images/` that an address in a file leads to, as a browser resolves it: from the file (`../images/x.jpg`),
 * or from the content folder (`/images/x.jpg`). Nothing where it leads elsewhere.
 */
function pathBelowImages(src: string, from: string): string | undefined {
  const base = `file:///content/${from}`;
  const address = src.replace(/%5c/gi, '/'); // how a path is written on Windows
  const pathname = URL.canParse(address, base) ? new URL(address, base).pathname : '';
  const below = /^\/(?:content\/)?images\/(.+)$/.exec(pathname)?.[1];
  try {
    return below && decodeURIComponent(below).normalize('NFC');
  } catch {
    return undefined; // a stray per cent sign
  }
}

function creditLine(credit: ImageCredit): Element {
  const link = (text: string, href: string | undefined, rel?: string[]): ElementContent =>
    href === undefined
      ? { type: 'text', value: text }
      : element('a', { href, ...(rel && { rel }) }, [{ type: 'text', value: text }]);
  const made = link(credit.credit, credit.source);
  const licence = link(credit.licence.name, credit.licence.url, ['license']);
  return element('small', {}, [made, { type: 'text', value: ' · ' }, licence]);
}

function takeTitle(picture: Element): string[] {
  const { title } = picture.properties;
  delete picture.properties['title'];
  return typeof title === 'string' && title !== '' ? [title] : [];
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = nodes;
  return first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...rest] : [...nodes];
}

function isElement(node: ElementContent | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}

function isBlank(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}
