import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { BuildTimes } from '../../src/site/stage-times.ts';
import { makeCollection } from '../search/generated-collection.ts';

/** One whole build of a generated collection, measured. */
export interface Built extends BuildTimes {
  readonly claims: number;
  readonly pages: number;
  /** Bytes of all pages, and of all that was built. */
  readonly pageBytes: number;
  readonly bytes: number;
}

const project = resolve(import.meta.dirname, '../..');

/** Builds a collection of so many claims with the site's own command, in a process of its own, and takes it away again. */
export function buildOnce(claims: number): Built {
  const folder = join(project, '.build/bench', `claims-${claims}`);
  const [contentDir, dist, times] = ['content', 'dist', 'times.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]; // as many as there are names
  rmSync(folder, { recursive: true, force: true });
  try {
    writeCollection(claims, contentDir);
    const environment = { CONTENT_DIR: contentDir, DIST_DIR: dist, BUILD_TIMES: times };
    const { status, stderr } = spawnSync(process.execPath, [join(project, 'src/cli/build.ts')], {
      cwd: project,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1_000_000_000,
    });
    if (status !== 0) throw new Error(`The build of ${claims} claims failed:\n${stderr.slice(-2000)}`);
    const files = filesIn(dist);
    const pages = files.filter(({ path }) => path.endsWith('.html'));
    const sum = (list: typeof files) => list.reduce((total, { size }) => total + size, 0);
    const measured: BuildTimes = JSON.parse(readFileSync(times, 'utf8'));
    return { ...measured, claims, pages: pages.length, pageBytes: sum(pages), bytes: sum(files) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeCollection(claims: number, contentDir: string): void {
  const { content } = makeCollection(claims);
  const files = [...content.references, ...content.reviews.map(({ path, value }) => [path, value] as const)];
  for (const [path, text] of files) {
    mkdirSync(dirname(join(contentDir, path)), { recursive: true });
    writeFileSync(join(contentDir, path), text);
  }
}

function filesIn(folder: string): { readonly path: string; readonly size: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    return entry.isFile() ? [{ path, size: statSync(path).size }] : [];
  });
}
