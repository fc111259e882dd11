import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles } from '../core/library/create-library.ts';
import { linksFile } from '../core/library/link-checks.ts';
import { type Message, type Report, reportTo } from '../core/messages/message.ts';
import { code } from '../core/messages/nearest.ts';
import { wholeFile } from '../core/model/place.ts';
import { ContentError } from './content-error.ts';
import { shownPath } from './settings.ts';

/** What was recorded of everything that was published. */
export const ledgerFile = 'ledger.jsonl';

/** The files that reviews refer to. */
export const referenceFiles = [
  'site.yaml',
  'verdicts.yaml',
  'people.yaml',
  'works.yaml',
  'questions.yaml',
  'images.yaml',
  'sources.bib',
  linksFile,
];

/**
 * The author's folder as text. A file that is there but cannot be used is reported as `unreadable-file`, never passed
 * over; a folder that is not there throws a `ContentError`.
 */
export function readContent(contentDir: string): { content: ContentFiles; messages: Message[] } {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const top = list(contentDir);
  const references = new Map<string, string>();
  for (const path of referenceFiles.filter((name) => top.some((entry) => entry.name === name))) {
    const value = readText(contentDir, path, report);
    if (value !== undefined) references.set(path, value);
  }
  const markdownIn = (folder: string) => readMarkdown(contentDir, folder, top, report);
  const ledger = top.some((entry) => entry.name === ledgerFile) ? readText(contentDir, ledgerFile, report) : undefined;
  const content = {
    references,
    reviews: markdownIn('reviews'),
    pages: markdownIn('pages'),
    ledger: ledger === undefined ? undefined : { path: ledgerFile, value: ledger },
  };
  return { content, messages };
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const shown = shownPath(folder, '');
    throw new ContentError(
      `Unexpected content folder \`${shown}\` that ${reasonOf(error)}, expected a folder with \`site.yaml\` and ` +
        '`reviews/`. CONTENT_DIR names another one.',
    );
  }
}

function readMarkdown(contentDir: string, folder: string, top: readonly Dirent[], report: Report) {
  if (!top.some((entry) => entry.name === folder)) return [];
  const files: { path: string; value: string }[] = [];
  const entries = list(join(contentDir, folder)).filter((entry) => !entry.name.startsWith('.'));
  for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${name}`;
    if (!name.endsWith('.md')) {
      reportOverlooked(contentDir, folder, name, report);
      continue;
    }
    const value = readText(contentDir, path, report);
    if (value !== undefined) files.push({ path, value });
  }
  return files;
}

/** What looks like a text of the author's but stands where it would never be read. */
function reportOverlooked(contentDir: string, folder: string, name: string, report: Report): void {
  const path = `${folder}/${name}`;
  if (/\.(md|mdx|markdown)$/i.test(name)) {
    const expected = code(`${folder}/${name.replace(/\.\w+$/, '')}.md`);
    report('unreadable-file', wholeFile(path), { found: `file name ${code(name)}`, expected });
  } else if (statSync(join(contentDir, path), { throwIfNoEntry: false })?.isDirectory()) {
    for (const inner of readdirSync(join(contentDir, path)).filter((file) => file.endsWith('.md'))) {
      const expected = `${code(`${folder}/${inner}`)}, for folders inside ${code(folder)} are not read`;
      report('unreadable-file', wholeFile(`${path}/${inner}`), { found: `folder ${code(path)}`, expected });
    }
  }
}

function readText(contentDir: string, path: string, report: Report): string | undefined {
  const file = join(contentDir, path);
  const problem = (found: string, expected: string, line = 1, column = 1) =>
    report('unreadable-file', { path, start: { line, column } }, { found, expected });
  try {
    if (!statSync(file).isFile()) {
      problem(`${code(path)} that is no file`, 'a text file');
      return undefined;
    }
    const bytes = readFileSync(file);
    try {
      const text = utf8.decode(bytes);
      if (!/\r(?!\n)/.test(text) || text.includes('\n')) return text;
      problem(
        'line ends of another age (carriage returns alone)',
        'the usual ones (in most editors: Line endings, LF)',
      );
    } catch {
      const { line, column } = firstNonUtf8(bytes);
      problem('bytes that are not UTF-8', 'text saved as UTF-8 (in most editors: Save with encoding)', line, column);
    }
  } catch (error) {
    problem(`file that ${reasonOf(error)}`, 'a file that can be read');
  }
  return undefined;
}

/** Keeps a byte order mark: what reads the text counts with it, or takes it off. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function firstNonUtf8(bytes: Buffer): { line: number; column: number } {
  let line = 1;
  for (let start = 0; ; line++) {
    const end = bytes.indexOf('\n', start);
    const row = bytes.subarray(start, end === -1 ? undefined : end);
    try {
      utf8.decode(row);
    } catch {
      return { line, column: row.toString('utf8').indexOf('\uFFFD') + 1 };
    }
    if (end === -1) return { line, column: 1 };
    start = end + 1;
  }
}

const reasons: Partial<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is no folder',
  EACCES: 'may not be read (permission denied)',
  EPERM: 'may not be read (permission denied)',
  ELOOP: 'is a symbolic link to itself',
};

function reasonOf(error: unknown): string {
  const errorCode = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return (errorCode && reasons[errorCode]) ?? `cannot be read (${errorCode ?? String(error)})`;
}
