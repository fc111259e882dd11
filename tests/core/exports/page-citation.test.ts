import { plugins } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import {
  asBibtex,
  asCslJson,
  asRis,
  asText,
  type CitedPage,
  citedPage,
} from '../../../src/core/exports/page-citation.ts';
import { bibtexEntries } from '../../../src/core/library/bibtex-entries.ts';

const page: CitedPage = {
  id: 'bakery-was-the-kings',
  title: 'The fire began in the “king’s” bakery & cost 50% of_the city.',
  author: 'A. Reader',
  site: 'Smoke & Mirrors',
  publisher: 'Smoke Press',
  published: '2026-09-02',
  genre: 'Claim, revision 2',
  language: 'en',
  address: 'https://smoke.example/claims/bakery-was-the-kings/#r2',
};
const item = citedPage(page);

describe('a page of the site is cited', () => {
  it('in words', () => {
    expect(asText(item, 'en')).toBe(
      'A. Reader. 2026. ‘The fire began in the “king’s” bakery & cost 50% of_the city’. Claim, revision 2. Smoke & Mirrors. Smoke Press. 2 September 2026. https://smoke.example/claims/bakery-was-the-kings/#r2.',
    );
    expect(asText(citedPage({ ...page, title: 'Was it so?', published: '1903~' }), 'en')).toMatch(
      /^A\. Reader\. n\.d\. ‘Was it so\?’ Claim, revision 2\./,
    );
  });

  it('each page in its own words, though they are much alike', () => {
    const other = citedPage({ ...page, title: 'Nobody $& died', address: 'https://smoke.example/claims/nobody/' });
    expect(asText(other, 'en')).toContain('‘Nobody $& died’.');
    expect(asText(other, 'en')).toContain('https://smoke.example/claims/nobody/');
    expect(asText(item, 'en')).toContain('#r2');
  });

  it('in RIS, which reads back as what it was', () => {
    const [back] = plugins.input.chain(asRis(item), { generateGraph: false });
    expect(back).toMatchObject({ title: item.title, URL: page.address, publisher: 'Smoke Press' });
    expect(back?.['issued']).toEqual({ 'date-parts': [[2026, 9, 2]] });
    expect(asRis(item)).toContain('DA  - 2026/09/02/');
    expect(asRis(item)).toMatch(/^TY {2}- ELEC[\s\S]*ER {2}-/);
  });

  it('in RIS without a break within a title, however long', () => {
    const title = 'The best-known photograph of the storming of the Winter Palace shows a spectacle staged in 1920';
    expect(asRis(citedPage({ ...page, title }))).toContain(`\nTI  - ${title}\n`);
    expect(asRis(item)).toContain(`\nID  - ${page.id}\n`);
  });

  it('in BibTeX, which the bibliography of a site can hold', () => {
    const problems: string[] = [];
    const [entry, ...others] = bibtexEntries('sources.bib', asBibtex(item), (rule) => problems.push(rule));
    expect(problems).toEqual([]);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ type: 'misc', key: page.id });
    const [back] = plugins.input.chain(asBibtex(item), { generateGraph: false });
    expect(back).toMatchObject({ title: item.title, URL: page.address });
    expect(asBibtex(citedPage({ ...page, title: 'Троцкий' }))).toContain('Троцкий');
  });

  it('in CSL-JSON', () => {
    expect(JSON.parse(asCslJson(item))).toEqual([item]);
    expect(citedPage({ ...page, published: '1903~' })).not.toHaveProperty('issued');
    expect(item).toMatchObject({ type: 'webpage', 'container-title': 'Smoke & Mirrors', genre: 'Claim, revision 2' });
  });
});
