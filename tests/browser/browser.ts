import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { ensureTestBrowser } from '../../scripts/browser.mjs';
import { type ServedSite, serve } from '../../src/cli/serve.ts';
import type { BuiltSite } from '../site/built-sites.ts';

/** Without a window, and silent: the browser asks nobody for updates or anything else. As root it cannot use its sandbox. */
const options = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function launchBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? [...options, '--no-sandbox'] : options;
  return chromium.launch({ executablePath: ensureTestBrowser(), args });
}

/** Serves one of the sites the tests share: `tiny`, `tinyBelow`, `aged` and `russian` (below a path) or `real`. */
export function serveSite(name: 'tiny' | 'tinyBelow' | 'aged' | 'russian' | 'real'): Promise<ServedSite> {
  const { dir, base }: BuiltSite = inject(name);
  return serve(dir, base);
}

/** A browser and a site for the tests of a file: there from the first of them to the last. */
export function withSite(name: Parameters<typeof serveSite>[0]): {
  readonly browser: Browser;
  readonly site: ServedSite;
} {
  const on = {} as { browser: Browser; site: ServedSite }; // filled before the first test
  beforeAll(async () => {
    [on.browser, on.site] = await Promise.all([launchBrowser(), serveSite(name)]);
  });
  afterAll(async () => {
    await on.browser?.close();
    await on.site?.close();
  });
  return on;
}

/** A page, and everything that went wrong on it: it should stay empty. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and warnings, exceptions, dialogs, refused loads, failed requests, requests to other hosts. */
  readonly problems: readonly string[];
}

/**
 * Opens an empty page in a profile of its own; unless the options say otherwise, without the service worker, and for a
 * reader who wants no motion: where a page glides, what is measured or clicked depends on how busy the machine is.
 */
export async function openPage(browser: Browser, contextOptions: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce', ...contextOptions });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('dialog', async (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What was still under way when the page was left has not failed.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') problems.push(`third party: ${request.url()}`);
  });
  return { page, context, problems };
}
