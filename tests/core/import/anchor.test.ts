import { expect, it } from 'vitest';
import { anchor, haystackOf } from '../../../src/core/import/anchor.ts';
import { createRandom } from '../../harness/random.ts';
import { realReviewText } from '../../harness/real-review.ts';

/** 200 quotations of each length, from the real review, in a text that was edited after they were made. */
const lengths = [1, 2, 3, 5, 8, 12, 25];
const fillers = ['really', 'quite', 'perhaps', 'indeed', 'moreover', 'then', 'also', 'extraordinarily'];
const text = realReviewText();
const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)];

interface Quoted {
  readonly exact: string;
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

function quotations(length: number, count: number): Quoted[] {
  const random = createRandom(length);
  return Array.from({ length: count }, () => {
    const first = random.below(words.length - length);
    const [start = 0, last] = [words[first]?.index, words[first + length - 1]];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    return { exact: text.slice(start, end), start, before: text.slice(0, start), after: text.slice(end) };
  });
}

function anchorIn(now: string, { exact, before, after }: Quoted, context: number) {
  const [prefix, suffix] = [context ? before.slice(-context) : '', after.slice(0, context)];
  return anchor(haystackOf(now), { type: 'TextQuoteSelector', exact, prefix, suffix });
}

it.each(lengths)('a quotation of %i words is found where it stands, by its surroundings', (length) => {
  for (const quoted of quotations(length, 25)) {
    const found = anchorIn(text, quoted, 32);
    expect(found, quoted.exact).toMatchObject({ outcome: 'anchored', quality: 1 });
    if (found.outcome === 'anchored') expect(found.passage.start).toBe(quoted.start);
  }
});

it.each(lengths)('a quotation of %i words that was deleted is never found elsewhere', (length) => {
  for (const quoted of quotations(length, 25)) {
    expect(anchorIn(quoted.before + quoted.after, quoted, 32).outcome, quoted.exact).toBe('orphaned');
  }
});

it.each([8, 12, 25])(
  'of %i words with one slip of the pen or one word more, at least 99 in 100 are found',
  (length) => {
    const random = createRandom(length + 100);
    const outcomes = quotations(length, 40).map((quoted, index) => {
      const { exact, before, after, start } = quoted;
      const at = random.below(exact.length);
      const parts = exact.split(' ');
      parts.splice(1 + random.below(parts.length - 1), 0, fillers[index % fillers.length] ?? '');
      const edited = index % 2 === 0 ? `${exact.slice(0, at)}x${exact.slice(at + 1)}` : parts.join(' ');
      const found = anchorIn(before + edited + after, quoted, index % 3 === 0 ? 0 : 32);
      return found.outcome === 'anchored' && Math.abs(found.passage.start - start) <= 12;
    });
    expect(outcomes.filter(Boolean).length / outcomes.length).toBeGreaterThanOrEqual(0.99);
  },
);

it('what stands twice is ambiguous without its surroundings, and clear with them', () => {
  const twice =
    'First the fire was put out with water. Then they slept. Again the fire was put out with water. Then they ate.';
  const exact = 'the fire was put out with water';
  const quote = { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } as const;
  expect(anchor(haystackOf(twice), quote)).toMatchObject({
    outcome: 'ambiguous',
    passages: [{ start: twice.indexOf(exact) }, { start: twice.lastIndexOf(exact) }],
  });
  expect(anchor(haystackOf(twice), { ...quote, suffix: '. Then they ate' })).toMatchObject({
    passage: { start: twice.lastIndexOf(exact) },
  });
});

it('a selection that begins and ends inside words stands for the whole words', () => {
  const quote = {
    type: 'TextQuoteSelector',
    exact: 'ire was put out with wat',
    prefix: 'the f',
    suffix: 'er. Then',
  } as const;
  const found = anchor(haystackOf('They say the fire was put out with water. Then they slept.'), quote);
  expect(found).toEqual({ outcome: 'anchored', passage: { start: 13, end: 40 }, quality: 1 });
});

it('typewriter signs find typographic ones, and the marks round a quotation come with it', () => {
  const exact = '"It\'s out - at last," he said';
  const found = anchor(haystackOf('So “It’s out – at last,” he said.'), {
    type: 'TextQuoteSelector',
    exact,
    prefix: 'So ',
    suffix: '.',
  });
  expect(found).toEqual({ outcome: 'anchored', passage: { start: 3, end: 32 }, quality: 1 });
});
