import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ServedSite } from '../../src/cli/serve.ts';
import { launchBrowser, openPage, serveSite } from '../browser/browser.ts';
import { filesIn } from './dead-links.ts';

describe.for(['tiny', 'tinyBelow', 'real'] as const)('the embeds of the site %s', (name) => {
  const { dir, origin, base } = inject(name);
  const files = filesIn(dir);
  const claims = files.flatMap((file) => /^claims\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? []);
  const textOf = (file: string) => readFileSync(join(dir, file), 'utf8');

  test('are there for every claim: small, not to be found, and pointing to the claim', () => {
    expect(claims.length).toBeGreaterThan(1);
    for (const id of claims) {
      const html = textOf(`embed/claims/${id}/index.html`);
      expect(gzipSync(html).length, id).toBeLessThanOrEqual(8 * 1024);
      expect(html).toContain(`<link rel="canonical" href="${origin}${base}claims/${id}/">`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).not.toContain('<script');
      const links = [...html.matchAll(/<a [^>]*>/g)].map(([tag]) => tag);
      expect(links.length).toBeGreaterThan(1);
      expect(links.filter((tag) => !/target="_blank" rel="noopener"/.test(tag))).toEqual([]);
    }
  });

  test('are told of by oEmbed, which the claim’s page names', () => {
    for (const id of claims) {
      const answer: Record<string, unknown> = JSON.parse(textOf(`oembed/claims/${id}.json`));
      expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 600, provider_url: origin + base });
      expect(answer['height']).toEqual(expect.any(Number));
      expect(answer['html']).toMatch(
        new RegExp(
          `^<iframe src="${RegExp.escape(`${origin}${base}embed/claims/${id}/`)}" title="[^"]+" width="600" height="\\d+" loading="lazy"><a href="[^"]+">[^<]+</a></iframe>$`,
        ),
      );
      const page = textOf(`claims/${id}/index.html`);
      if (page.includes('dl class="bc share"')) {
        expect(page).toContain(`type="application/json+oembed" href="${origin}${base}oembed/claims/${id}.json"`);
      }
    }
  });
});

describe('an embed', () => {
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveSite('real')]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('fits the frame it is offered in, and any from 280 px', async () => {
    const { dir } = inject('real');
    const { page, context, problems } = await openPage(browser, { javaScriptEnabled: false });
    const misfits: string[] = [];
    const all = filesIn(dir).filter((one) => one.startsWith('oembed/claims/'));
    for (const file of all.filter((_file, index) => index % 8 === 0)) {
      const id = file.slice('oembed/claims/'.length, -'.json'.length);
      const { height }: { height: number } = JSON.parse(readFileSync(join(dir, file), 'utf8'));
      await page.setViewportSize({ width: 600, height: 100 });
      await page.goto(`${site.url}embed/claims/${id}/`);
      await page.evaluate(() => document.fonts.ready);
      const needed = await page.locator('main').evaluate((main) => main.scrollHeight);
      if (needed > height || needed < height - 120) misfits.push(`${id}: ${needed} in ${height}`);
      await page.setViewportSize({ width: 280, height: 400 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 280) misfits.push(`${id}: ${width} wide`);
    }
    expect(misfits).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('is shown in a page of another site, and its link leaves the frame', async () => {
    const { page, context } = await openPage(browser);
    const id = 'parvus-bankrolls-trotsky';
    await page.setContent(`<iframe src="${site.url}embed/claims/${id}/" width="600" height="300"></iframe>`);
    const frame = page.frameLocator('iframe');
    await frame.getByText('Unsupported').waitFor();
    const opened = context.waitForEvent('page');
    await frame.locator('h1 a').evaluate((link: HTMLAnchorElement, url) => {
      link.href = url;
      link.click();
    }, `${site.url}claims/${id}/`);
    expect((await opened).url()).toContain(`/claims/${id}/`);
    await context.close();
  });
});
