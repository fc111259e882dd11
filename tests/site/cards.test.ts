import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeCollection } from '../../bench/search/generated-collection.ts';
import { createLibrary } from '../../src/core/library/create-library.ts';
import { createRoutes } from '../../src/core/model/routes.ts';
import type { Card } from '../../src/site/cards/card.ts';
import { createCardStore } from '../../src/site/cards/card-store.ts';
import { canSet } from '../../src/site/cards/coverage.ts';
import { cardSize, cardStyle, drawCard, layOut } from '../../src/site/cards/draw-card.ts';
import { plannedCards, shownCard, veryMany } from '../../src/site/cards/plan.ts';
import { createRenderer, readType } from '../../src/site/cards/type.ts';
import { filesIn } from './dead-links.ts';
import { runCommand } from './run-command.ts';

const plain: Card = {
  kicker: ['The series says', 'Trotsky, 2017'],
  by: 'work',
  text: 'Parvus paid for Trotsky’s rise.',
  as: 'statement',
  stamp: { word: 'False', sign: 'saltire' },
  site: 'On the Record',
};
const review: Card = { ...plain, by: undefined, stamp: undefined, as: 'poster', line: '3 claims checked', strip: [] };
const sentence = 'The quick brown fox jumps over the lazy dog and keeps on running through the forest. ';
const word = 'Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const bars = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ sign: 'saltire', below: n % 2 > 0 }) as const);

describe('whatever a card says, it stays on the card', () => {
  let renderer: Awaited<ReturnType<typeof createRenderer>>;
  beforeAll(async () => {
    renderer = await createRenderer(readType());
  });

  test.for<[string, Card]>([
    ['a statement', plain],
    ['one of two letters', { ...plain, text: 'No' }],
    ['one of a thousand words', { ...plain, text: sentence.repeat(60) }],
    ['long words', { ...plain, text: `${word} ${word} ${word}` }],
    ['Cyrillic', { ...plain, text: 'Троцкий, а не Ленин, решил судьбу царской семьи. '.repeat(4) }],
    ['a long verdict', { ...plain, stamp: { word: 'Unsupported by any source whatever', sign: 'ring' } }],
    ['a long speaker', { ...plain, kicker: [word, word] }],
    ['a long name of the site', { ...plain, site: word }],
    ['no work', { ...plain, kicker: ['The review says', ''] }],
    ['a review', { ...review, strip: bars(40) }],
    ['a review of one claim', { ...review, text: 'Troy', strip: bars(1) }],
    ['a review of very many', { ...review, text: sentence, line: sentence, strip: bars(700) }],
    ['a site', { ...review, kicker: ['', ''], text: sentence, line: sentence.repeat(9) }],
  ])('%s', async ([, card]) => {
    const { children } = await renderer.measure(await layOut(renderer, card), { ...cardSize, css: [cardStyle(card)] });
    const heights = children.map(({ height, transform }) => transform[5] + height);
    expect(Math.max(...heights)).toBeLessThanOrEqual(cardSize.height);
    for (const [index, { transform }] of children.entries()) {
      expect(transform[5]).toBeGreaterThanOrEqual(heights[index - 1] ?? 0); // nothing stands on anything else
    }
    const png = await drawCard(renderer, card);
    expect(png.length).toBeLessThan(60_000);
    expect(png).toEqual(await drawCard(renderer, card));
  });
});

test('text the site has no letters for is known', () => {
  expect(canSet('Троцкий in Łódź, “1917” – Ἑλλάς'.normalize('NFC').replace('Ἑ', 'Ε'))).toBe(true);
  expect(canSet('毛泽东')).toBe(false);
});

test('a site of which nothing can be drawn is built without cards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-cards-'));
  const content = join(folder, 'content');
  cpSync('tests/fixtures/sites/tiny', content, { recursive: true });
  const site = readFileSync(join(content, 'site.yaml'), 'utf8').replace(
    /^(title|tagline|description):.*$/gm,
    '$1: 歷史',
  );
  writeFileSync(join(content, 'site.yaml'), `${site}\ncards: none\n`);
  const dir = join(folder, 'dist');
  const { code, stderr } = await runCommand('build', { CONTENT_DIR: content, DIST_DIR: dir });
  expect(code, stderr).toBe(0);
  expect(filesIn(dir)).toContain('index.html');
  expect(filesIn(dir).filter((file) => file.startsWith('cards/'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

describe('a card that was drawn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is not drawn again until it says something else', async () => {
    const first = await createCardStore(folder).get(plain);
    const second = await createCardStore(folder).get({ ...plain });
    const other = await createCardStore(folder).get({ ...plain, text: 'Parvus paid.' });
    expect([first, second, other].map(({ isNew }) => isNew)).toEqual([true, false, true]);
    expect(second.path).toBe(first.path);
    expect(readFileSync(other.path)).not.toEqual(readFileSync(first.path));
  });
});

test('on a very large site only reviews have cards, and annotations are shown with those, unless it asks for all', () => {
  const routes = createRoutes('https://large.example', '/');
  const planned = (site: string) => {
    const { content } = makeCollection(veryMany / 2 + 10);
    const references = new Map([...content.references, ['site.yaml', `${content.references.get('site.yaml')}${site}`]]);
    return createLibrary({ ...content, references }, { routes }).library;
  };
  const large = planned('');
  expect(plannedCards(large).size).toBe(1 + large.reviews.size);
  expect(shownCard(large, routes, '/claims/claim-7/')).toEqual(shownCard(large, routes, '/reviews/review-0/'));
  expect(shownCard(large, routes, '/claims/')).toEqual(shownCard(large, routes, '/'));
  const all = planned('cards: all\n');
  expect(plannedCards(all).size).toBe(1 + all.reviews.size + 2 * (veryMany / 2 + 10));
  expect(shownCard(all, routes, '/claims/claim-7/')?.address).toContain('/cards/claims/claim-7.png');
});

describe.for(['tiny', 'tinyBelow', 'real'] as const)('the pages of the site %s', (name) => {
  const { dir, origin, base } = inject(name);
  const pages = filesIn(dir).filter((file) => file.endsWith('.html') && !file.startsWith('embed/'));
  const tagsOf = (file: string) => {
    const tags = new Map<string, string>();
    visit(fromHtml(readFileSync(join(dir, file), 'utf8')), 'element', ({ tagName, properties }) => {
      const key = properties['property'] ?? properties['name'];
      if (tagName === 'meta' && key) tags.set(String(key), String(properties['content']));
    });
    return tags;
  };

  test('each name a picture of the right size, in words as well', () => {
    for (const file of pages) {
      const tags = tagsOf(file);
      const image = tags.get('og:image') ?? '';
      expect(image, file).toMatch(new RegExp(`^${RegExp.escape(origin + base)}cards/.*\\.png\\?v=[0-9a-f]{8}$`));
      const png = readFileSync(join(dir, new URL(image).pathname.slice(base.length)));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual([1200, 630]);
      expect(png.length, image).toBeLessThan(45_000);
      for (const tag of ['og:title', 'og:description', 'og:image:alt', 'og:type', 'og:site_name', 'twitter:card']) {
        expect(tags.get(tag), `${tag} in ${file}`).toBeTruthy();
      }
    }
  });

  test('have one of their own where somebody made a claim', () => {
    const own = pages.filter((file) => /^(claims|reviews|facts)\/[^/]+\/index\.html$/.test(file));
    const shared = own.filter((file) => !/cards\/(claims|reviews|facts)\//.test(tagsOf(file).get('og:image') ?? ''));
    expect(shared.filter((file) => !/^claims\/(page|verdict|decade)\//.test(file))).toEqual([]);
    expect(tagsOf('index.html').get('og:image')).toContain('/cards/site.png');
  });
});
