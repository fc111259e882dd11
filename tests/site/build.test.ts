import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { bytesOf } from './bytes-of.ts';
import { filesIn } from './dead-links.ts';
import { projectDir, runCommand, tinyContent } from './run-command.ts';

const scratch = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the small site's content with one review spoilt. */
function spoiltContent(): string {
  const content = join(mkdtempSync(join(scratch, 'spoilt-')), 'content');
  cpSync(tinyContent, content, { recursive: true });
  const review = join(content, 'reviews/the-lamp-that-never-failed.md');
  writeFileSync(review, readFileSync(review, 'utf8').replace('verdict=false', 'verdict=flase'));
  return content;
}

test('the site has its pages, and a page for what is missing', () => {
  const files = filesIn(inject('tiny').dir);
  expect(files).toEqual(expect.arrayContaining(['index.html', '404.html']));
  expect(files).toContain('reviews/the-lamp-that-never-failed/index.html');
  expect(files).toContain('claims/lamp-never-failed/index.html');
});

test('two clean builds give the same bytes, on however many threads, at another path, in another time zone', async () => {
  const { dir, base, origin } = inject('tiny');
  const again = join(scratch, 'again/at another path');
  const content = join(scratch, 'elsewhere/and deeper');
  cpSync(tinyContent, content, { recursive: true });
  const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const environment = { ...elsewhere, CONTENT_DIR: content, DIST_DIR: again, BASE_PATH: base, SITE_URL: origin };
  expect(await runCommand('build', { ...environment, BUILD_THREADS: '3' })).toMatchObject({ code: 0 });
  expect(bytesOf(again)).toEqual(bytesOf(dir));
});

test('a build with errors says what they are and leaves the last site as it was', async () => {
  const dist = join(scratch, 'kept');
  cpSync(inject('tiny').dir, dist, { recursive: true });
  const before = bytesOf(dist);
  const { code, stdout, stderr } = await runCommand('build', { CONTENT_DIR: spoiltContent(), DIST_DIR: dist });
  expect(code).toBe(1);
  expect(stderr).toMatch(/the-lamp-that-never-failed\.md:\d+:\d+ error Unexpected .*flase.* \[unknown-verdict\]/);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(bytesOf(dist)).toEqual(before);
});

test('a build that was cut short between its two renames is put right by the next run', async () => {
  const parent = mkdtempSync(join(scratch, 'crash-'));
  const dist = join(parent, 'site');
  cpSync(inject('tiny').dir, dist, { recursive: true });
  const before = bytesOf(dist);
  renameSync(dist, join(parent, '.site.previous'));
  expect(await runCommand('build', { CONTENT_DIR: spoiltContent(), DIST_DIR: dist })).toMatchObject({ code: 1 });
  expect(bytesOf(dist)).toEqual(before);
  expect(existsSync(join(parent, '.site.previous'))).toBe(false);
});

test.for([
  ['a folder that holds something else', 'other', 'an empty folder or an earlier build'],
  ['the project', projectDir, 'a folder of its own'],
  ['a folder of the sources', join(projectDir, 'src/site'), 'a folder outside the sources'],
] as const)('%s is never replaced', async ([_what, dir, expected]) => {
  const dist = join(scratch, dir);
  if (dir === 'other') {
    mkdirSync(dist);
    writeFileSync(join(dist, 'thesis.txt'), 'ten years of work');
  }
  const DIST_DIR = dir === 'other' ? dist : dir;
  const { code, stderr } = await runCommand('build', { CONTENT_DIR: tinyContent, DIST_DIR });
  expect(code).toBe(1);
  expect(stderr).toContain(`Unexpected DIST_DIR \`${DIST_DIR}\`, expected ${expected}`);
});
