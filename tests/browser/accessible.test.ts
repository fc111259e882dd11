import { AxeBuilder } from '@axe-core/playwright';
import { expect, inject, test } from 'vitest';
import { onePageOfEachKind } from '../../bench/lighthouse/page-kinds.ts';
import { openPage, withSite } from './browser.ts';

/** axe finds nothing on any kind of page of the real site; in the dark, where all colours are others, on those that have all of them. */

const on = withSite('real');

const views = {
  'wide and light': { options: { viewport: { width: 1440, height: 900 } }, paths: /^/ },
  'narrow and dark': {
    options: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
    paths: /^\/$|^\/(?:reviews|claims|facts)\/[a-z-]+\/$|^\/(?:search|questions)\/$|\/timeline\/decade\//,
  },
} as const;

test.for(Object.entries(views))('%s', { timeout: 300_000 }, async ([_, { options, paths }]) => {
  const { page, context } = await openPage(on.browser, options);
  const shown = onePageOfEachKind(inject('real').dir).filter((path) => paths.test(path));
  expect(shown.length).toBeGreaterThan(6);
  const found: string[] = [];
  for (const path of shown) {
    await page.goto(new URL(path.slice(1), on.site.url).href);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations) found.push(`${path}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }
  expect(found).toEqual([]);
  await context.close();
});

test('what is wrong on a page is found', async () => {
  const { page, context } = await openPage(on.browser);
  await page.goto(on.site.url);
  await page.locator('h1').evaluate((heading) => {
    heading.style.color = '#ddd';
  });
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  expect(violations.map(({ id }) => id)).toEqual(['color-contrast']);
  await context.close();
});
