import { rewriteFile } from './rewrite-file.ts';

/** Adds lines to the end of a text file, or makes it. A last line without its end gets one, and line ends stay those of the file. */
export function addToFile(folder: string, name: string, lines: string): void {
  rewriteFile(folder, name, (before) => {
    const end = before.includes('\r\n') ? '\r\n' : '\n';
    const whole = before === '' || before.endsWith('\n') ? before : before + end;
    return whole + lines.replaceAll('\n', end);
  });
}
