import { mkdirSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { LoadedLibrary } from '../library.ts';
import { createCardStore } from './card-store.ts';
import { plannedCards } from './plan.ts';

/** How far the drawing has come. */
export interface CardCount {
  readonly all: number;
  readonly done: number;
  /** Of those done, the ones that had to be drawn. */
  readonly drawn: number;
}

/**
 * Puts the cards, the pictures that stand for pages where their address is pasted, into `cards/` of a built site. Those
 * that say what they said in an earlier build are not drawn again. Tells after each card how far it has come.
 */
export async function writeCards(
  { library, routes }: Pick<LoadedLibrary, 'library' | 'routes'>,
  dir: string,
  tell: (count: CardCount) => void = () => {},
): Promise<CardCount> {
  const store = createCardStore();
  const pathOf = (page: string) => decodeURIComponent(routes.card(page).slice(routes.base.length));
  const files = [...plannedCards(library)].map(([page, card]) => ({ file: join(dir, pathOf(page)), card }));
  for (const folder of new Set(files.map(({ file }) => dirname(file)))) mkdirSync(folder, { recursive: true });
  let [done, drawn] = [0, 0];
  const left = files.values();
  // As many at a time as there are cores: the drawing is done on threads of its own.
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const { file, card } of left) {
        const { path, isNew } = await store.get(card);
        await copyFile(path, file);
        done += 1;
        if (isNew) drawn += 1;
        tell({ all: files.length, done, drawn });
      }
    }),
  );
  store.tidy();
  return { all: files.length, done, drawn };
}
