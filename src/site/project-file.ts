import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The path of a file of this project, also from within a bundle: the nearest `package.json` above is the project's. */
export function projectFile(...path: readonly string[]): string {
  const manifest = findPackageJSON(import.meta.url);
  if (manifest === undefined) throw new Error('This program runs inside its project, and there is no package.json');
  return join(dirname(manifest), ...path);
}
