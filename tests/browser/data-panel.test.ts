import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openPage, withSite } from './browser.ts';

const on = withSite('tinyBelow');

const file = (path: string) => readFileSync(join(inject('tinyBelow').dir, path), 'utf8').trimEnd();

test('a panel shows the data of a claim in colours, each piece with a button that copies it', async () => {
  const { page, context, problems } = await openPage(on.browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`${on.site.url}claims/lamp-never-failed/`, { waitUntil: 'networkidle' });
  expect(fetched.filter((url) => /data-code|\.json$|\.md$/.test(url))).toEqual([]);

  await page.getByText('Show its data and its source').click();
  const shown = page.locator('.panel pre.shiki');
  await expect.poll(() => shown.count()).toBe(4);
  const text = (index: number) => shown.nth(index).textContent();
  expect(await text(0)).toBe(file('claims/lamp-never-failed.json'));
  expect(JSON.parse((await text(1)) ?? '')['@graph']).toMatchObject([
    { '@type': 'ClaimReview' },
    { '@type': 'BreadcrumbList' },
  ]);
  expect(await text(2)).toBe(file('claims/lamp-never-failed.md'));
  expect(await text(3)).toMatch(/^@\w+\{lamp-never-failed,/);
  expect(
    await shown
      .nth(2)
      .locator('.shiki-keyword', { hasText: /^claim$/ })
      .count(),
  ).toBe(1);
  expect(await shown.nth(2).locator('.shiki-function').allTextContents()).toEqual(['#lamp-never-failed']);
  expect(await shown.nth(0).locator('[class^=shiki-string]').count()).toBeGreaterThan(20);

  await page.locator('.panel pre.shiki + otr-copy button').nth(2).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file('claims/lamp-never-failed.md'));
  expect(problems).toEqual([]); // the strict policy among them
  await context.close();
});

test('without script the panel holds links to the same files', async () => {
  const { page, context } = await openPage(on.browser, { javaScriptEnabled: false });
  await page.goto(`${on.site.url}facts/two-keepers-were-there/`);
  await page.getByText('Show its data and its source').click();
  for (const name of ['Web Annotation', 'Markdown']) {
    const href = await page.locator('.panel a', { hasText: name }).getAttribute('href');
    expect((await fetch(new URL(href ?? '', page.url()))).status).toBe(200);
  }
  await context.close();
});

test('data blocks of a page are read by nobody as script, whatever they hold', async () => {
  const { page, context, problems } = await openPage(on.browser);
  await page.goto(`${on.site.url}claims/lamp-never-failed/`);
  expect(await page.locator('link[rel="cite-as"]').getAttribute('href')).toBe(
    'https://tiny.example/below/a/path/claims/lamp-never-failed/',
  );
  expect(await page.locator('link[rel~="describedby"][type="application/ld+json"]').getAttribute('href')).toBe(
    '/below/a/path/claims/lamp-never-failed.json',
  );
  const block = await page.locator('script[type="application/ld+json"]').textContent();
  expect(block).not.toContain('<');
  expect(JSON.parse(block ?? '')['@graph'][0].url).toBe('https://tiny.example/below/a/path/claims/lamp-never-failed/');
  expect(problems).toEqual([]);
  await context.close();
});
