import { expect, it } from 'vitest';
import { effectsByPerson, effectsByWork } from '../../src/components/effects.ts';
import { check, frontMatter } from '../harness/fixture-content.ts';

const claim = (id: string, attributes: string) => `:claim[${id}]{#${id}}

:::claim{#${id} confidence=high ${attributes}}
The fire was ${id}.
:::

:::fact{#not-${id} refutes=${id}}
It was not ${id} [@porter; @tinniswood].
:::
`;

const { library } = check({
  'a.md':
    frontMatter +
    claim('set', 'by=work verdict=false blames=thomas-farriner exalts=samuel-pepys') +
    claim('hidden', 'by=work verdict=false blames="thomas-farriner samuel-pepys" erases=samuel-pepys') +
    claim('small', 'by=review verdict=false blames=samuel-pepys') +
    claim('hot', 'by=work verdict=accurate blames=samuel-pepys'),
  'b.md':
    frontMatter.replace('pudding-lane', 'a-history-of-the-fire') +
    claim('quick', 'by=work verdict=false clears=samuel-pepys'),
});
const claims = [...library.claims.values()];

it('whom departures blame most comes first; a claim that agrees with the record does nothing to anybody', () => {
  expect(effectsByPerson(claims).map(([{ id }, counts]) => [id, counts])).toEqual([
    ['samuel-pepys', { blames: 2, clears: 1, exalts: 1, erases: 1 }],
    ['thomas-farriner', { blames: 2, clears: 0, exalts: 0, erases: 0 }],
  ]);
});

it('what each work does to a person is told apart, what the review says stands last', () => {
  const pepys = library.people.get('samuel-pepys');
  expect(pepys && effectsByWork(claims, pepys).map(([work, counts]) => [work?.id, counts])).toEqual([
    ['pudding-lane', { blames: 1, clears: 0, exalts: 1, erases: 1 }],
    ['a-history-of-the-fire', { blames: 0, clears: 1, exalts: 0, erases: 0 }],
    [undefined, { blames: 1, clears: 0, exalts: 0, erases: 0 }],
  ]);
});
