import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLibrary } from '../../../src/core/library/create-library.ts';
import { createRoutes } from '../../../src/core/model/routes.ts';
import { readState } from '../../../src/core/search/search-state.ts';
import { sizeOf } from '../../../src/core/search/slot.ts';
import { createSearchEngine, type SearchEngine } from '../../../src/islands/search-engine.ts';
import { createSearchFiles } from '../../../src/site/search/search-files.ts';
import { toldClaims } from '../../../src/site/search/told-claims.ts';
import { openIndex } from './open-index.ts';

const claims: readonly [id: string, attributes: string, statement: string, record: string][] = [
  ['ice-pick', 'verdict=misleading by=review when=1940-08-20 about="leon-trotsky ramon-mercader"', 'Trotsky was killed with an ice pick.', 'The weapon was an ice axe whose handle had been cut down.'],
  ['tsar-killed', 'verdict=false by=work when=1918-07-17 about="leon-trotsky nicholas-ii" departure=reattribution blames=leon-trotsky', 'Trotsky ordered the killing of the Tsar and his family.', 'The family was shot in Yekaterinburg.'],
  ['parvus-pays', 'verdict=unsupported by=work when=1904/1915 about="alexander-parvus leon-trotsky"', 'Parvus paid for the rise of Trotsky.', 'He was a teacher and not a banker.'],
  ['lenin-roof', 'verdict=fiction by=work about=vladimir-lenin', 'Lenin tried to push his rival off a roof.', 'No memoir records anything of the kind.'],
  ['nemtsov-shot', 'verdict=accurate by=review when=2015-02-27', 'Boris Nemtsov was murdered beside the Kremlin.', 'He was shot on a bridge while walking home.'],
  ['coach-robbed', 'verdict=false by=work when=1903 about=joseph-stalin departure=chronology exalts=joseph-stalin', 'Stalin robbed a coach in Georgia.', 'He spent 1903 in prison; the robbery took place in 1907.'],
  ['kuhlmann-note', 'verdict=accurate by=review when=1917-12-03', 'Kühlmann reported to the Kaiser on money for Russia.', 'The note is of December 1917.'],
  ['palace-film', 'verdict=misleading by=work when=1927', 'The film broke more windows of the palace than the sailors did.', 'Pudovkin tells of a balustrade.'],
]; // biome-ignore format: a table

/** Passages that say it in other words than the statement, and facts whose ids are no mere number. */
const passages: Readonly<Record<string, string>> = { 'lenin-roof': 'a scuffle under the chimneys' };
const factIds: Readonly<Record<string, string>> = { 'coach-robbed': 'erivan-square-in-tiflis' };

const people = {
  'leon-trotsky': 'name: Leon Trotsky, aliases: [Lev Bronstein, Bronstein, Троцкий]',
  'ramon-mercader': 'name: Ramón Mercader, aliases: [Jacques Mornard]',
  'nicholas-ii': 'name: Nicholas II',
  'alexander-parvus': 'name: Alexander Parvus, aliases: [Israel Helphand, Helphand]',
  'vladimir-lenin': 'name: Vladimir Lenin',
  'joseph-stalin': 'name: Joseph Stalin, aliases: [Koba]',
};

const library = () => {
  const review = claims.map(([id, attributes, statement, record]) => {
    return `:claim[${passages[id] ?? statement}]{#${id}}\n\n:::claim{#${id} ${attributes} confidence=medium topics=power}\n${statement}\n:::\n\n:::fact{#${factIds[id] ?? `${id}-fact`} refutes=${id}}\n${record} [@book]\n:::\n`;
  });
  const files = {
    'site.yaml': 'title: T\ntagline: T\ndescription: D\nurl: https://x.example\ntopics: { power: Power }\n',
    'verdicts.yaml': ['accurate', 'misleading', 'unsupported', 'false', 'fiction']
      .map(
        (id, index) =>
          `- { id: "${id}", label: "${id}", sign: ${['disc', 'wedge', 'ring', 'saltire', 'diamond'][index]}, definition: D }`,
      )
      .join('\n'),
    'people.yaml': Object.entries(people)
      .map(([id, fields]) => `${id}: { ${fields}, line: L }`)
      .join('\n'),
    'works.yaml': 'series: { type: TVSeries, title: The Series, published: "2017" }\n',
    'sources.bib':
      '@book{book,\n  author = {Author, A.},\n  title = {A Book},\n  date = {1954},\n  keywords = {scholarship},\n}\n',
  };
  const front = '---\ntitle: R\ndescription: D\nwork: series\nauthor: A\npublished: "2026-01-01"\n---\n\n';
  const made = createLibrary(
    {
      references: new Map(Object.entries(files)),
      reviews: [{ path: 'reviews/r.md', value: front + review.join('\n') }],
      pages: [],
    },
    { routes },
  );
  expect(made.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  return made.library;
};
const routes = createRoutes('https://x.example', '/below/');

const searchFiles = (of = library()) => createSearchFiles(toldClaims(of, routes), of);

let engine: SearchEngine;
beforeAll(async () => {
  engine = createSearchEngine(await openIndex(await searchFiles()));
});
afterAll(() => void vi.unstubAllGlobals());

async function search(parameters: Record<string, string> | string) {
  const state = readState(new URLSearchParams(typeof parameters === 'string' ? { q: parameters } : parameters));
  const answer = await engine.search(state);
  const ids = await Promise.all(answer.hits.map(async (hit) => (await answer.load(hit)).card.id));
  return { answer, ids };
}

describe('a query finds', () => {
  test.each([
    ['exact words', 'ice pick', 'ice-pick'],
    ['a misspelling', 'Nemstov murdered', 'nemtsov-shot'],
    ['a wrong first letter', 'Bemtsov', 'nemtsov-shot'],
    ['a lost first letter', 'emtsov', 'nemtsov-shot'],
    ['another romanisation', 'Niemcow', 'nemtsov-shot'],
    ['another script', 'Немцов', 'nemtsov-shot'],
    ['another name', 'Helphand', 'parvus-pays'],
    ['another name of several words', 'Jacques Mornard', 'ice-pick'],
    ['another name in another script', 'Троцкий ice', 'ice-pick'],
    ['a slip in another name', 'Helphnad', 'parvus-pays'],
    ['no diacritics', 'Kuhlmann', 'kuhlmann-note'],
    ['diacritics too many', 'Nemtsóv', 'nemtsov-shot'],
    ['czar for tsar', 'czar family', 'tsar-killed'],
    ['a question', 'did Trotsky order the killing of the Tsar?', 'tsar-killed'],
    ['a headline', 'Opposition leader Nemtsov gunned down near Kremlin', 'nemtsov-shot'],
    ['a year', '1903', 'coach-robbed'],
    ['a decade', 'the 1920s', 'palace-film'],
    ['a range', '1910-1916', 'parvus-pays'],
    ['a phrase', '"off a roof"', 'lenin-roof'],
    ['a hashtag', '#BorisNemtsov', 'nemtsov-shot'],
    ['the words of an address', 'tsar killed', 'tsar-killed'],
    ['the words of the address of a fact', 'Tiflis robbery', 'coach-robbed'],
    ['the words of a passage', '"scuffle under the chimneys"', 'lenin-roof'],
    ['a past tense', 'who shoot Nemtsov', 'nemtsov-shot'],
    ['two words nobody has together, one in another spelling', 'czar rival', 'lenin-roof'],
    ['two words joined', 'icepick', 'ice-pick'],
    ['one word split', 'Nem tsov', 'nemtsov-shot'],
    ['a slip in a word that stands in another form', 'robery of the coach', 'coach-robbed'],
    ['the beginning of a word', 'Nem', 'nemtsov-shot'],
    ['a month cut short', 'dec 1917', 'kuhlmann-note'],
    ['another word for the same', 'assassination of Nemtsov', 'nemtsov-shot'],
    ['the last word of another name', 'Mornard', 'ice-pick'],
    ['a word for which the site has another', 'heist', 'coach-robbed'],
    ['a decade in words', 'in the late twenties', 'palace-film'],
    ['years without an end', 'since 2014', 'nemtsov-shot'],
    ['curly quotation marks of another language', '«off a roof»', 'lenin-roof'],
    ['markup', '<b>roof</b> rival', 'lenin-roof'],
  ])('%s: %s', async (_kind, query, id) => expect((await search(query)).ids[0]).toBe(id));
});

describe('nothing is found', () => {
  test.each([
    'flombarg',
    'flombarg vitzelpruck',
    '"Trotsky was killed with a roof"',
    'quantum chromodynamics',
    'Cuba', // which sounds a little like Koba
    '…!?',
    '🙂',
    'שלום',
    'x'.repeat(10_000),
  ])('for %s', async (query) => expect((await search(query)).ids).toEqual([]));

  test('exactly, where only another spelling is there', async () => {
    expect((await search({ q: 'Nemstov', exact: '1' })).ids).toEqual([]);
    expect((await search({ q: 'Nemtsov', exact: '1' })).ids).toEqual(['nemtsov-shot']);
  });

  test('for an unknown word beside one that nearly every claim has', async () => {
    const { answer, ids } = await search('Троцкий ледоруб');
    expect(ids).toEqual([]);
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  test('but the nearest is given', async () => {
    const { answer } = await search('flombarg vitzelpruck Trotsky');
    expect(answer.hits).toEqual([]);
    expect(answer.nearest.length).toBeGreaterThan(0);
  });
});

describe('what was read is said', () => {
  test('a correction', async () => {
    const { answer } = await search('Nemstov');
    expect(answer.slots.map(({ text, read }) => [text, read])).toEqual([
      ['Nemstov', { as: ['Nemtsov'], how: 'spelling' }],
    ]);
  });

  test('a name', async () => {
    expect((await search('Bronstein ice')).answer.slots[0]?.read).toEqual({ as: ['Leon Trotsky'], how: 'name' });
  });

  test('a phrase nobody has, among other words', async () => {
    const { answer, ids } = await search('"Nemtsov was murdered twice" Kremlin');
    expect(answer.loosened).toEqual(['Nemtsov was murdered twice']);
    expect(ids[0]).toBe('nemtsov-shot');
  });

  test('words nobody could have', async () => {
    const { answer, ids } = await search('Немцов убийство');
    expect(answer.slots.filter((slot) => sizeOf(slot) === 0).map(({ text }) => text)).toEqual(['убийство']);
    expect(answer.whole).toBe(0);
    expect(ids).toEqual(['nemtsov-shot']);
  });
});

describe('facets and orders', () => {
  test('narrow a query', async () => {
    expect((await search({ q: 'Trotsky', verdict: 'false' })).ids).toEqual(['tsar-killed']);
    expect((await search({ q: '', person: 'leon-trotsky', speaker: 'work' })).ids.toSorted()).toEqual([
      'parvus-pays',
      'tsar-killed',
    ]);
  });

  test('are counted, each without itself', async () => {
    const { answer } = await search({ q: 'Trotsky', verdict: 'false' });
    const counts = await answer.count(['verdict', 'speaker', 'decade']);
    const shape = (name: 'verdict' | 'speaker' | 'decade') =>
      counts.get(name)?.map(({ label, count }) => `${label} ${count}`);
    expect(shape('verdict')).toEqual(['misleading 1', 'unsupported 1', 'false 1']);
    expect(shape('speaker')).toEqual(['The series 1']);
    expect(shape('decade')).toEqual(['1910s 1']);
  });

  test('what a telling does is a facet', async () => {
    const { answer, ids } = await search({ q: '', effect: 'blames' });
    expect(ids).toEqual(['tsar-killed']);
    expect(answer.chosen).toEqual([{ facet: 'effect', id: 'blames', label: 'Blames' }]);
    const counts = await answer.count(['effect', 'verdict']);
    expect(counts.get('effect')?.map(({ id, count, chosen }) => [id, count, chosen])).toEqual([
      ['blames', 1, true],
      ['exalts', 1, false],
    ]);
    expect(counts.get('verdict')?.map(({ id, count }) => [id, count])).toEqual([['false', 1]]);
  });

  test('a value no claim has is kept and finds nothing', async () => {
    const { answer, ids } = await search({ q: 'Trotsky', topic: 'gardening' });
    expect(ids).toEqual([]);
    expect(answer.chosen).toEqual([{ facet: 'topic', id: 'gardening', label: 'gardening' }]);
    expect((await answer.count(['topic'])).get('topic')).toContainEqual({
      id: 'gardening',
      label: 'gardening',
      count: 0,
      chosen: true,
    });
  });

  test('order by date, claims without one last', async () => {
    const { ids } = await search({ q: '', topic: 'power', sort: 'date' });
    expect(ids).toEqual(
      [
        'coach-robbed',
        'parvus-pays',
        'kuhlmann-note',
        'tsar-killed',
        'palace-film',
        'ice-pick',
        'nemtsov-shot',
        'lenin-roof',
      ].toSorted((a, b) => when(a) - when(b)),
    );
  });
});

test('a result leads to the claim and to its passage, below the base', async () => {
  const { answer } = await search('ice pick');
  const [first] = answer.hits;
  const result = first && (await answer.load(first));
  expect(result?.url).toMatch(/\/claims\/ice-pick\/$/);
  expect(result?.statement).toBe('Trotsky was killed with an ice pick.');
  expect(result?.verdict).toEqual({ id: 'misleading', label: 'misleading', sign: 'wedge' });
  expect(result?.card.parts.map(([part]) => part)).not.toContain('passage'); // it says nothing else
  expect(result?.card).toMatchObject({ by: 'The review', role: 'review', work: 'The Series', year: 2017, when: '20 August 1940', passages: ['reviews/r/#ice-pick'] }); // biome-ignore format: one line
});

test('no claim is lost, and the same claims give the same bytes', async () => {
  const [first, second] = [await searchFiles(), await searchFiles()];
  expect([...second.keys()].toSorted()).toEqual([...first.keys()].toSorted());
  for (const [path, content] of first)
    expect([path, Buffer.from(second.get(path) ?? '').equals(content)]).toEqual([path, true]);
  expect([...first.keys()].filter((path) => path.startsWith('fragment/'))).toHaveLength(claims.length);
});

test('a site without claims finds nothing and breaks nothing', async () => {
  const empty = { ...library(), claims: new Map() };
  const answer = await createSearchEngine(await openIndex(await searchFiles(empty))).search(
    readState(new URLSearchParams('q=tsar')),
  );
  expect(answer.hits).toEqual([]);
});

function when(id: string): number {
  const date = claims.find(([claim]) => claim === id)?.[1].match(/when=(\d{4})(?:-(\d\d))?/);
  return date ? Number(date[1]) * 100 + Number(date[2] ?? 0) : Number.POSITIVE_INFINITY;
}
