import { cpSync } from 'node:fs';

/**
 * Copies a folder and all that is in it. With a filter Node does so in JavaScript; without one in C++, where a disk that has
 * no room for a further folder is called EIO, or ends the process.
 */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: () => true });
}
