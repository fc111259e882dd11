import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLibrary } from '../../src/core/library/create-library.ts';
import type { Library } from '../../src/core/model/library.ts';
import { createRoutes, type Routes } from '../../src/core/model/routes.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { makeCollection } from './generated-collection.ts';
import { makeQueries } from './generated-queries.ts';
import { type JudgedQuery, judgedQueries } from './judged-queries.ts';

/** Claims to search and queries to ask. */
export interface Collection {
  readonly name: string;
  readonly library: Library;
  readonly routes: Routes;
  readonly queries: readonly JudgedQuery[];
}

/** The site's own content with the queries that were judged by hand, as far as their claims are there. */
export async function ownCollection(): Promise<Collection> {
  const { library, routes } = await loadLibrary();
  const queries = judgedQueries.map((query) => resolved(query, library)).filter((query) => query !== undefined);
  return { name: 'own content', library, routes, queries };
}

/** A generated collection with `each` queries of every kind. */
export function generatedCollection(size: number, each: number): Collection {
  const made = makeCollection(size);
  const routes = createRoutes('https://generated.example', '/');
  const { library, messages } = createLibrary(made.content, { routes });
  const error = messages.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`Unexpected ${error.found} in the generated collection`);
  return { name: `generated, ${size.toLocaleString('en')} claims`, library, routes, queries: makeQueries(made, each) };
}

/** The pages of the site, built into a folder of their own; the search page among them is what is measured. */
export function buildPages(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'search-bench-')), 'site');
  const root = resolve(import.meta.dirname, '../..');
  const env = { ...process.env, DIST_DIR: folder, BASE_PATH: '/' };
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/build.ts'], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The site could not be built:\n${stderr}`);
  return folder;
}

/** Judgements of years and people put in numbers; none if no claim that was meant is in the collection. */
function resolved(query: JudgedQuery, library: Library): JudgedQuery | undefined {
  const [first = ''] = query.best;
  if (first === '') return query;
  const known = (ids: readonly string[]) => ids.filter((id) => library.claims.has(id));
  const claims = [...library.claims.values()];
  const [, person] = /^@(.+)$/.exec(first) ?? [];
  const [, from, to = from] = /^=(\d+)(?:-(\d+))?$/.exec(first) ?? [];
  let { best, good } = query;
  if (person) {
    best = claims.filter(({ about }) => about.some(({ id }) => id === person)).map(({ id }) => id);
    good = claims
      .filter(({ evidence }) => evidence.some(({ fact }) => fact.about.some(({ id }) => id === person)))
      .map(({ id }) => id);
  } else if (from && to) {
    const years = claims.flatMap(({ id, when }) =>
      when?.first ? [{ id, first: when.first.slice(0, 4), last: (when.last ?? when.first).slice(0, 4) }] : [],
    );
    best = years.filter(({ first: a, last: b }) => a >= from && b <= to).map(({ id }) => id);
    good = years.filter(({ first: a, last: b }) => a <= to && b >= from).map(({ id }) => id);
  }
  const ids = known(best);
  return ids.length === 0 ? undefined : { ...query, best: ids, good: known(good).filter((id) => !ids.includes(id)) };
}
