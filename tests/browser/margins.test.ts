import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedSite } from '../../src/cli/serve.ts';
import { launchBrowser, openPage, serveSite } from './browser.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite('real')]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const widths = [1024, 1100, 1279, 1280, 1440, 1920, 2560];
const reviewPath = 'reviews/trotsky/';

describe.for([
  [100, false],
  [200, false],
  [100, true],
] as const)('at %i %% text size, notes opened: %s', ([size, opened]) => {
  test.for(widths)('notes keep clear of one another and of the edges at %i px', async (width) => {
    const { page, context } = await openPage(browser, { viewport: { width, height: 900 } });
    // The reader's own text size is the initial value of `font-size`, so media queries in rem follow it too.
    const session = await context.newCDPSession(page);
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard: (16 * size) / 100 } });
    await page.goto(site.url + reviewPath);
    await page.evaluate(() => document.fonts.ready);
    if (opened) {
      await page.locator('details.note').evaluateAll((notes) => {
        for (const note of notes) note.setAttribute('open', '');
      });
    }
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  test.for(widths)('and at %i px where only the page is enlarged', async (width) => {
    if (size === 100) return;
    const { page, context } = await openPage(browser, { viewport: { width, height: 900 } });
    await page.goto(site.url + reviewPath);
    await page.evaluate((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
      return document.fonts.ready;
    }, size);
    expect(await faults(page)).toEqual([]);
    await context.close();
  });
});

/** Pairs of notes that overlap, notes cut off by the page's edges or lying on the text, and a sideways scroll. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.note')]
      .filter((note) => note.checkVisibility())
      .map((note) => ({ no: note.querySelector('.no')?.textContent, note, box: note.getBoundingClientRect() }));
    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const edge = document.documentElement.clientWidth;
    const text = [...document.querySelectorAll('.prose > :not(.block), .block > :not(.note)')].map((element) =>
      element.getBoundingClientRect(),
    );
    return [
      ...(boxes.length < 77 ? [`only ${boxes.length} notes`] : []),
      ...(document.documentElement.scrollWidth > edge ? ['the page scrolls sideways'] : []),
      ...boxes.flatMap(({ no, note, box }, index) => [
        ...boxes.slice(index + 1).flatMap((other) => (overlap(box, other.box) ? [`${no} lies on ${other.no}`] : [])),
        ...(box.left < 0 || box.right > edge ? [`${no} is cut off by the page`] : []),
        ...(note.scrollWidth > note.clientWidth + 1 ? [`${no} is wider than its column`] : []),
        ...(text.some((rect) => overlap(rect, box)) ? [`${no} lies on the text`] : []),
      ]),
    ];
  });
}
