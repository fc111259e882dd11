import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentifier, toIdentifier } from '../../../src/core/model/identifier.ts';

const slow = { timeout: 60_000 };
const anyText = fc.string({ unit: fc.constantFrom(...'aB1-_. éßÅЙ🔥ﬁİ²\u0301\n') });

describe('isIdentifier', () => {
  it.each(['fire', 'fire-of-1666', '1666', 'constructor', 'to-string', 'a'])('takes %s', (id) => {
    expect(isIdentifier(id)).toBe(true);
  });

  it.each([
    '',
    'Fire',
    'the fire',
    'the_fire',
    'the--fire',
    '-fire',
    'fire-',
    'fire.',
    'fire\n',
    'огонь',
    'é',
    '__proto__',
  ])('refuses %j', (id) => {
    expect(isIdentifier(id)).toBe(false);
  });
});

describe('toIdentifier', () => {
  it.each([
    ['The Fire of 1666', 'the-fire-of-1666'],
    ['fire_in_London', 'fire-in-london'],
    ['fire--in--london', 'fire-in-london'],
    ['Café', 'cafe'],
    ['--fire--', 'fire'],
    ['__proto__', 'proto'],
  ])('makes of %j %s', (text, id) => {
    expect(toIdentifier(text)).toBe(id);
  });

  it.each(['', '---', 'Огонь', '…'])('has nothing for %j', (text) => {
    expect(toIdentifier(text)).toBeUndefined();
  });

  it('gives ids, and leaves ids alone', slow, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const id = toIdentifier(text);
        if (id === undefined) return;
        expect(isIdentifier(id)).toBe(true);
        expect(toIdentifier(id)).toBe(id);
      }),
    );
  });

  it('keeps every id as it is', slow, () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+){0,5}$/), (id) => {
        expect(isIdentifier(id)).toBe(true);
        expect(toIdentifier(id)).toBe(id);
      }),
    );
  });
});
