import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { agedContent, projectDir, runCommand, russianContent, tinyContent } from './run-command.ts';

/** A finished site on disk. */
export interface BuiltSite {
  readonly dir: string;
  readonly base: string;
  /** The address its pages believe to have. */
  readonly origin: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The small site of `tests/fixtures/sites/tiny`, at the root of its host. */
    tiny: BuiltSite;
    /** The same below a path. */
    tinyBelow: BuiltSite;
    /** The site of `tests/fixtures/sites/aged`, which has been edited, renamed, merged and withdrawn from, below a path. */
    aged: BuiltSite;
    /** The site of `tests/fixtures/sites/russian`, in Russian and with pictures, below a path. */
    russian: BuiltSite;
    /** The site of `content/`. */
    real: BuiltSite;
  }
}

const outputDir = join(projectDir, '.build/tests');

/** Builds, once for all test files, the sites they share. A site that `npm test` has just built is not built again. */
export default async function buildSharedSites(project: TestProject): Promise<void> {
  mkdirSync(outputDir, { recursive: true });
  const tinyAt = (name: string, base: string) =>
    build({ dir: join(outputDir, name), base, origin: 'https://tiny.example' }, tinyContent);
  const [tiny, tinyBelow] = await Promise.all([tinyAt('tiny', '/'), tinyAt('tiny-below', '/below/a/path/')]);
  project.provide('tiny', tiny);
  project.provide('tinyBelow', tinyBelow);
  const agedAt = { dir: join(outputDir, 'aged'), base: '/below/a/path/', origin: 'https://aged.example' };
  const russianAt = { dir: join(outputDir, 'russian'), base: '/below/a/path/', origin: 'https://mayak.example' };
  const [aged, russian] = await Promise.all([build(agedAt, agedContent), build(russianAt, russianContent)]);
  project.provide('aged', aged);
  project.provide('russian', russian);
  const given = process.env['BUILT_SITE'];
  const real = { dir: given ?? join(outputDir, 'real'), base: '/', origin: 'https://real.example' };
  project.provide('real', given && existsSync(given) ? real : await build(real, join(projectDir, 'content')));
}

async function build(site: BuiltSite, contentDir: string): Promise<BuiltSite> {
  rmSync(site.dir, { recursive: true, force: true });
  const { code, stdout, stderr } = await runCommand('build', {
    CONTENT_DIR: contentDir,
    DIST_DIR: site.dir,
    BASE_PATH: site.base,
    SITE_URL: site.origin,
  });
  if (code !== 0) throw new Error(`The site of ${contentDir} could not be built:\n${stderr}${stdout}`);
  return site;
}
