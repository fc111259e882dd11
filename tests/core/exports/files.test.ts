import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { claimReview } from '../../../src/core/exports/schema-org/claim-review.ts';
import { personThing } from '../../../src/core/exports/schema-org/person.ts';
import { reviewThing } from '../../../src/core/exports/schema-org/review.ts';
import { breadcrumbs, inContext, webSite } from '../../../src/core/exports/schema-org/site.ts';
import { workThing } from '../../../src/core/exports/schema-org/work.ts';
import { exported, sites } from '../../harness/exported.ts';

const contexts = new Map(
  [
    ['http://www.w3.org/ns/anno.jsonld', 'anno.jsonld'],
    ['https://schema.org', 'schema-org.jsonld'],
  ].map(([url, file]) => [
    url,
    JSON.parse(readFileSync(join(import.meta.dirname, '../../contexts', file ?? ''), 'utf8')),
  ]),
);

/** Expands a document in safe mode, in which nothing may be dropped, and without the network. */
function expand(document: object): Promise<unknown[]> {
  const documentLoader = async (url: string) => {
    if (!contexts.has(url)) throw new Error(`a context from elsewhere: ${url}`);
    return { document: contexts.get(url), documentUrl: url };
  };
  return jsonld.expand(document as jsonld.JsonLdDocument, { safe: true, documentLoader } as jsonld.Options.Expand); // the types lag behind the package
}

describe.each(Object.entries(sites))('what the site %s exports', (_, contentDir) => {
  const { library, routes, files, text } = exported(contentDir);
  const value = (path: string) => JSON.parse(text(path));

  it('has a file for every annotation and review', () => {
    for (const id of library.claims.keys()) expect(files.has(`claims/${id}.json`), id).toBe(true);
    for (const id of library.facts.keys()) expect(files.has(`facts/${id}.md`), id).toBe(true);
    for (const slug of library.reviews.keys()) expect(files.has(`reviews/${slug}/annotations.json`), slug).toBe(true);
  });

  it('is JSON-LD of which a processor in safe mode drops nothing', async () => {
    const documents = [...files.keys()]
      .filter((path) => /^(claims|facts|reviews)\/.*\.json$|^claimreview\.json$/.test(path))
      .map(value);
    expect(documents.length).toBeGreaterThan(library.claims.size + library.facts.size);
    documents.push(
      inContext(webSite(library.site, routes), breadcrumbs([['A', routes.claims()]], routes)),
      ...[...library.claims.values()].map((claim) => inContext(claimReview(claim, library, routes))),
      ...[...library.works.values()].map((work) => inContext(workThing(work, library, routes))),
      ...[...library.people.values()].map((person) => inContext(personThing(person, routes))),
      ...[...library.reviews.values()].map((review) => inContext(reviewThing(review, library, routes))),
    );
    for (const document of documents) expect(await expand(document)).toHaveLength(document['@graph']?.length ?? 1);
  });

  it('follows the schemas it names', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(ajv);
    for (const name of ['claims', 'facts'] as const) {
      const data = value(`${name}.json`);
      const validate = ajv.compile(value(data.$schema.replace(routes.absolute('/'), '')));
      expect(validate(data), ajv.errorsText(validate.errors)).toBe(true);
      expect(data[name]).toHaveLength(library[name].size);
      expect(validate({ ...data, [name]: [{ ...data[name][0], id: '' }] })).toBe(false);
    }
  });

  it('follows its schemas of annotations and ClaimReviews', () => {
    const ajv = new Ajv2020({ strict: true, strictTuples: false, allErrors: true });
    addFormats.default(ajv);
    const isAnnotation = ajv.compile(value('schemas/annotation-1.json'));
    for (const path of [...files.keys()].filter((name) => /^(claims|facts)\/.*\.json$/.test(name))) {
      expect(isAnnotation(value(path)), `${path}: ${ajv.errorsText(isAnnotation.errors)}`).toBe(true);
    }
    expect(isAnnotation({ ...value(`claims/${[...library.claims.keys()][0]}.json`), target: [] })).toBe(false);
    const isFeed = ajv.compile(value('schemas/claimreview-1.json'));
    expect(isFeed(value('claimreview.json')), ajv.errorsText(isFeed.errors)).toBe(true);
  });

  it('explains every column', () => {
    for (const name of ['claims', 'facts']) {
      const { columns } = value(`${name}.csv-metadata.json`).tableSchema;
      expect(columns.filter((column: Record<string, string>) => !column['dc:description'])).toEqual([]);
    }
  });

  it('says the same in CSV as in JSON', () => {
    for (const name of ['claims', 'facts']) {
      const { data: rows } = Papa.parse<Record<string, string>>(text(`${name}.csv`).trimEnd(), {
        header: true,
        newline: '\r\n',
      });
      const asText = (cell: unknown, key: string) =>
        Array.isArray(cell) ? cell.join(key === 'passages' ? '\n' : ' ') : String(cell ?? '');
      const inJson = value(`${name}.json`)[name].map((record: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(record).map(([key, cell]) => [key, asText(cell, key)])),
      );
      const plain = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell.replace(/^'(?=[=+\-@])/, '')])),
      );
      expect(plain).toEqual(inJson);
    }
  });

  it('names the same claims in all of them', () => {
    const ids = [...library.claims.keys()].sort();
    const items = (page: number, slug: string) => value(`reviews/${slug}/annotations/${page}.json`).items;
    const inPages = [...library.reviews.keys()].flatMap((slug) => {
      const { last, total } = value(`reviews/${slug}/annotations.json`);
      const pages = Number(/(\d+)\.json$/.exec(last)?.[1]);
      const found = Array.from({ length: pages }, (_, index) => items(index + 1, slug)).flat();
      expect(found).toHaveLength(total);
      return found;
    });
    expect(inPages.flatMap(({ id }) => /\/claims\/(.+)\.json$/.exec(id)?.[1] ?? []).sort()).toEqual(ids);
    const reviewed = value('claimreview.json').dataFeedElement.map(
      (element: { item: { url: string } }) => element.item.url,
    );
    expect(reviewed.map((url: string) => url.split('/').at(-2)).sort()).toEqual(ids);
  });

  it('hands on the bibliography as it stands, and as CSL', () => {
    expect(value('sources.json').map(({ id }: { id: string }) => id)).toEqual([...library.sources.keys()]);
    for (const { bibtex } of library.sources.values()) expect(text('sources.bib')).toContain(bibtex.trim());
  });
});
