import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Library } from '../core/model/library.ts';
import type { LoadedLibrary } from '../site/library.ts';
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

export interface RouteStyles {
  readonly styles: readonly unknown[];
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

/** The bundle of these sources: that of an earlier build, or else Astro makes it now, in the folder of this run. */
export async function bundleOf(sources: string, { library }: LoadedLibrary, runDir: string): Promise<Bundle> {
  const palette = createHash('sha256').update(JSON.stringify(library.palette)).digest('hex').slice(0, 8);
  const folder = join(kept, `${sources}-${palette}`);
  if (existsSync(folder)) utimesSync(folder, new Date(), new Date());
  else {
    const made = join(runDir, 'bundle');
    await makeBundle(made, join(runDir, 'cache'), library);
    mkdirSync(kept, { recursive: true });
    try {
      renameSync(made, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error; // another build has made the same meanwhile
    }
    tidy();
  }
  const [entry] = globSync('prerender-entry.*.mjs', { cwd: join(folder, 'program') });
  if (entry === undefined) throw new Error('Astro has left no program that renders its pages');
  return {
    program: pathToFileURL(join(folder, 'program', entry)).href,
    styles: new Map(JSON.parse(readFileSync(join(folder, 'styles.json'), 'utf8')) as [string, RouteStyles][]), // as written below
    files: join(folder, 'files'),
  };
}

async function makeBundle(folder: string, cacheDir: string, library: Library): Promise<void> {
  const { reviews, claims, facts, people, sources } = library;
  const { build } = await import('astro'); // it takes a second to load, and is not needed for what is bundled already
  await build({
    root: projectDir,
    outDir: join(folder, 'files'),
    cacheDir,
    // It warns of each collection with nothing in it, which on a young site is nothing to warn of.
    logLevel: [reviews, claims, facts, people, sources].some(({ size }) => size === 0) ? 'error' : 'warn',
    integrations: [keptProgram(folder)],
  });
}

/** Keeps the program of the pages, which Astro would throw away; has it render none. */
function keptProgram(folder: string): AstroIntegration {
  let built = '';
  let routes: ReadonlyMap<string, RouteStyles> = new Map();
  return {
    name: 'kept-program',
    hooks: {
      'astro:config:done': ({ config }) => {
        built = fileURLToPath(config.outDir);
      },
      'astro:build:setup': ({ pages }) => {
        routes = pages; // their styles are put in while they are bundled
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'kept-program',
          async getStaticPaths() {
            renameSync(join(built, '.prerender'), join(folder, 'program'));
            const styles = [...routes].map(([name, { styles }]) => [name, { styles }]);
            writeFileSync(join(folder, 'styles.json'), JSON.stringify(styles));
            return [];
          },
          async render({ url }) {
            throw new Error(`Unexpected ${url}: pages are rendered when they are bundled`);
          },
        });
      },
    },
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
