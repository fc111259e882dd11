import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ContentFiles } from '../../src/core/library/create-library.ts';
import type { BuildTimes } from '../../src/site/stage-times.ts';
import { makeCollection } from '../search/generated-collection.ts';
import { type Cost, measuredRun } from './measured-run.ts';
import { setAside } from './set-aside.ts';

/** One whole build of a generated collection, measured. */
export interface Built extends Cost {
  /** Milliseconds of each stage; those that run side by side count each for itself. */
  readonly stages: BuildTimes['stages'];
  readonly claims: number;
  /** Builds after one claim was changed, each after another change. */
  readonly again?: readonly Cost[];
  readonly pages: number;
  readonly files: number;
  /** Bytes of all pages, and of all that was built. */
  readonly pageBytes: number;
  readonly bytes: number;
}

const project = resolve(import.meta.dirname, '../..');

/** The generated collections of this bench: twenty claims a review, a fact for each. */
export const collectionOf = (claims: number): ContentFiles => makeCollection(claims, { inReview: 20 }).content;

/** Where a collection of so many claims is written and built; it stays there until it is built again. */
const folderOf = (claims: number) => join(project, '.build/bench', `claims-${claims}`);
export const distOf = (claims: number): string => join(folderOf(claims), 'dist');

/** Builds a collection of so many claims with the site's own command, in a process of its own, without anything of an earlier build. */
export async function buildOnce(claims: number): Promise<Built> {
  const { contentDir, dist, times } = pathsOf(claims);
  for (const old of ['bundles', 'cards', 'next', 'pictures', 'sites']) setAside(join(project, '.build', old));
  setAside(folderOf(claims));
  writeContent(collectionOf(claims), contentDir);
  const cost = await build(claims);
  const files = filesIn(dist);
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  const sum = (list: typeof files) => list.reduce((total, { size }) => total + size, 0);
  const { stages }: BuildTimes = JSON.parse(readFileSync(times, 'utf8'));
  return {
    claims,
    ...cost,
    stages,
    pages: pages.length,
    files: files.length,
    pageBytes: sum(pages),
    bytes: sum(files),
  };
}

/** Builds that collection again so many times, each after the statement of one claim was changed. */
export async function rebuild(claims: number, times: number): Promise<Cost[]> {
  const review = join(pathsOf(claims).contentDir, 'reviews/review-0.md');
  const costs: Cost[] = [];
  for (let time = 1; time <= times; time++) {
    const text = readFileSync(review, 'utf8');
    const changed = text.replace(
      /^(:::claim\{.*\}\n.*?)(?:, it is said \d times)?\.$/m,
      `$1, it is said ${time} times.`,
    );
    if (changed === text) throw new Error(`No claim to change in ${review}`);
    writeFileSync(review, changed);
    costs.push(await build(claims));
  }
  return costs;
}

function pathsOf(claims: number) {
  const folder = folderOf(claims);
  return { contentDir: join(folder, 'content'), dist: distOf(claims), times: join(folder, 'times.json') };
}

function build(claims: number): Promise<Cost> {
  const { contentDir, dist, times } = pathsOf(claims);
  const env = { CONTENT_DIR: contentDir, DIST_DIR: dist, BUILD_TIMES: times };
  const parameters = ['--import', join(project, 'scripts/compile-cache.mjs'), join(project, 'src/cli/build.ts')];
  return measuredRun(process.execPath, parameters, { cwd: project, env });
}

function writeContent({ references, reviews }: ContentFiles, contentDir: string): void {
  for (const [path, text] of [...references, ...reviews.map(({ path, value }) => [path, value] as const)]) {
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
