import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage, withSite } from './browser.ts';

const on = withSite('tinyBelow');

const claimPath = 'claims/lamp-never-failed/';
const preview = (page: Page) => page.locator('otr-previews:popover-open');
const person = (page: Page) => page.locator('.facts a[href*="/people/ada-example/"]').first();
const fact = (page: Page) => page.locator('.stance a').first();

async function openClaim(options: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(on.browser, { viewport: { width: 1280, height: 900 }, ...options });
  await opened.page.goto(on.site.url + claimPath, { waitUntil: 'networkidle' });
  return opened;
}

describe('what stands behind a link', () => {
  test('shows where the mouse rests, may be entered, goes with the mouse or by Escape', async () => {
    const { page, context, problems } = await openClaim();
    const before = await person(page).boundingBox();
    await person(page).hover();
    await preview(page).waitFor();
    expect(await preview(page).textContent()).toMatch(/ada example[\s\S]*Keeper of the invented light/i);
    expect(await person(page).boundingBox()).toEqual(before);

    await preview(page).hover();
    await page.waitForTimeout(500);
    expect(await preview(page).count()).toBe(1);
    await page.mouse.move(2, 2);
    await preview(page).waitFor({ state: 'hidden' });

    await person(page).hover();
    await preview(page).waitFor();
    await page.keyboard.press('Escape');
    expect(await preview(page).count()).toBe(0);
    await page.waitForTimeout(500);
    expect(await preview(page).count()).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('shows with the focus of the keyboard, describes the link, and the link still leads there', async () => {
    const { page, context, problems } = await openClaim();
    await fact(page).focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await preview(page).waitFor();
    const described = await fact(page).getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('log notes three nights');
    await page.keyboard.press('Escape');
    expect(await preview(page).count()).toBe(0);
    expect(await fact(page).evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/facts\/log-notes-three-failures\/$/);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('shows as a sheet at a tap, with a way there and a way back; a second tap leads there', async () => {
    const { page, context, problems } = await openClaim({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    await person(page).tap();
    await preview(page).waitFor();
    expect(await preview(page).evaluate((sheet) => sheet === document.activeElement)).toBe(true);
    expect(await preview(page).locator('a').getAttribute('href')).toMatch(/\/below\/a\/path\/people\/ada-example\/$/);
    await preview(page).locator('button').tap();
    expect(await preview(page).count()).toBe(0);
    expect(await person(page).evaluate((link) => link === document.activeElement)).toBe(true);
    await person(page).tap();
    await preview(page).waitFor();
    await person(page).tap();
    await page.waitForURL(/\/people\/ada-example\/$/);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('is not waited for: where the page does not come the tap leads there', async () => {
    const { page, context } = await openClaim({ hasTouch: true, viewport: { width: 390, height: 844 } });
    let asked = 0;
    await page.route('**/people/ada-example/', (route) => (asked++ === 0 ? route.abort() : route.continue()));
    await person(page).tap();
    await page.waitForURL(/\/people\/ada-example\/$/);
    await context.close();
  });
});

test('keys of a single letter can be switched off, on every page, and stay off', async () => {
  const { page, context } = await openClaim();
  const box = page.locator('footer otr-letter-keys input');
  await box.uncheck();
  await page.goto(`${on.site.url}reviews/the-lamp-that-never-failed/`, { waitUntil: 'networkidle' });
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await page.waitForTimeout(200);
  expect(page.url()).toMatch(/the-lamp-that-never-failed\/$/);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expect(await page.locator('dialog[open]').count()).toBe(0);

  await page.locator('[data-step=keys]').click();
  const inHelp = page.locator('dialog otr-letter-keys input');
  expect(await inHelp.isChecked()).toBe(false);
  await inHelp.check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('ref');
  await context.close();
});
