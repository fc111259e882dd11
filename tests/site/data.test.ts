import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, inject, test } from 'vitest';
import { filesIn } from './dead-links.ts';
import { projectDir } from './run-command.ts';

/** Judges from outside, where they are at hand: beside the project, or where `JUDGES` says. */
const judges = process.env['JUDGES'] ?? resolve(projectDir, '../shared/judges');

/** Runs one of them, in a copy beside the packages it needs, and gives what it printed; throws when it finds errors. */
function judge(name: string, ...parameters: string[]): string {
  const copy = join(projectDir, '.build/tests/judges');
  mkdirSync(copy, { recursive: true });
  const own = join(copy, name);
  rmSync(own, { recursive: true, force: true });
  cpSync(join(judges, name), own, { recursive: true, filter: (path) => !path.includes('node_modules') });
  return execFileSync(process.execPath, [join(own, 'validate.mjs'), '--quiet', ...parameters], { encoding: 'utf8' });
}

describe.for(['tiny', 'real'] as const)('the data of the site %s', (name) => {
  const { dir, origin } = inject(name);
  const read = (file: string) => readFileSync(join(dir, file), 'utf8');
  const claims: Record<string, string & string[]>[] = JSON.parse(read('claims.json')).claims;

  test('says what the pages say', () => {
    for (const { id = '', statement = '', verdictLabel = '', passages = [], review = '' } of claims) {
      const page = textOf(read(`claims/${id}/index.html`));
      expect(page.includes(statement), `${id}: ${statement}`).toBe(true);
      expect(page.toLowerCase()).toContain(verdictLabel.toLowerCase());
      const text = read(`reviews/${review}/index.html`);
      for (const _ of passages) expect(text).toContain(`<mark id="${id}"`);
    }
    expect(filesIn(dir).filter((file) => /^claims\/[^/]+\.json$/.test(file))).toHaveLength(claims.length);
  });

  test('has feeds and a sitemap that are well-formed XML', () => {
    for (const file of ['feed.xml', 'corrections.xml', 'sitemap-index.xml', 'sitemap-0.xml']) {
      expect(() => new XMLParser().parse(read(file), true), file).not.toThrow();
    }
    const { urlset } = new XMLParser().parse(read('sitemap-0.xml'));
    const pages: { loc: string; lastmod: string }[] = urlset.url;
    for (const { id } of claims) {
      expect(pages.find(({ loc }) => loc === `${origin}/claims/${id}/`)?.lastmod).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    }
    expect(read('robots.txt')).toContain(`Sitemap: ${origin}/sitemap-index.xml`);
  });

  test.runIf(existsSync(judges))('passes the judges', { timeout: 180_000 }, () => {
    expect(judge('wadm', '--strict-suite', '--extra', dir)).toMatch(/ 0 failed/);
    const verdict = judge('claimreview', `--base=${origin}/`, `--expect=${claims.length}`, dir);
    expect(verdict).toMatch(/ 0 errors/);
  });
});

/** What a page shows, without its data and styles. */
function textOf(html: string): string {
  let text = '';
  visit(fromHtml(html), (node, _, parent) => {
    const isShown = parent?.type !== 'element' || !['script', 'style', 'title'].includes(parent.tagName);
    if (node.type === 'text' && isShown) text += node.value;
  });
  return text;
}
