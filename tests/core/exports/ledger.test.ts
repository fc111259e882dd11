import { parseAtomFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { webAnnotation } from '../../../src/core/exports/web-annotation.ts';
import type { Library } from '../../../src/core/model/library.ts';
import type { Revision } from '../../../src/core/model/revision.ts';
import { filesOf } from '../../harness/exported.ts';
import { check, frontMatter, routes } from '../../harness/fixture-content.ts';

const { library: unrecorded } = check({
  'smoke.md': `${frontMatter}It was :claim[an oven]{#oven}.

:::claim{#oven was=stove by=work verdict=false confidence=high}
The fire began in an oven.
:::

:::fact{#bakery qualifies=oven}
It began in a bakery.
:::

:::withdrawn{#kitchen date=2026-11-05}
Nobody said so.
:::
`,
});

/** A claim recorded twice, its verdict and its wording changed the second time. */
const said: Pick<Revision, 'kind' | 'id' | 'passages' | 'previous' | 'digest' | 'place'> = {
  kind: 'claim',
  id: 'oven',
  passages: ['an oven'],
  previous: [],
  digest: '',
  place: { path: '', start: { line: 1, column: 1 } },
};
const history: readonly Revision[] = [
  {
    ...said,
    revision: 1,
    date: '2026-09-03',
    event: 'published',
    statement: 'It began in a stove.',
    verdict: 'disputed',
  },
  {
    ...said,
    revision: 2,
    date: '2026-10-01',
    event: 'changed',
    statement: 'The fire began in an oven.',
    verdict: 'false',
    note: 'Found the inquiry.',
  },
];
const library: Library = {
  ...unrecorded,
  history: (id) => (id === 'oven' ? history : []),
  revision: (id) => (id === 'oven' ? 2 : undefined),
};
const { text } = filesOf(library, routes);

it('an annotation names its revision, all its revisions, and when it was made and changed', () => {
  const claim = library.claims.get('oven');
  expect(claim && webAnnotation(claim, library, routes)).toMatchObject({
    created: '2026-09-03T00:00:00Z',
    modified: '2026-10-01T00:00:00Z',
    'schema:version': 2,
    'dcterms:hasVersion': [
      { id: 'https://smoke.example/smoke/claims/oven/#r1' },
      { id: 'https://smoke.example/smoke/claims/oven/#r2' },
    ],
  });
});

it('tables carry the revision, feeds what changed', () => {
  const { claims } = JSON.parse(text('claims.json'));
  expect(claims[0]).toMatchObject({ revision: 2, published: '2026-09-03', modified: '2026-10-01', was: ['stove'] });
  expect(parseAtomFeed(text('feed.xml')).entries?.[0]).toMatchObject({ updated: '2026-10-01T00:00:00.000Z' });
  const changes = parseAtomFeed(text('corrections.xml')).entries?.map(({ id, content }) => [id, content?.value]);
  expect(changes).toEqual([
    ['tag:smoke.example,2026-11-05:/smoke/claims/kitchen/', 'Nobody said so.'],
    [
      'tag:smoke.example,2026-10-01:/smoke/claims/oven/',
      'Found the inquiry. The verdict was disputed and is false. It said: It began in a stove. It says: The fire began in an oven.',
    ],
  ]);
});

it('an id that was given up answers with what has it now, one that was withdrawn with a tombstone', () => {
  expect(text('claims/stove.json')).toBe(text('claims/oven.json'));
  expect(text('claims/stove.md')).toBe(text('claims/oven.md'));
  expect(JSON.parse(text('claims/kitchen.json'))).toMatchObject({
    id: 'https://smoke.example/smoke/claims/kitchen.json',
    type: 'Tombstone',
    deleted: '2026-11-05T00:00:00Z',
    summary: 'Nobody said so.',
  });
});
