import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsOf } from '../harness/real-content.ts';
import { openPage, type WatchedPage, withSite } from './browser.ts';

const on = withSite('real');

const widths = [1024, 1100, 1279, 1280, 1440, 1920, 2560];

/** How text comes to be 200 %: as the reader's own setting, which media queries follow, or on the page alone. */
const sizes = ['100 %', '200 % in the browser', '200 % on the page'] as const;

describe.for([...claimsOf.keys()].flatMap((review) => sizes.map((size) => [review, size] as const)))(
  '%s, text at %s',
  ([review, size]) => {
    let opened: WatchedPage;
    beforeAll(async () => {
      opened = await openPage(on.browser);
      const { page, context } = opened;
      if (size === '200 % in the browser') {
        const session = await context.newCDPSession(page);
        await session.send('Page.enable');
        await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      }
      await page.goto(`${on.site.url}reviews/${review}/`);
      await page.evaluate(
        (percent) => {
          document.documentElement.style.fontSize = percent;
          return document.fonts.ready;
        },
        size === '200 % on the page' ? '200%' : '100%',
      );
    });
    afterAll(() => opened?.context.close());

    // Where notes stand is left to the style sheet: a window made wider shows what a new one of that width would.
    test.for(widths)('notes keep clear of one another and of the edges at %i px, closed and opened', async (width) => {
      const { page } = opened;
      await page.setViewportSize({ width, height: 900 });
      await page.locator('details.note').evaluateAll((notes) => {
        for (const note of notes) note.removeAttribute('open');
      });
      const letters = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(letters).toBe(size === '100 %' ? '16px' : '32px');
      expect(await faults(page, claimsOf.get(review) ?? 1)).toEqual([]);
      if (size === '100 %') expect(await underTheText(page)).toEqual([]);
      await page.locator('details.note').evaluateAll((notes) => {
        for (const note of notes) note.setAttribute('open', '');
      });
      expect(await faults(page, claimsOf.get(review) ?? 1)).toEqual([]);
    });
  },
);

/** The first dozen pairs of notes that overlap, notes cut off by the page's edges or lying on the text, and a sideways scroll. */
function faults(page: Page, fewest: number): Promise<string[]> {
  return page.evaluate((claims) => {
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
      ...(boxes.length < claims ? [`only ${boxes.length} notes`] : []),
      ...(document.documentElement.scrollWidth > edge ? ['the page scrolls sideways'] : []),
      ...boxes.flatMap(({ no, note, box }, index) => [
        ...boxes.slice(index + 1).flatMap((other) => (overlap(box, other.box) ? [`${no} lies on ${other.no}`] : [])),
        ...(box.left < 0 || box.right > edge ? [`${no} is cut off by the page`] : []),
        ...(note.scrollWidth > note.clientWidth + 1 ? [`${no} is wider than its column`] : []),
        ...(text.some((rect) => overlap(rect, box)) ? [`${no} lies on the text`] : []),
      ]),
    ].slice(0, 12);
  }, fewest);
}

/** Numbers of the notes that stand in the column of the text instead of the margin. */
function underTheText(page: Page): Promise<(string | null | undefined)[]> {
  return page.evaluate(() => {
    const text = document.querySelector('.block > p')?.getBoundingClientRect();
    return [...document.querySelectorAll('.note')]
      .filter((note) => {
        const { left, right } = note.getBoundingClientRect();
        return !text || (left < text.right && right > text.left);
      })
      .map((note) => note.querySelector('.no')?.textContent);
  });
}
