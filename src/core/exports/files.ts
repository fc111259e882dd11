import type { Claim, Fact, Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { annotationCollection, annotationPage, pageSize, pagesOf } from './annotation-collection.ts';
import { claimColumns } from './claim-columns.ts';
import { type ClaimFeedWords, claimFeed } from './claim-feed.ts';
import { type CorrectionFeedWords, correctionFeed } from './correction-feed.ts';
import { claimReviewFeed } from './data-feed.ts';
import { factColumns } from './fact-columns.ts';
import { atomFeed, type Feed, jsonFeed } from './feed.ts';
import { annotationSchema, claimReviewSchema, schemaVersion, tableSchema } from './schemas.ts';
import { type Column, csv, csvMetadata, type Meanings, recordSchema, records } from './table.ts';
import { collectionTombstone, tombstone, tombstoneSource } from './tombstone.ts';
import { annotationContext, webAnnotation } from './web-annotation.ts';

/** The words that machines' files carry for people, in the language of the site. */
export interface ExportWords {
  readonly claims: TableWords;
  readonly facts: TableWords;
  readonly feed: ClaimFeedWords;
  readonly corrections: CorrectionFeedWords;
}

interface TableWords {
  readonly title: string;
  readonly columns: Meanings;
}

/**
 * Makes the text of a file when it is asked for, of the library it is given: that of which the files were listed, or one that
 * reads like it.
 */
export type ExportFile = (library: Library) => string;

/** Files by their path below the base of the site. */
export type ExportFiles = ReadonlyMap<string, ExportFile>;

/**
 * The files for machines of single annotations and reviews: annotations and their pages as JSON-LD, sources of annotations
 * as the author's Markdown.
 */
export function annotationFiles(listed: Library, routes: Routes): ExportFiles {
  const { files: each, put, putJson, pathOf } = createFiles(routes);
  putAnnotations('claim', listed.claims.keys(), ({ claims }) => claims);
  putAnnotations('fact', listed.facts.keys(), ({ facts }) => facts);
  for (const { id, was = 'claim' } of listed.withdrawals.values()) {
    putJson(pathOf(routes.annotation(was, id)), ({ withdrawals }) => tombstone(entryOf(withdrawals, id), routes));
    put(pathOf(routes.annotation(was, id, 'md')), ({ withdrawals }) => tombstoneSource(entryOf(withdrawals, id)));
  }
  for (const { kind, id } of listed.formerIds.values()) {
    for (const form of ['json', 'md'] as const) {
      const fileNow = ({ formerIds }: Library) => {
        const { toKind, to } = entryOf(formerIds, id);
        return each.get(pathOf(routes.annotation(toKind, to, form)));
      };
      if (fileNow(listed))
        put(pathOf(routes.annotation(kind, id, form)), (library) => fileNow(library)?.(library) ?? '');
    }
  }
  for (const [slug, review] of listed.reviews) {
    putJson(pathOf(routes.annotations(slug)), (library) =>
      annotationCollection(entryOf(library.reviews, slug), library, routes),
    );
    for (let page = 1; page <= pagesOf(review); page++) {
      putJson(pathOf(routes.annotations(slug, page)), (library) =>
        annotationPage(entryOf(library.reviews, slug), page, library, routes),
      );
    }
  }
  // How many pages a review had that was taken back is not known; all its annotations are among those that were.
  const mostPages = Math.max(1, Math.ceil(listed.withdrawals.size / pageSize));
  for (const slug of listed.withdrawnReviews.keys()) {
    for (const page of [undefined, ...Array.from({ length: mostPages }, (_, index) => index + 1)]) {
      putJson(pathOf(routes.annotations(slug, page)), ({ withdrawnReviews }) =>
        collectionTombstone(entryOf(withdrawnReviews, slug), routes, page),
      );
    }
  }
  for (const former of listed.formerSlugs.keys()) {
    const fileNow = ({ formerSlugs }: Library, page?: number) =>
      each.get(pathOf(routes.annotations(entryOf(formerSlugs, former), page)));
    for (let page: number | undefined; fileNow(listed, page); page = (page ?? 0) + 1) {
      put(pathOf(routes.annotations(former, page)), (library) => fileNow(library, page)?.(library) ?? '');
    }
  }
  return each;

  function putAnnotations(
    kind: 'claim' | 'fact',
    ids: Iterable<string>,
    of: (library: Library) => ReadonlyMap<string, Claim | Fact>,
  ): void {
    for (const id of ids) {
      putJson(pathOf(routes.annotation(kind, id)), (library) => ({
        '@context': annotationContext,
        ...webAnnotation(entryOf(of(library), id), library, routes),
      }));
      put(pathOf(routes.annotation(kind, id, 'md')), (library) => `${entryOf(of(library), id).source.trimEnd()}\n`);
    }
  }
}

function entryOf<Entry>(entries: ReadonlyMap<string, Entry>, id: string): Entry {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`Unexpected loss of ${id}, which was listed`);
  return entry;
}

/**
 * The files for machines in which all of a site is gathered: tables as JSON and CSV with their schemas, feeds as Atom and
 * JSON Feed, sources as BibTeX and CSL-JSON.
 */
export function gatheredFiles(library: Library, routes: Routes, words: ExportWords): ExportFiles {
  const { files, put, putJson, pathOf } = createFiles(routes);
  putTable('claims', claimColumns(library, routes), library.claims, words.claims);
  putTable('facts', factColumns(library, routes), library.facts, words.facts);
  putJson('claimreview.json', () => claimReviewFeed(library, routes));
  putSchema('annotation', annotationSchema);
  putSchema('claimreview', claimReviewSchema);
  put('sources.bib', () => [...library.sources.values()].map(({ bibtex }) => `${bibtex.trim()}\n`).join('\n'));
  putJson('sources.json', () => [...library.sources.values()].map(({ csl }) => csl));
  putFeed('feed', () => claimFeed(library, routes, words.feed));
  putFeed('corrections', () => correctionFeed(library, routes, words.corrections));
  put('robots.txt', () => `User-agent: *\nAllow: /\n\nSitemap: ${routes.absolute('/sitemap-index.xml')}\n`);
  return files;

  function putTable<Row>(
    name: string,
    columns: readonly Column<Row>[],
    rows: ReadonlyMap<string, Row>,
    { title, columns: meanings }: TableWords,
  ): void {
    const { site } = library;
    const about = { title, publisher: site.publisher ?? site.title, licence: site.licence?.url ?? null };
    putJson(`${name}.json`, () => ({
      $schema: routes.whole(routes.schema(name, schemaVersion)),
      ...about,
      [name]: records(columns, rows.values()),
    }));
    put(`${name}.csv`, () => csv(columns, rows.values()));
    putJson(`${name}.csv-metadata.json`, () =>
      csvMetadata(columns, meanings, {
        url: `${name}.csv`,
        'dc:title': title,
        'dc:publisher': about.publisher,
        ...(site.licence && { 'dc:license': { '@id': site.licence.url } }),
      }),
    );
    putSchema(name, (id) => tableSchema(id, name, title, recordSchema(columns, meanings)));
  }

  function putSchema(name: string, schema: (id: string) => object): void {
    const link = routes.schema(name, schemaVersion);
    putJson(pathOf(link), () => schema(routes.whole(link)));
  }

  function putFeed(name: string, make: () => Feed): void {
    let made: Feed | undefined;
    const feed = () => {
      made ??= make();
      return made;
    };
    put(`${name}.xml`, () => atomFeed(name, feed(), library, routes));
    putJson(`${name}.json`, () => jsonFeed(name, feed(), library, routes));
  }
}

function createFiles(routes: Routes) {
  const files = new Map<string, ExportFile>();
  const put = (path: string, make: ExportFile) => files.set(path, make);
  return {
    files,
    put,
    putJson: (path: string, value: (library: Library) => unknown) => put(path, (library) => json(value(library))),
    pathOf: (link: string) => decodeURIComponent(link.slice(routes.base.length)),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
