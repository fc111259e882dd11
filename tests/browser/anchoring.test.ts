import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedSite } from '../../src/cli/serve.ts';
import type { WebAnnotation } from '../../src/core/exports/web-annotation.ts';
import { projectDir } from '../site/run-command.ts';
import { launchBrowser, openPage, serveSite } from './browser.ts';

const recogito = join(projectDir, 'node_modules/@recogito/text-annotator/dist/text-annotator.umd.js');

/** The part of Recogito that is used in the page. */
interface Recogito {
  readonly W3CTextFormat: (source: string) => { readonly parse: (annotation: WebAnnotation) => Parsed };
  readonly createTextAnnotator: (element: HTMLElement, options: object) => Annotator;
}
interface Parsed {
  readonly parsed?: {
    readonly id: string;
    readonly target: { readonly selector: readonly { readonly quote: string }[] };
  };
  readonly error?: Error;
}
interface Annotator {
  readonly setAnnotations: (annotations: readonly WebAnnotation[]) => void;
  readonly state: { readonly store: { readonly all: () => readonly Revived[] } };
  readonly destroy: () => void;
}
interface Revived {
  readonly id: string;
  readonly target: { readonly selector: readonly { readonly range: Range }[] };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.for([
  ['tiny', 'the-lamp-that-never-failed'],
  ['real', 'trotsky'],
] as const)('the annotations of the site %s', ([name, slug]) => {
  let site: ServedSite;
  let annotations: readonly WebAnnotation[];
  beforeAll(async () => {
    site = await serveSite(name);
    const all = await annotationsOf(`${site.url}reviews/${slug}/annotations/1.json`);
    // A fact may bear on claims of another review alone.
    const isHere = ({ target }: WebAnnotation) =>
      typeof target === 'string' || target.every(({ source }) => source.endsWith(`/reviews/${slug}/`));
    annotations = all.filter(isHere);
    expect(annotations.length).toBeGreaterThan(0.9 * all.length);
  });
  afterAll(() => site?.close());

  test('stand in the published page where their positions and their quotes say, and only there', async () => {
    const { page, context } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.url}reviews/${slug}/`);
    const text = await page.evaluate(() => {
      const element = document.getElementById('review--text')?.cloneNode(true) as HTMLElement; // a copy is of its kind
      for (const note of element.querySelectorAll('.not-annotatable')) note.remove();
      return element.textContent ?? '';
    });
    const points = [...text];
    let passages = 0;
    for (const { id, target } of annotations) {
      for (const { selector } of typeof target === 'string' ? [] : target) {
        const [{ exact, prefix, suffix }, { start, end }] = selector;
        passages++;
        expect(points.slice(start, end).join(''), id).toBe(exact);
        expect(text.split(prefix + exact + suffix), id).toHaveLength(2);
      }
    }
    expect(passages).toBeGreaterThan(3);
    await context.close();
  });

  test('are read and drawn by Recogito, each on exactly its passages', async () => {
    const { page, context } = await openPage(browser, { bypassCSP: true }); // another client's script, put into our page
    await page.goto(`${site.url}reviews/${slug}/`);
    await page.addScriptTag({ content: "window.process = { env: { NODE_ENV: 'production' } }" }); // its bundle asks for it
    await page.addScriptTag({ path: recogito });
    const found = await page.evaluate((given) => {
      const { W3CTextFormat, createTextAnnotator } = (window as unknown as { RecogitoJS: Recogito }).RecogitoJS; // its global
      const element = document.getElementById('review--text');
      if (!element) throw new Error('no text');
      const adapter = W3CTextFormat(location.href);
      const errors = given.flatMap((one) => adapter.parse(one).error?.message ?? []);
      const annotator = createTextAnnotator(element, { adapter });
      // Recogito counts UTF-16 units, the Web Annotation model code points.
      const all = document.createRange();
      all.selectNodeContents(element);
      const points = [...textOf(all)];
      const units = (point: number) => points.slice(0, point).join('').length;
      const converted = given.map((one) => ({
        ...one,
        target: (typeof one.target === 'string' ? [] : one.target).map(
          ({ selector: [quote, { type, start, end }], ...rest }) => ({
            ...rest,
            selector: [quote, { type, start: units(start), end: units(end) }] as const,
          }),
        ),
      }));
      annotator.setAnnotations(converted);
      function textOf(range: Range): string {
        const part = range.cloneContents();
        for (const note of part.querySelectorAll('.not-annotatable')) note.remove();
        return part.textContent ?? '';
      }
      const texts = annotator.state.store
        .all()
        .map(({ id, target }) => [id, target.selector.map(({ range }) => textOf(range))] as const);
      return { errors, texts: Object.fromEntries(texts) };
    }, annotations);
    expect(found.errors).toEqual([]);
    expect(found.texts).toEqual(
      Object.fromEntries(
        annotations.map(({ id, target }) => [
          id,
          typeof target === 'string' ? [] : target.map(({ selector: [quote] }) => quote.exact),
        ]),
      ),
    );
    await context.close();
  });
});

/** All annotations of a collection, page by page. */
async function annotationsOf(address: string): Promise<WebAnnotation[]> {
  const { items, next } = await (await fetch(address)).json();
  const here = new URL(address);
  return [...items, ...(next ? await annotationsOf(new URL(new URL(next).pathname, here).href) : [])];
}
