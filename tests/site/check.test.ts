import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand, tinyContent } from './run-command.ts';

const scratch = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the small site's content to spoil. */
function copyOfTiny(): string {
  const content = join(mkdtempSync(join(scratch, 'site-')), 'content');
  cpSync(tinyContent, content, { recursive: true });
  return content;
}

test('content without problems: the counts, exit code 0', async () => {
  const { code, stdout, stderr } = await runCommand('check', { CONTENT_DIR: tinyContent });
  expect(stdout).toBe('No problems\n1 review, 4 claims, 3 facts\n');
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

describe('content that cannot be read', () => {
  test('every file is named with its place, and the rest is checked all the same', async () => {
    const content = copyOfTiny();
    mkdirSync(join(content, 'reviews/drafts'));
    writeFileSync(join(content, 'reviews/drafts/second.md'), '# Never read');
    writeFileSync(join(content, 'reviews/third.MD'), '# Never read');
    writeFileSync(join(content, 'reviews/fourth.md'), Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1'));
    mkdirSync(join(content, 'reviews/fifth.md'));
    const { code, stdout, stderr } = await runCommand('check', { CONTENT_DIR: content });
    const lines = stdout
      .replaceAll(/^\S*content\//gm, '')
      .trimEnd()
      .split('\n');
    expect(lines).toEqual([
      'reviews/drafts/second.md:1:1 error Unexpected folder `reviews/drafts`, expected `reviews/second.md`, ' +
        'for folders inside `reviews` are not read [unreadable-file]',
      'reviews/fifth.md:1:1 error Unexpected `reviews/fifth.md` that is no file, expected a text file [unreadable-file]',
      'reviews/fourth.md:2:11 error Unexpected bytes that are not UTF-8, expected text saved as UTF-8 ' +
        '(in most editors: Save with encoding) [unreadable-file]',
      'reviews/third.MD:1:1 error Unexpected file name `third.MD`, expected `reviews/third.md` [unreadable-file]',
      '',
      '4 errors',
      '1 review, 4 claims, 3 facts',
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  test('a folder that is not there is named, without a stack trace', async () => {
    const { code, stdout, stderr } = await runCommand('check', { CONTENT_DIR: '/nowhere/at/all' });
    expect(stderr).toContain('nowhere/at/all` that does not exist, expected a folder with `site.yaml`');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
});

test.for([
  ['SITE_URL', 'record.example', 'an address such as https://record.example'],
  [
    'SITE_URL',
    'https://me.example/record/',
    'https://me.example; the path below it goes into BASE_PATH (BASE_PATH=/record/)',
  ],
  ['BASE_PATH', '/a b/', 'a path of letters, digits'],
  ['BASE_PATH', '../up', 'a path of letters, digits'],
] as const)('%s=%s is refused with what would have worked', async ([name, value, expected]) => {
  const { code, stderr } = await runCommand('check', { CONTENT_DIR: tinyContent, [name]: value });
  expect(stderr).toContain(`Unexpected ${name} \`${value}\`, expected`);
  expect(stderr).toContain(expected);
  expect(code).toBe(1);
});
