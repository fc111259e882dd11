import { describe, expect, it } from 'vitest';
import { messageAsText } from '../../../src/core/messages/report-text.ts';
import { soundReview } from '../../harness/broken-inputs.ts';
import { check, frontMatter } from '../../harness/fixture-content.ts';

/** Of another work than the first. */
const second = `${frontMatter.replace('pudding-lane', 'a-history-of-the-fire')}And :claim[burned for a week]{#it-burned-for-a-week}.

:::claim{#it-burned-for-a-week by=samuel-pepys verdict=disputed confidence=low about=thomas-farriner see=fire-in-a-bakery same=fire-in-a-bakery}
London burned for a week.
:::

:::fact{#out-by-thursday qualifies=it-burned-for-a-week supports=fire-in-a-bakery about=samuel-pepys}
Most of it was out by the fifth day [@porter].
:::

:::correction{on=out-by-thursday date=2026-09-05}
It said fourth.
:::
`;

const questions = new Map([
  ['questions.yaml', 'where-did-it-begin: { title: Where did it begin?, claim: it-burned-for-a-week }\n'],
]);

describe('a library of two reviews', () => {
  const { library, messages } = check({ 'a.md': soundReview, 'b.md': second }, questions);
  const bakery = library.claims.get('fire-in-a-bakery');
  const week = library.claims.get('it-burned-for-a-week');
  const pepys = library.people.get('samuel-pepys');

  it('has nothing wrong with it', () => {
    expect(messages.map(messageAsText)).toEqual([]);
  });
  it('relates claims both ways', () => {
    expect(bakery?.see).toEqual([week]);
    expect(week?.see).toEqual([bakery]);
    expect(bakery?.same).toEqual([week]);
  });
  it('asks what several works answer, whichever of them was named', () => {
    const question = library.questions.get('where-did-it-begin');
    expect(question?.claims).toEqual([week, bakery]);
    expect(bakery?.question).toBe(question);
    expect(week?.question).toBe(question);
  });
  it('gathers evidence across reviews', () => {
    expect(bakery?.evidence.map(({ stance, fact }) => [stance, fact.id])).toEqual([
      ['supports', 'farriner-was-a-baker'],
      ['supports', 'out-by-thursday'],
    ]);
    expect(week?.evidence.map(({ stance, fact }) => [stance, fact.id])).toEqual([['qualifies', 'out-by-thursday']]);
  });
  it('knows what is said by and about a person, and where a source is used', () => {
    expect(pepys && library.claimsAbout(pepys)).toEqual([week]);
    expect(pepys && library.factsAbout(pepys).map(({ id }) => id)).toEqual(['out-by-thursday']);
    const porter = library.sources.get('porter');
    expect(porter && library.citedBy(porter).map(({ id }) => id)).toEqual(['out-by-thursday']);
  });
  it('keeps corrections with what they correct', () => {
    expect(library.facts.get('out-by-thursday')?.corrections).toEqual(library.corrections);
  });
});

describe('mistakes in one review', () => {
  it.each([
    ['without front matter', second.slice(second.indexOf('And'))],
    ['of a work that is not there', second.replace('a-history-of-the-fire', 'pye-corner')],
    ['with a claim of an unknown verdict', second.replace('verdict=disputed', 'verdict=certain')],
    ['with a claim of an unknown speaker', second.replace('by=samuel-pepys', 'by=john-evelyn')],
    ['with a claim that is empty', second.replace('London burned for a week.\n', '')],
    ['with a claim that is misspelt', second.replace(':::claim', ':::clam')],
  ])('%s are none of another that refers to it', (_, broken) => {
    const first = soundReview.replace('by=work', 'by=work see=it-burned-for-a-week');
    const { messages } = check({ 'a.md': first, 'b.md': broken });
    expect(messages.map(({ place }) => place.path)).toEqual(['b.md']);
  });
});

it('names the first definition of an id, in the order of the files', () => {
  const { messages } = check({
    'a.md': soundReview,
    'b.md': second.replaceAll('it-burned-for-a-week', 'farriner-was-a-baker'),
  });
  expect(messages.map(messageAsText)).toEqual([
    'b.md:11:1 error Unexpected id `farriner-was-a-baker` a second time, expected an id of its own (see a.md:15:1) [duplicate-id]',
  ]);
});

it('gives all messages of a run at once', () => {
  const { messages } = check({
    'a.md': soundReview.replace('verdict=accurate', 'verdict=certain when=1666-02-30'),
    'b.md': second.replace('@porter', '@portr').replace('date=2026-09-05', 'date=2026'),
    'c.md': '',
  });
  expect(messages.map(({ place, rule }) => `${place.path} ${rule}`)).toEqual([
    'a.md unknown-verdict',
    'a.md bad-date',
    'b.md unknown-source',
    'c.md bad-front-matter',
  ]);
});
