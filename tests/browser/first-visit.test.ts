import { expect, test } from 'vitest';
import { openPage, withSite } from './browser.ts';

const on = withSite('real');

test.for(['', 'reviews/trotsky/', 'claims/killed-with-an-ice-pick/', 'people/leon-trotsky/', 'timeline/'])(
  'a first visit to /%s fetches at most 110 kB of type, and what is there does not move',
  async (path) => {
    const { page, context } = await openPage(on.browser, { viewport: { width: 390, height: 844 } });
    let type = 0;
    page.on('response', (response) => {
      if (/\.woff2$/.test(response.url())) type += Number(response.headers()['content-length']);
    });
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push((entry as PerformanceEntry & { value: number }).value); // a LayoutShift
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(on.site.url + path, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(() =>
      (globalThis as typeof globalThis & { moved: number[] }).moved.reduce((sum, value) => sum + value, 0),
    );
    expect(type).toBeGreaterThan(0);
    expect(type).toBeLessThanOrEqual(110_000);
    // On a busy machine type comes after the first paint and may break one line elsewhere; nothing else may move.
    expect(shift).toBeLessThan(0.02);
    await context.close();
  },
);
