import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { russianContent, startCommand, tinyContent } from '../site/run-command.ts';
import { launchBrowser } from './browser.ts';

const content = join(mkdtempSync(join(tmpdir(), 'dev-')), 'content');
const review = join(content, 'reviews/the-lamp-that-never-failed.md');

let server: ReturnType<typeof startCommand>;
let terminal = '';
let browser: Browser;
let url: string;

beforeAll(async () => {
  cpSync(tinyContent, content, { recursive: true });
  edit('verdict=false', 'verdict=flase');
  const port = await freePort();
  url = `http://localhost:${port}/reviews/the-lamp-that-never-failed/`;
  server = startCommand('dev', { CONTENT_DIR: content, PORT: String(port) });
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      terminal += text;
    });
  }
  browser = await launchBrowser();
  await vi.waitUntil(() => terminal.includes('watching for file changes'), { timeout: 60_000 });
});

afterAll(async () => {
  await browser?.close();
  server?.kill();
  if (server && server.exitCode === null) await once(server, 'exit');
  rmSync(join(content, '..'), { recursive: true, force: true });
});

test('what keeps the site from being made stands over the page, and goes when it is mended', async () => {
  const page = await browser.newPage();
  await page.goto(url);
  await expect.poll(() => viteOverlayOf(page)).toContain('Unexpected verdict flase');
  expect(terminal).toMatch(/the-lamp-that-never-failed\.md:\d+:\d+ error Unexpected verdict `flase`/);
  edit('verdict=flase', 'verdict=false');
  await expect.poll(() => proseOf(page)).toContain('It is a good scene.');
  expect(await viteOverlayOf(page)).toBe('');
  await page.close();
});

test('a saved change shows in the open page, which keeps its state, and the reader stays where they were', async () => {
  const page = await browser.newPage({ viewport: { width: 600, height: 500 } });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('.note > summary').last().click();
  await page.evaluate(() => {
    document.querySelector('.note[open]')?.scrollIntoView({ block: 'start', behavior: 'instant' });
    document.body.dataset['state'] = 'not loaded anew';
  });
  const topOf = () => page.evaluate(() => document.querySelector('.note[open]')?.getBoundingClientRect().top ?? 1e6);
  const before = await topOf();
  const longer = 'a splendid scene, and it goes on for as long as a scene can that has nothing else to say';
  edit('a good scene', longer);
  await expect.poll(() => proseOf(page)).toContain(`It is ${longer}.`);
  await expect.poll(async () => Math.abs((await topOf()) - before)).toBeLessThan(4);
  edit(longer, 'a splendid scene');
  await expect.poll(() => proseOf(page)).toContain('It is a splendid scene.');
  await expect.poll(async () => Math.abs((await topOf()) - before)).toBeLessThan(4);
  expect(await page.evaluate(() => document.body.dataset['state'])).toBe('not loaded anew');
  await page.close();
});

test('what is added is shown, and has a page of its own', async () => {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  writeFileSync(
    review,
    `${readFileSync(review, 'utf8')}\nIts :claim[oil was bad]{#oil-was-bad}.\n\n` +
      ':::claim{#oil-was-bad by=review verdict=accurate confidence=medium}\nThe oil was bad.\n:::\n\n' +
      ':::fact{#log-complains-of-oil supports=oil-was-bad}\nThe log complains of it [@lamp-log-1904].\n:::\n',
  );
  await expect.poll(() => proseOf(page)).toContain('Its oil was bad');
  await page.goto(new URL('/claims/oil-was-bad/', url).href);
  expect(await proseOf(page)).toContain('The log complains of it');
  await page.close();
});

test('a picture that is added while one writes is shown, once somebody says what is seen on it', async () => {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  cpSync(join(russianContent, 'images'), join(content, 'images'), { recursive: true });
  edit('It is a splendid scene.', 'It is a splendid scene.\n\n![](../images/plan.png)\n');
  await expect.poll(() => panelOf(page)).toContain('image-without-description');
  edit('![](', '![A lamp, lit](');
  await expect
    .poll(() => textIn(page, () => String(document.querySelector('main img')?.getAttribute('alt'))))
    .toBe('A lamp, lit');
  await expect.poll(() => panelOf(page)).not.toContain('image-without-description');
  await expect
    .poll(() => page.evaluate(() => document.querySelector<HTMLImageElement>('main img')?.naturalWidth))
    .toBeGreaterThan(0);
  edit('\n\n![A lamp, lit](../images/plan.png)\n', '');
  await expect.poll(() => textIn(page, () => String(document.querySelectorAll('main img').length))).toBe('0');
  await page.close();
});

test('a mistake is shown by the passage it has to do with, while the page goes on as it was', async () => {
  const page = await browser.newPage();
  await page.goto(url);
  await expect.poll(() => proseOf(page)).toContain('It is a splendid scene.');
  edit('verdict=false', 'verdict=fasle');
  await expect.poll(() => panelOf(page)).toContain('Unexpected verdict `fasle`');
  expect(await panelOf(page)).toContain('1 error');
  expect(await panelOf(page)).toContain('unknown-verdict');
  expect(await proseOf(page)).toContain('It is a splendid scene.');
  expect(await textIn(page, () => document.querySelector('mark[data-problem="error"]')?.textContent ?? '')).not.toBe(
    '',
  );

  await page.reload();
  await expect.poll(() => panelOf(page)).toContain('Unexpected verdict `fasle`');
  expect(await proseOf(page)).toContain('It is a splendid scene.');

  edit('verdict=fasle', 'verdict=false');
  await expect.poll(() => panelOf(page)).toBe('');
  expect(await textIn(page, () => String(document.querySelectorAll('[data-problem]').length))).toBe('0');
  expect(server.exitCode).toBeNull();
});

test('the guide is there while one writes', async () => {
  const page = await browser.newPage();
  await page.goto(new URL('/write/', url).href);
  expect(await proseOf(page)).toContain('Your first annotated review');
});

function edit(from: string, to: string): void {
  writeFileSync(review, readFileSync(review, 'utf8').replace(from, to));
}

/** What the server's own overlay says; nothing where there is none, or while the page reloads. */
function viteOverlayOf(page: Page): Promise<string> {
  return textIn(page, () => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '');
}

/** What the panel of problems says. */
function panelOf(page: Page): Promise<string> {
  return textIn(page, () => document.querySelector('otr-problems')?.shadowRoot?.textContent ?? '');
}

function proseOf(page: Page): Promise<string> {
  return textIn(page, () => document.body.textContent);
}

async function textIn(page: Page, read: () => string): Promise<string> {
  try {
    return await page.evaluate(read);
  } catch {
    return '';
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
