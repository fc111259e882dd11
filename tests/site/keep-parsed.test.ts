import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createKeepingParser } from '../../src/site/keep-parsed.ts';
import { type LoadedLibrary, readLibrary } from '../../src/site/library.ts';
import { readSettings } from '../../src/site/settings.ts';
import { agedContent } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'keep-parsed-'));
cpSync(agedContent, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const changes: readonly (readonly [file: string, change: (text: string) => string])[] = [
  ['site.yaml', (text) => text],
  ['reviews/the-lamp-that-never-failed.md', (text) => text.replace('verdict=false', 'verdict=flase')],
  ['reviews/the-lamp-that-never-failed.md', (text) => text.replace('verdict=flase', 'verdict=misleading')],
  ['people.yaml', (text) => text.replace(/name: .*/, 'name: Somebody Else')],
  ['sources.bib', (text) => text.replace('1911}', '1912}')],
];

test('what is kept from the last time gives the library that all of it, read anew, would give', async () => {
  const parser = createKeepingParser();
  const settings = readSettings({ CONTENT_DIR: folder });
  for (const [file, change] of changes) {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const kept = await readLibrary(settings, { parser });
    expect(plain(kept)).toEqual(plain(await readLibrary(settings)));
  }
});

/** What pages and reports are made of, as values. */
function plain({ library, messages }: LoadedLibrary) {
  return {
    messages,
    blocks: [...library.reviews.values()].map(({ blocks }) => blocks),
    claims: [...library.claims.values()].map(({ statement, verdict, evidence }) => ({
      statement,
      verdict,
      facts: evidence.map(({ stance, fact }) => [stance, fact.body, fact.summary]),
    })),
    people: [...library.people.values()],
    sources: [...library.sources.values()].map(({ label, entryText }) => [label, entryText]),
  };
}
