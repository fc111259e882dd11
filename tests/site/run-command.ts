import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const projectDir = resolve(import.meta.dirname, '../..');
export const tinyContent = join(projectDir, 'tests/fixtures/sites/tiny');

/** What became of a command: its exit code and everything it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const agedContent = join(projectDir, 'tests/fixtures/sites/aged');

/** A site in Russian, with pictures. */
export const russianContent = join(projectDir, 'tests/fixtures/sites/russian');

export type CommandName = 'build' | 'check' | 'dev' | 'new' | 'record' | 'start';

/** Variables that would tell a command where to read or write, and those in which Vitest tells that it is testing. */
const withheld = [
  ...['CONTENT_DIR', 'DIST_DIR', 'SITE_URL', 'BASE_PATH', 'PORT', 'SOURCE_DATE_EPOCH'],
  ...['NODE_ENV', 'VITEST', 'TEST', 'BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR'],
];

/** A command of this project as npm would start it, with these variables and none of the surrounding ones of its own. */
export function startCommand(
  name: CommandName,
  environment: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
  project = projectDir,
) {
  const surrounding = Object.entries(process.env).filter(([variable]) => !withheld.includes(variable));
  const env = { ...Object.fromEntries(surrounding), ...environment };
  const preloaded = ['--import', './scripts/compile-cache.mjs'];
  return spawn(process.execPath, [...preloaded, `src/cli/${name}.ts`, ...options], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command of this project to its end. */
export function runCommand(
  name: CommandName,
  environment: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
  project = projectDir,
): Promise<Outcome> {
  const child = startCommand(name, environment, options, project);
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text;
  });
  return new Promise((done, fail) => child.on('error', fail).on('close', (code) => done({ code, ...printed })));
}
