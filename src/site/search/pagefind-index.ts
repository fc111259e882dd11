import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { ClaimRecord } from '../../core/search/claim-record.ts';
import { type KeptPieces, recutIndex } from './recut-index.ts';

export interface IndexedRecords {
  readonly records: readonly ClaimRecord[];
  /** What Pagefind makes of them, in a process of its own. */
  readonly made: Promise<PagefindFiles>;
}

export interface PagefindFiles {
  /** By their path below `pagefind/`. */
  readonly files: Map<string, Uint8Array>;
  /** The id under which each record answers, by its URL. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * The index as Pagefind writes it, in smaller pieces (`recutIndex`) and without its interface. Throws when a record does not
 * arrive in it.
 */
export async function indexRecords(
  given: AsyncIterable<ClaimRecord>,
  language: string,
  kept?: KeptPieces,
): Promise<IndexedRecords> {
  const { index, errors } = await createIndex({ forceLanguage: language, keepIndexUrl: true });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    // Without waiting: Pagefind takes one after the other in their order, while the next are made.
    const records: ClaimRecord[] = [];
    const added: Promise<void>[] = [];
    for await (const record of given) {
      records.push(record);
      const one = add(index, record, language);
      one.catch(() => {}); // it is reported below, where it is waited for
      added.push(one);
      if (records.length % 100 === 0) await setImmediate(); // lets them go
    }
    await Promise.all(added);
    const made = filesOf(index, records.length, kept).finally(close);
    made.catch(() => {}); // as above
    await setImmediate();
    return { records, made };
  } catch (error) {
    await close();
    throw error;
  }
}

async function filesOf(index: PagefindIndex, count: number, kept?: KeptPieces): Promise<PagefindFiles> {
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(`Pagefind: ${made.errors.join('; ')}`);
  const files = new Map<string, Uint8Array>();
  const ids = new Map<string, string>();
  for (const { path, content } of made.files) {
    if (!isFetched.test(path)) continue;
    files.set(path, content);
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id) ids.set(urlIn(content), id);
  }
  if (ids.size !== count) {
    throw new Error(`Pagefind: unexpected ${ids.size} records, expected ${count}, one for each claim`);
  }
  recutIndex(files, kept);
  return { files, ids };
}

/** Pagefind's own interfaces and its worker stay at home: the site has its own. */
const isFetched = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.(?!unknown).*|.*\.pf_meta|(?:index|fragment)\/.*)$/;

/**
 * Pagefind searches all metadata, so only the statement is metadata; what a result merely shows is a filter of its own,
 * which nobody asks for and nobody fetches.
 */
async function add(index: PagefindIndex, record: ClaimRecord, language: string): Promise<void> {
  const { errors } = await index.addCustomRecord({
    url: record.url,
    content: record.content,
    language,
    meta: { title: record.statement },
    filters: { card: [JSON.stringify(record.card)] },
  });
  if (errors.length > 0) throw new Error(`Pagefind: ${record.id}: ${errors.join('; ')}`);
}

/** Most fragments fit in so many bytes, and there are thousands: to make room for more takes longer than to read them. */
const chunkSize = 4096;

function urlIn(fragment: Uint8Array): string {
  const text = gunzipSync(fragment, { chunkSize }).toString('utf8').replace('pagefind_dcd', '');
  return (JSON.parse(text) as { url: string }).url; // Pagefind's own format
}
