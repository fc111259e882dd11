import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withPolicy } from '../site/content-security-policy.ts';

/** Writes a rendered page, with its policy, to where a host looks for it. */
export type WritePage = (path: string, page: ArrayBuffer) => void;

/** A writer into a built site; it makes the folders it needs. */
export function createPageWriter(folder: string): WritePage {
  const made = new Set<string>();
  return (path, page) => {
    const file = join(folder, path === '404' ? '404.html' : join(path, 'index.html'));
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, withPolicy(Buffer.from(page)));
  };
}

/** A path as `WritePage` takes it: without slashes at its ends, and not encoded. */
export function barePath(path: string): string {
  return decodeURI(path).replace(/^\/+|\/+$/g, '');
}
