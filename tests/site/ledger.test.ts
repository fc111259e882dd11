import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readLedger } from '../../src/core/ledger/read-ledger.ts';
import type { Revision } from '../../src/core/model/revision.ts';
import { agedContent, projectDir } from './run-command.ts';

test.for([
  ['aged', join(agedContent, 'ledger.jsonl')],
  ['real', join(projectDir, 'content/ledger.jsonl')],
] as const)('every id ever recorded is answered: %s', ([name, file]) => {
  const value = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { ledger } = readLedger({ path: file, value });
  const addresses = new Set(ledger.revisions.flatMap(({ kind, id }) => addressesOf[kind](id)));
  expect([...addresses].filter((address) => !existsSync(join(inject(name).dir, address)))).toEqual([]);
  if (name === 'aged') expect(new Set(ledger.revisions.map(({ event }) => event)).size).toBe(5);
});

/** Every file that ever stood for what was recorded, at an address that others may have kept. */
const addressesOf: Record<Revision['kind'], (id: string) => string[]> = {
  claim: (id) => [...ofAnnotation('claims', id), `embed/claims/${id}/index.html`, `oembed/claims/${id}.json`],
  fact: (id) => ofAnnotation('facts', id),
  review: (slug) => [
    ...[`reviews/${slug}/index.html`, `cards/reviews/${slug}.png`],
    ...[`reviews/${slug}/annotations.json`, `reviews/${slug}/annotations/1.json`],
  ],
};

function ofAnnotation(folder: string, id: string): string[] {
  const page = `${folder}/${id}`;
  return [`${page}/index.html`, `${page}.json`, `${page}.md`, `cards/${page}.png`];
}

describe('what stands at a former address, for programs and frames,', () => {
  const textOf = (file: string) => readFileSync(join(inject('aged').dir, file), 'utf8');
  const jsonOf = (file: string): unknown => JSON.parse(textOf(file));

  test.for([
    ['renamed', 'single-match', 'lit again with one match', 'claims/one-match'],
    ['merged', 'bram-was-alone', 'Bram Placeholder saved the ship alone', 'claims/bram-saved-the-ship'],
    ['merged into a fact', 'keeper-was-paid', 'The log notes coal for wages', 'facts/wages-and-ship'],
    ['renamed and withdrawn', 'ship-was-a-schooner', 'The series shows no ship', 'claims/ship-was-a-brig'],
    ['withdrawn', 'lamp-was-electric', 'the narrator speaks of another lamp', 'claims/lamp-was-electric'],
    ['withdrawn with its review', 'second-lamp', 'The sequel was never made', 'claims/second-lamp'],
  ] as const)('is what became of a claim that was %s', ([, id, said, now]) => {
    const { origin, base } = inject('aged');
    const embed = textOf(`embed/claims/${id}/index.html`);
    expect(embed.replace(/<[^>]*>/g, '')).toContain(said);
    expect(embed).toContain(`<link rel="canonical" href="${origin}${base}${now}/">`);
    const { html }: { html: string } = JSON.parse(textOf(`oembed/claims/${id}.json`));
    expect(html).toContain(`<a href="${origin}${base}${now}/">`);
    const frame = /src="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(existsSync(join(inject('aged').dir, frame.slice((origin + base).length), 'index.html'))).toBe(true);
    expect(textOf(`claims/${id}.json`)).toBe(textOf(`${now}.json`));
    expect(textOf(`claims/${id}.md`)).toBe(textOf(`${now}.md`));
    const picture = (page: string) => readFileSync(join(inject('aged').dir, `cards/${page}.png`));
    expect(picture(`claims/${id}`).equals(picture(now))).toBe(true);
  });

  test('is what became of a review', () => {
    expect(jsonOf('reviews/the-lamp/annotations.json')).toMatchObject({ type: 'AnnotationCollection' });
    for (const file of ['annotations.json', 'annotations/1.json']) {
      const tombstone = jsonOf(`reviews/the-lamp-abroad/${file}`);
      expect(tombstone).toMatchObject({ type: 'Tombstone', summary: expect.stringContaining('a rumour for a film') });
      expect(jsonOf(`reviews/the-second-lamp/${file}`)).toEqual(tombstone);
    }
    const page = textOf('reviews/the-lamp-abroad/index.html').replace(/<[^>]*>/g, '');
    expect(page).toContain('The second lamp');
    expect(page).toContain('The sequel was never made; we took a rumour for a film.');
  });

  test('is said of a claim in the words of its source', () => {
    expect(textOf('claims/ship-was-a-brig.md')).toBe(
      ':::withdrawn{#ship-was-a-brig date=2026-12-04}\nThe series shows no ship.\n:::\n',
    );
  });
});

test('a former address leads to its successor without a script, and is not to be found by itself', () => {
  const { dir, base, origin } = inject('aged');
  const page = readFileSync(join(dir, 'claims/single-match/index.html'), 'utf8');
  const successor = `${base}claims/one-match/`;
  expect(page).toContain(`<link rel="canonical" href="${origin}${successor}">`);
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).toContain(`<meta http-equiv="refresh" content="0; url=${successor}#r1">`);
  expect(page).toContain(`<a href="${successor}#r1">`);
});

test('hosts that read `_redirects` are told of what was renamed', () => {
  const { dir, base } = inject('aged');
  const renamed = [
    ['claims/single-match/', 'claims/one-match/'],
    ['claims/brass-bell/', 'claims/bell-of-brass/'],
    ['facts/steps-in-the-almanac/', 'facts/ninety-steps/'],
    ['claims/ship-was-a-schooner/', 'claims/ship-was-a-brig/'],
    ['embed/claims/single-match/', 'embed/claims/one-match/'],
    ['embed/claims/bram-was-alone/', 'embed/claims/bram-saved-the-ship/'],
    ['embed/claims/brass-bell/', 'embed/claims/bell-of-brass/'],
    ['embed/claims/ship-was-a-schooner/', 'embed/claims/ship-was-a-brig/'],
    ['reviews/the-lamp/', 'reviews/the-lamp-that-never-failed/'],
    ['reviews/the-second-lamp/', 'reviews/the-lamp-abroad/'],
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
  expect(log.match(/we took a rumour for a film/g)).toHaveLength(1);
  expect(log).toMatch(/<del>.*1903.*<\/del>.*<ins>.*1904.*<\/ins>/s);
});
