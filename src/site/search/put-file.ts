import { createHash } from 'node:crypto';

/** Adds a file under a name that changes with its content; gives the name. */
export function putFile(files: Map<string, Uint8Array>, name: string, content: string, type: 'json' | 'txt'): string {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const path = `${name}.${digest}.${type}`;
  files.set(path, new TextEncoder().encode(content));
  return path;
}
