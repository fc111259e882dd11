import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../harness/real-content.ts';
import { openPage, withSite } from './browser.ts';

const on = withSite('real');

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const reviewPath = 'reviews/trotsky/';

/** The number of the annotation whose reference has the focus. */
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset['number']); // the page's own element
const said = (page: Page) => page.locator('otr-steps [role=status]').textContent();
const lit = (page: Page) => page.locator('mark[data-lit]').evaluateAll((marks) => marks.map(({ id }) => id));

/** Numbers of the claims and letters of the facts whose references are shown, each once, in reading order. */
const shown = (page: Page) =>
  page
    .locator('.prose a.ref:visible')
    .evaluateAll((references) => [...new Set(references.map((reference) => reference.getAttribute('data-number')))]);

async function openReview(options: Parameters<typeof openPage>[1] = {}, query = '') {
  const opened = await openPage(on.browser, { viewport: desk, ...options });
  await opened.page.goto(on.site.url + reviewPath + query);
  return opened;
}

describe.for([desk, phone])('stepping at $width px', (viewport) => {
  test('n and p step through every annotation and stop at the ends', async () => {
    const { page, context, problems } = await openReview({ viewport });
    const all = await shown(page);
    expect(all.length).toBeGreaterThanOrEqual(claimsOf.get('trotsky') ?? 1);
    const visited: (string | undefined)[] = [];
    for (const [index] of all.entries()) {
      await page.keyboard.press(index % 2 ? 'j' : 'n');
      visited.push(await focused(page));
    }
    expect(visited).toEqual(all);
    await page.keyboard.press('n');
    expect(await said(page)).toMatch(/after/);
    await page.keyboard.press('p');
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(all.at(-3));
    expect(problems).toEqual([]);
    await context.close();
  });

  test('a step lights the passage, says which it is and brings it to the middle', async () => {
    const { page, context } = await openReview({ viewport });
    for (let step = 0; step < 9; step++) await page.keyboard.press('n');
    const reference = page.locator(':focus');
    const number = await focused(page);
    const id = (await reference.getAttribute('href'))?.replace('#note--', '') ?? '';
    expect(await lit(page)).toEqual([id]);
    expect(await said(page)).toMatch(new RegExp(`^Claim ${number} of ${claimsOf.get('trotsky')}, [^:]+: [a-z ]+$`));
    const { top } = await reference.evaluate((element) => element.getBoundingClientRect());
    expect(Math.abs(top - viewport.height / 2)).toBeLessThan(80);
    const background = (mark: string) =>
      page.locator(`[id="${mark}"]`).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background(id)).not.toBe(await background('banished-in-1929'));
    await context.close();
  });

  test('Enter and o open the note, Escape closes it and then returns to where one was', async () => {
    const { page, context } = await openReview({ viewport });
    const contents = page.locator('.contents a').first();
    await contents.focus();
    const before = await page.evaluate(() => window.scrollY);
    for (const key of ['Enter', 'o']) {
      await page.keyboard.press('n');
      const number = await focused(page);
      await page.keyboard.press(key);
      const note = page.locator('details.note[open]');
      expect(await note.locator('.no').textContent()).toBe(number);
      expect(await page.evaluate(() => document.activeElement?.matches('details.note[open] > summary'))).toBe(true);
      await page.keyboard.press('Escape');
      expect(await note.count()).toBe(0);
      expect(await focused(page)).toBe(number);
    }
    await page.keyboard.press('Escape');
    expect(await contents.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
    expect(await lit(page)).toEqual([]);
    await context.close();
  });

  test('the buttons do what the keys do', async () => {
    const { page, context } = await openReview({ viewport });
    const button = (name: string) => page.locator('otr-steps nav').getByRole('button', { name });
    expect(await button('Return').isDisabled()).toBe(true);
    await button('Next').click();
    await button('Next').click();
    expect(await focused(page)).toBe((await shown(page))[1]);
    await button('Previous').click();
    expect(await focused(page)).toBe((await shown(page))[0]);
    await button('Return').click();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await button('Return').isDisabled()).toBe(true);
    await context.close();
  });

  test('the bar covers nothing at the end of the page', async () => {
    const { page, context } = await openReview({ viewport });
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const top = (await page.locator('otr-steps').boundingBox())?.y ?? 0;
    const foot = await page.locator('footer').evaluate((element) => element.getBoundingClientRect().bottom);
    expect(foot).toBeLessThanOrEqual(top);
    await context.close();
  });
});

test('a step starts from what is in view', async () => {
  const { page, context } = await openReview();
  await page.locator('[id="section--other-peoples-money"]').evaluate((element) => element.scrollIntoView());
  await page.keyboard.press('n');
  const { top } = await page.locator('[id="section--other-peoples-money"]').evaluate((e) => e.getBoundingClientRect());
  expect(Math.abs(top)).toBeLessThan(desk.height);
  await context.close();
});

test('what the lens hides is skipped', async () => {
  const { page, context } = await openReview({}, '?by=work&verdict=false');
  const left = await shown(page);
  const wanted = page.locator('.prose a.ref[data-by=work][data-sign=saltire]');
  expect(left.length).toBeGreaterThan(1);
  for (const number of left) {
    await page.keyboard.press('n');
    expect(await focused(page)).toBe(number);
    expect(await page.locator(':focus').getAttribute('data-by')).not.toBe('review');
  }
  expect(await wanted.count()).toBeGreaterThan(0);
  await context.close();
});

test('? opens the help to the keys; while it is open no key steps; focus returns', async () => {
  const { page, context } = await openReview();
  await page.keyboard.press('n');
  const number = await focused(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor({ state: 'visible' });
  await page.keyboard.press('n');
  expect(await lit(page)).toHaveLength(1);
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe(number);
  await context.close();
});

test('keys with modifiers and those typed into a field step nowhere', async () => {
  const { page, context } = await openReview();
  await page.evaluate(() => document.querySelector('.prose')?.prepend(document.createElement('input')));
  await page.keyboard.press('Alt+n');
  expect(await lit(page)).toEqual([]);
  await page.locator('.prose > input').fill('');
  await page.keyboard.type('nojo?');
  expect(await page.locator('.prose > input').inputValue()).toBe('nojo?');
  expect(await lit(page)).toEqual([]);
  await context.close();
});

test('the bar is reached by Tab, and is neither printed nor there without script', async () => {
  const { page, context } = await openReview();
  await page.locator('.tools a').last().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Previous');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('otr-steps').isVisible()).toBe(false);
  await context.close();
  const plain = await openReview({ javaScriptEnabled: false });
  expect(await plain.page.locator('otr-steps').isVisible()).toBe(false);
  await plain.context.close();
});

describe('the lens', () => {
  const query = (page: Page) => page.evaluate(() => location.search);
  const checked = (page: Page) =>
    page.locator('.lens input:checked').evaluateAll((inputs) => inputs.map((input) => input.id));

  test('stands in the address as far as it differs from how the page comes', async () => {
    const { page, context, problems } = await openReview();
    expect(await query(page)).toBe('');
    await page.locator('label', { has: page.locator('#by--work') }).click();
    await page.locator('label', { has: page.locator('#strict--licence') }).click();
    expect(await query(page)).toBe('?by=work&strict=licence');
    for (const sign of ['disc', 'quarter', 'half', 'ring', 'diamond'])
      await page.locator('.lens label', { has: page.locator(`#shown--${sign}`) }).click();
    const verdicts = new URLSearchParams(await query(page)).get('verdict')?.split(',').toSorted();
    expect(verdicts).toEqual(['false', 'misleading']);
    expect(await page.locator('.lens otr-copy').getAttribute('data-text')).toBe(page.url());
    const left = await shown(page);
    await page.reload();
    expect(await shown(page)).toEqual(left);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('is restored from an address, which is kept beside the rest of it, and is not remembered from there', async () => {
    const { page, context } = await openReview({}, '?rev=2&by=review&strict=spirit&verdict=misleading,false#x');
    expect(await checked(page)).toEqual(['by--review', 'strict--spirit', 'shown--wedge', 'shown--saltire']);
    expect(await query(page)).toContain('rev=2');
    expect(new URL(page.url()).hash).toBe('#x');
    await page.goto(on.site.url + reviewPath);
    expect(await query(page)).toBe('');
    await context.close();
  });

  test('is remembered, but hides no passage a link leads to', async () => {
    const { page, context } = await openReview();
    await page.locator('label', { has: page.locator('#by--work') }).click();
    await page.goto(on.site.url);
    await page.goto(on.site.url + reviewPath);
    expect(await query(page)).toBe('?by=work');
    await page.goto(on.site.url);
    await page.goto(`${on.site.url}${reviewPath}#killed-with-an-ice-pick`);
    expect(await checked(page)).toContain('by--all');
    await page.goto(on.site.url);
    await page.goto(on.site.url + reviewPath);
    expect(await query(page)).toBe('?by=work');
    await context.close();
  });

  test('is not put out by words it does not know, nor by a store that fails', async () => {
    const { page, context, problems } = await openPage(on.browser, { viewport: desk });
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new Error('switched off');
        },
      }),
    );
    await page.goto(`${on.site.url}${reviewPath}?by=nobody&verdict=splendid`);
    expect(await query(page)).toBe('');
    await page.locator('label', { has: page.locator('#by--review') }).click();
    expect(await query(page)).toBe('?by=review');
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('/ and Ctrl-K', () => {
  test.for(['/', 'Control+k'])('%s leads to search', async (key) => {
    const { page, context } = await openReview();
    await page.keyboard.press(key);
    await page.waitForURL('**/search/**');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.goto(on.site.url);
    await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await context.close();
  });
});

test('where the keyboard writes Cyrillic, the keys of the same places step', async () => {
  const { page, context } = await openReview();
  const press = (key: string, code: string) =>
    page.evaluate(([key, code]) => dispatchEvent(new KeyboardEvent('keydown', { key, code })), [key, code] as const);
  await press('т', 'KeyN');
  await press('т', 'KeyN');
  const [first, second] = await shown(page);
  expect(await focused(page)).toBe(second);
  await press('з', 'KeyP');
  expect(await focused(page)).toBe(first);
  await context.close();
});
