import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/** What each part of `src` may import, itself aside. Imports point one way: a part stands above all that it may use. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/model': [],
  'core/messages': ['core/model'],
  'core/markdown': ['core/model', 'core/messages'],
  'core/ledger': ['core/model', 'core/messages', 'core/markdown'],
  'core/library': ['core/model', 'core/messages', 'core/markdown', 'core/ledger'],
  'core/exports': ['core/model', 'core/messages', 'core/markdown', 'core/ledger', 'core/library'],
  'core/search': ['core/model'],
  'core/import': ['core/model', 'core/messages', 'core/markdown', 'core/library', 'core/ledger'],
  islands: ['core/model', 'core/search', 'site/text'],
  site: ['core'],
  cli: ['core', 'site'],
  styles: [],
  components: ['core', 'site', 'islands', 'styles', 'layouts'],
  layouts: ['core', 'site', 'islands', 'styles', 'components'],
  pages: ['core', 'site', 'islands', 'styles', 'components', 'layouts'],
  'content.config.ts': ['core', 'site'],
};

const files = globSync('**/*.{ts,astro}', { cwd: src }).filter((file) => !file.endsWith('.d.ts'));
const parts = [...new Set(files.map(partOf))].sort();

describe('imports in src point one way', () => {
  it.each(parts)('%s', (part) => {
    const allowed = mayImport[part];
    expect(allowed, `src/${part} is in the table of this test`).toBeDefined();
    const wrong = files
      .filter((file) => partOf(file) === part)
      .flatMap((file) => importsOf(file).map((to) => ({ file, to })))
      .filter(({ to }) => partOf(to) !== part && !allowed?.some((one) => to === one || to.startsWith(`${one}/`)));
    expect(wrong).toEqual([]);
  });
});

describe('the core', () => {
  it.each(files.filter((file) => file.startsWith('core/')))('%s knows no framework, disk, clock or chance', (file) => {
    const text = readFileSync(join(src, file), 'utf8');
    expect(packagesOf(text).filter((name) => /^(node:(?!crypto$)|astro|vite)/.test(name))).toEqual([]);
    expect(text).not.toMatch(
      /\b(process\.|Math\.random|Date\.now|new Date\(\)|performance\.now|document\.(?:body|createE)|window\.)/,
    );
  });
});

/** `core/model/date.ts` is of `core/model`, `site/library.ts` of `site`. */
function partOf(file: string): string {
  const steps = file.split('/');
  return steps.slice(0, steps[0] === 'core' ? 2 : 1).join('/');
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return packagesOf(text)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(src, resolve(src, dirname(file), name.replace(/\?.*$/, ''))))
    .filter((to) => !to.startsWith('..'));
}

/** All that a module names in `import … from`, `export … from` and `import()`. */
function packagesOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport\s*\(?)\s*'([^']+)'/g)].map(([, name = '']) => name);
}
