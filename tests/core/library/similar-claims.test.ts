import { describe, expect, it } from 'vitest';
import { similarClaims } from '../../../src/core/library/similar-claims.ts';
import { check, frontMatter } from '../../harness/fixture-content.ts';

const statements: Readonly<Record<string, string>> = {
  first: 'Robert Hubert threw a fire ball through the window of the bakery.',
  again: 'Robert Hubert threw the fire ball through a bakery window.',
  denied: 'Robert Hubert never threw a fire ball through the window of the bakery.',
  other: 'Robert Hubert was hanged for a fire he did not light.',
};

function similar(ids: readonly string[], attributes: Readonly<Record<string, string>> = {}): string[] {
  const claims = ids.map(
    (id) =>
      `:claim[x]{#${id}}\n\n:::claim{#${id} by=work verdict=false confidence=low ${attributes[id] ?? ''}}\n${statements[id]}\n:::\n`,
  );
  const fact = `:::fact{#f refutes="${ids.join(' ')}"}\nHis ship came too late [@porter].\n:::\n`;
  const { library } = check({ 'input.md': `${frontMatter}${claims.join('\n')}\n${fact}` });
  return similarClaims(library).map(({ found }) => found);
}

describe('claims that say nearly the same', () => {
  it('are reported once, at the later one, with the nearest before it', () => {
    expect(similar(['first', 'again'])).toEqual(['a claim (`again`) that says nearly what `first` says']);
    expect(similar(['first', 'denied', 'other'])).toEqual(['a claim (`denied`) that says nearly what `first` says']);
  });

  it('are none when they only share names', () => {
    expect(similar(['first', 'other'])).toEqual([]);
  });

  it('are none when one knows of the other', () => {
    expect(similar(['first', 'again'], { again: 'see=first' })).toEqual([]);
    expect(similar(['first', 'again'], { first: 'see=again' })).toEqual([]);
  });
});
