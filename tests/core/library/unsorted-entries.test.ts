import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportUnsorted } from '../../../src/core/library/unsorted-entries.ts';
import { applyFixes } from '../../../src/core/messages/apply-fixes.ts';
import { type Message, reportTo } from '../../../src/core/messages/message.ts';

function sorted(text: string): { readonly text: string; readonly messages: readonly Message[] } {
  const messages: Message[] = [];
  reportUnsorted('people.yaml', text, reportTo(messages));
  return {
    messages,
    text: applyFixes(
      text,
      messages.flatMap(({ fix }) => fix ?? []),
    ),
  };
}

describe('the entries of a file in the order of their keys', () => {
  it('says nothing of one that is sorted, empty, or no list of entries', () => {
    for (const text of ['', 'a: 1\nb: 2\n', '# only words\n', '- b\n- a\n', '{ b: 1, a: 2 }\n'])
      expect(sorted(text)).toEqual({ text, messages: [] });
  });

  it('takes comments along, leaves those the file begins with, and empty lines', () => {
    const { text, messages } = sorted(
      '# People\ncarol:\n  name: C\n\n# the first\nanna:\n  name: A # a\nbert: { name: B }',
    );
    expect(text).toBe('# People\n# the first\nanna:\n  name: A # a\n\nbert: { name: B }\ncarol:\n  name: C');
    expect(messages.map(({ found, place }) => [found, place.start.line])).toEqual([
      ['`anna` behind what comes after it in the alphabet', 6],
    ]);
  });

  it('is sorted once and for all, whatever it holds', () => {
    const key = fc.stringMatching(/^[a-z]{1,3}(-[a-z]{1,2})?$/);
    const entry = fc.constantFrom(': 1\n', ':\n  name: N\n', ':\n  name: N\n\n', ': 2\n# note\n');
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, entry), { selector: ([name]) => name }), (entries) => {
        const given = entries.map((parts) => parts.join('')).join('');
        const { text } = sorted(given);
        expect(sorted(text)).toEqual({ text, messages: [] });
        expect(text.split('\n').sort()).toEqual(given.split('\n').sort());
        const keys = [...text.matchAll(/^[a-z-]+(?=:)/gm)].map(([name]) => name);
        expect(keys).toEqual(entries.map(([name]) => name).sort());
      }),
    );
  });
});
