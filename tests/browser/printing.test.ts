import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, withSite } from './browser.ts';

const on = withSite('tiny');
const review = 'reviews/the-lamp-that-never-failed/';

test('where style alone cannot open the notes for paper, they are opened for the printer and closed again', async () => {
  const { page, context } = await openPage(on.browser);
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (condition: string, value?: string) =>
      !condition.includes('::details-content') &&
      (value === undefined ? supports(condition) : supports(condition, value));
  });
  await page.goto(on.site.url + review);
  const first = page.locator('details.note').first();
  await first.evaluate((note) => note.setAttribute('open', ''));
  await tell(page, 'beforeprint');
  expect(await page.locator('details.note:not([open])').count()).toBe(0);
  await tell(page, 'afterprint');
  expect(await page.locator('details.note[open]').count(), 'what the reader had opened stays open').toBe(1);
  await context.close();
});

test('where it can, nothing is opened, and the notes stand on the paper all the same', async () => {
  const { page, context } = await openPage(on.browser);
  await page.goto(on.site.url + review);
  await tell(page, 'beforeprint');
  expect(await page.locator('details.note[open]').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  const shown = await page
    .locator('.note .stmt')
    .evaluateAll((statements) => statements.map((statement) => statement.getBoundingClientRect().height > 0));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown).not.toContain(false);
  await context.close();
});

test('the paper and its direction are the reader’s, text is 11 pt, and no line is longer than one can follow', async () => {
  const { page, context } = await openPage(on.browser);
  await page.goto(on.site.url + review);
  const paper = await page.pdf({ format: 'A5', landscape: true, preferCSSPageSize: true });
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper.toString('latin1')) ?? [];
  expect([Math.round((Number(width) / 72) * 25.4), Math.round((Number(height) / 72) * 25.4)]).toEqual([210, 148]);
  await page.setViewportSize({ width: 1300, height: 800 });
  await page.emulateMedia({ media: 'print' });
  const text = await page
    .locator('.prose > p, .block > p')
    .first()
    .evaluate((paragraph) => ({
      points: Number.parseFloat(getComputedStyle(paragraph).fontSize) * 0.75,
      millimetres: (paragraph.getBoundingClientRect().width / 96) * 25.4,
    }));
  expect(text.points).toBeCloseTo(11, 1);
  expect(text.millimetres).toBeLessThan(170);
  await context.close();
});

function tell(page: Page, event: 'beforeprint' | 'afterprint'): Promise<boolean> {
  return page.evaluate((name) => dispatchEvent(new Event(name)), event);
}
