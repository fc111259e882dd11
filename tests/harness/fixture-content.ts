import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createHistories } from '../../src/core/ledger/histories.ts';
import { collect } from '../../src/core/library/collect.ts';
import { type ContentFiles, createLibrary } from '../../src/core/library/create-library.ts';
import { parseReferences } from '../../src/core/library/parse-references.ts';
import { type Parsed, parseReview } from '../../src/core/markdown/parse-review.ts';
import { inOrder, type Message } from '../../src/core/messages/message.ts';
import type { KnownImage } from '../../src/core/model/image.ts';
import type { Library } from '../../src/core/model/library.ts';
import type { Review } from '../../src/core/model/review.ts';
import { createRoutes } from '../../src/core/model/routes.ts';
import { referenceFiles } from '../../src/site/read-content.ts';

export const fixtures = resolve(import.meta.dirname, '../fixtures');

/** The fixtures' site is hosted below a path, so that every link that forgets it shows. */
export const routes = createRoutes('https://smoke.example', '/smoke/');

/** The reference files of `tests/fixtures/references`, about the Great Fire of London. */
export const references: ReadonlyMap<string, string> = new Map(
  namesIn(join(fixtures, 'references')).map((name) => [name, readFileSync(join(fixtures, 'references', name), 'utf8')]),
);

/** Front matter that is in order, for texts that are about something else. */
export const frontMatter = `---
title: Smoke without a record
description: A review for trying things out.
work: pudding-lane
author: A. Reader
published: 2026-09-02
---

`;

/** The pictures of the fixtures: no more is known of them anywhere in the core. */
export const images: ReadonlyMap<string, KnownImage> = new Map<string, KnownImage>([
  ['i:j.png', { path: 'i:j.png', width: 40, height: 30, digest: '22222222', fallback: 'png' }],
  ['map.png', { path: 'map.png', width: 1600, height: 1200, digest: '00000000', fallback: 'png' }],
  ['maps/leake.jpg', { path: 'maps/leake.jpg', width: 900, height: 600, digest: '11111111', fallback: 'jpeg' }],
  [
    'fire.gif',
    { path: 'fire.gif', found: 'image `fire.gif` in a format that is not shown', expected: 'JPEG, PNG, WebP or AVIF' },
  ],
]);

/** What the check says of a site, and what became of it. */
export interface Checked {
  readonly library: Library;
  readonly messages: readonly Message[];
}

/** Checks a site of these reviews (path to text) and the fixtures' reference files, or others in their place. */
export function check(
  reviews: Readonly<Record<string, string>>,
  otherReferences: ReadonlyMap<string, string> = new Map(),
  ledger?: string,
  isTextOnly?: boolean,
): Checked {
  const content: ContentFiles = {
    references: new Map([...references, ...otherReferences]),
    reviews: Object.entries(reviews).map(([path, value]) => ({ path, value })),
    pages: [],
    images,
    ledger: ledger === undefined ? undefined : { path: 'ledger.jsonl', value: ledger },
  };
  return createLibrary(content, { routes, isTextOnly });
}

export const parsedReferences = parseReferences(references, routes).references;

/** Parses one text against the fixtures' reference files, without looking at what refers to what. */
export function parse(value: string, path = 'input.md'): Parsed {
  return parseReview({ path, value }, { references: parsedReferences, routes, images });
}

/** Parses prose that stands behind front matter in order; throws when it gives no review. */
export function parseProse(markdown: string): { readonly review: Review; readonly messages: readonly Message[] } {
  const { review, messages } = parse(frontMatter + markdown);
  if (!review) throw new Error('the front matter of the harness is out of order');
  return { review, messages: inOrder(messages) };
}

/** What the check says of one review and of what refers to what in it, with reference files that were read once. */
export function checkReview(value: string, path = 'input.md'): readonly Message[] {
  const parsed = parse(value, path);
  return inOrder([
    ...parsed.messages,
    ...collect(parsedReferences, [parsed], { examples: [], questions: [] }, createHistories([])).messages,
  ]);
}

/** Reads a folder of fixtures: its Markdown files are reviews, other files stand in for the shared reference files. */
export function readFixture(folder: string, isTextOnly?: boolean): Checked {
  const files = readdirSync(folder).sort();
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const reviews = files.filter((name) => name.endsWith('.md'));
  return check(
    Object.fromEntries(reviews.map((name) => [name, text(name)])),
    new Map(namesIn(folder).map((name) => [name, text(name)])),
    existsSync(join(folder, 'ledger.jsonl')) ? text('ledger.jsonl') : undefined,
    isTextOnly,
  );
}

function namesIn(folder: string): string[] {
  return referenceFiles.filter((name) => existsSync(join(folder, name)));
}

/** The folders of fixtures of a kind, by name. */
export function fixtureFolders(kind: string): string[] {
  return readdirSync(join(fixtures, kind), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
