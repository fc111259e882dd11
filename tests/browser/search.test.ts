import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedSite } from '../../src/cli/serve.ts';
import { allClaims } from '../harness/real-content.ts';
import { launchBrowser, openPage, serveSite } from './browser.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveSite('real');
});
afterAll(async () => {
  await site?.close();
  await browser?.close();
});

async function openSearch(parameters: Record<string, string> = {}) {
  const opened = await openPage(browser);
  const requests: string[] = [];
  opened.page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await opened.page.goto(`${site.url}search/?${new URLSearchParams(parameters)}`);
  if (parameters['q']) await settled(opened.page, parameters);
  return { ...opened, requests };
}

/** Waits until the results of what the address asks are there. */
async function settled(page: Page, parameters: Record<string, string>) {
  const shown = new URLSearchParams(parameters).toString();
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLElement>('otr-search')?.dataset['shows'] === wanted,
    shown,
  );
}

const results = (page: Page) => page.locator('[data-results] h3 a');
const reading = (page: Page) => page.locator('[data-reading]');

test('nothing of the search is fetched before the reader turns to it', async () => {
  const { page, context, requests, problems } = await openSearch();
  await page.waitForLoadState('networkidle');
  expect(requests.filter((path) => /pagefind|search-view/.test(path))).toEqual([]);
  await page.locator('input[name="q"]').focus();
  await page.waitForRequest(/pf_meta/);
  expect(problems).toEqual([]);
  await context.close();
});

test('a query in the address finds claims and says why', async () => {
  const { page, context, problems } = await openSearch({ q: 'ice pick' });
  expect(await results(page).first().getAttribute('href')).toBe('/claims/killed-with-an-ice-pick/');
  const card = page.locator('[data-results] .card').first();
  expect(await card.locator('.verdict').textContent()).toMatch(/misleading/i);
  expect(await card.locator('.who').textContent()).toBe('The review');
  expect(await card.locator('h3 mark').allTextContents()).toEqual(['ice', 'pick']);
  expect(await page.locator('[data-status]').textContent()).toContain(`of ${allClaims} claims`);
  await results(page).first().click();
  await page.waitForURL(/\/claims\/killed-with-an-ice-pick\/$/);
  expect(problems).toEqual([]);
  await context.close();
});

test('typing searches; a correction is said and can be undone', async () => {
  const { page, context } = await openSearch();
  await page.locator('input[name="q"]').pressSequentially('Nemstov');
  await settled(page, { q: 'Nemstov' });
  expect(await reading(page).textContent()).toContain('Showing results for Nemtsov.');
  expect(await results(page).count()).toBeGreaterThan(0);
  await reading(page).getByRole('link', { name: 'Search exactly for “Nemstov” instead.' }).click();
  await settled(page, { q: 'Nemstov', exact: '1' });
  expect(await results(page).count()).toBe(0);
  await page.goBack();
  await settled(page, { q: 'Nemstov' });
  expect(await results(page).count()).toBeGreaterThan(0);
  await context.close();
});

test('facets narrow, several at once, with counts; Back restores them', async () => {
  const { page, context } = await openSearch({ q: 'Trotsky' });
  const all = await page.locator('[data-summary]').textContent();
  const box = (value: string) => page.locator(`input[type="checkbox"][value="${value}"]`);
  const count = Number(
    await page
      .locator('label', { has: box('false') })
      .locator('b')
      .textContent(),
  );
  await box('false').check();
  await settled(page, { q: 'Trotsky', verdict: 'false' });
  expect(await page.locator('[data-summary]').textContent()).toMatch(new RegExp(`^${count} of ${allClaims}`, 'i'));
  expect(await box('false').evaluate((input) => input === document.activeElement)).toBe(true);
  await box('work').check();
  await settled(page, { q: 'Trotsky', verdict: 'false', speaker: 'work' });
  expect(new URL(page.url()).search).toBe('?q=Trotsky&verdict=false&speaker=work');
  await page.goBack();
  await page.goBack();
  await settled(page, { q: 'Trotsky' });
  expect(await page.locator('[data-summary]').textContent()).toBe(all);
  expect(await box('false').isChecked()).toBe(false);
  await context.close();
});

test('what was chosen is shown, and taken back one by one or all at once', async () => {
  const parameters = [
    ['q', 'Trotsky'],
    ['verdict', 'false'],
    ['verdict', 'misleading'],
    ['speaker', 'work'],
  ];
  const { page, context, problems } = await openPage(browser, { viewport: { width: 390, height: 844 } });
  await page.goto(`${site.url}search/?${new URLSearchParams(parameters)}`);
  const chips = page.locator('.chosen .chip');
  await chips.first().waitFor();
  expect(await chips.allTextContents()).toEqual(['False', 'Misleading', 'The work']);
  await page.getByRole('link', { name: 'Do not narrow by False' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.chosen .chip').length === 2);
  expect(new URL(page.url()).search).toBe('?q=Trotsky&verdict=misleading&speaker=work');
  await page.getByRole('link', { name: 'Clear all' }).click();
  await settled(page, { q: 'Trotsky' });
  expect(await chips.count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

test.for([
  ['Bronstein', 'Leon Trotsky'],
  ['Троцкий', 'Leon Trotsky'],
  ['ramon mercader', 'Ramón Mercader'],
])('a query that is a name leads to the person too: %s', async ([query = '', name = '']) => {
  const { page, context } = await openSearch({ q: query });
  const offer = page.locator('[data-offer] a');
  expect(await offer.allTextContents()).toEqual([name]);
  const address = await offer.getAttribute('href');
  expect((await page.request.get(new URL(address ?? '', page.url()).href)).status()).toBe(200);
  await context.close();
});

test('a query about a person among other things offers nobody', async () => {
  const { page, context } = await openSearch({ q: 'Trotsky murder' });
  expect(await page.locator('[data-offer] a').count()).toBe(0);
  await context.close();
});

test('an unknown word beside a name that stands everywhere brings the nearest, not everything', async () => {
  const { page, context } = await openSearch({ q: 'Троцкий ледоруб' });
  expect(await page.locator('otr-search').getAttribute('data-state')).toBe('empty');
  expect(await reading(page).textContent()).toContain('No claim has “ледоруб”.');
  expect(await page.locator('[data-reading] .card').count()).toBe(5);
  await context.close();
});

test('order by date, in the address', async () => {
  const { page, context } = await openSearch({ q: 'Trotsky' });
  await page.locator('select[name="sort"]').selectOption('date');
  await settled(page, { q: 'Trotsky', sort: 'date' });
  expect(await page.locator('[data-results] .src').first().textContent()).toMatch(/18\d\d|190\d/);
  await page.reload();
  await settled(page, { q: 'Trotsky', sort: 'date' });
  expect(await page.locator('select[name="sort"]').inputValue()).toBe('date');
  await context.close();
});

test('nothing found is said, with what could help', async () => {
  const { page, context, problems } = await openSearch({ q: '"Lenin invented the telephone"' });
  expect(await page.locator('otr-search').getAttribute('data-state')).toBe('empty');
  expect(await page.locator('[data-status]').textContent()).toContain('No claims found');
  expect(await results(page).count()).toBe(0);
  await page.getByRole('link', { name: 'Search for the words instead' }).click();
  await settled(page, { q: 'Lenin invented the telephone' });
  expect(problems).toEqual([]);
  await context.close();
});

describe('when the index cannot be had', () => {
  test.for(['**/pagefind.js', '**/search.json', '**/*.pagefind', '**/*.pf_meta'])('%s', async (missing) => {
    const { page, context } = await openPage(browser);
    await page.route(missing, (route) => route.abort());
    await page.goto(`${site.url}search/?q=tsar`);
    await page.locator('otr-search[data-state="failed"]').waitFor();
    expect(await page.locator('[data-status]').textContent()).toMatch(/could not be loaded/);
    await page.unroute(missing);
    await page.getByRole('link', { name: 'Try again' }).click();
    await settled(page, { q: 'tsar' });
    expect(await results(page).count()).toBeGreaterThan(0);
    await context.close();
  });
});

test('the keyboard is enough', async () => {
  const { page, context } = await openSearch({ q: 'Parvus' });
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.closest('.card')?.querySelector('h3')?.textContent ?? document.activeElement?.tagName,
    );
  await page.keyboard.press('/');
  expect(await focused()).toBe('INPUT');
  await page.keyboard.press('ArrowDown');
  const first = await results(page).first().textContent();
  expect(await focused()).toBe(first);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(await results(page).nth(1).textContent());
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('INPUT');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('INPUT');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+k');
  expect(await focused()).toBe('INPUT');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/claims\/.+\/$/);
  await context.close();
});

test.for(['/', 'Control+k'])('%s leads to the search from every page', async (keys) => {
  const { page, context } = await openPage(browser);
  await page.goto(`${site.url}claims/killed-with-an-ice-pick/`);
  await page.keyboard.press(keys);
  await page.waitForFunction(() => document.activeElement?.matches('input[type="search"][name="q"]'));
  await page.keyboard.type('Parvus');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/\?q=Parvus/);
  await settled(page, { q: 'Parvus' });
  await context.close();
});

test('what a reader types is never markup', async () => {
  const { page, context, problems } = await openSearch({ q: '<img src=x onerror=alert(1)> tsar' });
  expect(await page.locator('otr-search img').count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

test('below a path, links stay below it', async () => {
  const below = await serveSite('tinyBelow');
  const { page, context, problems } = await openPage(browser);
  await page.goto(`${below.url}search/?q=lamp`);
  await settled(page, { q: 'lamp' });
  for (const href of await page
    .locator('[data-results] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    expect(href).toMatch(/^\/below\/a\/path\/(?:claims|reviews)\//);
  }
  expect(problems).toEqual([]);
  await context.close();
  await below.close();
});

test('a first search at this size fetches little', async () => {
  const { page, context } = await openPage(browser);
  const taken: Response[] = [];
  page.on('response', (response) => {
    if (/pagefind|\/_astro\/search.*\.js/.test(response.url())) taken.push(response);
  });
  await page.goto(`${site.url}search/?q=did+the+Czar+order+flombarg`);
  await settled(page, { q: 'did the Czar order flombarg' });
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(taken.map((response) => response.request().sizes()));
  const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect(total).toBeGreaterThan(60_000);
  expect(total).toBeLessThan(135_000);
  await context.close();
});
