import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ContentFiles } from '../../src/core/library/create-library.ts';
import type { BuildTimes } from '../../src/site/stage-times.ts';
import { makeCollection } from '../search/generated-collection.ts';
import { type Cost, measuredRun } from './measured-run.ts';

/** One whole build of a generated collection, measured. */
export interface Built extends Cost {
  /** Milliseconds of each stage; those that run side by side count each for itself. */
  readonly stages: BuildTimes['stages'];
  readonly claims: number;
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
  const contentDir = join(folderOf(claims), 'content');
  const dist = distOf(claims);
  const times = join(folderOf(claims), 'times.json');
  rmSync(folderOf(claims), { recursive: true, force: true });
  writeContent(collectionOf(claims), contentDir);
  const env = { CONTENT_DIR: contentDir, DIST_DIR: dist, BUILD_TIMES: times };
  const cost = await measuredRun(process.execPath, [join(project, 'src/cli/build.ts')], { cwd: project, env });
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
