import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, withSite } from './browser.ts';

const on = withSite('real');

test.for([
  '',
  'reviews/trotsky/',
  'claims/killed-with-an-ice-pick/',
  'people/leon-trotsky/',
  'timeline/',
  'timeline/decade/1910s/',
])('a first visit to /%s fetches at most 110 kB of type, and what is there does not move', async (path) => {
  const { page, context } = await openPage(on.browser, { viewport: { width: 390, height: 844 } });
  let type = 0;
  page.on('response', (response) => {
    if (/\.woff2$/.test(response.url())) type += Number(response.headers()['content-length']);
  });
  await watchShifts(page);
  await page.goto(on.site.url + path, { waitUntil: 'networkidle' });
  const shift = await shifted(page);
  expect(type).toBeGreaterThan(0);
  expect(type).toBeLessThanOrEqual(110_000);
  // On a busy machine type comes after the first paint and may break one line elsewhere; nothing else may move.
  expect(shift).toBeLessThan(0.02);
  await context.close();
});

test.for(
  ['', 'reviews/october/', 'claims/', 'claims/killed-with-an-ice-pick/', 'people/leon-trotsky/', 'write/'].flatMap(
    (path) => [390, 820].map((width) => [path, width] as const),
  ),
)('/%s stays as it was first seen at %i px when type is late', async ([path, width]) => {
  const { page, context } = await openPage(on.browser, { viewport: { width, height: 844 } });
  await watchShifts(page);
  await page.route('**/*.woff2', async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.continue();
  });
  await page.goto(on.site.url + path, { waitUntil: 'networkidle' });
  expect(await shifted(page)).toBeLessThan(0.001);
  await context.close();
});

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moved: number[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push((entry as PerformanceEntry & { value: number }).value); // a LayoutShift
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** How much has moved, as Cumulative Layout Shift counts it. */
function shifted(page: Page): Promise<number> {
  return page.evaluate(() =>
    (globalThis as typeof globalThis & { moved: number[] }).moved.reduce((sum, value) => sum + value, 0),
  );
}
