import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readLedger } from '../../src/core/ledger/read-ledger.ts';
import { agedContent, projectDir } from './run-command.ts';

test.for([
  ['aged', join(agedContent, 'ledger.jsonl')],
  ['real', join(projectDir, 'content/ledger.jsonl')],
] as const)('every id ever recorded is answered: %s', ([name, file]) => {
  const value = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { ledger } = readLedger({ path: file, value });
  const folders = { claim: 'claims', fact: 'facts', review: 'reviews' };
  const pages = new Set(ledger.revisions.map(({ kind, id }) => `${folders[kind]}/${id}/index.html`));
  expect([...pages].filter((page) => !existsSync(join(inject(name).dir, page)))).toEqual([]);
  if (name === 'aged') expect(pages.size).toBeGreaterThan(12);
});

test('a former address leads to its successor without a script, and is not to be found by itself', () => {
  const { dir, base, origin } = inject('aged');
  const page = readFileSync(join(dir, 'claims/single-match/index.html'), 'utf8');
  const successor = `${base}claims/one-match/`;
  expect(page).toContain(`<link rel="canonical" href="${origin}${successor}">`);
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).toContain(`<meta http-equiv="refresh" content="0; url=${successor}#former--single-match">`);
  expect(page).toContain(`<a href="${successor}#former--single-match">`);
});

test('hosts that read `_redirects` are told of what was renamed', () => {
  const { dir, base } = inject('aged');
  const renamed = [
    ['claims/single-match/', 'claims/one-match/'],
    ['facts/steps-in-the-almanac/', 'facts/ninety-steps/'],
    ['reviews/the-lamp/', 'reviews/the-lamp-that-never-failed/'],
  ];
  const lines = renamed.map(([from, to]) => `${base}${from} ${base}${to} 301`);
  expect(readFileSync(join(dir, '_redirects'), 'utf8').trimEnd().split('\n')).toEqual(lines);
  expect(existsSync(join(inject('tiny').dir, '_redirects'))).toBe(false);
});

test('the log of changes has each change once, with the words of the review where it has some', () => {
  const log = readFileSync(join(inject('aged').dir, 'corrections/index.html'), 'utf8');
  expect(log.match(/a slip of ours/g)).toHaveLength(1);
  expect(log.match(/<em>another<\/em> lamp/g)).toHaveLength(1);
  expect(log.match(/One claim said what the other says/g)).toHaveLength(1);
  expect(log).toMatch(/<del>.*1903.*<\/del>.*<ins>.*1904.*<\/ins>/s);
});
