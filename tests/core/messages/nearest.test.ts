import { describe, expect, it } from 'vitest';
import { code, nearest, nearestOr, oneOf } from '../../../src/core/messages/nearest.ts';

describe('nearest', () => {
  it.each([
    ['clame', ['claim', 'fact'], 'claim'],
    ['FACT', ['claim', 'fact'], 'fact'],
    ['unsuported', ['accurate', 'unsupported'], 'unsupported'],
    ['samuel-peppys', ['samuel-pepys', 'thomas-farriner'], 'samuel-pepys'],
    ['bc', ['abc', 'xyz'], 'abc'],
  ])('of %s is found', (written, known, found) => {
    expect(nearest(written, known)).toBe(found);
  });

  it.each([
    ['note', ['claim', 'fact']],
    ['anything', []],
    ['', ['claim', 'fact']],
    ['x'.repeat(5000), ['claim']],
  ])('of %s is none', (written, known) => {
    expect(nearest(written, known)).toBeUndefined();
  });

  it('is the one before when two are as near', () => {
    expect(nearest('wark', ['work', 'ward'])).toBe('work');
  });
});

describe('oneOf', () => {
  it('names the nearest first, then the others', () => {
    expect(oneOf('hihg', ['high', 'medium', 'low'])).toBe('`high` (the nearest), or one of `medium`, `low`');
  });
  it('lists all when none is near', () => {
    expect(oneOf('certain', ['high', 'medium', 'low'])).toBe('one of `high`, `medium`, `low`');
  });
  it('does not list without end', () => {
    const many = Array.from({ length: 30 }, (_, index) => `word${index}`);
    expect(oneOf('else', many, 2)).toBe('one of `word0`, `word1` …');
  });
  it('says so when there is only one, or none', () => {
    expect(oneOf('claims', ['claim'])).toBe('`claim`');
    expect(oneOf('something', ['claim'])).toBe('`claim`');
    expect(oneOf('something', [])).toBe('nothing here');
  });
});

describe('nearestOr', () => {
  it('names the nearest, and where the others are', () => {
    expect(nearestOr('peppys', ['pepys'], 'a key of sources.bib')).toBe(
      '`pepys` (the nearest), or a key of sources.bib',
    );
    expect(nearestOr('evelyn', ['pepys'], 'a key of sources.bib')).toBe('a key of sources.bib');
  });
});

describe('code', () => {
  it('shortens what is long', () => {
    expect(code('fire')).toBe('`fire`');
    expect(code('x'.repeat(200))).toBe(`\`${'x'.repeat(79)}…\``);
  });
});

it('shows what cannot be seen, or would steer a terminal, by its number', () => {
  expect(code('a\u001b[31m\n\u202eb')).toBe('`a\\u{1b}[31m\\u{a}\\u{202e}b`');
});
