import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fixtures, frontMatter } from '../harness/fixture-content.ts';
import type { BuiltSite } from './built-sites.ts';
import { deadLinks } from './dead-links.ts';
import { elements, textOf } from './elements.ts';
import { runCommand } from './run-command.ts';

const scratch = mkdtempSync(join(tmpdir(), 'timeline-'));
const content = join(scratch, 'content');
const site: BuiltSite = { dir: join(scratch, 'site'), base: '/below/', origin: 'https://smoke.example' };

/** How many facts of a year there are, beside a series and beside a book. */
const bySeries = { 1661: 40, 1665: 50, 1666: 120, 1667: 5, 1701: 1, 1712: 3 };
const byBook = { 1866: 101 };
/** Nobody knows when; and what the series moves, with the year in which it tells it. */
const undated = 'fact-undated';
const moved = { 'fact-1665-7': 1666, 'fact-1712-0': 1703 };

const factsIn = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([year, count]) => Array.from({ length: count }, (_, n) => `fact-${year}-${n}`));
const yearOf = (fact: string) => fact.split('-')[1];
const allOfSeries = [...factsIn(bySeries), undated];

function review(claim: string, facts: readonly string[], work: string): string {
  const passages = [claim, ...facts.flatMap((fact) => (fact in moved ? [`claim-of-${fact}`] : []))];
  const blocks = facts.map((fact) => {
    const told = moved[fact as keyof typeof moved]; // of most facts nothing
    const of = told === undefined ? claim : `claim-of-${fact}`;
    const own = `:::claim{#${of} by=work verdict=false confidence=high departure=chronology when=${told}}\nIt tells ${fact} of ${told}.\n:::\n\n`;
    return `${told === undefined ? '' : own}:::fact{#${fact} refutes=${of} when=${fact === undated ? '../..' : yearOf(fact)}}\nThe record knows ${fact} [@pepys-diary].\n:::\n`;
  });
  return `${frontMatter.replace('pudding-lane', work)}${passages.map((id) => `It :claim[says ${id}]{#${id}}.`).join('\n\n')}

:::claim{#${claim} by=work verdict=false confidence=high}
It tells ${claim}.
:::

${blocks.join('\n')}`;
}

const build = () =>
  runCommand('build', { CONTENT_DIR: content, DIST_DIR: site.dir, BASE_PATH: site.base, SITE_URL: site.origin });

beforeAll(async () => {
  cpSync(join(fixtures, 'references'), content, { recursive: true });
  rmSync(join(content, 'images.yaml')); // it credits pictures that no folder has
  mkdirSync(join(content, 'reviews'));
  writeFileSync(join(content, 'reviews/series.md'), review('series', allOfSeries, 'pudding-lane'));
  writeFileSync(join(content, 'reviews/book.md'), review('book', factsIn(byBook), 'a-history-of-the-fire'));
  const { code, stdout, stderr } = await build();
  expect(code, stderr + stdout).toBe(0);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('a long record is cut by decade, each fact on one page, a hundred at most, years whole where that is possible', () => {
  const pages = following('timeline/pudding-lane/decade/1660s/');
  expect(pages.map(({ path, facts }) => [path.replace('timeline/pudding-lane/decade/', ''), facts.length])).toEqual([
    ['1660s/', 90],
    ['1660s/page/2/', 100],
    ['1660s/page/3/', 25],
    ['1700s/', 1],
    ['1710s/', 3],
    ['undated/', 1],
  ]);
  expect(pages.flatMap(({ facts }) => facts)).toEqual(allOfSeries);
  expect(pages.map(({ years }) => years.join(' '))).toEqual([
    '1661 1665',
    '1666',
    '1666 1667',
    '1701',
    '1712',
    'Before',
  ]);
  expect(pages[4]).toMatchObject({
    title: 'The record beside Pudding Lane, by date: 1710s – Smoke and Record',
    heading: '1710s',
    prev: 'timeline/pudding-lane/decade/1700s/',
  });
});

test('each page of a decade leads to all of its years', () => {
  const places = (path: string) => jumpsOf(read(path)).map((href) => href.replace(/.*decade\//, ''));
  expect(places('timeline/pudding-lane/decade/1660s/page/2/')).toEqual([
    '1660s/#year--1661',
    '1660s/#year--1665',
    '#year--1666',
    '1660s/page/3/#year--1667',
  ]);
  expect(deadLinks(site)).toEqual([]);
});

test('it begins with how much there is of each decade, and how much of it is dated otherwise', () => {
  const decades = elements(read('timeline/pudding-lane/'), 'nav').filter((nav) => hasClass(nav, 'decades'));
  const rows = decades.flatMap((nav) => elements(nav, 'a'));
  expect(rows.map((row) => [textOf(row, ' '), hrefOf(row)])).toEqual([
    ['1660s 215 facts 1 dated otherwise', '/below/timeline/pudding-lane/decade/1660s/'],
    ['1700s 1 fact', '/below/timeline/pudding-lane/decade/1700s/'],
    ['1710s 3 facts 1 dated otherwise', '/below/timeline/pudding-lane/decade/1710s/'],
    ['Before 1 fact', '/below/timeline/pudding-lane/decade/undated/'],
  ]);
  const lengths = rows.map((row) =>
    elements(row, 'svg').map(({ properties }) => Number.parseFloat(`${properties['width']}`)),
  );
  expect(lengths[2]?.[0]).toBeCloseTo((3 / 215) * Number(lengths[0]?.[0]), 1);
  expect(lengths[0]?.[1]).toBe(lengths[1]?.[0]);
});

test('then comes what is dated otherwise, with both dates, and leads to what else is recorded of the year', () => {
  const { facts, text, years } = page('timeline/pudding-lane/');
  expect(facts).toEqual(Object.keys(moved));
  expect(text).toMatch(
    /What is dated otherwise .* 1665 .*The record knows fact-1665-7\. 1666 It tells fact-1665-7 of 1666/,
  );
  expect(years).toEqual(['1665', '1712']);
  const headings = elements(read('timeline/pudding-lane/'), 'h3').flatMap((heading) => elements(heading, 'a'));
  expect(headings.map(hrefOf)).toEqual([
    '/below/timeline/pudding-lane/decade/1660s/#year--1665',
    '/below/timeline/pudding-lane/decade/1710s/#year--1712',
  ]);
});

test('where nothing is dated otherwise, nothing is said of it', () => {
  const { facts, text } = page('timeline/a-history-of-the-fire/');
  expect(facts).toEqual([]);
  expect(text).toContain('1860s 101 facts');
  expect(text).not.toContain('What is dated otherwise');
});

test('a short record stands on one page', () => {
  const tree = fromHtml(readFileSync(join(inject('tiny').dir, 'timeline/index.html'), 'utf8'));
  const facts = JSON.parse(readFileSync(join(inject('tiny').dir, 'facts.json'), 'utf8')).facts as { when: unknown }[];
  expect(factsOn(tree).length).toBe(facts.filter(({ when }) => when).length);
  expect(elements(tree, 'nav').filter((nav) => hasClass(nav, 'decades'))).toEqual([]);
});

test('the record of the site itself is all there, decade by decade, and machines find its pages', () => {
  const { dir } = inject('real');
  const facts = JSON.parse(readFileSync(join(dir, 'facts.json'), 'utf8')).facts as { id: string; when: unknown }[];
  const tree = (path: string) => fromHtml(readFileSync(join(dir, path, 'index.html'), 'utf8'));
  const shown: string[] = [];
  const sitemap = readFileSync(join(dir, 'sitemap-0.xml'), 'utf8');
  const [first] = elements(tree('timeline/'), 'nav')
    .filter((nav) => hasClass(nav, 'decades'))
    .flatMap((nav) => elements(nav, 'a'));
  for (let path = first && hrefOf(first); path; path = relation(tree(path), 'next')) {
    shown.push(...factsOn(tree(path)));
    expect(sitemap).toContain(`<loc>https://real.example${path}</loc>`);
  }
  expect(shown.sort()).toEqual(facts.flatMap(({ id, when }) => (when ? [id] : [])).sort());
});

test('a fact that changes changes the pages it stands on alone', async () => {
  const pages = ['1660s/', '1660s/page/2/', '1700s/', '1710s/'].map((path) => `timeline/decade/${path}`);
  pages.push('timeline/', 'timeline/pudding-lane/', 'timeline/a-history-of-the-fire/decade/1860s/');
  const filesOf = () => pages.map((path) => statSync(join(site.dir, path, 'index.html')).mtimeMs);
  const before = filesOf();
  const file = join(content, 'reviews/series.md');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('The record knows fact-1712-1 ', 'The record has fact-1712-1 '),
  );
  const { code, stderr } = await build();
  expect(code, stderr).toBe(0);
  const after = filesOf();
  expect(pages.filter((_, index) => after[index] !== before[index])).toEqual(['timeline/decade/1710s/']);
  expect(page('timeline/decade/1710s/').text).toContain('The record has fact-1712-1');
});

/** A page of the record as a reader has it. */
interface RecordPage {
  readonly path: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly facts: readonly string[];
  readonly years: readonly string[];
  readonly prev: string | undefined;
  readonly next: string | undefined;
}

function page(path: string): RecordPage {
  const tree = read(path);
  const below = (link: string | undefined) => link?.slice(site.base.length);
  return {
    path,
    title: textOf(elements(tree, 'title')[0]),
    heading: textOf(elements(tree, 'h1')[0]),
    text: textOf(elements(tree, 'main')[0], ' '),
    facts: factsOn(tree),
    years: [...elements(tree, 'h2'), ...elements(tree, 'h3')]
      .filter((one) => hasClass(one, 'yr'))
      .map((one) => textOf(one)),
    prev: below(relation(tree, 'prev')),
    next: below(relation(tree, 'next')),
  };
}

/** A page and all that come after it. */
function following(first: string): RecordPage[] {
  const pages: RecordPage[] = [];
  for (let path: string | undefined = first; path !== undefined; path = pages.at(-1)?.next) pages.push(page(path));
  return pages;
}

function read(path: string): Root {
  return fromHtml(readFileSync(join(site.dir, path, 'index.html'), 'utf8'));
}

function relation(tree: Root, name: 'prev' | 'next'): string | undefined {
  const link = elements(tree, 'link').find(({ properties }) => String(properties['rel']) === name);
  return link && hrefOf(link);
}

/** The facts a page lists, in order. */
function factsOn(tree: Root): string[] {
  return elements(tree, 'a').flatMap((link) => /\/facts\/([^/]+)\/$/.exec(hrefOf(link))?.[1] ?? []);
}

/** Where the jumps of a page lead. */
function jumpsOf(tree: Root): string[] {
  const lists = elements(tree, 'ul').filter((list) => hasClass(list, 'even'));
  return lists.flatMap((list) => elements(list, 'a').map(hrefOf));
}

function hrefOf({ properties }: Element): string {
  return String(properties['href']);
}

function hasClass({ properties }: Element, name: string): boolean {
  return [properties['className']].flat().includes(name);
}
