import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../harness/real-content.ts';
import { openPage, withSite } from './browser.ts';

const on = withSite('real');

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };
const claim = 'killed-with-an-ice-pick';
const reviewPath = 'reviews/trotsky/';

/** Waits until an element stands, at least in part, inside the window: a page may glide to it. */
function comesIntoView(page: Page, selector: string): Promise<void> {
  const isInView = () =>
    page.locator(selector).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
  return expect.poll(isInView).toBe(true);
}

describe.for([true, false])('with script: %s', (javaScriptEnabled) => {
  test.for([phone, desk])('a reader follows a mark to its note, and back, at $width px', async (viewport) => {
    const motion = { reducedMotion: 'no-preference' } as const; // here the page glides, as for most readers
    const { page, context, problems } = await openPage(on.browser, { javaScriptEnabled, viewport, ...motion });
    await page.goto(on.site.url + reviewPath);
    await page.locator(`a.ref[href="#note--${claim}"]`).click();
    const note = page.locator(`#note--${claim}`);
    await note.waitFor({ state: 'visible' });
    await comesIntoView(page, `#note--${claim}`);
    expect(await note.textContent()).toMatch(/ice axe/);
    await note.locator(`a[href="#${claim}"]`).last().click();
    expect(new URL(page.url()).hash).toBe(`#${claim}`);
    await comesIntoView(page, `[id="${claim}"]`);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('a link to a passage lands on it and lights it', async () => {
    const { page, context } = await openPage(on.browser, { javaScriptEnabled, viewport: desk });
    await page.goto(`${on.site.url}${reviewPath}#${claim}`);
    await comesIntoView(page, `[id="${claim}"]`);
    const background = (id: string) =>
      page.locator(`[id="${id}"]`).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background(claim)).not.toBe(await background('banished-in-1929'));
    await context.close();
  });

  test.for([phone, desk])(
    'a jump in the list of all sources arrives at its heading, at $width px',
    async (viewport) => {
      const motion = { reducedMotion: 'no-preference' } as const;
      const { page, context } = await openPage(on.browser, { javaScriptEnabled, viewport, ...motion });
      await page.goto(`${on.site.url}sources/`);
      for (const jump of await page.locator('.jumps a').all()) {
        await jump.click();
        const heading = page.locator(new URL(page.url()).hash);
        await expect.poll(() => heading.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(48, -1);
        await page.goBack();
      }
      await context.close();
    },
  );

  test.for([phone, desk])(
    'a reader goes from the picture of the record to a decade, to a year in it and to the next, at $width px',
    async (viewport) => {
      const { page, context, problems } = await openPage(on.browser, { javaScriptEnabled, viewport });
      await page.goto(`${on.site.url}timeline/`);
      await page.locator('.decades a', { hasText: '1910s' }).locator('svg').first().click();
      await page.waitForURL('**/timeline/decade/1910s/');
      await page.locator('.jumps a', { hasText: '1918' }).click();
      await comesIntoView(page, '#year--1918');
      await page.locator('a.btn[rel=next]').click();
      await page.waitForURL(/\/timeline\/decade\/19[12]0s\//);
      expect(problems).toEqual([]);
      await context.close();
    },
  );

  test('a reader opens a claim from its note, and reads the facts and their sources', async () => {
    const { page, context, problems } = await openPage(on.browser, { javaScriptEnabled, viewport: phone });
    await page.goto(on.site.url + reviewPath);
    await page.locator(`a.ref[href="#note--${claim}"]`).click();
    await page.locator(`#note--${claim} a[href$="/claims/${claim}/"]`).click();
    await page.waitForURL(`**/claims/${claim}/`);
    expect(await page.locator('h1').textContent()).toMatch(/ice pick/i);
    expect(await page.locator('main').textContent()).toMatch(/Misleading/i);
    const source = page.locator('main a[href*="/sources/"]').first();
    await source.click();
    await page.waitForURL('**/sources/**');
    expect(await page.locator(`main a[href$="/claims/${claim}/"], main a[href*="/facts/"]`).count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('a claim shows its permanent link and leads to its passage', async () => {
    const { page, context } = await openPage(on.browser, { javaScriptEnabled, viewport: desk });
    await page.goto(`${on.site.url}claims/${claim}/`);
    expect(await page.locator('main [data-share=link] a').textContent()).toContain(`/claims/${claim}/`);
    await page.locator(`main a[href*="#${claim}"]`).first().click();
    await comesIntoView(page, `[id="${claim}"]`);
    await context.close();
  });

  test('every claim of the review is among all claims', async () => {
    const { page, context } = await openPage(on.browser, { javaScriptEnabled, viewport: phone });
    await page.goto(on.site.url + reviewPath);
    const marked = await page
      .locator('mark[data-kind=claim]')
      .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute('data-annotation')))]);
    expect(marked).toHaveLength(claimsOf.get('trotsky') ?? 0);
    const listed: (string | undefined)[] = [];
    let next: string | undefined = `${on.site.url}claims/`;
    while (next !== undefined) {
      await page.goto(next);
      const links = page.locator('main a[href*="/claims/"]');
      listed.push(
        ...(await links.evaluateAll((all) => all.map((link) => (link.getAttribute('href') ?? '').split('/').at(-2)))),
      );
      next = (
        await page.locator('main a[rel=next]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
      )[0]; // the page's own links
    }
    expect(marked.filter((id) => !listed.includes(id ?? ''))).toEqual([]);
    await context.close();
  });
});

test('a reader copies the link of a claim', async () => {
  const { page, context } = await openPage(on.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${on.site.url}claims/${claim}/`);
  await page.locator('main [data-share=link] button').first().click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`/claims/${claim}/`));
  await context.close();
});

test('a reader searches, narrows the results, opens a claim and comes back to them', async () => {
  const { page, context, problems } = await openPage(on.browser, { viewport: desk });
  await page.goto(`${on.site.url}search/`);
  await page.locator('input[name=q]').fill('ice axe');
  await page.keyboard.press('Enter');
  const results = page.locator('[data-results] > li');
  await results.first().waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('ice axe');
  const all = await results.count();
  const box = page.locator('fieldset[data-facet=verdict] label', { hasText: /misleading/i });
  await box.click();
  await expect.poll(() => results.count()).toBeLessThan(all);
  expect(new URL(page.url()).searchParams.getAll('verdict')).toEqual(['misleading']);
  const link = page.locator(`[data-results] a[href$="/claims/${claim}/"]`).first();
  await link.click();
  await page.waitForURL(`**/claims/${claim}/`);
  await page.goBack();
  await results.first().waitFor();
  expect(new URL(page.url()).searchParams.getAll('verdict')).toEqual(['misleading']);
  expect(problems).toEqual([]);
  await context.close();
});

test('nothing of search is fetched before the reader turns to it', async () => {
  const { page, context } = await openPage(on.browser, { viewport: desk });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  for (const path of ['', reviewPath, `claims/${claim}/`])
    await page.goto(on.site.url + path, { waitUntil: 'networkidle' });
  expect(fetched.filter((url) => url.includes('/pagefind/'))).toEqual([]);
  await context.close();
});
