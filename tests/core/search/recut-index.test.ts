import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { generatedCollection } from '../../../bench/search/collections.ts';
import { collectVocabulary, countedWords } from '../../../src/core/search/collect-vocabulary.ts';
import { loadPagefind } from '../../../src/islands/search-pagefind.ts';
import { recutIndex } from '../../../src/site/search/recut-index.ts';
import { openIndex } from './open-index.ts';

const texts = [...generatedCollection(60, 0).library.claims.values()].map((claim) => {
  return `${claim.statement.text} ${claim.evidence.map(({ fact }) => fact.body.text).join(' ')}`;
});
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (const [number, content] of texts.entries()) {
    await index?.addCustomRecord({ url: `/${number}/`, content, language: 'en', meta: { title: `Claim ${number}` } });
  }
  const made = await index?.getFiles();
  files = new Map(made?.files.map(({ path, content }) => [path, content]));
  await close();
});
afterAll(() => void vi.unstubAllGlobals());

test('an index in smaller pieces answers as it did', { timeout: 30_000 }, async () => {
  const recut = new Map(files);
  recutIndex(recut);
  const pieces = (map: ReadonlyMap<string, Uint8Array>) => [...map.keys()].filter((path) => path.startsWith('index/'));
  expect(pieces(recut).length, 'Pagefind writes another format than recut-index.ts reads').toBeGreaterThan(
    pieces(files).length * 3,
  );
  const whole = await loadPagefind(await openIndex(files));
  const small = await loadPagefind(await openIndex(recut));
  const found = async (pagefind: typeof whole, term: string) => (await pagefind.search(term)).results;
  const shape = ({ id, words }: { id: string; words: readonly number[] }) => `${id} ${words}`;
  for (const { word } of collectVocabulary(countedWords(texts), new Map()).filter((_, index) => index % 4 === 0)) {
    for (const term of [`"${word}"`, word, word.slice(0, 4)]) {
      const results = (await found(small, term)).map(shape).sort();
      expect([term, ...results]).toEqual([term, ...(await found(whole, term)).map(shape).sort()]);
    }
  }
});

test('the same index is always cut into the same bytes', () => {
  const [first, second] = [new Map(files), new Map(files)];
  recutIndex(first);
  recutIndex(second);
  expect(digests(second)).toEqual(digests(first));
});

test.each([
  ['text', Buffer.from('nothing of the kind')],
  ['another format', gzipSync(Buffer.from('pagefind_dcd\u0083\u0001\u0002'))],
  ['a piece cut short', gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from([0x81, 0x99, 1, 0, 0x83])]))],
])('a file that is %s stays as it is', (_name, content) => {
  const changed = new Map([...files].map(([path, bytes]) => [path, path.startsWith('index/') ? content : bytes]));
  const before = digests(changed);
  recutIndex(changed);
  expect(digests(changed)).toEqual(before);
});

function digests(map: ReadonlyMap<string, Uint8Array>): string[] {
  return [...map].map(([path, content]) => `${path} ${createHash('sha256').update(content).digest('hex')}`).sort();
}
