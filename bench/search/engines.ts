import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { Page } from 'playwright-core';
import type { ClaimRecord } from '../../src/core/search/claim-record.ts';

/** A search that is measured: the files it needs, and how a page is asked. */
export interface Engine {
  readonly name: string;
  /** Page on which it runs, and files beside it, by path. */
  readonly page: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Opens the page and asks the first query. */
  readonly open: (page: Page, origin: string, query: string) => Promise<void>;
  /** Asks one query on an open page: ids of the first ten claims, and milliseconds until they were there. */
  readonly ask: (page: Page, query: string) => Promise<{ ids: string[]; ms: number }>;
}

/** The search page of the site. What is measured ends when results stand in the page. */
export function ownSearch(files: ReadonlyMap<string, Uint8Array>): Engine {
  return {
    name: 'this site',
    page: 'search/',
    files: new Map([...files].map(([path, content]) => [`pagefind/${path}`, content])),
    open: async (page, origin, query) => {
      await page.goto(`${origin}/search/?${new URLSearchParams({ q: query })}`);
      await page.waitForFunction(() =>
        /found|empty|failed/.test(document.querySelector('otr-search')?.getAttribute('data-state') ?? ''),
      );
    },
    ask: (page, query) =>
      page.evaluate(async (asked) => {
        const root = document.querySelector<HTMLElement>('otr-search');
        const field = root?.querySelector<HTMLInputElement>('input[name="q"]');
        const wanted = new URLSearchParams({ q: asked }).toString();
        if (!root || !field) throw new Error('Unexpected page, expected the search page');
        const started = performance.now();
        if (root.dataset['shows'] !== wanted) {
          const shown = new Promise<void>((resolve) => {
            const observer = new MutationObserver(() => {
              if (root.dataset['shows'] !== wanted) return;
              observer.disconnect();
              resolve();
            });
            observer.observe(root, { attributes: true });
          });
          field.value = asked;
          field.form?.requestSubmit();
          await shown;
        }
        const ms = performance.now() - started;
        const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-results] h3 a')];
        return { ids: links.slice(0, 10).map((link) => link.pathname.split('/').at(-2) ?? ''), ms };
      }, query),
  };
}

/** Pagefind as it comes, over the same records: the query as it was typed, its own order, the first ten results. */
export async function pagefindAlone(records: readonly ClaimRecord[]): Promise<Engine> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('Unexpected answer of Pagefind, expected an index');
  for (const { url, content, statement } of records) {
    await index.addCustomRecord({ url, content, language: 'en', meta: { title: statement } });
  }
  const { files } = await index.getFiles();
  await close();
  return scripted(
    'Pagefind',
    new Map(files.map(({ path, content }) => [`plain/pagefind/${path}`, content])),
    `import * as pagefind from '/plain/pagefind/pagefind.js';
     window.ask = async (query) => {
       const { results } = await pagefind.search(query);
       const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
       return data.map(({ url }) => url);
     };`,
  );
}

/** MiniSearch with tolerance for slips and beginnings of words, over the same records; its whole index is loaded. */
export function miniSearch(records: readonly ClaimRecord[]): Engine {
  const options = { fields: ['statement', 'content'], storeFields: ['url'] };
  const search = new MiniSearch<ClaimRecord>(options);
  search.addAll(records);
  const bundle = readFileSync(
    createRequire(import.meta.url)
      .resolve('minisearch')
      .replace(/cjs\/index\.cjs$/, 'es/index.js'),
  );
  return scripted(
    'MiniSearch',
    new Map([
      ['plain/minisearch.js', bundle],
      ['plain/minisearch.json', new TextEncoder().encode(JSON.stringify(search))],
    ]),
    `import MiniSearch from '/plain/minisearch.js';
     const loaded = fetch('/plain/minisearch.json').then((response) => response.text())
       .then((text) => MiniSearch.loadJSON(text, ${JSON.stringify(options)}));
     window.ask = async (query) => {
       const results = (await loaded).search(query, { fuzzy: 0.2, prefix: true, boost: { statement: 2 } });
       return results.slice(0, 10).map(({ url }) => url);
     };`,
  );
}

function scripted(name: string, files: Map<string, Uint8Array>, script: string): Engine {
  const text = new TextEncoder();
  const slug = name.toLowerCase();
  files.set(
    `plain/${slug}/index.html`,
    text.encode(
      `<!doctype html><html lang="en"><title>${name}</title><script type="module" src="/plain/${slug}/ask.js"></script>`,
    ),
  );
  files.set(`plain/${slug}/ask.js`, text.encode(script));
  const ask: Engine['ask'] = (page, query) =>
    page.evaluate(async (asked) => {
      const started = performance.now();
      const urls = await (window as unknown as { ask: (query: string) => Promise<string[]> }).ask(asked); // see above
      return { ids: urls.map((url) => url.split('/').at(-2) ?? ''), ms: performance.now() - started };
    }, query);
  return {
    name,
    page: `plain/${slug}/`,
    files,
    open: async (page, origin, query) => {
      await page.goto(`${origin}/plain/${slug}/`);
      await page.waitForFunction(() => 'ask' in window);
      await ask(page, query);
    },
    ask,
  };
}
