import type { Loader, LoaderContext } from 'astro/loaders';
import type { Library } from '../core/model/library.ts';
import type { Entry } from './collections.ts';
import { isContentError } from './content-error.ts';
import { keptLibrary } from './kept-library.ts';

/**
 * Hands Astro one collection of the library. Only small values go into its data store: pages read prose and HTML from the
 * library itself. A library with errors stops a build with the report; the dev server goes on with what it has, and
 * `contentWatch` shows the report.
 */
export function fromLibrary(entriesOf: (library: Library) => Entry[]): Loader {
  return {
    name: 'library',
    async load(context) {
      try {
        // Vite makes a program of the configuration and all that it imports: in a build, where the library is there, little.
        const { library } = await (keptLibrary() ?? (await import('./library.ts')).loadLibrary());
        await replaceEntries(context, entriesOf(library));
        const loaded = context.refreshContextData?.['loaded'];
        if (typeof loaded === 'function') loaded(); // `contentWatch` waits for it
      } catch (error) {
        if (!(context.watcher && isContentError(error))) throw error;
      }
    },
  };
}

/** Entries that stay the same stay untouched, so that a change of nothing reloads nothing. */
async function replaceEntries({ store, parseData, generateDigest }: LoaderContext, entries: Entry[]): Promise<void> {
  const gone = new Set(store.keys());
  for (const { id, data, fingerprint } of entries) {
    gone.delete(id);
    const digest = generateDigest(fingerprint() + JSON.stringify(data));
    if (store.get(id)?.digest === digest) continue;
    store.set({ id, digest, data: await parseData({ id, data }) });
  }
  for (const id of gone) store.delete(id);
}
