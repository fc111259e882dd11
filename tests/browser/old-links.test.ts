import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage, withSite } from './browser.ts';

const on = withSite('aged');

/** The notices that show, as a reader reads them. */
async function noticesOn(page: Page): Promise<string[]> {
  const texts = await page.locator('[role=note].since:visible').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' '));
}

describe.for([true, false])('with script: %s, a link that was copied', (javaScriptEnabled) => {
  async function follow(link: string, look: (page: Page) => Promise<void>): Promise<void> {
    const { page, context, problems } = await openPage(on.browser, { javaScriptEnabled });
    await page.goto(on.site.url + link);
    await look(page);
    expect(problems).toEqual([]);
    await context.close();
  }

  test('before a change is told what it said, what it says and why', () =>
    follow('claims/lamp-never-failed/#r1', async (page) => {
      const [notice = '', ...others] = await noticesOn(page);
      expect(others).toEqual([]);
      expect(notice).toContain('shared when revision 1 of 20 November 2026 was current');
      expect(notice).toMatch(/It said: .*before the storm of 1903\..* Now it says: .*before the storm of 1904\./);
      expect(notice).toMatch(/The verdict then: MISLEADING and now: FALSE/i);
      expect(notice).toContain('Changed on 24 November 2026: The storm was in 1904');
      await page.locator('[role=note].since:visible a').click();
      expect(await page.locator('#history--').isVisible()).toBe(true);
      expect(await noticesOn(page)).toEqual([]);
    }));

  test.for(['#r2', '#r99', ''])('since, or to a revision that never was, lands on the claim (%s)', (fragment) =>
    follow(`claims/lamp-never-failed/${fragment}`, async (page) => {
      expect(await noticesOn(page)).toEqual([]);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
      expect(await page.locator('h1').textContent()).toContain('1904');
    }),
  );

  test('under a former id is answered under the new one', () =>
    follow('claims/single-match/#r1', async (page) => {
      await page.waitForURL('**/claims/one-match/**');
      expect(new URL(page.url()).hash).toBe('#r1');
      expect(await noticesOn(page)).toEqual([
        expect.stringContaining('Renamed, formerly single-match on 28 November 2026'),
      ]);
    }));

  test('under an id that was merged into another is told what the one said and the other says', () =>
    follow('claims/bram-was-alone/#r1', async (page) => {
      await page.waitForURL('**/claims/bram-saved-the-ship/**');
      expect(new URL(page.url()).hash).toBe('#bram-was-alone--r1');
      const [notice = ''] = await noticesOn(page);
      expect(notice).toContain('leads to “bram-was-alone”, which has been merged');
      expect(notice).toMatch(/It said: .*Nobody was with Bram Placeholder\..* Now it says: .*saved the ship alone\./);
    }));

  test.for([
    ['claims/lamp-was-electric/#r1', 'another lamp'],
    ['facts/oil-was-bought/#r1', 'It answered a claim that was withdrawn.'],
  ] as const)('to what was withdrawn finds the reason and the history: %s', ([link, reason]) =>
    follow(link, async (page) => {
      expect(await page.locator('h1').textContent()).toMatch(/withdrawn/i);
      expect(await page.locator('main').textContent()).toContain(reason);
      expect(await page.locator('.hist li').count()).toBe(2);
      expect(await noticesOn(page)).toEqual([expect.stringContaining('It has been withdrawn.')]);
    }),
  );

  test('to a fact is answered as one to a claim', () =>
    follow('facts/steps-in-the-almanac/', async (page) => {
      await page.waitForURL('**/facts/ninety-steps/**');
      expect(await page.locator('main').textContent()).toContain('The almanac counts ninety steps');
      expect(await noticesOn(page)).toHaveLength(javaScriptEnabled ? 0 : 1);
    }));

  test('to a passage of a review stays one, under new names of both', () =>
    follow('reviews/the-lamp-that-never-failed/#single-match', async (page) => {
      // The page glides there.
      const top = async () => (await page.locator('[id="one-match"]').boundingBox())?.y ?? -1;
      await expect.poll(top).toBeLessThan(700);
      expect(await top()).toBeGreaterThan(-20);
    }));
});

test('the fragment of a review that was renamed is taken along', async () => {
  const { page, context, problems } = await openPage(on.browser);
  await page.goto(`${on.site.url}reviews/the-lamp/#one-match`);
  await page.waitForURL('**/reviews/the-lamp-that-never-failed/#one-match');
  expect(problems).toEqual([]);
  await context.close();
});

test('the permanent link carries the revision, and opens on the claim', async () => {
  const { page, context } = await openPage(on.browser);
  await page.goto(`${on.site.url}claims/lamp-never-failed/`);
  const link = page.locator('main [data-share=link] a');
  expect(await link.textContent()).toMatch(/aged\.example\/below\/a\/path\/claims\/lamp-never-failed\/#r2$/);
  await link.click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await context.close();
});
