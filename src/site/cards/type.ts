import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/core';
import { type Range, subsets } from './coverage.ts';

/** A cut of one of the site's two families for some of the characters. */
export interface Cut {
  readonly name: string;
  readonly data: Buffer;
  readonly unicodeRange: Range[];
}

const { resolve } = createRequire(import.meta.url);

/** The upright cuts of the site's own type, in every script it has: the files of the pages. */
export function readType(): readonly Cut[] {
  return [...cutsOf('Brygada', 'brygada-1918'), ...cutsOf('Sofia', 'sofia-sans-extra-condensed')];
}

function cutsOf(name: string, family: keyof typeof subsets): Cut[] {
  return Object.entries(subsets[family]).map(([subset, unicodeRange]) => {
    const file = `@fontsource-variable/${family}/files/${family}-${subset}-wght-normal.woff2`;
    return { name, data: readFileSync(resolve(file)), unicodeRange };
  });
}

/** A renderer that knows the site's type. */
export async function createRenderer(type: readonly Cut[]): Promise<Renderer> {
  const renderer = new Renderer();
  for (const { name, data, unicodeRange } of type) await renderer.registerFont({ name, data, unicodeRange });
  return renderer;
}
