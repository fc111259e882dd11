import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createRandom } from '../harness/random.ts';
import { bytesOf } from './bytes-of.ts';
import { type Outcome, projectDir, runCommand, startCommand, tinyContent } from './run-command.ts';

/** Whatever cuts a build short, the last good site is served as before, and the next run puts everything right. */

const scratch = mkdtempSync(join(tmpdir(), 'lost-'));
const { dir: tiny, base, origin } = inject('tiny');
const environment = { BASE_PATH: base, SITE_URL: origin };
const builds = join(projectDir, '.build');
/** A site that stands out: it is not what a build would make. */
const good = join(scratch, 'good');
let goodBytes: Record<string, string>;

beforeAll(() => {
  cpSync(tiny, good, { recursive: true });
  appendFileSync(join(good, 'index.html'), '<!-- the last good one -->');
  goodBytes = bytesOf(good);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder of its own for a test, with the last good site in it. */
function outputOf(name: string): string {
  const dist = join(scratch, name, 'dist');
  cpSync(good, dist, { recursive: true });
  return dist;
}

/** Runs something when a build has come so far that it has written a file: at once, for builds are quick. */
function whenWritten(pid: number | undefined, path: string, act: () => void): Promise<void> {
  const file = join(builds, `run-${pid}`, path);
  return new Promise((done) => {
    const look = setInterval(() => {
      if (!existsSync(file)) return;
      clearInterval(look);
      act();
      done();
    }, 1);
    look.unref();
    setTimeout(() => {
      clearInterval(look);
      done();
    }, 80_000).unref();
  });
}

const moments = {
  'while the cards are drawn': 'cards',
  'while the search index is written': 'site/pagefind',
  'while the files for machines are written': 'site/claims/lamp-never-failed.json',
};

let left: readonly { readonly dist: string; readonly pid: number | undefined }[] = [];

test('a build that is killed, early or late, leaves the last site', async () => {
  const killed = await Promise.all(
    Object.entries(moments).map(async ([moment, path], index) => {
      const dist = outputOf(`killed-${index}`);
      const threads = { BUILD_THREADS: index % 2 ? '2' : '1' };
      const child = startCommand('build', { ...environment, ...threads, CONTENT_DIR: tinyContent, DIST_DIR: dist });
      const ended = new Promise<string | null>((done) => child.on('exit', (_code, signal) => done(signal)));
      await whenWritten(child.pid, path, () => child.kill('SIGKILL'));
      expect(await ended, `killed ${moment}`).toBe('SIGKILL');
      return { moment, dist, pid: child.pid };
    }),
  );
  for (const { moment, dist } of killed) {
    expect(bytesOf(dist), moment).toEqual(goodBytes);
    expect(readdirSync(join(dist, '..')), moment).toEqual(['dist']);
  }
  left = killed;
});

test('nor does a build that is killed at any other moment, or has ended by then', async () => {
  const random = createRandom(Date.now());
  const tries = await Promise.all(
    Array.from({ length: 5 }, async (_, index) => {
      const dist = outputOf(`killed-at-random-${index}`);
      const child = startCommand('build', { ...environment, CONTENT_DIR: tinyContent, DIST_DIR: dist });
      const ended = new Promise<string | null>((done) => child.on('exit', (_code, signal) => done(signal)));
      const after = random.below(15_000);
      setTimeout(() => child.kill('SIGKILL'), after).unref();
      return { after, dist, signal: await ended };
    }),
  );
  for (const { after, dist, signal } of tries) {
    const whole = signal === 'SIGKILL' ? [goodBytes, bytesOf(tiny)] : [bytesOf(tiny)]; // never a part of each
    expect(whole, `killed after ${after} ms`).toContainEqual(bytesOf(dist));
  }
});

test.skipIf(!existsSync('/proc/self/environ'))('when a build is killed, nothing of it goes on', async () => {
  const site = 'https://killed-while-bundled.example'; // no build of it is known, so that its pages are bundled
  const child = startCommand('build', { ...environment, SITE_URL: site, DIST_DIR: outputOf('killed-bundling') });
  await vi.waitFor(() => expect(processesOf(site).length).toBeGreaterThan(1), { timeout: 20_000 });
  child.kill('SIGKILL');
  await vi.waitFor(() => expect(processesOf(site)).toEqual([]), { timeout: 20_000 });
});

/** The processes that were started with this text in a variable of theirs. */
function processesOf(text: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, 'utf8').includes(text);
    } catch {
      return false; // it has ended, or is somebody else's
    }
  });
}

test('nor does one that meets content it cannot read', async () => {
  const content = join(scratch, 'unreadable');
  cpSync(tinyContent, content, { recursive: true });
  symlinkSync('/nowhere/at/all', join(content, 'reviews/dangling.md'));
  writeFileSync(join(content, 'people.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
  const dist = outputOf('unreadable-content');
  const { code, stderr } = await runCommand('build', { ...environment, CONTENT_DIR: content, DIST_DIR: dist });
  expect(stderr).toMatch(/reviews\/dangling\.md:1:1 error/);
  expect(stderr).toMatch(/people\.yaml:1:1 error/);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
  expect(bytesOf(dist)).toEqual(goodBytes);
});

test('the next run puts right what was left, and is of one piece, though the content is changed under way', async () => {
  const content = join(scratch, 'changing');
  cpSync(tinyContent, content, { recursive: true });
  const { dist } = left[0] ?? { dist: outputOf('changed') };
  const child = startCommand('build', { ...environment, CONTENT_DIR: content, DIST_DIR: dist });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  await new Promise<void>((done) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.includes('Building')) done();
    });
  });
  writeFileSync(join(content, 'reviews/half-saved.md'), '---\ntitle: half a fi');
  writeFileSync(join(content, 'sources.bib'), '@book{');
  rmSync(join(content, 'people.yaml'));
  expect(await ended).toBe(0);
  expect(bytesOf(dist)).toEqual(bytesOf(tiny));
  for (const { pid } of left) expect(readdirSync(builds)).not.toContain(`run-${pid}`);
  const { code, stderr } = await runCommand('build', { ...environment, CONTENT_DIR: content, DIST_DIR: dist });
  expect(code).toBe(1);
  expect(stderr).toMatch(/half-saved\.md:1:1 error/);
  expect(bytesOf(dist)).toEqual(bytesOf(tiny));
});

/** A small disk needs a machine where this user may make one, in a view of the file system that nobody else has. */
const mayMount =
  process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
if (!mayMount) console.warn('Full disks are not tried here: that takes a root user who may mount file systems.');

/** Builds where one folder is a small disk, with these files on it. */
function buildOnSmallDisk(disk: string, size: string, files: string, dist: string): Promise<Outcome> {
  const script = [
    `mount -t tmpfs none /mnt && cp -r ${files} /mnt`,
    `mount -t tmpfs -o size=${size} none ${disk} && cp -r /mnt/* ${disk}`,
    `{ "${process.execPath}" src/cli/build.ts; code=$?; ls -A ${disk}; exit $code; }`,
  ].join(' && ');
  const child = spawn('unshare', ['-m', 'sh', '-c', script], {
    cwd: projectDir,
    env: { PATH: process.env['PATH'], ...environment, CONTENT_DIR: tinyContent, DIST_DIR: dist },
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text;
    });
  }
  return new Promise((done) => child.on('close', (code) => done({ code, ...printed })));
}

test.runIf(mayMount)('a full disk is named, wherever it is, and the last site stays', async () => {
  const dist = outputOf('full');
  const disk = join(scratch, 'small');
  const former = join(scratch, 'former/dist');
  const full = join(scratch, 'no-further-folder');
  for (const folder of [disk, full, former]) mkdirSync(folder, { recursive: true });
  for (const name of ['index.html', '404.html']) writeFileSync(join(former, name), 'the last good one');
  const [whereItIsBuilt, whereItGoes, whereNoFolderGoes] = await Promise.all([
    buildOnSmallDisk(builds, '700k', join(builds, 'fonts'), dist),
    buildOnSmallDisk(disk, '600k', former, join(disk, 'dist')),
    buildOnSmallDisk(full, '64m,nr_inodes=8', former, join(full, 'dist')),
  ]);
  for (const { code, stderr, stdout } of [whereItIsBuilt, whereItGoes, whereNoFolderGoes]) {
    expect(stderr + stdout).toMatch(/ENOSPC/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  }
  expect(whereItIsBuilt.stderr).toContain('Unexpected full disk');
  expect(bytesOf(dist)).toEqual(goodBytes);
  for (const { stderr, stdout } of [whereItGoes, whereNoFolderGoes]) {
    expect(stderr).toContain('could not be replaced');
    expect(stdout.trim().split('\n').at(-1), 'no half of a site is left on the disk').toBe('dist');
  }
});
