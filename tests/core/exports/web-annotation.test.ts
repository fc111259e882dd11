import { describe, expect, it } from 'vitest';
import { webAnnotation } from '../../../src/core/exports/web-annotation.ts';
import { matchQuote } from '../../../src/core/markdown/selectors.ts';
import { exported, filesOf, sites } from '../../harness/exported.ts';
import { check, frontMatter, routes } from '../../harness/fixture-content.ts';

const { library } = check({
  'smoke.md': `${frontMatter}🔥 It was :claim[the *baker’s* oven]{#oven}, twice :claim[his oven]{#oven}.

:::claim{#oven was=stove by=work verdict=false confidence=high departure=invention episode=2 topics=rebuilding}
The fire began in an oven.

It is shown with relish.
:::

:::fact{#bakery qualifies=oven}
It began in a bakery.
:::
`,
});
const claim = library.claims.get('oven');
const fact = library.facts.get('bakery');
if (!claim || !fact) throw new Error('the fixture is out of order');

describe('a claim as a Web Annotation', () => {
  const annotation = webAnnotation(claim, library, routes);

  it('assesses each passage of the review, counted in code points', () => {
    expect(annotation).toMatchObject({
      id: 'https://smoke.example/smoke/claims/oven.json',
      motivation: 'assessing',
      created: '2026-09-02T00:00:00Z',
      creator: { type: 'Person', name: 'A. Reader' },
      target: [
        {
          source: 'https://smoke.example/smoke/reviews/smoke/',
          selector: [
            { type: 'TextQuoteSelector', exact: 'the baker’s oven', prefix: '🔥 It was ' },
            { type: 'TextPositionSelector', start: 9, end: 25 },
          ],
          state: { type: 'TimeState', sourceDate: '2026-09-02T00:00:00Z' },
        },
        { selector: [{ exact: 'his oven' }, {}] },
      ],
    });
  });

  it('carries statement, verdict, telling, tags and links', () => {
    const bodies = annotation.body.map((body) => [body.purpose, 'value' in body ? body.value : body.source]);
    expect(bodies).toEqual([
      ['describing', 'The fire began in an oven.'],
      ['assessing', 'False'],
      ['classifying', 'https://smoke.example/smoke/claims/verdict/false/'],
      ['commenting', 'It is shown with relish.'],
      ['tagging', 'invention'],
      ['tagging', 'Rebuilding'],
      ['linking', 'https://smoke.example/smoke/claims/oven/'],
      ['linking', 'https://smoke.example/smoke/facts/bakery/'],
    ]);
  });

  it('answers to its former ids', () => {
    const { text } = filesOf(library, routes);
    expect(text('claims/stove.json')).toBe(text('claims/oven.json'));
  });
});

it('a fact that is not marked itself is linked to the passages of the claims it bears on', () => {
  const annotation = webAnnotation(fact, library, routes);
  expect(annotation.motivation).toBe('linking');
  expect(annotation.target).toEqual(webAnnotation(claim, library, routes).target);
});

const real = exported(sites.real);

it('every target stands where it says in the text of its review, and nowhere else', () => {
  const textOf = once((source: string) => {
    const review = real.library.reviews.get(source.split('/').at(-2) ?? '');
    return review?.blocks.map((block) => `${block.text}\n`).join('') ?? '';
  });
  const pointsOf = once((text: string) => [...text]);
  let targets = 0;
  for (const annotation of [...real.library.claims.values(), ...real.library.facts.values()]) {
    const { target } = webAnnotation(annotation, real.library, real.routes);
    for (const { selector, source } of typeof target === 'string' ? [] : target) {
      const [quote, position] = selector;
      const text = textOf(source);
      targets++;
      expect(pointsOf(text).slice(position.start, position.end).join('')).toBe(quote.exact);
      expect(matchQuote(text, quote)).toHaveLength(1);
    }
  }
  expect(targets).toBeGreaterThan(real.library.claims.size);
});

function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
