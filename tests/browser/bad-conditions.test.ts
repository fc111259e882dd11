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

const kinds = [
  ...[
    '',
    reviewPath,
    `claims/${claim}/`,
    'claims/',
    'facts/siqueiros-led-the-raid-on-coyoacan/',
    'works/trotsky-2017/',
  ],
  ...[
    'people/leon-trotsky/',
    'timeline/',
    'timeline/decade/1910s/',
    'questions/',
    'sources/',
    'search/?q=ice',
    'methodology/',
    'data/',
  ],
  ...['works/', 'questions/who-led-october/', 'sources/zeman-scharlau/', 'write/syntax/', '404.html'],
];

describe.for([
  // What a desktop browser does at 200 %: half as many pixels of the page, each twice as large.
  ['a page of 1280 pixels is zoomed to 200 %', { deviceScaleFactor: 2 }, [640], '100%'],
  ['text alone is set twice as large', {}, [1280, 390, 320], '200%'],
] as const)('where %s', ([_what, options, widths, size]) => {
  test('no page of any kind has to be scrolled sideways, and no word of its title is cut off', async () => {
    const { page, context, problems } = await openPage(on.browser, options);
    for (const path of kinds) {
      await page.goto(on.site.url + path);
      await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
      if (path.startsWith('search/')) await page.locator('[data-results] a').first().waitFor();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(() => {
          const title = document.querySelector('h1') ?? document.body;
          return {
            page: document.documentElement.scrollWidth - innerWidth,
            title: Math.max(0, title.scrollWidth - title.clientWidth - 1),
          };
        });
        expect(over, `${path} at ${width} px`).toEqual({ page: 0, title: 0 });
      }
    }
    await page.goto(on.site.url + reviewPath);
    await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
    }, size);
    await followNote(page);
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe.for(['light', 'dark'] as const)('where the reader forces colours of their own (%s)', (colorScheme) => {
  test('marks, verdicts, the strip and the focus are told from the paper', async () => {
    const { page, context, problems } = await openPage(on.browser, { forcedColors: 'active', colorScheme });
    await page.goto(on.site.url + reviewPath);
    const seen = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      const of = (selector: string, look: (element: Element) => boolean) => {
        const all = [...document.querySelectorAll(selector)];
        return all.length > 0 && all.every(look);
      };
      const style = (element: Element, part?: string) => getComputedStyle(element, part);
      return {
        forced: matchMedia('(forced-colors: active)').matches,
        marks: of('main mark', (mark) => {
          const { color, textDecorationLine } = style(mark);
          return textDecorationLine === 'underline' && color === style(document.body).color;
        }),
        signs: of('main .verdict svg.sign', (sign) => style(sign).color !== paper),
        strip: of('.strip li', (cell) => {
          const { backgroundColor, backgroundImage } = style(cell, '::after');
          return backgroundImage !== 'none' || backgroundColor !== paper;
        }),
      };
    });
    expect(seen).toEqual({ forced: true, marks: true, signs: true, strip: true });
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement ?? document.body);
        const paper = getComputedStyle(document.body).backgroundColor;
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== paper;
      });
      expect(outline, `focus ${step}`).toBe(true);
    }
    expect(problems).toEqual([]);
    await context.close();
  });
});

async function followNote(page: Page): Promise<void> {
  await page.locator(`a.ref[href="#note--${claim}"]`).click();
  const note = page.locator(`#note--${claim}`);
  await note.waitFor({ state: 'visible' });
  expect(await note.textContent()).toMatch(/ice axe/);
}
