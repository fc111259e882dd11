import { join, resolve } from 'node:path';
import { annotationFiles, type ExportFile, gatheredFiles } from '../../src/core/exports/files.ts';
import { createLibrary } from '../../src/core/library/create-library.ts';
import type { Library } from '../../src/core/model/library.ts';
import { createRoutes, type Routes } from '../../src/core/model/routes.ts';
import { exportWords } from '../../src/site/export-words.ts';
import { readContent } from '../../src/site/read-content.ts';
import { fixtures } from './fixture-content.ts';

/** A site's library, with the files that machines fetch from it. */
export interface Exported {
  readonly library: Library;
  readonly routes: Routes;
  readonly files: ReadonlyMap<string, ExportFile>;
  readonly text: (path: string) => string;
}

export const sites = { tiny: join(fixtures, 'sites/tiny'), real: resolve(fixtures, '../../content') };

/** What is exported from a content folder, hosted below a path so that an address which forgets it shows. */
export function exported(contentDir: string): Exported {
  const routes = createRoutes('https://smoke.example', '/below/a/path/');
  const { library } = createLibrary(readContent(contentDir).content, { routes });
  return { library, routes, ...filesOf(library, routes) };
}

/** The files of a library that was made elsewhere. */
export function filesOf(library: Library, routes: Routes): Pick<Exported, 'files' | 'text'> {
  const files = new Map([...annotationFiles(library, routes), ...gatheredFiles(library, routes, exportWords(library))]);
  const text = (path: string) => {
    const file = files.get(path);
    if (!file) throw new Error(`no file ${path}`);
    return file(library);
  };
  return { files, text };
}
