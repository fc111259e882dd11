import { toIdentifier } from './identifier.ts';

/** A picture kept with the content, as far as a page must know it before any of it is fetched. */
export interface ImageFile {
  /** Below `images/` of the content folder. */
  readonly path: string;
  /** As it is shown, upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The beginning of the SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  /** What a browser gets that knows no newer format: PNG for drawings and what is transparent, JPEG for photographs. */
  readonly fallback: 'jpeg' | 'png';
}

/** A file in `images/` that cannot be shown, and why. */
export interface UnusableImage {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

export type KnownImage = ImageFile | UnusableImage;

/** Who made a picture, on what terms it may be shown, and where it was found: an entry of `images.yaml`. */
export interface ImageCredit {
  readonly credit: string;
  readonly licence: { readonly name: string; readonly url?: string | undefined };
  readonly source?: string | undefined;
}

/** The formats a page offers, best first; the last is the fallback of each picture. */
export type PictureFormat = 'avif' | 'webp' | ImageFile['fallback'];

/** One of the files that are made of a picture. */
export interface Rendition {
  readonly format: PictureFormat;
  /** In pixels; the height follows. */
  readonly width: number;
}

/** A phone, a phone with a fine screen, the column of text on a fine screen. */
const widths = [480, 800, 1296];
/** What is larger is made as large as this; it is also the most that is shown when the whole picture is asked for. */
const mostPixels = 2560;

export function isUsable(image: KnownImage | undefined): image is ImageFile {
  return image !== undefined && 'width' in image;
}

/** How wide a picture is made, narrowest first; never wider than it is. The last is the whole picture. */
export function pictureWidths({ width, height }: Pick<ImageFile, 'width' | 'height'>): readonly number[] {
  const whole = Math.round(width * Math.min(1, mostPixels / Math.max(width, height)));
  return [...widths.filter((one) => one < whole * 0.9), whole];
}

/** The formats of a picture, best first. */
export function pictureFormats({ fallback }: Pick<ImageFile, 'fallback'>): readonly PictureFormat[] {
  return ['avif', 'webp', fallback];
}

/** Every file that a page may fetch of a picture: in the fallback one for the page, and the whole. */
export function renditionsOf(image: ImageFile): readonly Rendition[] {
  return pictureFormats(image).flatMap((format) => {
    const all = pictureWidths(image);
    const wanted = format === image.fallback ? new Set([pageWidth(image), ...all.slice(-1)]) : all;
    return [...wanted].map((width) => ({ format, width }));
  });
}

/** The width for a browser that cannot choose. */
export function pageWidth(image: ImageFile): number {
  const all = pictureWidths(image);
  return all.findLast((width) => width <= 1296) ?? all[0] ?? image.width;
}

/** The name of a rendition: its bytes never change under it. */
export function renditionName({ path, digest }: ImageFile, { format, width }: Rendition): string {
  const stem = toIdentifier(path.replace(/\.\w+$/, '').replace(/^.*\//, '')) ?? 'picture';
  return `${stem}.${digest}.${width}.${format === 'jpeg' ? 'jpg' : format}`;
}
