import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptFiles, MadeFile } from '../kept-files.ts';
import type { PlannedPicture } from './plan.ts';
import { loadSharp } from './sharp.ts';

/** How each format is written; a change here makes every picture anew. */
const recipe = {
  avif: { quality: 55, effort: 4, chromaSubsampling: '4:2:0' },
  webp: { quality: 78 },
  jpeg: { quality: 80, mozjpeg: true },
  png: { compressionLevel: 9, palette: true, quality: 90 },
} as const;

/** One of the files that pages show of an image, as it was kept or made now. */
export async function makePicture(
  { image, rendition: { format, width } }: PlannedPicture,
  contentDir: string,
  kept: KeptFiles,
): Promise<MadeFile> {
  const sharp = loadSharp();
  const makings = JSON.stringify([recipe[format], sharp.versions]);
  const made = createHash('sha256').update(makings).digest('hex').slice(0, 8);
  return kept.get(`${image.digest}-${width}-${made}.${format}`, async () => {
    const bytes = readFileSync(join(contentDir, 'images', image.path));
    // Turned upright by what its camera noted; nothing else of that (such as the place) is published.
    return sharp(bytes)
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .toFormat(format, recipe[format])
      .toBuffer();
  });
}
