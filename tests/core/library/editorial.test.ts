import { describe, expect, it } from 'vitest';
import { soundReview } from '../../harness/broken-inputs.ts';
import { check, references } from '../../harness/fixture-content.ts';

function rulesOf(change: (text: string) => string): string[] {
  return check({ 'input.md': change(soundReview) }).messages.map(({ rule }) => rule);
}

const further = '\n:::fact{#pepys-saw-it qualifies=fire-in-a-bakery}\nPepys saw it from the river [@porter].\n:::\n';
const one = (text: string) => text.replace('@pepys-diary; @tinniswood, p. 42', '@tinniswood');

describe('thin evidence', () => {
  it.each([
    ['one source', one, ['thin-evidence']],
    ['one source, twice', (text) => text.replace('@pepys-diary', '@tinniswood, p. 3'), ['thin-evidence']],
    ['two sources of two facts', (text) => one(text) + further, []],
    ['medium confidence', (text) => one(text).replace('confidence=high', 'confidence=medium'), []],
    ['a dispute', (text) => one(text).replace('verdict=accurate', 'verdict=disputed'), []],
    ['a fact with a mistake in it', (text) => one(text).replace('supports=', 'when=x supports='), ['bad-date']],
  ] as [string, (text: string) => string, string[]][])('%s', (_, change, rules) => {
    expect(rulesOf(change)).toEqual(rules);
  });
});

describe('weak evidence', () => {
  const contradicted = (text: string) =>
    text.replace('verdict=accurate', 'verdict=false').replace('supports=', 'refutes=');
  const weak = (text: string) =>
    contradicted(text).replace('@pepys-diary; @tinniswood, p. 42', '@gazette-85; @britannica');
  it.each([
    ['primary source and scholarship', contradicted, []],
    ['press and an encyclopaedia', weak, ['weak-evidence']],
    ['and scholarship in another fact', (text) => weak(text) + further, []],
    ['the same for a claim that is borne out', (text) => weak(text).replace('verdict=false', 'verdict=accurate'), []],
  ] as [string, (text: string) => string, string[]][])('%s', (_, change, rules) => {
    expect(rulesOf(change)).toEqual(rules);
  });
});

describe('long quotations', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  it.each([
    ['of 40 words', `He said "${words(40)}".`, []],
    ['of 41 words', `He said "${words(41)}".`, ['long-quotation']],
    ['between typographic marks', `He said “${words(41)}”.`, ['long-quotation']],
    ['in Russian', `Он сказал «${words(41)}».`, ['long-quotation']],
    ['with emphasis in it', `He said "${words(30)} *${words(11)}*".`, ['long-quotation']],
    ['set off', `> ${words(41)}`, ['long-quotation']],
    ['set off in two paragraphs', `> ${words(21)}\n>\n> ${words(20)}`, ['long-quotation']],
    ['two short ones', `"${words(30)}" and "${words(30)}"`, []],
    ['between an inch and a foot', `5'10" tall ${words(50)} 6'2" tall`, []],
    ['its citation not counted', `"${words(38)} [@porter, p. 3]"`, []],
  ])('%s', (_, prose, rules) => {
    expect(rulesOf((text) => `${text}\n${prose}\n`)).toEqual(rules);
  });
  it('in a definition', () => {
    expect(rulesOf((text) => text.replace('p. 42].', `p. 42]. "${words(41)}"`))).toEqual(['long-quotation']);
  });
});

describe('uncredited quotations', () => {
  const inFact = (more: string) => (text: string) => text.replace('p. 42].\n', `p. 42].\n\n${more}\n`);
  const inClaim = (more: string) => (text: string) => text.replace('house.\n', `house.\n\n${more}\n`);
  it.each([
    ['five words', inFact('He said "one two three four five".'), ['uncredited-quotation']],
    ['four words', inFact('He said "one two three four".'), []],
    ['cited in the paragraph', inFact('He said "one two three four five" [@porter].'), []],
    [
      'cited in the paragraph before',
      inFact('So [@porter].\n\nHe said "one two three four five".'),
      ['uncredited-quotation'],
    ],
    ['with a footnote', inFact('He said "one two three four five"[^1].\n\n[^1]: So [@porter].'), []],
    ['set off', inFact('> one two three four five'), []],
    ['set off, its source behind it', inFact('So.\n\n> one two three four five\n\n[@porter]'), []],
    ['set off without a source', inFact('So.\n\n> one two three four five\n\nSo.'), ['uncredited-quotation']],
    ['how a claim is made', inClaim('He says "one two three four five".'), ['uncredited-quotation']],
    ['how a claim is made, cited', inClaim('He says "one two three four five" [@porter].'), []],
    ['a statement', (text) => text.replace("in a baker's house", 'in "the house of a baker there"'), []],
    ['prose', (text) => `${text}\nHe says "one two three four five".\n`, []],
  ] as [string, (text: string) => string, string[]][])('%s', (_, change, rules) => {
    expect(rulesOf(change)).toEqual(rules);
  });
});

describe('undated addresses', () => {
  it.each([
    ['an address with its day', (text) => text, []],
    ['an address without', (text) => text.replace(/ {2}urldate = .*\n/, ''), ['undated-address']],
    ['a DOI', (text) => text.replace('date = {2003},', 'date = {2003},\n  doi = {10.1000/182},'), []],
  ] as [string, (text: string) => string, string[]][])('%s', (_, change, rules) => {
    const bibliography = change(references.get('sources.bib') ?? '');
    const { messages } = check({}, new Map([['sources.bib', bibliography]]));
    expect(messages.map(({ rule }) => rule)).toEqual(rules);
  });
});
