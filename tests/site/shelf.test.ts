import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { deadLinks, filesIn } from './dead-links.ts';
import { projectDir, runCommand } from './run-command.ts';

/** The text of a page, without its markup. */
const textOf = (html: string) => html.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a site of a book', () => {
  const dir = join(mkdtempSync(join(tmpdir(), 'shelf-')), 'site');
  const page = (path: string) => readFileSync(join(dir, path, 'index.html'), 'utf8');

  beforeAll(async () => {
    const { code, stdout, stderr } = await runCommand('build', {
      CONTENT_DIR: join(projectDir, 'tests/fixtures/sites/shelf'),
      DIST_DIR: dir,
      SITE_URL: 'https://shelf.example',
    });
    expect(code, stdout + stderr).toBe(0);
  }, 180_000);
  afterAll(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

  test('speaks of a book, wherever it speaks of the work', () => {
    expect(textOf(page(''))).toMatch(/A critic says what a book says\. .*Latest review \/ book/);
    const claim = textOf(page('claims/washington-cut-the-cherry-tree'));
    expect(claim).toContain('The book says');
    expect(claim).toMatch(/The Life of Washington , chapter 2, p\.\s12/);
    expect(claim).toMatch(/Edition Fifth edition/);
    for (const path of ['', 'works/weems-washington', 'reviews/the-hatchet', 'timeline', 'people/george-washington']) {
      expect(textOf(page(path))).not.toMatch(/\b(episode|series|film|first shown)\b/i);
    }
  });

  test('lists the claims of the book by chapter, and those of one edition under it', () => {
    const text = textOf(page('works/weems-washington'));
    expect(text).toContain('By chapter');
    expect(text).toMatch(/Chapter 1 None placed yet 0 Chapter 2: Birth and Education 1/);
    expect(text).toMatch(/Editions 1800 First edition .* 1806 Fifth edition .* Claims that are taken from this one:/);
    const data = JSON.parse(readFileSync(join(dir, 'claims.json'), 'utf8'));
    expect(data.claims[0]).toMatchObject({ partKind: 'chapter', part: '2', page: '12', version: 'fifth-edition' });
    expect(page('claims/washington-cut-the-cherry-tree')).toMatch(/"@type":"Chapter".*"pagination":"12"/);
  });

  test('has no choice between works, and no dead links', () => {
    expect(page('timeline')).not.toContain('All works');
    expect(page('')).not.toContain('href="/questions/"');
    expect(deadLinks({ dir, base: '/', origin: 'https://shelf.example' })).toEqual([]);
  });
});

describe('a site of several works', () => {
  const { dir } = inject('real');
  const page = (path: string) => readFileSync(join(dir, path, 'index.html'), 'utf8');

  test('shows the record beside each of them alone', () => {
    expect(page('timeline')).toContain('href="/timeline/october-1928/"');
    const facts = (path: string) =>
      new Set(
        filesIn(join(dir, path))
          .filter((file) => file.endsWith('.html'))
          .flatMap((file) => readFileSync(join(dir, path, file), 'utf8').match(/href="\/facts\/[^"]+"/g) ?? []),
      );
    const [all, october, trotsky] = ['', 'october-1928/', 'trotsky-2017/'].map((of) => facts(`timeline/${of}decade`));
    expect(all).toEqual(october?.union(trotsky ?? new Set()));
    expect(october?.size).toBeLessThan(all?.size ?? 0);
  });

  test('says what each does to a person, and where in it a claim is made', () => {
    const person = textOf(page('people/leon-trotsky'));
    expect(person).toMatch(
      /What each telling does to them .* Work Blamed Exalted Erased October \d+ \d+ \d+ Trotsky \d+/,
    );
    expect(textOf(page('works/october-1928'))).toMatch(/By scene .* The storming .* Versions 14 March 1928/);
    expect(page('claims/thousands-storm-the-winter-palace')).toMatch(/"@type":"Clip","name":"The storming"/);
  });
});
