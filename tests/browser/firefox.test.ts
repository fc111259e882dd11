import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFirefox } from '../../scripts/firefox.mjs';
import type { ServedSite } from '../../src/cli/serve.ts';
import { serveSite } from './browser.ts';

const executablePath = findFirefox();
const claim = 'killed-with-an-ice-pick';
const reviewPath = 'reviews/trotsky/';
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

/** The main journeys, in Firefox, through WebDriver BiDi; in the dark, as Chromium's are in the light. */
describe.runIf(executablePath)('in Firefox', () => {
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([
      puppeteer.launch({
        browser: 'firefox',
        executablePath: executablePath ?? '',
        extraPrefsFirefox: {
          'layout.css.prefers-color-scheme.content-override': 0, // dark
          // Puppeteer looks where an element is and clicks there, on whatever has glided to that place since.
          'ui.prefersReducedMotion': 1,
        },
      }),
      serveSite('real'),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Goes through a journey on a page of its own; whatever goes wrong on the way fails it. */
  async function journey(viewport: typeof phone, path: string, walk: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.setViewport(viewport);
    await page.goto(site.url + path);
    await walk(page);
    expect(problems).toEqual([]);
    await context.close();
  }

  const isInView = (page: Page, selector: string) =>
    page.waitForFunction(
      (wanted) => {
        const { top, bottom, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
        return height > 0 && bottom > 0 && top < innerHeight;
      },
      {},
      selector,
    );
  const follow = (page: Page, selector: string) => page.locator(selector).click();

  test.for([phone, desk])('a reader follows a mark to its note, and back, at $width px', (viewport) =>
    journey(viewport, reviewPath, async (page) => {
      await follow(page, `a.ref[href="#note--${claim}"]`);
      await isInView(page, `#note--${claim}`);
      expect(await page.$eval(`#note--${claim}`, (note) => note.textContent)).toMatch(/ice axe/);
      await follow(page, `#note--${claim} a[href="#${claim}"]`);
      await isInView(page, `[id="${claim}"]`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }),
  );

  test('a reader opens a claim, copies its link, and looks for what was copied', () =>
    journey(desk, `claims/${claim}/`, async (page) => {
      const button = await page.waitForSelector('main [data-share=link] button');
      const before = await button?.evaluate((one) => one.textContent);
      await button?.click();
      await page.waitForFunction((one, text) => one?.textContent !== text, {}, button, before);
      await page.goto(`${site.url}search/`);
      await page.focus('input[name=q]');
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      expect(await page.$eval('input[name=q]', (field) => field.value)).toContain(`/claims/${claim}/`);
    }));

  test('a reader searches, narrows the results, opens a claim and comes back to them', () =>
    journey(desk, 'search/', async (page) => {
      const count = () => page.$$eval('[data-results] > li', (all) => all.length);
      await page.locator('input[name=q]').fill('ice axe');
      await page.keyboard.press('Enter');
      await page.waitForSelector('fieldset[data-facet=verdict] label');
      const all = await count();
      await page.$$eval('fieldset[data-facet=verdict] label', (labels) =>
        labels.find((label) => /misleading/i.test(label.textContent ?? ''))?.click(),
      );
      await page.waitForFunction((most) => document.querySelectorAll('[data-results] > li').length < most, {}, all);
      expect(new URL(page.url()).searchParams.getAll('verdict')).toEqual(['misleading']);
      await Promise.all([page.waitForNavigation(), follow(page, `[data-results] a[href$="/claims/${claim}/"]`)]);
      expect(await page.$eval('h1', (title) => title.textContent)).toMatch(/ice pick/i);
      await page.evaluate(() => history.back()); // a page that Firefox had kept does not load again, for which `goBack` would wait
      await page.waitForFunction(
        () => location.search.includes('verdict=misleading') && document.querySelector('[data-results] > li'),
      );
    }));

  test('a link that rests under the pointer is previewed', () =>
    journey(desk, reviewPath, async (page) => {
      await page.hover('main p a[href*="/people/"]');
      await page.waitForSelector('otr-previews:popover-open');
    }));

  test('in the dark a page is dark, and its words are light', () =>
    journey(phone, reviewPath, async (page) => {
      const [paper = 0, ink = 0] = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        const paper = /transparent|, 0\)/.test(backgroundColor)
          ? getComputedStyle(document.documentElement).backgroundColor
          : backgroundColor;
        const light = (value: string) => Math.max(...(value.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
        return [light(paper), light(color)];
      });
      expect(paper).toBeLessThan(60);
      expect(ink).toBeGreaterThan(200);
    }));
});
