import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Renderer } from '@takumi-rs/core';
import { keptFiles, type MadeFile } from '../kept-files.ts';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';
import { createRenderer, readType } from './type.ts';

/** Cards that were drawn, kept between builds under names that stand for all they are made of. */
export interface CardStore {
  /** The card as a PNG, kept or drawn now. */
  readonly get: (card: Card) => Promise<MadeFile>;
  /** Throws away what no build has used for a season. */
  readonly tidy: () => void;
}

const projectDir = resolve(import.meta.dirname, '../../..');

/** All a card is made of but what it says and the type. */
const makings = [
  'src/site/cards/draw-card.ts',
  'src/site/sign-shapes.ts',
  'src/core/model/palette.ts',
  'src/styles/tokens.css',
  'node_modules/@takumi-rs/core/package.json',
];

export function createCardStore(folder = 'cards'): CardStore {
  const type = readType();
  const template = createHash('sha256');
  for (const file of makings) template.update(readFileSync(join(projectDir, file)));
  for (const { data } of type) template.update(data);
  const made = template.digest('hex');
  let renderer: Promise<Renderer> | undefined;
  const kept = keptFiles(folder);
  return {
    get(card) {
      const name = createHash('sha256').update(made).update(JSON.stringify(card)).digest('hex');
      return kept.get(`${name.slice(0, 32)}.png`, async () => {
        renderer ??= createRenderer(type);
        return drawCard(await renderer, card);
      });
    },
    tidy: kept.tidy,
  };
}
