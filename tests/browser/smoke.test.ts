import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedSite } from '../../src/cli/serve.ts';
import { launchBrowser, openPage, serveSite } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const paths = ['', 'reviews/the-lamp-that-never-failed/', 'claims/lamp-never-failed/', 'claims/', 'search/'];

describe.for(['tiny', 'tinyBelow'] as const)('the site %s', (name) => {
  let site: ServedSite;
  beforeAll(async () => {
    site = await serveSite(name);
  });
  afterAll(() => site?.close());

  test.for([true, false])('every kind of page opens without a complaint (script: %s)', async (javaScriptEnabled) => {
    const { page, context, problems } = await openPage(browser, { javaScriptEnabled });
    for (const path of paths) {
      const response = await page.goto(site.url + path, { waitUntil: 'load' });
      expect(response?.status(), path).toBe(200);
      expect(await page.locator('h1').count(), path).toBe(1);
    }
    await page.waitForLoadState('networkidle');
    expect(problems).toEqual([]);
    await context.close();
  });

  test('a page that is not there is answered with a page of the site', async () => {
    const { page, context } = await openPage(browser);
    const response = await page.goto(`${site.url}claims/no-such-claim/`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('h1').count()).toBe(1);
    await context.close();
  });
});
