import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDescriber, matchPosition, matchQuote } from '../../../src/core/markdown/selectors.ts';

describe('the selectors of a stretch of text', () => {
  it('count in code points', () => {
    const text = '🔥🔥 in a bakery 🔥';
    const start = text.indexOf('in');
    expect(createDescriber(text)(start, start + 'in a bakery'.length)).toEqual({
      quote: { type: 'TextQuoteSelector', exact: 'in a bakery', prefix: '🔥🔥 ', suffix: ' 🔥' },
      position: { type: 'TextPositionSelector', start: 3, end: 14 },
    });
  });

  it('have as much context as makes the quote unique', () => {
    const text = `${'x'.repeat(100)}y${'x'.repeat(100)}`;
    const { quote } = createDescriber(text)(20, 21);
    expect(quote.exact).toBe('x');
    expect(quote.prefix.length + quote.suffix.length).toBeGreaterThan(64);
    expect(matchQuote(text, quote)).toEqual([[20, 21]]);
  });

  it('never cut a character in two', () => {
    const text = `${'🔥'.repeat(40)}in a bakery${'🔥'.repeat(40)}`;
    const { quote } = createDescriber(text)(80, 91);
    expect(quote.prefix).toBe('🔥'.repeat(16));
    expect(quote.suffix).toBe('🔥'.repeat(16));
  });

  it('find it, and nothing else, in any text', { timeout: 60_000 }, () => {
    const texts = fc.array(fc.constantFrom('a', 'b', ' ', '🔥', 'e\u0301', '\n'), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (pieces, from, length) => {
        const first = from % pieces.length;
        const before = pieces.slice(0, first).join('');
        const exact = pieces.slice(first, first + 1 + (length % 10)).join('');
        const text = pieces.join('');
        const { quote, position } = createDescriber(text)(before.length, before.length + exact.length);
        expect(quote.exact).toBe(exact);
        expect(matchQuote(text, quote)).toEqual([[before.length, before.length + exact.length]]);
        expect(matchPosition(text, position)).toBe(exact);
      }),
      { numRuns: 500 },
    );
  });
});
