import { describe, expect, it } from 'vitest';
import { passageFragment } from '../../../src/core/exports/text-fragment.ts';
import { check, frontMatter } from '../../harness/fixture-content.ts';

/** The fragments of the claims marked in a text, by id. */
function fragments(prose: string): Record<string, string> {
  const ids = [...prose.matchAll(/\{#([\w-]+)\}/g)].map(([, id = '']) => id);
  const blocks = ids.map(
    (id) => `:::claim{#${id} by=work verdict=false confidence=high}\nA statement of ${id}.\n:::\n`,
  );
  const { library } = check({ 'reviews/smoke.md': `${frontMatter}${prose}\n\n${blocks.join('\n')}` });
  return Object.fromEntries(
    [...library.claims.values()].flatMap(({ id, passages }) =>
      passages.slice(0, 1).map((one) => [id, passageFragment(one)]),
    ),
  );
}

describe('the fragment of a passage', () => {
  it('names its words after those before it, and its mark for browsers that know no directives', () => {
    expect(fragments('The fire began in :claim[the king’s bakery]{#bakery}, they say.')).toEqual({
      bakery: '#bakery:~:text=fire%20began%20in-,the%20king%E2%80%99s%20bakery',
    });
  });

  it('encodes what has a meaning in a directive or an address', () => {
    expect(fragments('So :claim[ash-grey, 50% & more; “yes”?]{#ash} it was.')['ash']).toBe(
      '#ash:~:text=So-,ash%2Dgrey%2C%2050%25%20%26%20more%3B%20%E2%80%9Cyes%E2%80%9D%3F',
    );
  });

  it('names a long passage by its ends', () => {
    const long =
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen';
    expect(fragments(`:claim[${long}]{#long} came.`)['long']).toBe(
      '#long:~:text=one%20two%20three%20four,fourteen%20fifteen%20sixteen%20seventeen',
    );
  });

  it('does not look across the sign of another mark', () => {
    const { first, second } = fragments('Here :claim[it began]{#first} and :claim[it ended]{#second}.');
    expect(first).toBe('#first:~:text=Here-,it%20began');
    expect(second).toBe('#second:~:text=and-,it%20ended');
    const { outer } = fragments(':claim[the baker :claim[who slept]{#inner} till ten]{#outer} fled.');
    expect(outer).toBe('#outer:~:text=the%20baker%20who%20slept,till%20ten');
  });

  it('names words after it as well where a statement says the same', () => {
    expect(fragments(':claim[A statement of same]{#same} is this, they say.')['same']).toBe(
      '#same:~:text=A%20statement%20of%20same,-is%20this%2C%20they',
    );
  });
});
