import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoutes } from '../../../src/core/model/routes.ts';

describe('createRoutes', () => {
  it.each(['/', '', '//'])('serves the root for base %j', (base) => {
    const routes = createRoutes('https://smoke.example', base);
    expect(routes.base).toBe('/');
    expect(routes.path('/claims/')).toBe('/claims/');
    expect(routes.claim('fire-in-a-bakery')).toBe('/claims/fire-in-a-bakery/');
  });

  it.each(['/on/the-record/', 'on/the-record', '/on/the-record', 'on/the-record/'])('puts base %j before', (base) => {
    const routes = createRoutes('https://smoke.example/', base);
    expect(routes.base).toBe('/on/the-record/');
    expect(routes.path('/')).toBe('/on/the-record/');
    expect(routes.path('claims/')).toBe('/on/the-record/claims/');
    expect(routes.absolute('/feed.xml')).toBe('https://smoke.example/on/the-record/feed.xml');
    expect(routes.review('pudding-lane')).toBe('/on/the-record/reviews/pudding-lane/');
    expect(routes.review('pudding-lane', 'fire--2')).toBe('/on/the-record/reviews/pudding-lane/#fire--2');
  });

  it('has a page for each kind of thing', () => {
    const routes = createRoutes('https://smoke.example', '/');
    expect([routes.fact('a'), routes.person('b'), routes.work('c'), routes.source('d'), routes.search()]).toEqual([
      '/facts/a/',
      '/people/b/',
      '/works/c/',
      '/sources/d/',
      '/search/',
    ]);
  });

  it('has lists of claims, whose pages stand where no claim does', () => {
    const routes = createRoutes('https://smoke.example', '/below/');
    expect([
      routes.claims(),
      routes.claims({ page: 1 }),
      routes.claims({ page: 2 }),
      routes.claims({ by: 'verdict', of: 'mostly-accurate' }),
      routes.claims({ by: 'verdict', of: 'false', page: 3 }),
      routes.claims({ by: 'decade', of: '1910s', page: 1 }),
    ]).toEqual([
      '/below/claims/',
      '/below/claims/',
      '/below/claims/page/2/',
      '/below/claims/verdict/mostly-accurate/',
      '/below/claims/verdict/false/page/3/',
      '/below/claims/decade/1910s/',
    ]);
  });

  it('has pages of the record, beside works of any name', () => {
    const routes = createRoutes('https://smoke.example', '/below/');
    expect([
      routes.timeline(),
      routes.timeline({ page: 2 }),
      routes.timeline({ decade: '1910s' }),
      routes.timeline({ decade: '1910s', page: 2 }),
      routes.timeline({ work: 'decade' }),
      routes.timeline({ work: 'decade', page: 2 }),
      routes.timeline({ work: 'page', decade: '1910s', page: 1 }),
    ]).toEqual([
      '/below/timeline/',
      '/below/timeline/page/2/',
      '/below/timeline/decade/1910s/',
      '/below/timeline/decade/1910s/page/2/',
      '/below/timeline/decade/',
      '/below/timeline/decade/page/2/',
      '/below/timeline/page/decade/1910s/',
    ]);
  });

  it('escapes what an address cannot hold', () => {
    const routes = createRoutes('https://smoke.example', '/');
    expect(routes.source('DOI:10.1000/x y?')).toBe('/sources/DOI%3A10.1000%2Fx%20y%3F/');
    expect(routes.search({ q: 'fire & water', work: 'pudding-lane' })).toBe(
      '/search/?q=fire+%26+water&work=pudding-lane',
    );
  });

  it('leads back to the query and to the id', { timeout: 60_000 }, () => {
    const routes = createRoutes('https://smoke.example', '/below/');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB/?#&=+% éЙ🔥:;@') }), (text) => {
        const search = new URL(routes.search({ q: text }), 'https://smoke.example');
        expect(search.searchParams.get('q')).toBe(text);
        const source = new URL(routes.source(`k${text}`), 'https://smoke.example');
        expect(decodeURIComponent(source.pathname.split('/')[3] ?? '')).toBe(`k${text}`);
      }),
    );
  });
});
