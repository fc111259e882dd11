import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const { dir } = inject('real');
const kB = 1000;

/** Bytes over the wire. */
const size = (text: string) => gzipSync(text).length;
const read = (path: string) => readFileSync(join(dir, path), 'utf8');
const pagesIn = (folder: string) =>
  readdirSync(join(dir, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}/index.html`)
    .filter((path) => readdirSync(join(dir, path, '..')).includes('index.html'));

test('a review is read on 60 kB, styles and scripts included', () => {
  for (const path of pagesIn('reviews')) {
    const html = read(path);
    const all = [html, ...sheetsOf(html), ...scriptsOf(html)];
    expect(
      all.reduce((sum, text) => sum + size(text), 0),
      path,
    ).toBeLessThan(60 * kB);
  }
});

test('the first screen of a review, strip and lens and all, comes with the first round trip', () => {
  for (const path of pagesIn('reviews')) {
    const html = read(path);
    const end = html.indexOf('<div class="wrap sheet">');
    expect(end, path).toBeGreaterThan(0);
    expect(size(html.slice(0, end)), path).toBeLessThan(14_600);
    expect(html.slice(0, end), path).not.toMatch(
      /<link rel="stylesheet"|<script(?! type="(?:module|application\/ld\+json)")/,
    );
  }
});

test('the page of a claim takes 14 kB', () => {
  const heavy = pagesIn('claims').filter((path) => size(read(path)) > 14 * kB);
  expect(heavy).toEqual([]);
});

test('before the search is asked no page has more than 10 kB of script', () => {
  const pages = [
    'index.html',
    'claims/index.html',
    'timeline/index.html',
    ...pagesIn('timeline/decade'),
    ...pagesIn('reviews'),
    ...pagesIn('claims'),
  ];
  for (const path of pages) {
    const bytes = scriptsOf(read(path)).reduce((sum, script) => sum + size(script), 0);
    expect(bytes, path).toBeGreaterThan(0);
    expect(bytes, path).toBeLessThan(10 * kB);
  }
});

test('what a page does is in one script and one late style sheet, which fetch no other', () => {
  for (const path of ['index.html', 'timeline/index.html', ...pagesIn('reviews'), ...pagesIn('claims')]) {
    const html = read(path);
    expect(scriptsOf(html), path).toHaveLength(1);
    expect(sheetsOf(html), path).toHaveLength(1);
  }
});

/** The style sheets a reader fetches. */
function sheetsOf(html: string): string[] {
  const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  return links.map(([, url = '']) => read(url));
}

/** The scripts a page starts, with what they import. */
function scriptsOf(html: string): string[] {
  const seen = new Map<string, string>();
  const add = (url: string) => {
    if (seen.has(url)) return;
    const text = read(url);
    seen.set(url, text);
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/g)) {
      add(url.replace(/[^/]*$/, name.slice(2)));
    }
  };
  for (const [, url = ''] of html.matchAll(/<script type="module" src="([^"]+)"/g)) add(url);
  return [...seen.values()];
}
