import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keptFiles } from '../kept-files.ts';
import type { LoadedLibrary } from '../library.ts';
import { makePicture } from './make-picture.ts';
import { plannedPictures } from './plan.ts';

/** How far the making has come. */
export interface PictureCount {
  readonly all: number;
  readonly done: number;
  /** Of those done, the ones that were not there from an earlier build. */
  readonly made: number;
}

/** Puts the pictures that pages show into a built site. Tells after each how far it has come. */
export async function writePictures(
  { library, routes }: Pick<LoadedLibrary, 'library' | 'routes'>,
  contentDir: string,
  dir: string,
  tell: (count: PictureCount) => void = () => {},
): Promise<PictureCount> {
  const planned = plannedPictures(library, routes);
  let count: PictureCount = { all: planned.length, done: 0, made: 0 };
  if (planned.length === 0) return count;
  const kept = keptFiles('pictures');
  for (const picture of planned) {
    // One after the other: each is made on all cores.
    const { path, isNew } = await makePicture(picture, contentDir, kept);
    const file = join(dir, picture.path);
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(path, file);
    count = { ...count, done: count.done + 1, made: count.made + (isNew ? 1 : 0) };
    tell(count);
  }
  kept.tidy();
  return count;
}
