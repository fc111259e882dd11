import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doiIn, isbnIn, lookUpDoi, lookUpIsbn } from '../../src/cli/scaffold/look-up-source.ts';
import { mark } from '../../src/cli/scaffold/new-claim.ts';
import { runCommand } from './run-command.ts';

const scratch = mkdtempSync(join(tmpdir(), 'new-'));
const site = join(scratch, 'my-site');
const review = join(site, 'reviews/bread-and-ashes.md');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const make = (...parameters: string[]) => runCommand('new', { CONTENT_DIR: site }, parameters);

test('a site of one’s own, from nothing to a claim with its source, without a mistake on the way', async () => {
  expect((await make('site', site, '--title', 'Bread: a record')).code).toBe(0);
  expect(readFileSync(join(site, 'site.yaml'), 'utf8')).toContain('title: "Bread: a record"');
  expect(readFileSync(join(site, 'verdicts.yaml'), 'utf8')).not.toContain('example');
  expect((await runCommand('check', { CONTENT_DIR: site })).stdout).toBe('No problems\n0 reviews, 0 claims, 0 facts\n');
  const dist = join(scratch, 'dist');
  const built = await runCommand('build', { CONTENT_DIR: site, DIST_DIR: dist });
  expect(built.code, built.stderr).toBe(0);
  const home = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(home).toContain('No review has been published here yet.');
  expect(home).toContain('Bread: a record');
  expect(home).not.toMatch(/trotsky|parvus|ice axe/i);
  expect(existsSync(join(dist, 'write')), 'the guide is published where a site wants it').toBe(false);

  expect((await make('work', 'pudding-lane', '--title', 'Pudding Lane', '--type', 'TVSeries')).code).toBe(0);
  expect((await make('review', 'bread-and-ashes', '--author', 'A. Reader')).code).toBe(0);
  expect((await runCommand('check', { CONTENT_DIR: site })).stdout).toMatch(/^No problems\n1 review, /);

  writeFileSync(review, readFileSync(review, 'utf8').replace('Write here, in Markdown.', 'It begins in a bakery.'));
  const statement = ['--statement', "The fire began in a baker's house."];
  const rating = ['--verdict', 'accurate', '--confidence', 'medium', '--passage', 'in a bakery'];
  const claim = await make('claim', 'fire-in-a-bakery', ...statement, ...rating);
  expect(claim.stdout).toContain('Marked “in a bakery”.');
  const source = await make(
    ...['source', '--type', 'book', '--author', 'Porter, Stephen', '--title', 'The Great Fire of London'],
    ...['--date', '1996', '--kind', 'scholarship'],
  );
  expect(source.stdout).toContain('Added `porter-1996`');
  const text = readFileSync(review, 'utf8');
  expect(text).toContain('It begins :claim[in a bakery]{#fire-in-a-bakery}.');
  expect(text).toContain(':::fact{#record-on-fire-in-a-bakery supports=fire-in-a-bakery}');
  writeFileSync(review, text.replace('Say here what the record holds.', 'It began in a bakehouse [@porter-1996].'));
  expect((await runCommand('check', { CONTENT_DIR: site })).stdout).toBe('No problems\n1 review, 1 claim, 1 fact\n');
});

describe('nothing is overwritten, and what cannot be made is answered with what can', () => {
  test.for([
    [['site', site], 'which is not empty, expected a folder that is new or empty'],
    [['review', 'bread-and-ashes'], 'review `bread-and-ashes`, which is there already'],
    [['review', 'Bread and ashes'], 'expected lower-case letters, digits and single hyphens: `bread-and-ashes`'],
    [['claim', 'fire-in-a-bakery'], 'annotation `fire-in-a-bakery`, which is there already'],
    [['claim', 'x', '--verdict', 'acurate'], '`acurate` as `--verdict`, expected `accurate` (the nearest)'],
    [['claim', 'x', '--passage', 'nowhere'], 'passage “nowhere”, which is not in the prose'],
    [['source', '9780712668478'], 'expected a DOI (10.…/…), an ISBN'],
    [['poem', 'x'], 'Unexpected `poem`, expected `review`'],
  ] as const)('%s', async ([parameters, expected]) => {
    const before = readFileSync(review, 'utf8');
    const { code, stdout, stderr } = await make(...parameters);
    expect(stderr).toContain(expected);
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect(readFileSync(review, 'utf8')).toBe(before);
  });

  test('an id like another is pointed out; a BibTeX file is added entry by entry, each once', async () => {
    expect((await make('claim', 'fire-in-bakery')).stdout).toContain(
      'There is a claim with a like id, `fire-in-a-bakery`',
    );
    const file = join(scratch, 'library.bib');
    writeFileSync(
      file,
      '@book{tinniswood,\n  title = {By Permission of Heaven},\n}\n@book{porter-1996, title = {x}}\n',
    );
    const { stdout } = await make('source', file);
    expect(stdout).toContain('Added `tinniswood`');
    expect(stdout).toContain('Left out `porter-1996`: sources.bib has it already.');
  });

  test('without a terminal and without a word it says how it is used', async () => {
    const { code, stderr } = await make();
    expect(stderr).toContain('Usage: npm run new --');
    expect(code).toBe(1);
  });
});

test('a passage is marked where it stands once in the prose, not in blocks or notes to oneself', () => {
  const text = '---\ntitle: A fire\n---\n\n<!-- a fire -->\nIt was a fire.\n\n:::claim{#x by=work}\na fire\n:::\n';
  expect(mark(text, 'a fire', 'it-was')).toContain('It was :claim[a fire]{#it-was}.');
  expect(() => mark(text.replace('It was', 'a fire, it was'), 'a fire', 'it-was')).toThrow('more than once');
});

describe('looking up a source', () => {
  let server: Server;
  let service = '';
  let silent = false;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (silent) return void request.socket.destroy();
      if (request.url === '/10.1000/182') {
        expect(request.headers.accept).toBe('application/x-bibtex');
        return void response.end('@misc{x, title = {The DOI Handbook}, year = {2019}}');
      }
      if (request.url?.includes('ISBN:9780000000002')) {
        const book = { title: 'A Book', authors: [{ name: 'A. Writer' }], publish_date: 'May 1996' };
        return void response.end(JSON.stringify({ 'ISBN:9780000000002': book }));
      }
      response.statusCode = request.url?.startsWith('/api') ? 200 : 404;
      response.end(request.url?.startsWith('/api') ? '{}' : '');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    service = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  });
  afterAll(() => void server.close());

  test('gives BibTeX', async () => {
    expect(await lookUpDoi('10.1000/182', service)).toContain('The DOI Handbook');
    expect(await lookUpIsbn('9780000000002', service)).toBe(
      '@book{book,\n  author = {A. Writer},\n  title = {A Book},\n  date = {1996},\n  isbn = {9780000000002},\n}\n',
    );
  });

  test('says what works instead when nobody knows it, or nobody answers', async () => {
    await expect(lookUpDoi('10.1000/0', service)).rejects.toThrow(/it does not know it[\s\S]*my-library\.bib/);
    await expect(lookUpIsbn('9780306406157', service)).rejects.toThrow('it does not know it');
    silent = true;
    await expect(lookUpDoi('10.1000/182', service)).rejects.toThrow(/could not be reached\. Nothing was changed/);
  });

  test('knows a DOI and an ISBN in every form they are written in', () => {
    for (const written of ['10.1000/182', 'doi:10.1000/182', 'https://doi.org/10.1000/182']) {
      expect(doiIn(written)).toBe('10.1000/182');
    }
    expect(doiIn('library.bib')).toBeUndefined();
    expect(isbnIn('978-0-306-40615-7')).toBe('9780306406157');
    expect(isbnIn('ISBN 0-8044-2957-X')).toBe('080442957X');
    expect(isbnIn('9780306406158')).toBeUndefined();
  });
});
