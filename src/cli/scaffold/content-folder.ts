import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { createLibrary } from '../../core/library/create-library.ts';
import { nearest } from '../../core/messages/nearest.ts';
import { isIdentifier, toIdentifier } from '../../core/model/identifier.ts';
import type { Library } from '../../core/model/library.ts';
import { createRoutes } from '../../core/model/routes.ts';
import { readContent } from '../../site/read-content.ts';
import { shownPath } from '../../site/settings.ts';
import { wrong } from '../arguments.ts';
import { rewriteFile } from '../rewrite-file.ts';

/** What the folder holds, as far as it can be read: mistakes are for the check to tell. */
export function libraryIn(contentDir: string): Library {
  return createLibrary(readContent(contentDir).content, { routes: createRoutes('http://localhost', '/') }).library;
}

/** What stands before the next command, so that it goes on with the same folder. */
export function inFolder(): string {
  const folder = process.env['CONTENT_DIR'];
  return folder ? `CONTENT_DIR=${folder} ` : '';
}

/** The text of a file; empty where there is none. */
export function textIn(contentDir: string, path: string): string {
  const file = join(contentDir, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Writes a file that was not there. */
export function createFile(contentDir: string, path: string, text: string): string {
  const file = join(contentDir, path);
  if (existsSync(file))
    throw wrong(
      `\`${shownPath(contentDir, path)}\`, which is there already`,
      'a name that is free: nothing is overwritten',
    );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
  return shownPath(contentDir, path);
}

/** Adds a text to the end of a file, after a blank line; gives the place where it begins. */
export function addToFile(contentDir: string, path: string, addition: string): string {
  const text = textIn(contentDir, path);
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const start = before.trim() === '' || before.endsWith('\n\n') ? before : `${before}\n`;
  rewriteFile(contentDir, path, () => `${start}${addition.trimEnd()}\n`);
  return `${shownPath(contentDir, path)}:${start.split('\n').length}`;
}

/** Holds a new id against those there are: it has to be well formed and free. Gives the nearest other one, for a look. */
export function checkId(id: string, what: string, known: Iterable<string>): string | undefined {
  const problem = idProblem(id, what, known);
  if (problem) throw wrong(problem.found, problem.expected);
  return nearest(id, known);
}

export function idProblem(id: string, what: string, known: Iterable<string>) {
  if (!isIdentifier(id)) {
    const near = toIdentifier(id);
    const expected = `lower-case letters, digits and single hyphens${near ? `: \`${near}\`` : ''}`;
    return { found: `id \`${id}\``, expected };
  }
  return [...known].includes(id)
    ? { found: `${what} \`${id}\`, which is there already`, expected: 'an id of its own' }
    : undefined;
}

/** A YAML value on one line. JSON is YAML, so quotation marks are right whatever is in it. */
export function yamlText(text: string): string {
  return /^[\p{L}][\p{L}\p{N} ,.'’()-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) &&
    !text.endsWith(' ')
    ? text
    : JSON.stringify(text);
}
