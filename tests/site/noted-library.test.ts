import { beforeAll, expect, test } from 'vitest';
import type { Library } from '../../src/core/model/library.ts';
import { readLibrary } from '../../src/site/library.ts';
import { type NotedLibrary, notedLibrary } from '../../src/site/noted/noted-library.ts';
import { onceFor } from '../../src/site/noted/notes.ts';
import { readSettings } from '../../src/site/settings.ts';
import { agedContent } from './run-command.ts';

let given: Library;
let noted: NotedLibrary;
beforeAll(async () => {
  given = (await readLibrary(readSettings({ CONTENT_DIR: agedContent }))).library;
  noted = notedLibrary(given);
});

/** The names of what some work reads. */
async function readBy(work: (library: Library) => unknown): Promise<string[]> {
  const { reads } = await noted.noting(async () => work(noted.library));
  return reads.map(noted.nameOf);
}
const id = 'bram-saved-the-ship';

test('what is read of an entry, a list, a number, a value and an answer is noted by its name', async () => {
  const work = 'the-light-at-fixture-bay';
  expect(await readBy(({ works }) => works.get(work)?.title)).toEqual([`works/${work}`]);
  expect(await readBy(({ works }) => works.get('nobody'))).toEqual(['works/nobody']);
  expect(await readBy(({ claims }) => [...claims.keys()])).toEqual(['claims']);
  expect(await readBy(({ claims }) => claims.size)).toEqual(['#claims']);
  expect(await readBy(({ site }) => site.title)).toEqual(['site']);
  expect(await readBy(({ works, reviewsOf }) => reviewsOf(works.get(work) ?? fail()))).toEqual([
    `works/${work}`,
    `reviewsOf/${work}`,
  ]);
  expect(await readBy(({ claims }) => claims.get(id)?.work.title)).toEqual([`annotations/${id}`, `works/${work}`]);
});

test('all that is known of an annotation is one thing, whether there is one or not', async () => {
  const parts = ({ claims, facts, withdrawals, formerIds, history, revision }: Library, id: string) =>
    [claims.get(id)?.statement, facts.has(id), withdrawals.get(id), formerIds.get(id), history(id), revision(id)]
      .length;
  for (const one of [id, 'nobody', 'ship-was-a-schooner']) {
    expect(await readBy((library) => parts(library, one)), one).toEqual([`annotations/${one}`]);
  }
});

test('an entry is itself, however it is reached, and says what it says', () => {
  const claim = noted.library.claims.get(id);
  const work = noted.library.works.get('the-light-at-fixture-bay');
  expect(claim?.work === work).toBe(true);
  expect(claim?.evidence[0]?.fact.bearings.some((bearing) => bearing.claim === claim)).toBe(true);
  expect(work && noted.library.claimsOn(work).some((one) => one === claim)).toBe(true);
  for (const [key, one] of given.claims) {
    const { place: _, ...said } = one;
    for (const field of Object.keys(said) as (keyof typeof said)[]) {
      expect(noted.textOf(noted.library.claims.get(key)?.[field]), `${key}: ${field}`).toBe(noted.textOf(one[field]));
    }
  }
});

test('an entry cannot be taken apart but by its fields, which would leave it empty', () => {
  const claim = noted.library.claims.get(id) ?? fail();
  for (const work of [() => ({ ...claim }), () => Object.entries(claim), () => JSON.stringify(claim)]) {
    expect(work).toThrow(/read by its fields/);
  }
});

test('whoever asks for what was made once has read all that was read for it', async () => {
  const titles = (library: Library) =>
    onceFor(library, 'titles', () => [...library.works.values()].map((work) => work.title));
  const first = await readBy(titles);
  expect(first).toEqual(['once/titles']);
  expect(await readBy(titles)).toEqual(first);
  const { reads } = await noted.noting(async () => titles(noted.library));
  expect(reads.flatMap((thing) => noted.readFor(thing).map(noted.nameOf))).toEqual([
    'works',
    'works/the-light-at-fixture-bay',
  ]);
});

test('what was made once and settled is known by what it says, not by what it was made of', async () => {
  const lengths = (library: Library) =>
    onceFor(library, 'lengths', () => new Map([...library.claims.values()].map((claim) => [claim, claim.id.length])));
  const digestOf = async (given: Library, isSettled: boolean) => {
    const noted = notedLibrary(given);
    if (!isSettled) lengths(noted.library);
    await noted.settling(async () => lengths(noted.library));
    return noted.digestOf('once/lengths');
  };
  const claim = given.claims.get(id) ?? fail();
  const rated = new Map(given.claims).set(id, { ...claim, statement: { html: 'Other', text: 'Other' } });
  const renamed = new Map(given.claims).set(id, { ...claim, id: `${id}-again` });
  const settled = await digestOf(given, true);
  expect(settled).toBeDefined();
  expect(await digestOf({ ...given, claims: rated }, true)).toBe(settled);
  expect(await digestOf({ ...given, claims: renamed }, true)).not.toBe(settled);
  expect(await digestOf(given, false)).toBeUndefined();
});

test('a digest changes with what it stands for, and with nothing else', async () => {
  const same = notedLibrary((await readLibrary(readSettings({ CONTENT_DIR: agedContent }))).library);
  for (const name of [`annotations/${id}`, 'claims', '#claims', 'site', 'annotations/nobody', 'people/ada-example']) {
    expect(same.digestOf(name), name).toBe(noted.digestOf(name));
  }
  const claim = given.claims.get(id);
  const changed = claim && { ...claim, statement: { html: 'Other', text: 'Other' } };
  const other = notedLibrary({ ...given, claims: new Map(given.claims).set(id, changed ?? fail()) });
  expect(other.digestOf(`annotations/${id}`)).not.toBe(noted.digestOf(`annotations/${id}`));
  expect(other.digestOf('claims')).toBe(noted.digestOf('claims'));
  expect(other.digestOf('annotations/one-match')).toBe(noted.digestOf('annotations/one-match'));
});

test('each part of what is known of an annotation is part of its digest', () => {
  const nothing = noted.digestOf('annotations/nobody');
  const without = <Field extends 'claims' | 'withdrawals' | 'formerIds'>(field: Field, id: string) => {
    const entries = new Map<string, unknown>(given[field]);
    expect(entries.delete(id), `${field}/${id}`).toBe(true);
    return notedLibrary({ ...given, [field]: entries }).digestOf(`annotations/${id}`);
  };
  for (const field of ['claims', 'withdrawals', 'formerIds'] as const) {
    const [one = fail()] = given[field].keys();
    expect(noted.digestOf(`annotations/${one}`), field).not.toBe(nothing);
    expect(without(field, one), field).not.toBe(noted.digestOf(`annotations/${one}`));
  }
  const revision = (one: string) => (one === id ? 77 : given.revision(one));
  expect(notedLibrary({ ...given, revision }).digestOf(`annotations/${id}`)).not.toBe(
    noted.digestOf(`annotations/${id}`),
  );
  const history = (one: string) => (one === id ? [] : given.history(one));
  expect(notedLibrary({ ...given, history }).digestOf(`annotations/${id}`)).not.toBe(
    noted.digestOf(`annotations/${id}`),
  );
});

test('where something stands in its file is no part of a digest, and no page can say it', () => {
  expect(() => noted.library.claims.get(id)?.place).toThrow(/for messages/);
  const claim = given.claims.get(id) ?? fail();
  const moved = { ...claim, place: { ...claim.place, start: { line: 99, column: 1, offset: 999 } } };
  const other = notedLibrary({ ...given, claims: new Map(given.claims).set(id, moved) });
  expect(other.digestOf(`annotations/${id}`)).toBe(noted.digestOf(`annotations/${id}`));
});

function fail(): never {
  throw new Error(`no claim ${id}`);
}
