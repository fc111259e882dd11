import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library } from '../core/model/library.ts';
import type { Palette } from '../core/model/palette.ts';
import { ContentError } from '../site/content-error.ts';
import type { Settings } from '../site/settings.ts';
import { projectDir } from './output.ts';

/** What Astro makes of the sources of the site, whatever its content is. */
export interface Bundle {
  /** The module of all pages: what renders them. */
  readonly program: string;
  /** The styles of each route, by the names under which Astro's own renderer looks for them. */
  readonly styles: ReadonlyMap<string, RouteStyles>;
  /** The folder of the scripts, typefaces and files that go into the site as they are. */
  readonly files: string;
}

/** The styles of a route as Astro lists them (`PageBuildData` of `astro/dist/core/build/types.js`). */
export interface RouteStyles {
  readonly styles: readonly RouteStyle[];
}
export interface RouteStyle {
  readonly depth: number;
  readonly order: number;
  readonly sheet:
    | { readonly type: 'inline'; readonly content: string }
    | { readonly type: 'external'; readonly src: string };
}

const kept = join(projectDir, '.build/bundles');

/** A text that changes with everything a built site is made of, other than its content. */
export function sourcesKey({ siteUrl, base }: Settings): string {
  const key = createHash('sha256').update(JSON.stringify([process.version, siteUrl, base]));
  const files = ['astro.config.ts', 'package-lock.json', 'tsconfig.json'];
  const folders = ['src', 'public', 'tests/fixtures']; // the guide shows what the tests are given
  const inFolders = folders
    .flatMap((folder) => readdirSync(join(projectDir, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile()) // an editor's lock may be a link that leads nowhere
    .map(({ parentPath, name }) => relative(projectDir, join(parentPath, name)));
  for (const file of [...files, ...inFolders.sort()]) {
    key.update(`\n${file}\n`).update(readFileSync(join(projectDir, file)));
  }
  return key.digest('hex').slice(0, 20);
}

/** Gives the bundle of these sources. */
export interface Bundler {
  /** The bundle with the colours of this library: that of an earlier build, or else Astro makes it now. */
  readonly bundleOf: (library: Pick<Library, 'palette'>) => Promise<Bundle>;
  /** Ends it, whatever it is at; nothing is written afterwards. */
  readonly stop: () => Promise<void>;
}

/** What the process is told that makes a bundle. */
export interface BundleOrder {
  /** Where the bundle goes, and what Astro keeps while it makes it. */
  readonly folder: string;
  readonly cacheDir: string;
  readonly palette: Palette;
}

/**
 * Starts what gives the bundle of these sources. Where there is none of an earlier build, Astro is loaded at once, in a
 * process of its own: what it takes of memory is free again before pages are made.
 */
export function createBundler(sources: string, runDir: string): Bundler {
  const isLikelyKept = existsSync(kept) && readdirSync(kept).some((name) => name.startsWith(`${sources}-`));
  let bundling = isLikelyKept ? undefined : startProcess();
  return {
    async bundleOf({ palette }) {
      const colours = createHash('sha256').update(JSON.stringify(palette)).digest('hex').slice(0, 8);
      const folder = join(kept, `${sources}-${colours}`);
      if (existsSync(folder)) utimesSync(folder, new Date(), new Date());
      else {
        bundling ??= startProcess();
        const made = join(runDir, 'bundle');
        await bundling.make({ folder: made, cacheDir: join(runDir, 'cache'), palette });
        mkdirSync(kept, { recursive: true });
        try {
          renameSync(made, folder);
        } catch (error) {
          if (!existsSync(folder)) throw error; // another build has made the same meanwhile
        }
        tidy();
      }
      return bundleIn(folder);
    },
    stop: async () => bundling?.stop(),
  };
}

/** A quarter less memory, in the same time: V8 clears its heap sooner, and Rolldown's allocator gives back what it has freed. */
const sparing = {
  execArgv: ['--max-semi-space-size=8', '--heap-growing-percent=20'],
  env: { MIMALLOC_PURGE_DELAY: '0' },
};

function startProcess() {
  const child = fork(join(import.meta.dirname, 'make-bundle.ts'), {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...sparing.execArgv],
    env: { ...process.env, ...sparing.env },
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null)); // it could not be started
  });
  const told = new Promise<BundleNews>((resolve) => child.once('message', resolve));
  return {
    make: async (order: BundleOrder) => {
      child.send(order, () => {}); // one that has ended is told of below
      const endedEarly = ended.then((code): BundleNews => ({ failure: `Its process ended with code ${code}` }));
      const { refusal, failure } = await Promise.race([told, endedEarly]);
      if (refusal !== undefined) throw new ContentError(refusal);
      if (failure !== undefined) throw new Error(`Astro has not bundled the pages. ${failure}`);
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What that process says when it is done: nothing, or why there is no bundle, and what the system refused if it was that. */
export interface BundleNews {
  readonly failure?: string | undefined;
  readonly refusal?: string | undefined;
}

function bundleIn(folder: string): Bundle {
  const entry = readdirSync(join(folder, 'program')).find((name) => /^prerender-entry\..*\.mjs$/.test(name));
  if (entry === undefined) throw new Error('Astro has left no program that renders its pages');
  return {
    program: pathToFileURL(join(folder, 'program', entry)).href,
    styles: new Map(JSON.parse(readFileSync(join(folder, 'styles.json'), 'utf8')) as [string, RouteStyles][]), // as Astro has it
    files: join(folder, 'files'),
  };
}

/**
 * The sources of a site change when it is developed: of those bundled before, a few are worth their room. What was used
 * within the hour may be in use by another build.
 */
function tidy(): void {
  const byAge = readdirSync(kept)
    .map((name) => ({ name, used: statSync(join(kept, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { name, used } of byAge.slice(6)) {
    if (Date.now() - used > 3_600_000) rmSync(join(kept, name), { recursive: true, force: true });
  }
}
