import * as fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { matchPosition, matchQuote } from '../../src/core/markdown/selectors.ts';
import { textOf } from '../../src/core/markdown/text-of.ts';
import { isError } from '../../src/core/messages/message.ts';
import type { ReviewEntry } from '../../src/core/model/library.ts';
import { type ArbitraryReview, arbitraryReview } from '../harness/arbitrary-review.ts';
import { check, frontMatter } from '../harness/fixture-content.ts';

const path = 'reviews/smoke.md';
const slow = { timeout: 60_000 };

/** Found by chance once, and kept. */
const found: Readonly<Record<string, string>> = {
  'a carriage return that HTML would read as a line feed': 'One &#13; two :claim[three]{#a}.',
  'text of a mark that stands on the page more than once': ':claim[x]{#a} x :claim[x]{#a} x x',
  'a mark in a mark of the same passage': ':claim[:claim[x]{#a}]{#a}',
  'marks in the same link': '[:claim[x]{#a} and :claim[y]{#a}](/x)',
  'raw HTML round a mark': '<b>:claim[x]{#a}</b> and <i>y</i>',
  'text behind a block of HTML': '<div>x</div> y\n\n:claim[z]{#a}',
  'a line feed at the beginning of raw preformatted text': '<pre>\n\nx</pre>\n\n:claim[y]{#a}',
  'a definition that a list was made for': '- x\n\n- :claim[y]{#a}',
};

const kept = Object.entries(found).map(([name, prose]): [string, ArbitraryReview] => {
  const marks = [...prose.matchAll(/\{#a\}/g)].map(() => 'a');
  const text = `${frontMatter}${prose}\n\n:::claim{#a by=work verdict=disputed confidence=low}\nIt is.\n:::\n\n:::fact{#b supports=a}\nIt is [@porter].\n:::\n`;
  return [name, { text, claims: ['a'], facts: ['b'], marks }];
});

describe('no annotation is lost between source, review and library', () => {
  it.each(kept)('%s', (_, review) => expectNothingLost(review));
  it('in any review', slow, () => fc.assert(fc.property(arbitraryReview, expectNothingLost), { numRuns: 150 }));
});

describe('each selector finds exactly its passage', () => {
  it.each(kept)('%s', (_, review) => expectSelectorsToFind(review));
  it('in any review', slow, () => fc.assert(fc.property(arbitraryReview, expectSelectorsToFind), { numRuns: 150 }));
});

function expectNothingLost({ text, claims, facts, marks }: ArbitraryReview): void {
  const { library, messages } = check({ [path]: text });
  expect(messages.filter(isError)).toEqual([]);
  expect([...library.claims.keys()].sort()).toEqual([...claims].sort());
  expect([...library.facts.keys()].sort()).toEqual([...facts].sort());
  const review = theReview(library.reviews);
  const passages = review.blocks.flatMap((block) => block.passages);
  expect(passages.map((passage) => passage.annotation).sort()).toEqual([...marks].sort());
  expect(new Set(passages.map((passage) => passage.fragment)).size).toBe(passages.length);
  for (const [index, block] of review.blocks.entries()) {
    const ids = marksIn(block.html).map((element) => String(element.properties['id']));
    expect(ids).toEqual(block.passages.map((passage) => passage.fragment));
    expect(block.passages.every((passage) => passage.block === index)).toBe(true);
  }
  for (const claim of library.claims.values()) {
    expect(claim.passages.length).toBe(marks.filter((id) => id === claim.id).length);
    expect(claim.evidence.map(({ fact }) => fact.id)).toEqual([facts[claims.indexOf(claim.id)]]);
  }
}

function expectSelectorsToFind({ text }: ArbitraryReview): void {
  const { library } = check({ [path]: text });
  const { blocks } = theReview(library.reviews);
  const trees = blocks.map(({ html }) => fromHtml(html, { fragment: true }));
  const whole = trees.map((tree) => `${textOf(tree)}\n`).join('');
  expect(whole).toBe(blocks.map((block) => `${block.text}\n`).join(''));
  for (const [index, block] of blocks.entries()) {
    for (const { fragment, quote, position } of block.passages) {
      const element = marksIn(trees[index] ?? block.html).find((one) => one.properties['id'] === fragment);
      expect(element && textOf(element)).toBe(quote.exact);
      expect(matchPosition(whole, position)).toBe(quote.exact);
      expect(matchQuote(whole, quote)).toHaveLength(1);
      const [[start, end] = [0, 0]] = matchQuote(whole, quote);
      expect([...whole.slice(0, start)].length).toBe(position.start);
      expect([...whole.slice(0, end)].length).toBe(position.end);
    }
  }
}

function theReview(reviews: ReadonlyMap<string, ReviewEntry>): ReviewEntry {
  const review = reviews.get('smoke');
  if (!review) throw new Error('the review is not in the library');
  return review;
}

/** The marks of a page, in the order of the document. */
function marksIn(page: string | Nodes): Element[] {
  const found: Element[] = [];
  visit(typeof page === 'string' ? fromHtml(page, { fragment: true }) : page, 'element', (element) => {
    if (element.tagName === 'mark' && element.properties['dataAnnotation'] !== undefined) found.push(element);
  });
  return found;
}
