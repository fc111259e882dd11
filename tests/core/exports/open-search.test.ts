import { describe, expect, it } from 'vitest';
import { openSearchDescription } from '../../../src/core/exports/open-search.ts';
import { createRoutes } from '../../../src/core/model/routes.ts';

const routes = createRoutes('https://smoke.example', '/below/');
const described = (title: string, description = 'A site.') =>
  openSearchDescription({ title, description, language: 'en' }, routes);
const shortName = (title: string) => /<ShortName>(.*)<\/ShortName>/s.exec(described(title))?.[1];

describe('openSearchDescription', () => {
  it('searches below the base path', () => {
    expect(described('Smoke')).toContain('template="https://smoke.example/below/search/?q={searchTerms}"');
  });

  it.each([
    ['On the Record', 'On the Record'],
    ['Sixteen letters.', 'Sixteen letters.'],
    ['Sixteen letters, no more', 'Sixteen letters,'],
    ['The Archive of Smoke', 'The Archive of'],
    ['Donaudampfschifffahrt', 'Donaudampfschiff'],
    ['🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥', '🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥'],
  ])('calls %j %j', (title, short) => {
    expect(shortName(title)).toBe(short);
  });

  it('escapes what XML would read, and leaves out what it cannot hold', () => {
    const xml = described('Smoke & "<Fire>"', 'A\u0000 & B\ud800 🔥');
    expect(xml).toContain('<ShortName>Smoke &amp; &quot;&lt;Fire&gt;&quot;</ShortName>');
    expect(xml).toContain('<Description>A &amp; B 🔥</Description>');
  });
});
