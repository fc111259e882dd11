import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ServedSite, serve } from '../../src/cli/serve.ts';
import { firstOfEachKind, writeHostileContent } from '../harness/hostile-content.ts';
import { filesIn } from '../site/dead-links.ts';
import { runCommand } from '../site/run-command.ts';
import { launchBrowser, openPage } from './browser.ts';
import { foreignIn } from './foreign-in.ts';

/**
 * A site whose authors, visitors and links are all hostile. A script of theirs that ran would open a dialog; one that tried
 * would be told of by the policy on the console.
 */
const scratch = mkdtempSync(join(tmpdir(), 'hostile-'));
const dir = join(scratch, 'site');
const origin = 'https://hostile.example';
let site: ServedSite;
let browser: Browser;
let files: readonly string[];

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

beforeAll(async () => {
  const content = join(scratch, 'content');
  writeHostileContent(content);
  const { code, stdout, stderr } = await runCommand('build', { CONTENT_DIR: content, DIST_DIR: dir, SITE_URL: origin });
  expect(code, stderr.replace(/^.* warning .*$/gm, '') + stdout).toBe(0);
  files = filesIn(dir);
  site = await serve(dir);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** An image that an author says is there, and an address that nobody has, are answered with 404. */
const unexpected = (problems: readonly string[]) => problems.filter((problem) => !problem.includes('status of 404'));

const textOf = (file: string) => readFileSync(join(dir, file), 'utf8');
const pages = () =>
  files.filter((file) => file.endsWith('.html')).map((file) => file.replace(/(^|\/)index\.html$/, '$1'));

test('no page holds anything that runs or is fetched from elsewhere', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${site.url}404.html`);
  const found = await page.evaluate(foreignIn, { paths: pages().map((path) => site.url + path), origin });
  expect(found.slice(0, 20)).toEqual([]);
  await context.close();
});

test('pages of every kind open without a script of an author running or trying to', async () => {
  // Of the many pages of a kind each eleventh: those of claims, facts and embeds begin with other payloads.
  const paths = pages()
    .filter((path, index) => index % 11 === 0 || !/^(?:claims|facts|embed)\//.test(path))
    .values();
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      const { page, context, problems } = await openPage(browser);
      for (const path of paths) {
        await page.goto(site.url + path, { waitUntil: 'load' });
        expect(unexpected(problems), path).toEqual([]);
      }
      await context.close();
    }),
  );
});

test('what machines read is well formed, and no text in it ends a script or begins a formula', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${site.url}404.html`);
  for (const file of files) {
    if (/\.(?:json|jsonld)$/.test(file)) expect(() => JSON.parse(textOf(file)), file).not.toThrow();
    if (/\.(?:xml|atom|rss)$/.test(file)) expect(await xmlError(page, textOf(file)), file).toBeUndefined();
    if (file.endsWith('.csv')) {
      for (const cell of cellsOf(textOf(file)))
        expect(cell, file).not.toMatch(/^\s*[=+@\t\r＝＋－＠]|^\s*-(?![\d.]+$)/);
    }
    if (!file.endsWith('.html')) continue;
    for (const [, data = ''] of textOf(file).matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)) {
      expect(() => JSON.parse(data), file).not.toThrow();
      expect(data, file).not.toContain('<');
    }
  }
  await context.close();
});

function xmlError(page: Page, text: string): Promise<string | undefined> {
  return page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    return parsed.querySelector('parsererror')?.textContent ?? undefined;
  }, text);
}

/** The cells of a table as RFC 4180 has them. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/(?<=^|[,\n])(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/g)].map(([, quoted, bare = '']) =>
    quoted === undefined ? bare : quoted.replaceAll('""', '"'),
  );
}

test('a search finds what is hostile and shows it as text', async () => {
  const { page, context, problems } = await openPage(browser);
  for (const query of ['alert', 'onerror script', ...firstOfEachKind]) {
    await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
    await page.locator('otr-search[data-state="found"], otr-search[data-state="empty"]').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe(query.trim().replace(/[\r\n]/g, ''));
    expect(unexpected(problems), query).toEqual([]);
  }
  await page.goto(`${site.url}search/?q=alert`);
  await page.locator('otr-search[data-state="found"]').waitFor();
  expect(await page.locator('[data-results] > li').count()).toBeGreaterThan(5);
  expect(await page.locator('[data-results]').textContent()).toContain('<');
  await context.close();
});

test('what a visitor is sent in an address stays an address', async () => {
  const { page, context, problems } = await openPage(browser);
  for (const payload of firstOfEachKind) {
    const text = encodeURIComponent(payload);
    const addresses = [
      `${text}/`,
      `claims/${text}/?q=${text}#${text}`,
      `search/?verdict=${text}&person=${text}&topic=${text}&work=${text}&decade=${text}&by=${text}`,
      `reviews/review-0/?by=${text}&strict=${text}&verdict=${text}#${text}`,
      `claims/claim-0-0/#r1${text}`,
    ];
    for (const address of addresses) {
      await page.goto(site.url + address, { waitUntil: 'load' });
      expect(new URL(page.url()).origin, address).toBe(new URL(site.url).origin);
      expect(unexpected(problems), address).toEqual([]);
    }
  }
  await context.close();
});

test('a preview shows a hostile page as text', async () => {
  const { page, context, problems } = await openPage(browser);
  for (const kind of ['people', 'sources', 'works', 'claims']) {
    await page.goto(`${site.url}reviews/review-2/`);
    const link = page.locator(`main a[href*="/${kind}/"]`).first();
    await link.dispatchEvent('pointerover', { bubbles: true, pointerType: 'mouse' });
    await page.locator('otr-previews:popover-open').waitFor();
    expect(await page.locator('otr-previews').textContent()).toContain('alert');
    expect(unexpected(problems), kind).toEqual([]);
  }
  await context.close();
});
