import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from './run-command.ts';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

const text = readFileSync(join(projectDir, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as LockFile; // npm's own file, of a known shape

test('the lock file names the packages of every platform, so that npm ci works on each', () => {
  const known = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test('the lock file names no host: packages come from whatever registry npm is set to', () => {
  expect(text).not.toMatch(/"resolved":/);
});
