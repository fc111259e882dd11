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

function tell(page: Page, event: 'beforeprint' | 'afterprint'): Promise<boolean> {
  return page.evaluate((name) => dispatchEvent(new Event(name)), event);
}
