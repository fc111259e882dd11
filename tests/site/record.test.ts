import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { addToFile } from '../../src/cli/add-to-file.ts';
import { append } from '../../src/core/ledger/append.ts';
import { differences, recorded } from '../../src/core/ledger/pending.ts';
import { messageAsText } from '../../src/core/messages/report-text.ts';
import { readLibrary } from '../../src/site/library.ts';
import { readSettings } from '../../src/site/settings.ts';
import { projectDir, runCommand, tinyContent } from './run-command.ts';

const scratch = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Each command that is started takes seconds on a machine that is busy. */
vi.setConfig({ testTimeout: 240_000 });

/** A folder of content to record, in a clone without history. */
class Content {
  readonly dir = join(mkdtempSync(join(scratch, 'site-')), 'content');
  readonly ledger = join(this.dir, 'ledger.jsonl');
  readonly review = join(this.dir, 'reviews/the-lamp-that-never-failed.md');

  constructor() {
    cpSync(tinyContent, this.dir, { recursive: true });
  }
  edit(from: string, to: string): void {
    const before = readFileSync(this.review, 'utf8');
    expect(before).toContain(from);
    writeFileSync(this.review, before.replace(from, to));
  }
  get lines(): string[] {
    return readFileSync(this.ledger, 'utf8').trimEnd().split(/\r?\n/);
  }
  record(...options: string[]) {
    return runCommand('record', { CONTENT_DIR: this.dir, SOURCE_DATE_EPOCH: '1796083200' }, options);
  }
  /** Records what is pending as the command does, without starting it. */
  async addToLedger(note?: string): Promise<void> {
    const { library, ledger } = await this.read();
    const { pending } = differences(ledger.revisions, library);
    const lines = append(
      ledger,
      pending.map((one) => recorded(one, '2026-12-01', note)),
    );
    addToFile(this.dir, 'ledger.jsonl', lines);
  }
  /** What the check would say. */
  async problems(): Promise<string[]> {
    return (await this.read()).messages.map(messageAsText);
  }
  private read() {
    return readLibrary(readSettings({ CONTENT_DIR: this.dir }));
  }
}

test('a life: shown, recorded, edited, refused, recorded with a reason', async () => {
  const content = new Content();
  const shown = await content.record('--dry-run');
  expect(shown.stdout).toContain('new claim hundred-steps: The tower of Fixture Bay has a hundred steps.');
  expect(shown.stdout).toContain('Nothing was written (--dry-run): 1 new review, 4 new claims, 3 new facts to record');
  expect(existsSync(content.ledger)).toBe(false);

  expect(await content.record()).toMatchObject({ code: 0, stderr: '' });
  expect(content.lines).toHaveLength(8);
  expect(JSON.parse(content.lines[1] ?? '')).toMatchObject({
    id: 'lamp-never-failed',
    revision: 1,
    date: '2026-12-01',
  });
  expect((await content.record()).stdout).toMatch(/^Everything is in .*ledger\.jsonl: 8 revisions\n$/);
  expect(await content.problems()).toEqual([]);

  content.edit('before the storm of 1904.', 'before the storm of 1905.');
  const [refused, ...others] = await content.problems();
  expect(refused).toMatch(/:36:1 error .*`lamp-never-failed`.*\(it changes a number: 1904 → 1905\)/);
  expect(others).toEqual([]);
  const built = await runCommand('build', { CONTENT_DIR: content.dir, DIST_DIR: join(scratch, 'dist') });
  expect(built.stderr).toContain('[unrecorded-change]');
  expect(built.code).toBe(1);
  const unreasoned = await content.record();
  expect(unreasoned.stdout).toContain(
    'statement: The lamp at Fixture Bay never once failed before the storm of [-1904-]{+1905+}.',
  );
  expect(unreasoned.stderr).toContain('Unexpected change without a reason (lamp-never-failed)');
  expect(unreasoned.code).toBe(1);
  expect(content.lines).toHaveLength(8);

  expect(await content.record('--note', 'The log was misread.')).toMatchObject({ code: 0 });
  expect(JSON.parse(content.lines.at(-1) ?? '')).toMatchObject({ revision: 2, note: 'The log was misread.' });
  expect(await content.problems()).toEqual([]);
});

test('a file with line ends of Windows and without its last one is put on', async () => {
  const content = new Content();
  await content.addToLedger();
  const windows = readFileSync(content.ledger, 'utf8').trimEnd().replaceAll('\n', '\r\n');
  writeFileSync(content.ledger, windows);
  content.edit('verdict=fiction', 'verdict=unsupported');
  expect(await content.record('--note', 'It was meant.')).toMatchObject({ code: 0 });
  const after = readFileSync(content.ledger, 'utf8');
  expect(after.startsWith(`${windows}\r\n{`)).toBe(true);
  expect(after.endsWith('}\r\n')).toBe(true);
  expect(await content.problems()).toEqual([]);
});

describe('nothing is recorded', () => {
  test('while the content has errors', async () => {
    const content = new Content();
    content.edit('verdict=false', 'verdict=flase');
    const { code, stderr } = await content.record();
    expect(stderr).toMatch(/\[unknown-verdict\].*Nothing was recorded: this comes first\.\n$/s);
    expect(code).toBe(1);
    expect(existsSync(content.ledger)).toBe(false);
  });

  test('on a ledger that was rewritten', async () => {
    const content = new Content();
    await content.addToLedger();
    writeFileSync(content.ledger, readFileSync(content.ledger, 'utf8').replace('1904', '1804'));
    expect((await content.record()).stderr).toMatch(
      /ledger\.jsonl:2:1 error Unexpected change in a line of the ledger/,
    );
  });

  test.for([
    [['--nte', 'x'], 'Unexpected option `--nte`, expected `--note` (the nearest) (`--help` says more)\n'],
    [['--note', ' '], 'Unexpected `--note` without a word, expected the reason of the change (`--help` says more)\n'],
  ] as const)('with %s', async ([options, message]) => {
    const content = new Content();
    expect(await content.record(...options)).toEqual({ code: 1, stdout: '', stderr: message });
    expect(existsSync(content.ledger)).toBe(false);
  });
});

test('two branches that both recorded are merged by git, and joined by the next line', async () => {
  const content = new Content();
  const git = (...command: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...command], {
      cwd: content.dir,
      stdio: 'pipe',
    });
  const commit = () => git('add', '-A') && git('commit', '-qm', 'So');
  cpSync(join(projectDir, '.gitattributes'), join(content.dir, '.gitattributes'));
  await content.addToLedger();
  git('init', '-q', '-b', 'main');
  commit();
  git('checkout', '-qb', 'other');
  content.edit('before the storm of 1904.', 'before the storm of 1905.');
  await content.addToLedger('Theirs.');
  commit();
  git('checkout', '-q', 'main');
  content.edit('The almanac counts ninety steps', 'The almanac counts eighty steps');
  await content.addToLedger('Ours.');
  commit();
  git('merge', '-q', '--no-edit', 'other');
  expect(content.lines).toHaveLength(10);
  expect(await content.problems()).toEqual([]);
  appendFileSync(content.review, '\n');
  content.edit('with one\nmatch', 'with two\nmatches');
  await content.record('--note', 'Joined.');
  expect(JSON.parse(content.lines.at(-1) ?? '').previous).toHaveLength(2);
  expect(await content.problems()).toEqual([]);
});
