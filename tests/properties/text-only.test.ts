import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../src/core/ledger/pending.ts';
import { arbitraryReview } from '../harness/arbitrary-review.ts';
import { type Checked, check, fixtureFolders, fixtures, frontMatter, readFixture } from '../harness/fixture-content.ts';

/** Where citations stand that are formatted, and where they are not. */
const cited = `${frontMatter}So says :claim[one [@porter, p. 3] of them]{#a}, and :fact[another]{#b} [@porter].

:::claim{#a by=work verdict=disputed confidence=high}
It is as [@porter, p. 12] says, ${'word '.repeat(16)}.

The film shows it [see @porter, pp. 3--4 for all; @nobody].
:::

:::fact{#b supports=a}
It is [@porter, p. 3] and ${'was '.repeat(27)} so [@porter]. It was told [@nobody].
:::
`;

describe('a check of the text alone says what a check of all says, and would record the same', () => {
  it.each(fixtureFolders('rules'))('of the fixture %s', (name) => {
    const folder = join(fixtures, 'rules', name);
    expect(saidOf(readFixture(folder, true))).toEqual(saidOf(readFixture(folder)));
  });

  it('where there are citations in a passage, a statement, what follows it, a fact and prose', () => expectSame(cited));

  it('of any review', { timeout: 60_000 }, () =>
    fc.assert(
      fc.property(arbitraryReview, ({ text }) => expectSame(text)),
      { numRuns: 40 },
    ),
  );
});

function expectSame(text: string): void {
  const reviews = { 'reviews/smoke.md': text };
  expect(saidOf(check(reviews, new Map(), undefined, true))).toEqual(saidOf(check(reviews)));
}

function saidOf({ library, messages }: Checked) {
  return { messages, pending: differences([], library).pending };
}
