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

vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 });

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

/** Opens the addresses, several at once, and looks at each: nothing may have run, been refused or been fetched from elsewhere. */
async function openEach(paths: readonly string[], look: (page: Page, path: string) => Promise<void> = async () => {}) {
  const rest = paths.values();
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      const { page, context, problems } = await openPage(browser);
      for (const path of rest) {
        await page.goto(site.url + path, { waitUntil: 'load' });
        await look(page, path);
        expect(unexpected(problems), path).toEqual([]);
      }
      await context.close();
    }),
  );
}

test('pages of every kind open without a script of an author running or trying to', () =>
  // Reviews hold all payloads; of other kinds with many pages each seventh is opened, and the test above reads them all.
  openEach(pages().filter((path, index) => index % 7 === 0 || !many.test(path))));

const many = /^(?:claims|facts|embed|people|works|sources|timeline|questions)\/./;

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

/** Opens everything that is closed. */
function openAll(page: Page): Promise<void> {
  return page.locator('main details').evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true; // that is what they are
  });
}

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
  await page.goto(`${site.url}search/`);
  for (const query of [...firstOfEachKind, 'onerror script', 'alert']) {
    const wanted = new URLSearchParams({ q: query }).toString();
    // An address of the page itself, followed without leaving it: one page load, many payloads.
    await page.evaluate((asked) => {
      history.pushState(null, '', `?${asked}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, wanted);
    await page.waitForFunction(
      (asked) => document.querySelector('otr-search')?.getAttribute('data-shows') === asked,
      wanted,
    );
    expect(await page.getByRole('searchbox').inputValue()).toBe(query.replace(/[\r\n]/g, ''));
    expect(unexpected(problems), query).toEqual([]);
  }
  await openAll(page);
  await page.locator('[data-facet="topic"] li').first().waitFor();
  expect(await page.locator('[data-results] > li').count()).toBeGreaterThan(5);
  expect(await page.locator('[data-results]').textContent()).toContain('<');
  await context.close();
});

test('what a visitor is sent in an address stays an address', () => {
  const addresses = firstOfEachKind
    .map(encodeURIComponent)
    .flatMap((text) => [
      `${text}/`,
      `claims/${text}/?q=${text}#${text}`,
      `search/?q=${text}`,
      `search/?verdict=${text}&person=${text}&topic=${text}&work=${text}&decade=${text}&by=${text}`,
      `reviews/review-0/?by=${text}&strict=${text}&verdict=${text}#${text}`,
      `claims/claim-0-0/#r1${text}`,
    ]);
  return openEach(addresses, async (page, address) => {
    expect(new URL(page.url()).origin, address).toBe(new URL(site.url).origin);
  });
});

test('former addresses lead to what was renamed and say what was withdrawn', async () => {
  const former = files.flatMap(
    (file) => /^claims\/(claim-(\d+)-1)\/index\.html$/.exec(file)?.slice(1, 3).join(' ') ?? [],
  );
  expect(former.length).toBeGreaterThan(10);
  await openEach(
    former.filter((_, index) => index % 3 === 0).map((each) => `claims/${each.split(' ')[0]}/#r1`),
    (page, path) => page.waitForURL(`**/claims/${path.replace(/^claims\/claim-(\d+)-1.*/, 'renamed-$1')}/**`),
  );
  await openEach(['claims/gone-0/', 'claims/gone-1/'], async (page) => {
    expect(await page.locator('main').textContent()).toContain('alert');
  });
});

test('the share menu and the data of a claim show hostile text as text', async () => {
  const { page, context, problems } = await openPage(browser);
  for (const id of ['claim-2-0', 'claim-5-0', 'claim-9-0']) {
    await page.goto(`${site.url}reviews/review-${id.split('-')[1]}/#note--${id}`);
    const note = page.locator(`details:has([id="note--${id}"])`);
    await note.evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    await note.locator('.go button').click();
    const menu = page.locator('.share-menu');
    await menu.locator('[data-share="cite"] button').waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${site.url}claims/${id}/`);
    await page.getByText('Show its data and its source').click();
    await expect.poll(() => page.locator('.panel pre.shiki').count()).toBe(4);
    expect((await page.locator('.panel pre.shiki').allTextContents()).join('')).toContain('alert');
    await openAll(page);
    expect(unexpected(problems), id).toEqual([]);
  }
  await context.close();
});

test('a claim in the frame of a hostile site runs nothing either', async () => {
  const { page, context, problems } = await openPage(browser);
  await page.setContent(
    ['claim-0-0', 'claim-3-0', 'claim-7-0', 'renamed-4']
      .map((id) => `<iframe src="${site.url}embed/claims/${id}/"></iframe>`)
      .join(''),
  );
  await page.waitForLoadState('networkidle');
  const texts = await Promise.all(
    page
      .frames()
      .slice(1)
      .map((frame) => frame.locator('body').textContent()),
  );
  expect(texts.map((text) => text?.includes('alert'))).toEqual([true, true, true, true]);
  expect(unexpected(problems)).toEqual([]);
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
