import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './dead-links.ts';

/** Every file of a folder with a digest of its bytes. */
export function bytesOf(dir: string): Record<string, string> {
  const digest = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(dir, file)))
      .digest('hex');
  return Object.fromEntries(filesIn(dir).map((file) => [file, digest(file)]));
}
