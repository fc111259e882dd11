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
 * Adds lines to the end of a text file, or makes it. The file is replaced as a whole by renaming, so that a run cut short
 * leaves it as it was. A last line without its end gets one, and line ends stay those of the file.
 */
export function addToFile(folder: string, name: string, lines: string): void {
  const given = join(folder, name);
  const file = existsSync(given) ? realpathSync(given) : given;
  const incoming = `${file}.${process.pid}.tmp`;
  try {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const end = before.includes('\r\n') ? '\r\n' : '\n';
    const whole = before === '' || before.endsWith('\n') ? before : before + end;
    const descriptor = openSync(incoming, 'w', 0o644);
    writeSync(descriptor, whole + lines.replaceAll('\n', end));
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(incoming, file);
  } catch (error) {
    rmSync(incoming, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContentError(`Unexpected ${shownPath(folder, name)}, expected a file that can be written: ${reason}`);
  }
}
