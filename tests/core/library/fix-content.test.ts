import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../../../src/core/library/create-library.ts';
import { fixContent } from '../../../src/core/library/fix-content.ts';
import { isError, type Message } from '../../../src/core/messages/message.ts';
import { brokenInputs, soundReview } from '../../harness/broken-inputs.ts';
import { checkReview, references } from '../../harness/fixture-content.ts';

function check({ reviews }: ContentFiles): readonly Message[] {
  return reviews.flatMap(({ path, value }) => checkReview(value, path));
}

function contentOf(text: string): ContentFiles {
  return { references, reviews: [{ path: 'reviews/input.md', value: text }], pages: [] };
}

function fix(text: string) {
  const { content, fixed } = fixContent(contentOf(text), check);
  return { text: content.reviews[0]?.value ?? '', fixed, messages: check(content) };
}

const mended = brokenInputs.map((input) => ({ ...input, result: fix(input.text) }));

describe('mending what needs no judgement', () => {
  it('leaves a sound review as it is', () => {
    expect(fix(soundReview)).toEqual({ text: soundReview, fixed: [], messages: [] });
  });

  it.each([
    ['capitals in an id', /\{#fire-in-a-bakery\}\./, '{#Fire-in-a-Bakery}.'],
    ['an id in another spelling everywhere', /fire-in-a-bakery/g, 'Fire_in_a_bakery'],
    ['spaces in an id', /\{#fire-in-a-bakery\}\./, '{#fire in a bakery}.'],
    ['an id without its hash', /\{#fire-in-a-bakery\}\./, '{fire-in-a-bakery}.'],
    ['a non-breaking space between attributes', / verdict=/, '\u00A0verdict='],
    ['a space before the brace', /:::claim\{/, ':::claim {'],
    ['typographic quotation marks', /verdict=accurate/, 'verdict=“accurate”'],
    ['two colons before a mark', /:claim\[/, '::claim['],
    ['a mark in capitals', /:claim\[/, ':Claim['],
    ['a block in capitals', /:::claim/, ':::Claim'],
    ['a verdict in capitals', /verdict=accurate/, 'verdict=Accurate'],
    ['an attribute in capitals', /verdict=/, 'Verdict='],
    ['a comma behind an attribute', /by=work /, 'by=work, '],
  ])('mends %s', (_name, from, to) => {
    const broken = soundReview.replace(from, to);
    expect(broken).not.toBe(soundReview);
    const { text, fixed, messages } = fix(broken);
    expect(messages).toEqual([]);
    expect(fixed.length).toBeGreaterThan(0);
    expect(text.replaceAll('"', '')).toBe(soundReview.replaceAll('"', ''));
  });

  it('adds a block for a mark that has none, and leaves its verdict to a person', () => {
    const { text, messages } = fix(`${soundReview}\nAnd :claim[six *people*\ndied]{#six-dead}.\n`);
    expect(text).toMatch(/died\]\{#six-dead\}\.\n\n:::claim\{#six-dead by=work\}\nsix people died\n:::\n$/);
    expect(messages.map(({ rule, found }) => [rule, found])).toEqual([
      ['missing-attribute', 'a claim without `verdict`'],
      ['missing-attribute', 'a claim without `confidence`'],
    ]);
  });

  it('adds one block for each of several marks', () => {
    const { text } = fix(`${soundReview}\n:claim[Six]{#six} :fact[eight]{#eight} :claim[six]{#six} died.\n`);
    expect(text.match(/^:::(?:claim\{#six by=work|fact\{#eight)\}$/gm)).toHaveLength(2);
  });

  it('never gives two things one id', () => {
    const claim = /:::claim[\s\S]*?\n:::\n/.exec(soundReview)?.[0] ?? '';
    const twice = `${soundReview}\n${claim.replace('fire-in-a-bakery', 'Fire-in-a-bakery')}`;
    const { text, messages } = fix(twice);
    expect(text).toBe(twice);
    expect(messages.map(({ rule }) => rule)).toEqual(['malformed-id']);
  });

  it.each(mended)('$name: once is enough, and no new kind of mistake comes in', ({ text, result }) => {
    expect(fix(result.text).text).toBe(result.text);
    const before = new Set(check(contentOf(text)).map(({ rule }) => rule));
    const asked = new Set(['missing-attribute', 'fact-without-claim', 'fact-without-citation']);
    const stubs = result.fixed.some(({ rule }) => rule === 'mark-without-definition');
    const added = result.messages
      .filter(isError)
      .filter(({ rule }) => !before.has(rule) && !(stubs && asked.has(rule)));
    expect(added).toEqual([]);
  });

  it('mends a fair share of the mistakes there are', () => {
    const whole = mended.filter(({ result }) => result.messages.length === 0 && result.fixed.length > 0);
    expect(whole.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "mark: two colons",
        "mark: name in upper case",
        "mark: no hash",
        "mark: id in upper case",
        "mark: spaces in the id",
        "mark: capitals in the id",
        "mark: underscores in the id",
        "mark: dot in the id",
        "mark: quotation marks round the id",
        "mark: three colons",
        "mark: colon of another script",
        "mark: id with dashes for hyphens",
        "block: name in upper case",
        "block: two colons",
        "block: one colon",
        "block: no colon",
        "block: space before the name",
        "block: space before the brace",
        "block: typographic quotation marks",
        "block: comma between attributes",
        "attribute: in upper case",
        "value: verdict in upper case",
        "value: person with capitals",
        "id: without its sign",
        "id: capitals in it",
        "id: spaces in it",
        "id: comma behind it",
        "id: named like a part of every object",
      ]
    `);
  });
});
