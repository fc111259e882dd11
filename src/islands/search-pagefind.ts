/** The part of Pagefind's browser API that search uses. Source: https://pagefind.app/docs/api/ */
export interface Pagefind {
  readonly init: () => Promise<void>;
  readonly search: (term: string | null) => Promise<{ readonly results: readonly PagefindResult[] }>;
  readonly destroy: () => Promise<void>;
}

export interface PagefindResult {
  readonly id: string;
  readonly words: readonly number[];
  readonly data: () => Promise<PagefindRecord>;
}

export interface PagefindRecord {
  /** With the base before it. */
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/**
 * Loads Pagefind from the folder of the index. It runs on the page itself: through its worker, whole lists of results
 * would be copied from thread to thread, which takes longer than the search.
 */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  const module = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as {
    readonly createInstance: (options: Readonly<Record<string, unknown>>) => Pagefind;
  };
  const pagefind = module.createInstance({ basePath: folder, noWorker: true });
  await pagefind.init();
  return pagefind;
}
