import { describe, expect, it } from 'vitest';
import { claimReview } from '../../../src/core/exports/schema-org/claim-review.ts';
import { check, frontMatter, routes } from '../../harness/fixture-content.ts';

const works = `pudding-lane:
  type: TVSeries
  title: Pudding Lane
  published: "2019-05-01/2019-05-08"
  publisher: Nobody's Pictures
  identifiers: { imdb: tt0000001 }
  credits: [{ role: writer, name: A. Writer }]
  episodes: [{ number: 1 }, { number: 2, title: The Oven, published: 2019-05-08 }]
`;
const verdicts = `- { id: "false", label: "False", sign: saltire, rating: 1, definition: No. }
- { id: fiction, label: Fiction, sign: diamond, definition: Openly invented. }
`;

function reviewOf(attributes: string, other = works): ReturnType<typeof claimReview> & Record<string, unknown> {
  const review = `${frontMatter}It was :claim[an oven]{#oven}.

:::claim{#oven confidence=high ${attributes}}
The fire began in an oven.
:::

:::fact{#bakery qualifies=oven}
It began in a bakery.
:::

:::correction{on=oven date=2026-10-01}
It is an oven, not a stove.
:::
`;
  const { library } = check(
    { 'smoke.md': review },
    new Map([
      ['works.yaml', other],
      ['verdicts.yaml', verdicts],
    ]),
  );
  const claim = library.claims.get('oven');
  if (!claim) throw new Error('the fixture is out of order');
  return claimReview(claim, library, routes) as ReturnType<typeof reviewOf>; // its properties are looked at by name
}

describe('the ClaimReview of a claim', () => {
  it('by the work is put down to those who brought it out, in its episode', () => {
    expect(reviewOf('by=work verdict=false episode=2')).toMatchObject({
      '@type': 'ClaimReview',
      url: 'https://smoke.example/smoke/claims/oven/',
      claimReviewed: 'The fire began in an oven.',
      datePublished: '2026-09-02',
      dateModified: '2026-10-01',
      author: { '@type': 'Person', name: 'A. Reader' },
      publisher: { '@type': 'Organization', name: 'Smoke and Record' },
      reviewRating: { '@type': 'Rating', alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Organization', name: "Nobody's Pictures" },
        datePublished: '2019-05-08',
        appearance: {
          '@type': 'TVEpisode',
          name: 'The Oven',
          episodeNumber: 2,
          partOfSeries: { '@type': 'TVSeries', name: 'Pudding Lane', sameAs: 'https://www.imdb.com/title/tt0000001/' },
        },
      },
    });
  });

  it('by the work as a whole appears in the work, first shown on its first day', () => {
    const { itemReviewed } = reviewOf('by=work verdict=false');
    expect(itemReviewed).toMatchObject({
      datePublished: '2019-05-01',
      appearance: { '@type': 'TVSeries', url: 'https://smoke.example/smoke/works/pudding-lane/' },
    });
  });

  it('by the review is put down to its author, in the review', () => {
    expect(reviewOf('by=review verdict=false').itemReviewed).toMatchObject({
      author: { '@type': 'Person', name: 'A. Reader' },
      datePublished: '2026-09-02',
      appearance: { '@type': 'Review', url: 'https://smoke.example/smoke/reviews/smoke/' },
    });
  });

  it('of a book is put down to its author', () => {
    const book =
      'pudding-lane: { type: Book, title: Smoke, publisher: A House, credits: [{ role: author, name: A. Writer }] }';
    expect(reviewOf('by=work verdict=false', book).itemReviewed).toMatchObject({
      author: { '@type': 'Person', name: 'A. Writer' },
      appearance: { '@type': 'Book', name: 'Smoke' },
    });
  });

  it('off the scale has a name for its rating and no number', () => {
    expect(reviewOf('by=work verdict=fiction').reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Fiction' });
  });
});
