import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { code } from '../../core/messages/nearest.ts';
import type { KnownImage } from '../../core/model/image.ts';
import { loadSharp } from './sharp.ts';

/** Below these a build stays quick and a phone's memory whole; what a page fetches is smaller by far. */
const mostMegabytes = 30;
const mostMegapixels = 100;

const formats: ReadonlyMap<string | undefined, 'jpeg' | 'png'> = new Map([
  ['jpeg', 'jpeg'],
  ['png', 'png'],
  ['webp', 'jpeg'],
  ['heif', 'jpeg'], // AVIF is of its family
]);
const endings = /\.(?:jpe?g|png|webp|avif)$/i;

/** Everything in `images/` of a content folder, by its path below it; links to elsewhere are not followed. */
export async function readImages(contentDir: string): Promise<ReadonlyMap<string, KnownImage>> {
  const folder = join(contentDir, 'images');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => ({ file: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const images = new Map<string, KnownImage>();
  for (const { file, isFile } of entries) {
    const path = file
      .slice(folder.length + 1)
      .replaceAll('\\', '/')
      .normalize('NFC');
    images.set(path, isFile ? await readImage(file, path) : unusable(path, 'that is no file', 'the picture itself'));
  }
  return images;
}

/** Reading the head of a file is quick, its digest is not: a file that has not changed is not read again. */
const seen = new Map<string, { readonly stamp: string; readonly image: KnownImage }>();

async function readImage(file: string, path: string): Promise<KnownImage> {
  const { size, mtimeMs } = statSync(file);
  const stamp = `${size} ${mtimeMs}`;
  const known = seen.get(file);
  if (known?.stamp === stamp) return known.image;
  const image = await lookAt(file, path, size);
  seen.set(file, { stamp, image });
  return image;
}

async function lookAt(file: string, path: string, size: number): Promise<KnownImage> {
  if (!endings.test(path)) return unusable(path, 'of a kind that is not shown', 'a JPEG, PNG, WebP or AVIF file');
  const megabytes = size / 1024 ** 2;
  if (megabytes > mostMegabytes) {
    return unusable(path, `of ${megabytes.toFixed()} MB`, `a file of at most ${mostMegabytes} MB`);
  }
  const bytes = readFileSync(file);
  const sharp = loadSharp();
  try {
    const { format, hasAlpha, autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const fallback = formats.get(format);
    const { width, height } = autoOrient;
    if (!fallback) return unusable(path, 'of a kind that is not shown', 'a JPEG, PNG, WebP or AVIF file');
    if (pages > 1) return unusable(path, 'that moves', 'a picture that stands still');
    if (width * height > mostMegapixels * 1e6) {
      return unusable(path, `of ${width} × ${height} pixels`, `at most ${mostMegapixels} million pixels`);
    }
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    return { path, width, height, digest, fallback: hasAlpha ? 'png' : fallback };
  } catch {
    return unusable(path, 'that cannot be read', 'a whole JPEG, PNG, WebP or AVIF file');
  }
}

function unusable(path: string, what: string, expected: string): KnownImage {
  return { path, found: `image ${code(path)} ${what}`, expected };
}
