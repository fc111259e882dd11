import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { type DeadLink, deadLinks } from './dead-links.ts';

test.for(['tiny', 'tinyBelow', 'aged', 'real'] as const)('no link of the site %s is dead', (name) => {
  expect(linesOf(deadLinks(inject(name)))).toEqual([]);
});

test('the checker sees every kind of dead link, and no other', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dead-links-'));
  const page = `<!doctype html><p id="here">
    <a href="#here">.</a> <a href="#gone">.</a> <a href="/b/">.</a> <a href="/b/sub/">.</a> <a href="/b/sub">.</a>
    <a href="/elsewhere/">.</a> <a href="https://site.example/b/missing/">.</a> <a href="https://other.example/">.</a>
    <a href="mailto:a@b.c">.</a> <img src="missing.png" srcset="also-missing.png 2x"> <a href="sub/#:~:text=x">.</a>
    <a href="sub/#here">.</a> <style>p { background: url(none.svg) }</style>`;
  mkdirSync(join(dir, 'sub'));
  writeFileSync(join(dir, 'index.html'), page);
  writeFileSync(join(dir, 'sub/index.html'), '<a href="../#here">.</a>');
  writeFileSync(
    join(dir, 'data.json'),
    JSON.stringify({ id: 'https://site.example/b/none.json', see: 'https://x.y/' }),
  );
  const found = deadLinks({ dir, base: '/b/', origin: 'https://site.example' });
  rmSync(dir, { recursive: true });
  expect(linesOf(found)).toEqual([
    'data.json: https://site.example/b/none.json (no such file)',
    'index.html: #gone (no such fragment)',
    'index.html: /b/sub (no slash at the end)',
    'index.html: /elsewhere/ (outside the base path)',
    'index.html: https://site.example/b/missing/ (no such file)',
    'index.html: missing.png (no such file)',
    'index.html: also-missing.png (no such file)',
    'index.html: sub/#here (no such fragment)',
    'index.html: none.svg (no such file)',
  ]);
});

function linesOf(dead: readonly DeadLink[]): string[] {
  return dead.map(({ file, link, why }) => `${file}: ${link} (${why})`);
}
