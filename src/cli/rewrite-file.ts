import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../site/content-error.ts';
import { shownPath } from '../site/settings.ts';

/**
 * Changes a text file, or makes it. The file is replaced as a whole by renaming, so that a run cut short leaves it as it
 * was.
 */
export function rewriteFile(folder: string, name: string, change: (before: string) => string): void {
  const given = join(folder, name);
  const file = existsSync(given) ? realpathSync(given) : given;
  const incoming = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(incoming, 'w', 0o644);
    writeSync(descriptor, change(existsSync(file) ? readFileSync(file, 'utf8') : ''));
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(incoming, file);
  } catch (error) {
    rmSync(incoming, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContentError(`Unexpected ${shownPath(folder, name)}, expected a file that can be written: ${reason}`);
  }
}
