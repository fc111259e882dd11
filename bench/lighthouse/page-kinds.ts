import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The pages of a built site that are one of their kind, and the heaviest of each folder that holds pages of one kind. */
export function onePageOfEachKind(dir: string): string[] {
  const weightOf = (path: string) => statSync(join(dir, path, 'index.html'), { throwIfNoEntry: false })?.size ?? 0;
  // What stands below `page/` goes on with a list whose first page stands above it.
  const foldersIn = (path: string) =>
    readdirSync(join(dir, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^[_.]|^page$/.test(entry.name))
      .map(({ name }) => `${path}${name}/`);
  const kindsIn = (path: string): string[] => {
    const folders = foldersIn(path);
    const [heaviest] = folders.filter(weightOf).sort((a, b) => weightOf(b) - weightOf(a));
    return [...(heaviest ? [heaviest] : []), ...folders.filter((folder) => !weightOf(folder)).flatMap(kindsIn)];
  };
  return ['/', ...foldersIn('/').flatMap((folder) => [...(weightOf(folder) ? [folder] : []), ...kindsIn(folder)])];
}
