import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type ServedSite, serve } from '../../src/cli/serve.ts';
import { launchBrowser, openPage, type WatchedPage } from './browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'offline-'));
const { base, dir } = inject('tinyBelow');
const copy = join(scratch, 'site');
const review = 'reviews/the-lamp-that-never-failed/';
const notice = 'No connection, or a very slow one: this is the page as it was on';
let browser: Browser;
let site: ServedSite;
let on: WatchedPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(async () => {
  cpSync(dir, copy, { recursive: true });
  site = await serve(copy, base);
  on = await openPage(browser, { serviceWorkers: 'allow' });
});
afterEach(async () => {
  await on.context.close();
  await site.close();
});

const portOf = ({ url }: ServedSite) => Number(new URL(url).port);

/** The names of what is kept, without what stands before them on this machine. */
const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });

/** Opens a page for the first time, and waits until it and what it is made of are kept. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(site.url + path);
  await expect.poll(() => keptIn(page)).toContain(`${base}${path}`);
  const styles = await page.locator('link[rel=stylesheet]:not([media])').evaluateAll(
    (all) => all.map((link) => new URL((link as HTMLLinkElement).href).pathname), // that is what they are
  );
  await expect.poll(() => keptIn(page)).toEqual(expect.arrayContaining(styles));
}

test('after the first visit a page can be read without a network, and says that it is not fresh', async () => {
  const { page, problems } = on;
  await visit(page, review);
  const title = await page.title();
  const text = await page.locator('.prose, main').first().textContent();
  expect(problems).toEqual([]);
  await site.close();

  await page.reload();
  expect(await page.title()).toBe(title);
  expect(await page.locator('main').textContent()).toContain(text?.slice(200, 400));
  const said = page.getByRole('status').filter({ hasText: notice });
  expect(await said.locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await said.textContent()).toMatch(/ \d{1,2} \w+ \d{4}\.$|\w+ \d{1,2}, \d{4}\.$/);
  expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(true);
  expect(await page.evaluate(() => customElements.get('otr-previews') !== undefined)).toBe(true);

  await page.goto(`${site.url}people/`);
  expect(await page.locator('h1').textContent()).toBe('No connection');
  const kept = page.locator('otr-kept-pages li a');
  expect(await kept.allTextContents()).toEqual([title]);
  await kept.first().click();
  await page.waitForURL(`**/${review}`);
  expect(await page.title()).toBe(title);
  expect(problems.filter((problem) => !/ERR_CONNECTION_REFUSED/.test(problem))).toEqual([]);
});

test('a change is seen at the next visit, and what is missing is missing', async () => {
  const { page } = on;
  await visit(page, review);
  const file = join(copy, review, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('<title>', '<title>Corrected: '));
  await page.reload();
  expect(await page.title()).toMatch(/^Corrected: /);
  expect(await page.getByText(notice).count()).toBe(0);
  expect((await page.goto(`${site.url}nothing/here/`))?.status()).toBe(404);
  rmSync(file);
  expect((await page.goto(site.url + review))?.status()).toBe(404);
});

test('a network that does not answer is waited for a little', async () => {
  const { page } = on;
  await visit(page, review);
  await site.close();
  const silent = createServer().listen(portOf(site), '127.0.0.1');
  try {
    await page.goto(site.url + review, { waitUntil: 'commit' });
    await page.getByText(notice).waitFor({ timeout: 15_000 });
  } finally {
    silent.close();
  }
});

test('what former versions kept is thrown away, and what others keep is left', async () => {
  const { page } = on;
  await page.goto(`${site.url}robots.txt`);
  await page.evaluate(
    async ([former, other]) => {
      await Promise.all([caches.open(former), caches.open(other)]);
    },
    [`${site.url} pages 0`, `${new URL(site.url).origin}/another/ pages 0`] as const,
  );
  await visit(page, review);
  expect(
    (await page.evaluate(() => caches.keys())).map((name) => name.replace(new URL(site.url).origin, '')).sort(),
  ).toEqual(['/another/ pages 0', `${base} files 1`, `${base} pages 1`]);
});

test('what was searched for can be searched for again', async () => {
  const { page } = on;
  await visit(page, review);
  const search = `${site.url}search/?q=lamp`;
  await page.goto(search);
  await page.locator('otr-search[data-state="found"]').waitFor();
  const found = await page.locator('[data-results] > li').count();
  expect(found).toBeGreaterThan(0);
  await site.close();
  await page.goto(search);
  await page.locator('otr-search[data-state="found"]').waitFor();
  expect(await page.locator('[data-results] > li').count()).toBe(found);
});
