import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startCommand, tinyContent } from '../site/run-command.ts';
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

test('the dev server shows problems over the page and in the terminal, takes them away, and follows the text', async () => {
  const page = await browser.newPage();
  await page.goto(url);
  await expect.poll(() => overlayOf(page), soon).toContain('Unexpected verdict flase');
  expect(terminal).toMatch(/the-lamp-that-never-failed\.md:\d+:\d+ error Unexpected verdict `flase`/);

  edit('verdict=flase', 'verdict=false');
  await expect.poll(() => proseOf(page), soon).toContain('It is a good scene.');
  expect(await overlayOf(page)).toBe('');

  edit('a good scene', 'a splendid scene');
  await expect.poll(() => proseOf(page), soon).toContain('It is a splendid scene.');

  edit('verdict=false', 'verdict=fasle');
  await expect.poll(() => overlayOf(page), soon).toContain('Unexpected verdict fasle');

  edit('verdict=fasle', 'verdict=false');
  await expect.poll(() => overlayOf(page), soon).toBe('');
  await expect.poll(() => proseOf(page), soon).toContain('It is a splendid scene.');
  expect(server.exitCode).toBeNull();
});

/** It takes a third of a second on an idle machine; a busy one may need longer. */
const soon = { timeout: 15_000, interval: 50 };

function edit(from: string, to: string): void {
  writeFileSync(review, readFileSync(review, 'utf8').replace(from, to));
}

/** What the overlay says; nothing where there is none, or while the page reloads. */
function overlayOf(page: Page): Promise<string> {
  return textIn(page, () => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '');
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
