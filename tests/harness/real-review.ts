import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from './fixture-content.ts';

const file = resolve(import.meta.dirname, '../../content/reviews/trotsky.md');

/** The text of a long review of the real content, as its readers see it, citations aside. */
export function realReviewText(): string {
  const { review } = parse(readFileSync(file, 'utf8').replace(/^work: .*$/m, 'work: pudding-lane'));
  return review?.blocks.map(({ text }) => `${text}\n`).join('') ?? '';
}
