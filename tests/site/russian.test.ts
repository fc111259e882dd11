import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, inject, test } from 'vitest';
import { wordsFor } from '../../src/site/text.ts';
import { filesIn } from './dead-links.ts';

const words = wordsFor('ru-RU');

test.for([
  [1, '1 утверждение', '1 факт', '1 серия'],
  [2, '2 утверждения', '2 факта', '2 серии'],
  [5, '5 утверждений', '5 фактов', '5 серий'],
  [11, '11 утверждений', '11 фактов', '11 серий'],
  [21, '21 утверждение', '21 факт', '21 серия'],
  [112, '112 утверждений', '112 фактов', '112 серий'],
] as const)('%i takes its own form of a noun', ([count, claims, facts, episodes]) => {
  expect([words.count.claims(count), words.count.facts(count), words.count.episodes(count)]).toEqual([
    claims,
    facts,
    episodes,
  ]);
});

describe('a site in Russian', () => {
  const { dir } = inject('russian');
  const pages = filesIn(dir).filter((file) => file.endsWith('.html'));
  const treeOf = (file: string) => fromHtml(readFileSync(join(dir, file), 'utf8'));

  test('has pages of every kind, each said to be Russian', () => {
    expect(pages.length).toBeGreaterThan(30);
    for (const file of pages) expect(readFileSync(join(dir, file), 'utf8'), file).toContain('<html lang="ru"');
  });

  test('says nothing in English, to the eye or to a screen reader', () => {
    const english = pages.flatMap((file) =>
      said(treeOf(file))
        .filter(isEnglish)
        .map((text) => `${file}: ${text}`),
    );
    expect(english).toEqual([]);
  });

  test('counts, names and quotes as Russian does', () => {
    const textOf = (file: string) => said(treeOf(file)).join(' ');
    expect(textOf('index.html')).toContain('5 утверждений проверено');
    expect(textOf('claims/index.html')).toContain('5 утверждений: у каждого есть оценка');
    expect(textOf('sources/index.html')).toContain('2 источника');
    expect(textOf('sources/index.html')).toContain('«Вахтенный журнал маяка»');
    expect(textOf('claims/bogdan-saved-the-ship/index.html')).toContain('октябрь 1904');
  });
});

/** The texts of a page, and the attributes that are read out or shown; code is left out. */
function said(node: Nodes): string[] {
  if (node.type === 'text') return [node.value.trim()];
  if (!('children' in node)) return [];
  if (node.type === 'element' && /^(?:script|style|pre|code|template)$/.test(node.tagName)) return [];
  const { ariaLabel, title, placeholder, alt } = node.type === 'element' ? node.properties : {};
  const shown = [ariaLabel, title, placeholder, alt].filter((value): value is string => typeof value === 'string');
  return [...shown, ...node.children.flatMap(said)];
}

/** Two words in Latin letters in a row, the second in small ones; addresses, names of formats and code to copy aside. */
function isEnglish(text: string): boolean {
  return /[A-Za-z]{3,}\s+[a-z]{2,}/.test(text) && !/https?:/.test(text);
}
