import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ServedSite } from '../../src/cli/serve.ts';
import { filesIn } from '../site/dead-links.ts';
import { launchBrowser, openPage, serveSite } from './browser.ts';

const review = 'reviews/trotsky/';
const claim = 'parvus-bankrolls-trotsky';
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const permissions = ['clipboard-read', 'clipboard-write'];
const { origin } = inject('real');

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite('real')]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Opens the note of the claim and the share menu from it. */
async function openMenu(page: Page): Promise<void> {
  await page.goto(`${site.url}${review}#note--${claim}`);
  const note = page.locator(`details:has([id="note--${claim}"])`);
  await note.evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  await note.locator('.go button').click();
  await page.locator('.share-menu [data-share="cite"] button').waitFor();
}

describe('the share menu of a note', () => {
  test('copies link, quotation, passage, citation and code', async () => {
    const { page, context, problems } = await openPage(browser, { viewport: desk, permissions });
    await openMenu(page);
    const { y = -1, height = 0 } = (await page.locator('.share-menu').boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(desk.height);
    const copied: Record<string, string> = {};
    for (const kind of ['link', 'quote', 'passage', 'cite', 'embed']) {
      const button = page.locator(`.share-menu [data-share="${kind}"] button`);
      // As a wheel does it. To bring a button into view Playwright scrolls the page as well, and the menu goes with its note.
      await button.evaluate((one) => {
        const menu = one.closest('.share-menu');
        menu?.scrollBy(0, one.getBoundingClientRect().top - menu.getBoundingClientRect().top - menu.clientHeight / 2);
      });
      await button.click();
      await expect.poll(() => button.textContent()).toBe('Copied');
      expect(await page.locator('.share-menu [role=status]').textContent()).toBe('Copied');
      copied[kind] = await clipboard(page);
    }
    const address = `${origin}/claims/${claim}/`;
    expect(copied['link']).toMatch(new RegExp(`^${RegExp.escape(address)}(#r\\d+)?$`));
    expect(copied['quote']).toMatch(
      /^“Parvus, .*” A claim by the series \(Trotsky\), rated unsupported\.\nOn the Record, http/,
    );
    expect(copied['passage']).toContain(`${origin}/${review}#${claim}:~:text=`);
    expect(copied['cite']).toContain(address);
    expect(copied['embed']).toMatch(/^<iframe src="[^"]*\/embed\/claims\//);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('is worked by keys: it takes the focus, Esc gives it back, and the steps keep still meanwhile', async () => {
    const { page, context } = await openPage(browser, { viewport: desk, permissions });
    await openMenu(page);
    await page.keyboard.press('Escape');
    expect(await page.locator('.share-menu').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Share: Claim \d+$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.share-menu').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy link');
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy link');
    await page.keyboard.press('Enter');
    await expect.poll(() => clipboard(page)).toContain(`/claims/${claim}/`);
    await page.keyboard.press('Escape');
    expect(await page.locator('.share-menu').isVisible()).toBe(false);
    await context.close();
  });

  test('on a phone is a sheet at its foot, within the screen', async () => {
    const { page, context } = await openPage(browser, { viewport: phone, hasTouch: true, permissions });
    await openMenu(page);
    const box = await page.locator('.share-menu').boundingBox();
    expect(box).toMatchObject({ x: 0, width: phone.width });
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(phone.height, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    await page.touchscreen.tap(200, 20);
    expect(await page.locator('.share-menu').isVisible()).toBe(false);
    await context.close();
  });

  test('without a network still has the link, and says where the rest is', async () => {
    const { page, context } = await openPage(browser, { viewport: desk, permissions });
    await page.route('**/claims/**', (route) => route.abort());
    await page.goto(`${site.url}${review}`);
    const note = page.locator(`details:has([id="note--${claim}"])`);
    await note.evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    await note.locator('.go button').click();
    await expect.poll(() => page.locator('.share-menu [role=status]').textContent()).toMatch(/could not be fetched/);
    await page.locator('.share-menu [data-share="link"] button').click();
    await expect.poll(() => clipboard(page)).toBe(`${origin}/claims/${claim}/`);
    await context.close();
  });

  test('shares with the system where it can', async () => {
    const { page, context } = await openPage(browser, { viewport: phone });
    await page.addInitScript(() => {
      Object.assign(navigator, { share: async (data: ShareData) => Object.assign(window, { shared: data }) });
    });
    await openMenu(page);
    await page.getByRole('button', { name: 'Share…' }).click();
    const shared = await page.evaluate(() => (window as { shared?: ShareData }).shared); // put there above
    expect(shared?.text).toMatch(/^“Parvus/);
    expect(shared?.url).toContain(`${origin}/claims/${claim}/`);
    await context.close();
  });
});

describe('the page of a claim', () => {
  test('without script has all of it as text, and no button that does nothing', async () => {
    const { page, context } = await openPage(browser, { viewport: phone, javaScriptEnabled: false });
    await page.goto(`${site.url}claims/${claim}/`);
    await page.locator('.head a', { hasText: 'Share' }).click();
    const rows = page.locator('main dl.share');
    expect(await rows.locator('button').count()).toBe(0);
    const text = await rows.textContent();
    for (const part of [`/claims/${claim}/`, ':~:text=', '<iframe', '@misc{', 'TY  - ELEC', '"type":"webpage"']) {
      expect(text).toContain(part);
    }
    await context.close();
  });

  test('opens the same menu, and saves a citation as a file', async () => {
    const { page, context } = await openPage(browser, { viewport: desk, permissions });
    await page.goto(`${site.url}claims/${claim}/`);
    await page.locator('.head button', { hasText: 'Share' }).click();
    const ris = page.locator(`.share-menu [data-share="file:${claim}.ris"]`);
    await ris.locator('summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), ris.getByText('Save').click()]);
    expect(download.suggestedFilename()).toBe(`${claim}.ris`);
    await context.close();
  });
});

test('the link to each passage leads to its very words, before any others like them', async () => {
  const { dir } = inject('real');
  const directives = filesIn(dir)
    .filter((file) => /^(claims|facts)\/[^/]+\/index\.html$/.test(file))
    .flatMap((file) => {
      const html = readFileSync(join(dir, file), 'utf8');
      const [, path, id, text] = /href="[^"#]*?\/(reviews\/[^"#]*)#([^":]*):~:text=([^"]*)"/.exec(html) ?? [];
      return path === undefined || id === undefined || text === undefined ? [] : [{ path, id, text }];
    });
  expect(directives.length).toBeGreaterThan(76);
  const { page, context } = await openPage(browser, { viewport: desk });
  for (const [path, ofReview] of Map.groupBy(directives, (directive) => directive.path)) {
    await page.goto(`${site.url}${path}`);
    expect(await page.evaluate(findAstray, ofReview), path).toEqual([]);
  }
  for (const { path, id, text } of directives.filter((_directive, index) => index % 45 === 0)) {
    const other = await context.newPage();
    await other.goto(`${site.url}${path}#:~:text=${text}`); // without the id, so that only the words can have led there
    const top = () => other.locator(`[id="${id}"]`).evaluate((mark) => mark.getBoundingClientRect().top);
    await expect.poll(top, { message: text }).toBeLessThan(desk.height);
    expect(await top(), text).toBeGreaterThan(0);
    await other.close();
  }
  await context.close();
});

/** In the page: those whose words stand first somewhere else than in the mark of their id. */
function findAstray<Directive extends { id: string; text: string }>(all: readonly Directive[]): Directive[] {
  const letters: string[] = [];
  const marks: (string | undefined)[][] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style, [hidden]')) continue;
    const within: string[] = [];
    for (let mark = node.parentElement?.closest('mark'); mark; mark = mark.parentElement?.closest('mark'))
      within.push(mark.id);
    for (const letter of node.textContent?.toLowerCase().replace(/\s/g, '') ?? '') {
      letters.push(letter);
      marks.push(within);
    }
  }
  const text = letters.join('');
  const bare = (part: string) => decodeURIComponent(part).toLowerCase().replace(/\s/g, '');
  return all.filter(({ id, text: directive }) => {
    const parts = directive.split(',');
    const prefix = parts[0]?.endsWith('-') ? bare(parts[0].slice(0, -1)) : '';
    const last = parts.at(-1) ?? '';
    const suffix = last.startsWith('-') ? bare(last.slice(1)) : '';
    const at = text.indexOf(prefix + bare(parts[prefix ? 1 : 0] ?? '') + suffix);
    return at < 0 || !marks[at + prefix.length]?.includes(decodeURIComponent(id));
  });
}

describe('selected text', () => {
  const offer = 'otr-selection:not([hidden])';

  /** Selects some words of the paragraph with the claim's passage. */
  const select = (page: Page, from: number, to: number) =>
    page.evaluate(
      ([id, start, end]) => {
        const paragraph = document.getElementById(String(id))?.closest('p');
        const walker = document.createTreeWalker(paragraph ?? document.body, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let passed = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length = 0 } = node.textContent ?? '';
          if (Number(start) >= passed && Number(start) <= passed + length) range.setStart(node, Number(start) - passed);
          if (Number(end) >= passed && Number(end) <= passed + length) range.setEnd(node, Number(end) - passed);
          passed += length;
        }
        range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
      },
      [claim, from, to] as const,
    );

  test.for([
    ['plain words', 2, 40],
    ['words across the sign of a note', 260, 420],
  ] as const)('is offered a link that leads to it: %s', async ([, from, to]) => {
    const { page, context, problems } = await openPage(browser, { viewport: desk, permissions });
    await page.goto(`${site.url}${review}`);
    await select(page, from, to);
    await page.locator(offer).getByText('Copy link').click();
    await expect.poll(() => page.locator(`${offer} [role=status]`).textContent()).toBe('Copied');
    const link = await clipboard(page);
    expect(link).toMatch(new RegExp(`^${RegExp.escape(`${origin}/${review}`)}#[^:]*:~:text=`));
    const other = await context.newPage();
    await other.goto(`${site.url}${review}${link.replace(/^[^#]*#[^:]*/, '#')}`);
    await expect.poll(() => other.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await expect
      .poll(() => other.locator(`[id="${claim}"]`).evaluate((mark) => Math.abs(mark.getBoundingClientRect().top)))
      .toBeLessThan(1200);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('is reached with Tab, quoted with its link, and put away with Esc', async () => {
    const { page, context } = await openPage(browser, { viewport: desk, permissions });
    await page.goto(`${site.url}${review}`);
    await select(page, 2, 40);
    await page.locator(offer).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => clipboard(page)).toMatch(/^“.+”\nhttps:\S+:~:text=/);
    await page.keyboard.press('Escape');
    expect(await page.locator(offer).count()).toBe(0);
    await context.close();
  });

  test('does not lie under it: below it on a desk, at the foot of a phone', async () => {
    for (const viewport of [desk, phone]) {
      const { page, context } = await openPage(browser, { viewport, hasTouch: viewport === phone });
      await page.goto(`${site.url}${review}`);
      await select(page, 2, 40);
      await page.locator(offer).waitFor();
      const box = await page.locator(offer).boundingBox();
      const selected = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0);
      expect(box?.y).toBeGreaterThanOrEqual(selected);
      if (viewport === desk) expect(box?.y).toBeLessThan(selected + 20);
      if (viewport === phone) expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(phone.height, 0);
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await expect.poll(() => page.locator(offer).count()).toBe(0);
      await context.close();
    }
  });

  test('is left alone outside the review', async () => {
    const { page, context } = await openPage(browser, { viewport: desk });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(`${site.url}${review}`);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body));
    await page.waitForTimeout(600);
    expect(await page.locator(offer).count()).toBe(0);
    expect(fetched.filter((url) => url.includes('fragment-generation'))).toEqual([]);
    await context.close();
  });
});
