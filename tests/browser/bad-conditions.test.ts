import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage, withSite } from './browser.ts';

const on = withSite('real');
const claim = 'killed-with-an-ice-pick';
const reviewPath = 'reviews/trotsky/';
const phone = { width: 390, height: 844 };

/** What does not come, though the browser asks for it and is ready for it: no `noscript` is shown then. */
const blocked = { 'scripts do not come': /\.js$/, 'type does not come': /\.woff2$/ };

describe.for(Object.entries(blocked))('%s', ([_what, pattern]) => {
  async function openWithout() {
    const opened = await openPage(on.browser, { viewport: phone });
    await opened.page.route(pattern, (route) => route.abort('blockedbyclient'));
    return opened;
  }
  const serious = (problems: readonly string[]) =>
    problems.filter((problem) => !problem.includes('ERR_BLOCKED_BY_CLIENT'));

  test('a reader reads, opens a note, goes on to the claim and to a source', async () => {
    const { page, context, problems } = await openWithout();
    await page.goto(on.site.url + reviewPath);
    await followNote(page);
    await page.locator(`#note--${claim} a[href$="/claims/${claim}/"]`).click();
    await page.waitForURL(`**/claims/${claim}/`);
    expect(await page.locator('main [data-share=link] a').textContent()).toContain(`/claims/${claim}/`);
    await page.locator('main a[href*="/sources/"]').first().click();
    await page.waitForURL('**/sources/**');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(serious(problems)).toEqual([]);
    await context.close();
  });

  test('a reader looks for a claim', async () => {
    const { page, context, problems } = await openWithout();
    await page.goto(`${on.site.url}search/`);
    if (pattern.test('x.js')) {
      await page.locator('main a[href*="/claims/verdict/"]').first().click();
      await page.waitForURL('**/claims/verdict/**');
      expect(await page.locator('main a[href*="/claims/"]').count()).toBeGreaterThan(3);
    } else {
      await page.locator('input[name=q]').fill('ice axe');
      await page.keyboard.press('Enter');
      await page.locator(`[data-results] a[href$="/claims/${claim}/"]`).first().waitFor();
    }
    expect(serious(problems)).toEqual([]);
    await context.close();
  });
});

test('on slow 3G a review can be read in seconds, and its notes opened, while the rest still comes', async () => {
  const { page, context } = await openPage(on.browser, { viewport: phone });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  // As Chromium's developer tools have it: 400 kbit/s, two seconds there and back.
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 2000,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  await page.goto(on.site.url + reviewPath, { waitUntil: 'commit' });
  await page.locator('main p').nth(5).waitFor({ state: 'visible' });
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    undefined,
    { timeout: 20_000 },
  );
  // One request of two seconds and the part of the page that is read first; nothing else is waited for.
  expect(await paint.jsonValue()).toBeLessThan(7000);
  await followNote(page);
  await context.close();
});

async function followNote(page: Page): Promise<void> {
  await page.locator(`a.ref[href="#note--${claim}"]`).click();
  const note = page.locator(`#note--${claim}`);
  await note.waitFor({ state: 'visible' });
  expect(await note.textContent()).toMatch(/ice axe/);
}
