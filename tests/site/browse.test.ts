import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageNumbers } from '../../src/components/page-numbers.ts';
import { launchBrowser } from '../browser/browser.ts';
import { fixtures, frontMatter } from '../harness/fixture-content.ts';
import type { BuiltSite } from './built-sites.ts';
import { deadLinks } from './dead-links.ts';
import { elements, textOf } from './elements.ts';
import { runCommand } from './run-command.ts';

const scratch = mkdtempSync(join(tmpdir(), 'browse-'));
const site: BuiltSite = { dir: join(scratch, 'site'), base: '/below/', origin: 'https://smoke.example' };

/** Names that lists have, too. */
const awkwardIds = ['2', 'page', 'verdict', 'decade', 'person', '1660s'];

/** 250 claims of two verdicts that fill more than a page, one that only one claim has and one that none has. */
const claims = Array.from({ length: 250 }, (_, index) => ({
  id: awkwardIds[index] ?? `claim-${index}`,
  verdict: index === 0 ? 'misleading' : index <= 130 ? 'accurate' : 'disputed',
  ...datesOf(index),
}));

/** When a claim is said to have happened, when the record says so, and the decades where one looks for it. */
function datesOf(index: number): { told?: string; record?: string; decades: string[] } {
  if (index === 248) return { told: '1812', decades: ['1810s'] };
  const kinds = [
    { told: '1666', decades: ['1660s'] },
    { record: '1671', decades: ['1670s'] },
    { told: '1666-09-02', record: '1985', decades: ['1660s'] },
    { decades: [] },
    { told: '1669/1671', decades: ['1660s', '1670s'] },
  ];
  return kinds[index % kinds.length] ?? { decades: [] };
}

let pages: readonly ListPage[];

beforeAll(async () => {
  const content = join(scratch, 'content');
  cpSync(join(fixtures, 'references'), content, { recursive: true });
  rmSync(join(content, 'images.yaml')); // it credits pictures that no folder has
  mkdirSync(join(content, 'reviews'));
  for (let first = 0; first < claims.length; first += 50) {
    const texts = claims.slice(first, first + 50).map(
      ({ id, verdict, told, record }) => `It :claim[says ${id}]{#${id}}.

:::claim{#${id} by=work verdict=${verdict} confidence=high${told ? ` when=${told}` : ''}}
The series says ${id}.
:::

:::fact{#fact-of-${id} supports=${id}${record ? ` when=${record}` : ''}}
The record says ${id} [@pepys-diary; @tinniswood, p. 42].
:::
`,
    );
    writeFileSync(join(content, `reviews/review-${first + 1000}.md`), frontMatter + texts.join('\n'));
  }
  const environment = { CONTENT_DIR: content, DIST_DIR: site.dir, BASE_PATH: site.base, SITE_URL: site.origin };
  const { code, stdout, stderr } = await runCommand('build', environment);
  expect(code, stderr + stdout).toBe(0);
  pages = walk();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A page of a list, as a reader without script has it. */
interface ListPage {
  readonly path: string;
  readonly heading: string;
  readonly claims: readonly string[];
  /** Links to other pages of lists. */
  readonly lists: readonly string[];
  /** What stands in the list of the ways in: a name and a number. */
  readonly index: readonly string[];
  readonly relations: Readonly<Record<string, string>>;
  readonly current: readonly string[];
}

test('every claim can be reached from the list of all claims without a script, a hundred at a time', () => {
  expect(pages.map(({ path }) => path).sort()).toEqual([
    'claims/',
    'claims/decade/1660s/',
    'claims/decade/1660s/page/2/',
    'claims/decade/1670s/',
    'claims/decade/1810s/',
    'claims/page/2/',
    'claims/page/3/',
    'claims/verdict/accurate/',
    'claims/verdict/accurate/page/2/',
    'claims/verdict/disputed/',
    'claims/verdict/disputed/page/2/',
    'claims/verdict/misleading/',
  ]);
  for (const { path, claims: listed } of pages) {
    expect(listed.length, path).toBeGreaterThan(0);
    expect(listed.length, path).toBeLessThanOrEqual(100);
  }
  expect(all('claims/')).toEqual(claims.map(({ id }) => id));
});

test.for(['accurate', 'disputed', 'misleading'])('the claims rated %s are all those so rated', (verdict) => {
  const ids = claims.filter((claim) => claim.verdict === verdict).map(({ id }) => id);
  expect(all(`claims/verdict/${verdict}/`)).toEqual(ids);
});

test.for(['1660s', '1670s', '1810s'])('the claims of the %s are all those that fall into them', (decade) => {
  const ids = claims.filter(({ decades }) => decades.includes(decade)).map(({ id }) => id);
  expect(all(`claims/decade/${decade}/`)).toEqual(ids);
});

test('each page says how many claims there are, and which of them it shows', () => {
  const headings = Object.fromEntries(pages.map(({ path, heading }) => [path, heading]));
  expect(headings).toEqual({
    'claims/': 'Claims 1–100 of 250',
    'claims/page/2/': 'Claims 101–200 of 250',
    'claims/page/3/': 'Claims 201–250 of 250',
    'claims/verdict/accurate/': 'Claims 1–100 of 130',
    'claims/verdict/accurate/page/2/': 'Claims 101–130 of 130',
    'claims/verdict/disputed/': 'Claims 1–100 of 119',
    'claims/verdict/disputed/page/2/': 'Claims 101–119 of 119',
    'claims/verdict/misleading/': '1 claim',
    'claims/decade/1660s/': 'Claims 1–100 of 150',
    'claims/decade/1660s/page/2/': 'Claims 101–150 of 150',
    'claims/decade/1670s/': '100 claims',
    'claims/decade/1810s/': '1 claim',
  });
  const index = ['Accurate 130', 'Disputed 119', 'Misleading 1', '1660s 150', '1670s 100', '1810s 1'];
  for (const page of pages) expect(page.index, page.path).toEqual(index);
});

test('a page knows the ones beside it and itself', () => {
  const page = (path: string) => pages.find((one) => one.path === path);
  expect(page('claims/')).toMatchObject({ relations: { next: 'claims/page/2/' }, current: ['claims/'] });
  expect(page('claims/page/2/')).toMatchObject({
    relations: { prev: 'claims/', next: 'claims/page/3/', canonical: 'claims/page/2/' },
    current: ['claims/page/2/'],
  });
  expect(page('claims/page/3/')?.relations).not.toHaveProperty('next');
  expect(page('claims/verdict/accurate/page/2/')).toMatchObject({
    relations: { prev: 'claims/verdict/accurate/' },
    current: ['claims/verdict/accurate/', 'claims/verdict/accurate/page/2/'],
  });
});

test.for<[current: number, last: number, numbers: string]>([
  [1, 1, '1'],
  [1, 5, '1 2 3 4 5'],
  [1, 50, '1 2 3 … 50'],
  [5, 50, '1 2 3 4 5 6 7 … 50'],
  [25, 50, '1 … 23 24 25 26 27 … 50'],
  [50, 50, '1 … 48 49 50'],
])('on page %i of %i one finds %s', ([current, last, numbers]) => {
  const offered = pageNumbers(current, last).map((page) => page ?? '…');
  expect(offered.join(' ')).toBe(numbers);
});

test('a claim called like a list has its page beside it, and no link is dead', () => {
  for (const id of awkwardIds) {
    expect(readFileSync(join(site.dir, `claims/${id}/index.html`), 'utf8')).toContain(`The series says ${id}.`);
  }
  expect(deadLinks(site)).toEqual([]);
});

test('a search without script is told so, and led to the lists', () => {
  const tree = read('search/');
  let notice: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.tagName === 'noscript') notice = element;
  });
  expect(notice && textOf(notice)).toContain('Searching needs JavaScript');
  const links = linksIn(tree);
  for (const path of ['claims/', 'claims/verdict/accurate/', 'claims/decade/1810s/', 'people/']) {
    expect(links, path).toContain(path);
  }
  expect(links).not.toContain('claims/verdict/false/');
});

test('browsers find the search of the site', async () => {
  const tree = read('');
  const link = elements(tree, 'link').find(({ properties }) => String(properties['rel']) === 'search');
  expect(link?.properties).toMatchObject({
    type: 'application/opensearchdescription+xml',
    href: '/below/opensearch.xml',
    title: 'Smoke and Record',
  });
  const xml = readFileSync(join(site.dir, 'opensearch.xml'), 'utf8');
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const description = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    const root = parsed.documentElement;
    const textIn = (name: string) => parsed.getElementsByTagName(name)[0]?.textContent;
    return {
      root: `{${root.namespaceURI}}${root.localName}`,
      name: textIn('ShortName'),
      description: textIn('Description'),
      encoding: textIn('InputEncoding'),
      image: textIn('Image'),
      template: parsed.querySelector('Url[type="text/html"]')?.getAttribute('template'),
    };
  }, xml);
  await browser.close();
  expect(description).toEqual({
    root: '{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription',
    name: 'Smoke and Record',
    description: 'A small site for trying things out.',
    encoding: 'UTF-8',
    image: 'https://smoke.example/below/icon.svg',
    template: 'https://smoke.example/below/search/?q={searchTerms}',
  });
});

/** All pages of lists that one comes to from the list of all claims by following links. */
function walk(): ListPage[] {
  const pages = new Map<string, ListPage>();
  const ahead = ['claims/'];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (pages.has(path)) continue;
    const page = readList(path);
    pages.set(path, page);
    ahead.push(...page.lists);
  }
  return [...pages.values()];
}

/** The claims of a list, page after page, in order. */
function all(first: string): string[] {
  const listed: string[] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const page = pages.find((one) => one.path === path);
    listed.push(...(page?.claims ?? []));
    path = page?.relations['next'];
  }
  return listed;
}

function readList(path: string): ListPage {
  const tree = read(path);
  const links = linksIn(tree);
  const relations = elements(tree, 'link').flatMap(({ properties }) => {
    const href = pathOf(String(properties['href']));
    return /^(prev|next|canonical)$/.test(String(properties['rel'])) && href ? [[String(properties['rel']), href]] : [];
  });
  const hasClass = (element: Element, name: string) => [element.properties['className']].flat().includes(name);
  const index = elements(tree, 'nav').filter((nav) => hasClass(nav, 'index'));
  return {
    path,
    heading: textOf(elements(tree, 'h2')[0]),
    claims: links.flatMap((link) => /^claims\/([^/]+)\/$/.exec(link)?.[1] ?? []),
    lists: links.filter((link) => /^claims\/(?:page\/\d|(?:verdict|decade)\/[^/]+\/|$)/.test(link)),
    index: index.flatMap((nav) => elements(nav, 'li').map((one) => textOf(one))),
    relations: Object.fromEntries(relations),
    current: elements(mainOf(tree), 'a').flatMap((link) =>
      link.properties['ariaCurrent'] === 'page' ? (pathOf(String(link.properties['href'])) ?? []) : [],
    ),
  };
}

function read(path: string): Root {
  return fromHtml(readFileSync(join(site.dir, path, 'index.html'), 'utf8'));
}

function mainOf(tree: Root): Element {
  const [main] = elements(tree, 'main');
  if (!main) throw new Error('no <main>');
  return main;
}

/** Where the links of a page's matter lead, below the base path, each once. */
function linksIn(tree: Root): string[] {
  return [...new Set(elements(mainOf(tree), 'a').flatMap((link) => pathOf(String(link.properties['href'])) ?? []))];
}

function pathOf(href: string): string | undefined {
  const { origin, pathname } = new URL(href, site.origin + site.base);
  if (origin !== site.origin || href.startsWith('#')) return undefined;
  expect(pathname.startsWith(site.base), href).toBe(true);
  return pathname.slice(site.base.length);
}
