import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { linksFile, readLinkChecks, writeLinkChecks } from '../../../src/core/library/link-checks.ts';
import { hasPage, isDead, type LinkAnswer, nextCheck } from '../../../src/core/model/link-check.ts';
import { check, fixtures, frontMatter } from '../../harness/fixture-content.ts';

const url = 'https://papers.example/gazette-85';
const bibtex = readFileSync(join(fixtures, 'rules/dead-link/sources.bib'), 'utf8');
const gone: LinkAnswer = { status: 404 };
const fine: LinkAnswer = { status: 200 };
const down: LinkAnswer = { problem: 'no-answer' };

/** The line after one check a day, from the first of November. */
function after(...answers: readonly (LinkAnswer | 'skip')[]) {
  let before: ReturnType<typeof nextCheck> | undefined;
  for (const [index, answer] of answers.entries()) {
    if (answer !== 'skip') before = nextCheck(url, answer, `2026-11-${String(index + 1).padStart(2, '0')}`, before);
  }
  if (!before) throw new Error('nothing was checked');
  return before;
}
const days = (count: number) => Array.from({ length: count }, () => 'skip' as const);

describe('an address is dead', () => {
  it.each([
    ['whose page does not exist', after(gone), true],
    ['whose page was taken away', after({ status: 410 }), true],
    ['whose host does not exist', after({ problem: 'unknown-host' }), true],
    ['from which nothing has come for two weeks', after(down, ...days(13), down), true],
    ['with errors of its host for two weeks', after({ status: 500 }, ...days(13), { status: 502 }), true],
    ['not: from which nothing came today', after(down), false],
    ['not: from which nothing has come for thirteen days', after(down, ...days(12), down), false],
    ['not: which was there between', after(down, ...days(5), fine, ...days(10), down), false],
    ['not: which is there again', after(gone, fine), false],
    ['not: to which programs are not let in', after({ status: 403 }, ...days(20), { status: 403 }), false],
    ['not: whose host is asked too often', after({ status: 429 }, ...days(20), { status: 429 }), false],
  ])('%s', (_what, check, expected) => {
    expect(isDead(check)).toBe(expected);
  });
});

it('says since when there is no page, and keeps the copy that was found', () => {
  const first = { ...nextCheck(url, gone, '2026-11-01'), archived: 'https://archive.example/1' };
  expect(nextCheck(url, down, '2026-11-09', first)).toEqual({
    url,
    checked: '2026-11-09',
    problem: 'no-answer',
    since: '2026-11-01',
    archived: 'https://archive.example/1',
  });
  expect(nextCheck(url, { status: 200, to: `${url}/` }, '2026-11-10', first)).toEqual({
    url,
    checked: '2026-11-10',
    status: 200,
    to: `${url}/`,
    archived: 'https://archive.example/1',
  });
});

test('the file reads back as it was written, sorted, whatever the order', () => {
  const answer = fc.oneof(
    fc.record({ status: fc.integer({ min: 100, max: 599 }) }),
    fc.constantFrom(down, { problem: 'endless-redirect' as const }),
  );
  const checks = fc.uniqueArray(
    fc.tuple(fc.webUrl(), answer).map(([url, one]) => nextCheck(url, one, '2026-11-01')),
    { selector: (one) => one.url },
  );
  fc.assert(
    fc.property(checks, (given) => {
      const text = writeLinkChecks(given);
      const read = readLinkChecks(text, (...problem) => expect.unreachable(JSON.stringify(problem)));
      expect([...read.values()]).toEqual([...given].sort((a, b) => (a.url < b.url ? -1 : 1)));
      expect(writeLinkChecks([...given].reverse())).toBe(text);
      for (const one of read.values()) expect(one.since === undefined).toBe(hasPage(one));
    }),
  );
});

describe('the check', () => {
  const line = (more: object) =>
    `${JSON.stringify({ url, checked: '2026-11-20', status: 404, since: '2026-11-20', ...more })}\n`;
  const messages = (links: string, bib = bibtex, prose = '') =>
    check(
      prose ? { 'reviews/fire.md': frontMatter + prose } : {},
      new Map([
        ['sources.bib', bib],
        [linksFile, links],
      ]),
    ).messages;

  it('says of a dead address in prose where the copy is', () => {
    const [first, ...rest] = messages(
      line({ archived: 'https://archive.example/1' }),
      bibtex,
      `\nSee [it](${url}#p3).\nAnd <${url}>.\n`,
    );
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ rule: 'dead-link', place: { path: 'reviews/fire.md', start: { line: 10 } } });
    expect(first?.expected).toContain('`https://archive.example/1`');
  });

  it('is content with a source that has a copy, of which its readers are told', () => {
    const withCopy = bibtex.replace('urldate = {2026-09-02},', '$&\n  archiveurl = {https://archive.example/2},');
    const { library, messages } = check(
      {},
      new Map([
        ['sources.bib', withCopy],
        [linksFile, line({ archived: 'https://archive.example/1' })],
      ]),
    );
    expect(messages).toEqual([]);
    expect(library.sources.get('gazette-85')).toMatchObject({
      url,
      dead: '2026-11-20',
      archived: 'https://archive.example/2',
    });
  });

  it.each([
    ['no JSON', '{"url":', /line that is no JSON/],
    ['a key too many', line({ colour: 'red' }), /`colour`/],
    ['an address that is none of the web', line({ url: 'javascript:alert(1)' }), /https:\/\//],
    ['a day that is none', line({ checked: 'yesterday' }), /2026-09-02/],
    ['a copy that is none of the web', line({ archived: 'javascript:alert(1)' }), /https:\/\//],
  ])('names a line with %s', (_what, text, expected) => {
    const found = messages(`\n${text}`);
    expect(found.map(({ rule, place }) => [rule, place.path, place.start.line])).toEqual([
      ['bad-reference-file', linksFile, 2],
    ]);
    expect(`${found[0]?.found} ${found[0]?.expected}`).toMatch(expected);
  });

  it('refuses a copy whose address is none of the web', () => {
    const found = messages('', bibtex.replace('urldate = {2026-09-02},', '$&\n  archiveurl = {javascript:alert(1)},'));
    expect(found.map(({ rule, place }) => [rule, place.start.line])).toEqual([['unsafe-link', 35]]);
  });
});
