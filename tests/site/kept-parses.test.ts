import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parserWithMemory, unpacked } from '../../src/cli/kept-parses.ts';
import { siteRecord } from '../../src/cli/site-record.ts';
import { readLibrary } from '../../src/site/library.ts';
import { readSettings } from '../../src/site/settings.ts';
import { agedContent } from './run-command.ts';

/** What reviews were parsed to is kept for the next build, and what of it cannot be read is parsed again. */

const dist = mkdtempSync(join(tmpdir(), 'kept-parses-'));
const record = siteRecord(dist, 'parsed');
afterAll(() => {
  for (const path of [dist, record]) rmSync(path, { recursive: true, force: true });
});

const settings = readSettings({ CONTENT_DIR: agedContent });
const plain = (await readLibrary(settings)).reading.parsed;

/** A build: how many reviews it parsed; what it got is what a parser without memory gives, here and on another thread. */
async function parsedAnew(sources: string): Promise<number> {
  const parser = parserWithMemory(dist, sources);
  const { reading } = await readLibrary(settings, { parser });
  expect(reading.parsed).toEqual(plain);
  const packed = parser.packed();
  expect(unpacked(structuredClone(packed))).toEqual(plain);
  parser.remember();
  return unpacked({ ...packed, kept: new Uint8Array() }).filter((parsed) => parsed !== undefined).length;
}

test('what is kept is not parsed again, as long as the sources of the site are the same', async () => {
  expect(plain.length).toBeGreaterThan(0);
  expect(await parsedAnew('some')).toBe(plain.length);
  expect(await parsedAnew('some')).toBe(0);
  expect(await parsedAnew('others')).toBe(plain.length);
  expect(await parsedAnew('some')).toBe(plain.length);
});

test('a file that was cut short or written into costs time and nothing else, and is whole again', async () => {
  await parsedAnew('some');
  const whole = readFileSync(record);
  const damages: Readonly<Record<string, Uint8Array>> = {
    'cut short': whole.subarray(0, whole.length - 7),
    'cut to a few bytes': whole.subarray(0, 5),
    'other bytes in the midst': Buffer.from(whole).fill(0xff, 60, 90),
    'another text': Buffer.from('this is no record of parses'),
    empty: new Uint8Array(),
  };
  for (const [damage, bytes] of Object.entries(damages)) {
    writeFileSync(record, bytes);
    expect(await parsedAnew('some'), damage).toBeGreaterThan(0);
    expect(await parsedAnew('some'), damage).toBe(0);
  }
});

test('the file does not grow with every build', async () => {
  await parsedAnew('some');
  const { size } = statSync(record);
  for (const sources of ['others', 'more', 'others still', 'and others', 'some']) await parsedAnew(sources);
  expect(statSync(record).size).toBeLessThan(3.5 * size);
});
