import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, inject, test } from 'vitest';
import { filesIn } from './dead-links.ts';

describe.for(['tiny', 'real'] as const)('the pages of the site %s', (name) => {
  const { dir } = inject(name);
  const pages = filesIn(dir).filter((file) => file.endsWith('.html'));
  const textOf = (file: string) => readFileSync(join(dir, file), 'utf8');

  test('each carry one policy, before anything it governs', () => {
    for (const file of pages) {
      const found = [...textOf(file).matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)"/g)];
      expect(found, file).toHaveLength(1);
      const [, policy = ''] = found[0] ?? [];
      const before = textOf(file).slice(0, found[0]?.index);
      expect(
        policy.split(/;\s*/).filter((directive) => !/^(script|style)-src/.test(directive)),
        file,
      ).toEqual([
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        '',
      ]);
      expect(policy, file).toMatch(/script-src 'self' 'wasm-unsafe-eval'( 'sha256-[^']+')*;/);
      expect(policy, file).toMatch(/style-src 'self'( 'sha256-[^']+')*;/);
      expect(before, file).not.toMatch(/<style|<script(?! type="application\/ld\+json")/);
    }
  });

  test('hold nothing it would refuse: no style or handler in an attribute', () => {
    const refused: string[] = [];
    for (const file of pages) {
      visit(fromHtml(textOf(file)), 'element', ({ tagName, properties }) => {
        const names = Object.keys(properties).filter((property) => /^(style|on[A-Z])/.test(property));
        refused.push(...names.map((property) => `${file}: ${property} on <${tagName}>`));
      });
    }
    expect(refused).toEqual([]);
  });
});

test('code is coloured by classes', () => {
  const { dir } = inject('tiny');
  const page = readFileSync(join(dir, 'reviews/the-lamp-that-never-failed/index.html'), 'utf8');
  expect(page).toContain('<pre class="shiki"');
  expect(page).toContain('<span class="shiki-comment"># how the episodes were counted</span>');
});

test('the policy in `_headers` is that of the pages, but for styles, which each page names by their hashes', () => {
  const { dir } = inject('tiny');
  const parts = (policy: string) =>
    new Map(policy.split(';').flatMap((part) => (part.trim() === '' ? [] : [splitOnce(part.trim())])));
  const [, sent = ''] = /Content-Security-Policy: (.*)/.exec(readFileSync(join(dir, '_headers'), 'utf8')) ?? [];
  const page = readFileSync(join(dir, 'index.html'), 'utf8');
  const [, written = ''] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(page) ?? [];
  const [header, meta] = [parts(sent), parts(written)];
  expect([...header.keys()].sort()).toEqual([...meta.keys()].sort());
  for (const [name, sources] of header) {
    const ofPage = (meta.get(name) ?? '').replace(/ 'sha256-[^']+'/g, '');
    expect(sources, name).toBe(name === 'style-src' ? `${ofPage} 'unsafe-inline'` : ofPage);
  }
});

function splitOnce(directive: string): [string, string] {
  const [name = '', ...sources] = directive.split(' ');
  return [name, sources.join(' ')];
}
