import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { isUsable, type KnownImage } from '../../src/core/model/image.ts';
import { keptFiles } from '../../src/site/kept-files.ts';
import { makePicture } from '../../src/site/pictures/make-picture.ts';
import { readImages } from '../../src/site/pictures/read-images.ts';
import { launchBrowser, openPage, serveSite } from '../browser/browser.ts';
import { filesIn } from './dead-links.ts';
import { russianContent } from './run-command.ts';

const { dir, base } = inject('russian');
const page = 'reviews/the-lamp-that-never-failed/';
const html = readFileSync(join(dir, page, 'index.html'), 'utf8');

/** The files a page may fetch of its pictures, each with the width that is promised; none in the fallback's place. */
function promised(): Map<string, number | undefined> {
  const files = new Map<string, number | undefined>();
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    if (tagName === 'img') files.set(String(properties['src']).slice(base.length), undefined);
    const srcSet = tagName === 'source' ? String(properties['srcSet']) : '';
    for (const [, address = '', width] of srcSet.matchAll(/(\S+) (\d+)w/g))
      files.set(address.slice(base.length), Number(width));
  });
  return files;
}

test('each file that a page names of a picture is there, as wide as promised, and says nothing of its camera', async () => {
  const files = promised();
  expect(files.size).toBeGreaterThan(10);
  for (const [file, width] of files) {
    const { format, width: actual, exif } = await sharp(readFileSync(join(dir, file))).metadata();
    expect(file).toMatch(format === 'heif' ? /avif$/ : new RegExp(`${format === 'jpeg' ? 'jpg' : format}$`));
    expect(actual).toBe(width ?? actual);
    expect(exif).toBeUndefined();
  }
});

test('no more than is shown is published', () => {
  expect(
    filesIn(dir)
      .filter((file) => /\.(?:jpe?g|webp|avif)$/.test(file))
      .every((file) => file.startsWith('_astro/')),
  ).toBe(true);
  expect(filesIn(dir).filter((file) => /unused/.test(file))).toEqual([]);
});

describe('a picture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is made once, and would come out the same', async () => {
    const image = (await readImages(russianContent)).get('маяк ночью.jpg');
    if (!isUsable(image)) throw new Error('the picture of the fixture cannot be read');
    const picture = { path: '', image, rendition: { format: 'avif', width: 480 } } as const;
    const make = (name: string) => makePicture(picture, russianContent, keptFiles(join(folder, name)));
    const first = await make('one');
    const again = await make('one');
    const elsewhere = await make('other');
    expect([first.isNew, again.isNew, elsewhere.isNew]).toEqual([true, false, true]);
    expect(again.path).toBe(first.path);
    expect(readFileSync(elsewhere.path).equals(readFileSync(first.path))).toBe(true);
  });
});

test('what cannot be shown is said before it is built', async () => {
  const images = await readImages(join(import.meta.dirname, '../fixtures/images-that-cannot-be-shown'));
  const words = (image: KnownImage | undefined) => image && (isUsable(image) ? 'is shown' : image.found);
  expect([...images].map(([path, image]) => [path, words(image)])).toEqual([
    ['broken.png', 'image `broken.png` that cannot be read'],
    ['drawing.svg', 'image `drawing.svg` of a kind that is not shown'],
    ['really-a-gif.png', 'image `really-a-gif.png` of a kind that is not shown'],
    ['small.png', 'is shown'],
  ]);
});

describe('in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveSite('russian')]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test.for([
    [1440, /\.800\.avif$/],
    [390, /\.480\.avif$/],
  ] as const)('%i pixels wide, the smallest file that does is shown and nothing moves', async ([width, file]) => {
    const { page: tab, context, problems } = await openPage(browser, { viewport: { width, height: 700 } });
    await tab.goto(site.url + page);
    const picture = tab.getByRole('img', { name: 'Красно-белый маяк' });
    const before = await picture.boundingBox();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.currentSrc)).toMatch(file);
    const after = await picture.boundingBox();
    expect(after?.height).toBe(before?.height);
    expect(after?.height).toBeGreaterThan(100);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('it has its caption, credit and licence, and leads to the whole picture', async () => {
    const { page: tab, context, problems } = await openPage(browser);
    await tab.goto(site.url + page);
    const figure = tab.getByRole('figure').first();
    expect(await figure.locator('figcaption').textContent()).toMatch(
      /^Так показан маяк.* Нарисовано для проверок этого проекта · CC BY 4\.0$/s,
    );
    await figure.getByRole('link', { name: 'Красно-белый маяк' }).click();
    await tab.waitForURL(/\.1800\.jpg$/);
    expect(problems).toEqual([]);
    await context.close();
  });
});
