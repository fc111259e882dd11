import { type ContentFiles, createLibrary } from '../core/library/create-library.ts';
import { fixContent } from '../core/library/fix-content.ts';
import { readContent } from '../site/read-content.ts';
import { routesFor, type Settings, shownPath } from '../site/settings.ts';
import { rewriteFile } from './rewrite-file.ts';

/** Mends what can be mended by itself in the files of the content folder, and tells what was done. */
export function fixFiles(settings: Settings): string {
  const { contentDir } = settings;
  const { content } = readContent(contentDir);
  const routes = routesFor(settings);
  const { content: mended, fixed } = fixContent(content, (files) => createLibrary(files, { routes }).messages);
  const before = textsOf(content);
  for (const [path, value] of textsOf(mended)) {
    if (before.get(path) !== value) rewriteFile(contentDir, path, () => value);
  }
  return fixed
    .map(({ place, fix }) => `${shownPath(contentDir, place.path)}:${place.start.line} mended: ${fix?.title}\n`)
    .join('');
}

function textsOf({ references, reviews, pages }: ContentFiles): Map<string, string> {
  return new Map([...references, ...[...reviews, ...pages].map(({ path, value }) => [path, value] as const)]);
}
