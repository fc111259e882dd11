import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { runCommand, startCommand, tinyContent } from './run-command.ts';

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
    writeFileSync(join(content, 'reviews/sixth.md'), '---\rtitle: Smoke\r---\r');
    const { code, stdout, stderr } = await runCommand('check', { CONTENT_DIR: content });
    const lines = stdout
      .replaceAll(/^\S*content\//gm, '')
      .split('\n')
      .filter((line) => /^(?:reviews\/|\d)/.test(line));
    expect(lines).toEqual([
      'reviews/drafts/second.md:1:1 error Unexpected folder `reviews/drafts`, expected `reviews/second.md`, ' +
        'for folders inside `reviews` are not read [unreadable-file]',
      'reviews/fifth.md:1:1 error Unexpected `reviews/fifth.md` that is no file, expected a text file [unreadable-file]',
      'reviews/fourth.md:2:11 error Unexpected bytes that are not UTF-8, expected text saved as UTF-8 ' +
        '(in most editors: Save with encoding) [unreadable-file]',
      'reviews/sixth.md:1:1 error Unexpected line ends of another age (carriage returns alone), expected the usual ones ' +
        '(in most editors: Line endings, LF) [unreadable-file]',
      'reviews/third.MD:1:1 error Unexpected file name `third.MD`, expected `reviews/third.md` [unreadable-file]',
      '5 errors',
      '1 review, 4 claims, 3 facts',
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  // A mode without read permission would stop nobody who runs the tests as root; these stop everybody.
  test.skipIf(process.platform === 'win32')(
    'pipes, devices and links to nowhere are named and not waited for',
    async () => {
      const content = copyOfTiny();
      symlinkSync('/nowhere/at/all', join(content, 'reviews/dangling.md'));
      symlinkSync('itself.md', join(content, 'reviews/itself.md'));
      symlinkSync('/dev/zero', join(content, 'reviews/endless.md'));
      rmSync(join(content, 'site.yaml'));
      execFileSync('mkfifo', [join(content, 'reviews/pipe.md'), join(content, 'site.yaml')]);
      const { code, stdout, stderr } = await runCommand('check', { CONTENT_DIR: content });
      expect(
        stdout
          .match(/[\w/]+\.\w+(?=:1:1 error .* \[unreadable-file\])/g)
          ?.map((path) => path.replace(/.*content\//, ''))
          .toSorted(),
      ).toEqual(['reviews/dangling.md', 'reviews/endless.md', 'reviews/itself.md', 'reviews/pipe.md', 'site.yaml']);
      expect(stderr).toBe('');
      expect(code).toBe(1);
    },
  );

  test('a folder that is not there is named, without a stack trace', async () => {
    const { code, stdout, stderr } = await runCommand('check', { CONTENT_DIR: '/nowhere/at/all' });
    expect(stderr).toContain('nowhere/at/all` that does not exist, expected a folder with `site.yaml`');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
});

describe('a mistake', () => {
  const broken = copyOfTiny();
  const review = join(broken, 'reviews/the-lamp-that-never-failed.md');
  const sound = readFileSync(review, 'utf8');
  writeFileSync(review, sound.replace('verdict=false', 'verdict=False'));
  const run = (...parameters: string[]) => runCommand('check', { CONTENT_DIR: broken }, parameters);

  test('is shown with its line, and what to do about it', async () => {
    const { code, stdout } = await run();
    expect(stdout).toMatch(
      /:(\d+):\d+ error Unexpected verdict `False`, expected `false` .*\[unknown-verdict\]\n {2}\1 │ .*verdict=False.*\n\s+│ +\^{5}\n/,
    );
    expect(stdout).toContain('One can be mended by itself: npm run check -- --fix');
    expect(stdout).toContain('npm run check -- --explain unknown-verdict');
    expect(stdout).not.toContain('\u001B[');
    expect(code).toBe(1);
  });

  test('is shown in colours where they are asked for', async () => {
    const { stdout } = await runCommand('check', { CONTENT_DIR: broken, FORCE_COLOR: '1' });
    expect(stdout).toContain('\u001B[31merror');
  });

  test.for(['json', 'sarif', 'github'] as const)('is written as %s, and nothing else with it', async (format) => {
    const { code, stdout, stderr } = await run('--format', format);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    if (format === 'github') expect(stdout).toMatch(/^::error file=[^\n]+\n$/);
    else expect(JSON.stringify(JSON.parse(stdout))).toContain('unknown-verdict');
  });

  test('goes into a file', async () => {
    const file = join(broken, '../report.sarif');
    const { stdout } = await run('--format=sarif', '--output', file);
    expect(stdout).toBe('');
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe('2.1.0');
  });

  test('is mended in its file when that needs no judgement', async () => {
    const { code, stdout } = await run('--fix');
    expect(stdout).toMatch(/:\d+ mended: write `false`\nNo problems\n/);
    expect(readFileSync(review, 'utf8')).toBe(sound);
    expect(code).toBe(0);
  });
});

test('--watch checks again when a file is saved, and goes on', async () => {
  const content = copyOfTiny();
  const review = join(content, 'reviews/the-lamp-that-never-failed.md');
  const child = startCommand('check', { CONTENT_DIR: content }, ['--watch']);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  try {
    await vi.waitUntil(() => printed.includes('Watching for changes'), { timeout: 30_000 });
    expect(printed).toContain('No problems');
    const sound = readFileSync(review, 'utf8');
    writeFileSync(review, sound.replace('verdict=false', 'verdict=flase'));
    await vi.waitUntil(() => printed.includes('Unexpected verdict `flase`'), { timeout: 30_000 });
    writeFileSync(review, sound);
    await vi.waitUntil(() => printed.split('No problems').length === 3, { timeout: 30_000 });
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill();
  }
});

const checkCommand = {
  usage: 'check',
  summary: 'Checks.',
  options: {
    format: { type: 'string', choices: ['text', 'json'], about: 'how' },
    fix: { type: 'boolean', about: 'mend' },
  },
} as const;

describe('the arguments', () => {
  test('--help says what there is', async () => {
    const { code, stdout } = await runCommand('check', {}, ['--help']);
    for (const option of ['--format', '--fix', '--watch', '--explain', '--output', '--help']) {
      expect(stdout).toContain(option);
    }
    expect(code).toBe(0);
  });

  test('--explain prints the section of a rule', async () => {
    const { code, stdout } = await runCommand('check', {}, ['--explain', 'unknown-verdict']);
    expect(stdout).toContain('Way out.');
    expect(stdout).toContain('verdict=acurate');
    expect(stdout).toContain('Unexpected verdict `acurate`, expected `accurate` (the nearest)');
    expect(code).toBe(0);
  });

  test.for([
    [['--fixx'], 'Unexpected option `--fixx`, expected `--fix` (the nearest)'],
    [['--format', 'jsn'], 'Unexpected `jsn` as `--format`, expected `json` (the nearest), or one of'],
    [['--format'], 'Unexpected `--format` without a value, expected text'],
    [['--fix=yes'], 'Unexpected value `yes` of `--fix`, expected `--fix` alone'],
  ] as const)('%s is answered with what would have worked', ([parameters, expected]) => {
    expect(() => readArguments(checkCommand, parameters)).toThrow(expected);
  });

  test('are read with their values, in any order', () => {
    expect(readArguments(checkCommand, ['--fix', 'here', '--format=json'])).toEqual({
      values: { fix: true, format: 'json' },
      positionals: ['here'],
    });
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
