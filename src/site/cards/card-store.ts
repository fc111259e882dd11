import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Renderer } from '@takumi-rs/core';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';
import { createRenderer, readType } from './type.ts';

/** Cards that were drawn, kept between builds under names that stand for all they are made of. */
export interface CardStore {
  /** The card as a PNG: as it was kept, or drawn now and kept. */
  readonly get: (card: Card) => Promise<{ readonly png: Uint8Array; readonly isNew: boolean }>;
  /** Throws away what no build has used for a season. */
  readonly tidy: () => void;
}

const projectDir = resolve(import.meta.dirname, '../../..');
const day = 24 * 60 * 60 * 1000;

/** All a card is made of but what it says and the type. */
const makings = [
  'src/site/cards/draw-card.ts',
  'src/site/sign-shapes.ts',
  'src/styles/tokens.css',
  'node_modules/@takumi-rs/core/package.json',
];

export function createCardStore(folder = join(projectDir, '.build/cards')): CardStore {
  const type = readType();
  const template = createHash('sha256');
  for (const file of makings) template.update(readFileSync(join(projectDir, file)));
  for (const { data } of type) template.update(data);
  const made = template.digest('hex');
  let renderer: Promise<Renderer> | undefined;
  mkdirSync(folder, { recursive: true });
  return {
    async get(card) {
      const name = createHash('sha256').update(made).update(JSON.stringify(card)).digest('hex');
      const file = join(folder, `${name.slice(0, 32)}.png`);
      const kept = read(file);
      if (kept) return { png: kept, isNew: false };
      renderer ??= createRenderer(type);
      const png = await drawCard(await renderer, card);
      writeWhole(file, png);
      return { png, isNew: true };
    },
    tidy() {
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        if (ageOf(file) > 90 * day) rmSync(file, { force: true });
      }
    },
  };
}

/** What is read counts as used; once a day is often enough to say so. */
function read(file: string): Buffer | undefined {
  const content = readIfThere(file);
  if (content && ageOf(file) > day) utimesSync(file, new Date(), new Date());
  return content;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // not drawn yet
  }
}

/** Two builds may draw the same card at once: nobody is to read half of one. */
function writeWhole(file: string, content: Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

function ageOf(file: string): number {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}
