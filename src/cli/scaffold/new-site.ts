import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { wrong } from '../arguments.ts';
import { copyFolder } from '../copy-folder.ts';
import type { Task } from '../new.ts';
import { yamlText } from './content-folder.ts';

const template = join(import.meta.dirname, 'site');

/** An empty content folder that builds at once. */
export async function newSite({ name, options, ask }: Task): Promise<string> {
  const given = name ?? (await ask.text('In which folder?', '`<folder>`', { problem: problemOf }));
  const problem = problemOf(given);
  if (problem) throw wrong(`\`${given}\`, ${problem}`, 'a folder that is new or empty: nothing is overwritten');
  const folder = resolve(given);
  const title =
    options.title ?? (await ask.text('What is the site called?', '`--title`', { fallback: titleFrom(folder) }));
  const url =
    options.url ??
    (await ask.text('Under which address will it be?', '`--url`', { fallback: 'https://my-site.example' }));
  mkdirSync(folder, { recursive: true });
  copyFolder(template, folder);
  mkdirSync(join(folder, 'reviews'), { recursive: true });
  const settings = join(folder, 'site.yaml');
  const text = readFileSync(settings, 'utf8')
    .replace(/^title: .*$/m, () => `title: ${yamlText(title)}`)
    .replace(/^url: .*$/m, () => `url: ${yamlText(url)}`);
  writeFileSync(settings, text);
  const shown = relative(process.cwd(), folder) || '.';
  return `A site of your own in ${shown}. Look at it:

  CONTENT_DIR=${shown} npm run dev

Then ${join(shown, 'site.yaml')} wants your words, and this makes the first review:

  CONTENT_DIR=${shown} npm run new -- work <id> --title "…"
  CONTENT_DIR=${shown} npm run new -- review <slug>

The guide at /write/ of the running site leads through it in ten minutes.`;
}

function problemOf(folder: string): string | undefined {
  const path = resolve(folder);
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return 'which is a file';
  return readdirSync(path).some((file) => !file.startsWith('.')) ? 'which is not empty' : undefined;
}

/** "my-site" → "My site". */
function titleFrom(folder: string): string {
  const words = basename(folder).replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1) || 'My site';
}
