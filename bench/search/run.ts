import process from 'node:process';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { readArguments, refusePositionals, wrong } from '../../src/cli/arguments.ts';
import { claimRecord, toldClaim } from '../../src/core/search/claim-record.ts';
import { createSearchFiles } from '../../src/site/search/search-files.ts';
import { toldClaims } from '../../src/site/search/told-claims.ts';
import { buildPages, type Collection, generatedCollection, ownCollection } from './collections.ts';
import { type Engine, miniSearch, ownSearch, pagefindAlone } from './engines.ts';
import { type JudgedQuery, kinds } from './judged-queries.ts';
import { mean, quantile, type Score, scoreOf } from './measure.ts';
import { serveCounted } from './serve-counted.ts';

/** Milliseconds in which what was found last is painted: a reader looks at it before asking anew. */
const rest = 100;

const given = readArguments({
  usage: 'npm run bench -- search [options]',
  summary: `How well and how fast search finds claims, in a real browser: the search page of the site, Pagefind as it comes and
MiniSearch answer the same queries over the same records.`,
  options: {
    sizes: { type: 'string', value: '<numbers>', about: 'sizes of the generated collections, or none (1000,10000)' },
    each: { type: 'string', value: '<number>', about: 'queries of each kind over a generated collection (20)' },
    engines: { type: 'string', value: '<names>', about: 'which are asked (site,pagefind,minisearch)' },
    misses: { type: 'boolean', about: 'prints every query of the site that is not answered best' },
  },
});
if (!given) process.exit();
refusePositionals(given.positionals);
const { sizes: asked = '1000,10000', each = '20', engines: wanted = 'site,pagefind,minisearch', misses } = given.values;

const folder = buildPages();
const sizes = asked === 'none' ? [] : asked.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size > 0))
  throw wrong(`\`${asked}\` as \`--sizes\``, 'whole numbers with commas between, or none');
const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...args, '--no-sandbox'] });
try {
  await measure(await ownCollection());
  for (const size of sizes) await measure(generatedCollection(size, Number(each)));
} finally {
  await browser.close();
}

async function measure(collection: Collection): Promise<void> {
  const { library, routes, queries, name } = collection;
  console.log(`\n${name}: ${library.claims.size} claims, ${queries.length} queries`);
  const records = [...library.claims.values()].map((claim) =>
    claimRecord(toldClaim(claim, routes, { by: '', confidence: '', topics: claim.topics })),
  );
  const engines: Engine[] = [];
  if (wanted.includes('site')) engines.push(ownSearch(await createSearchFiles(toldClaims(library, routes), library)));
  if (wanted.includes('pagefind')) engines.push(await pagefindAlone(records));
  if (wanted.includes('minisearch')) engines.push(miniSearch(records));
  const rows: Row[] = [];
  for (const engine of engines) rows.push(await measureEngine(engine, queries));
  print(rows, queries);
}

interface Row {
  readonly engine: string;
  readonly scores: readonly Score[];
  /** Milliseconds of each query on an open page: asked there for the first time, with what it fetches, and again later. */
  readonly fresh: readonly number[];
  readonly warm: readonly number[];
  /** Bytes fetched in all for a first query in a fresh profile, page and fonts aside. */
  readonly bytes: readonly number[];
}

async function measureEngine(engine: Engine, queries: readonly JudgedQuery[]): Promise<Row> {
  const server = await serveCounted(folder, engine.files);
  const scores: Score[] = [];
  const fresh: number[] = [];
  const warm: number[] = [];
  const bytes: number[] = [];
  try {
    const page = await browser.newPage();
    await engine.open(page, server.origin, 'warm up');
    for (const query of queries) {
      await page.waitForTimeout(rest);
      fresh.push((await engine.ask(page, query.query)).ms);
    }
    for (const query of queries) {
      await engine.ask(page, 'something else');
      const { ids, ms } = await engine.ask(page, query.query);
      const score = scoreOf(query, ids);
      scores.push(score);
      warm.push(ms);
      if (misses && engine.name === 'this site' && score.reciprocalRank < 1) {
        console.log(
          `  ${score.reciprocalRank.toFixed(2)} ${query.kind}: ${query.query} → ${ids.slice(0, 3).join(' ')} (${query.best.slice(0, 2).join(' ')})`,
        );
      }
    }
    await page.close();
    for (const query of everyThird(queries)) {
      const context = await browser.newContext();
      const fresh = await context.newPage();
      server.taken();
      await engine.open(fresh, server.origin, query.query);
      const taken = [...server.taken()].filter(
        ([path]) => !/\.(?:html|woff2|svg|css)$/.test(path) && path !== 'favicon.ico',
      );
      bytes.push(taken.reduce((sum, [, size]) => sum + size, 0));
      await context.close();
    }
  } finally {
    server.close();
  }
  return { engine: engine.name, scores, fresh, warm, bytes };
}

function print(rows: readonly Row[], queries: readonly JudgedQuery[]): void {
  const head = rows.map(({ engine }) => engine.padStart(16)).join('');
  console.log(`${'MRR / nDCG@10'.padEnd(20)}${head}`);
  for (const kind of [...kinds, 'all kinds'] as const) {
    const here = queries.flatMap((query, index) => (kind === 'all kinds' || query.kind === kind ? [index] : []));
    if (here.length === 0) continue;
    const cells = rows.map(({ scores }) => {
      const own = here.flatMap((index) => scores[index] ?? []);
      const rr = mean(own.map(({ reciprocalRank }) => reciprocalRank));
      return `${rr.toFixed(3)} ${mean(own.map(({ ndcg }) => ndcg)).toFixed(3)}`.padStart(16);
    });
    console.log(`${kind.padEnd(15)}${String(here.length).padStart(4)} ${cells.join('')}`);
  }
  const line = (label: string, cell: (row: Row) => string) =>
    console.log(`${label.padEnd(20)}${rows.map((row) => cell(row).padStart(16)).join('')}`);
  const ms = (times: 'fresh' | 'warm', share: number) => (row: Row) => `${quantile(row[times], share).toFixed(1)} ms`;
  line('new query, median', ms('fresh', 0.5));
  line('new query, 95 %', ms('fresh', 0.95));
  line('warm query, median', ms('warm', 0.5));
  line('warm query, 95 %', ms('warm', 0.95));
  const kB = (share: number) => (row: Row) => `${(quantile(row.bytes, share) / 1000).toFixed(0)} kB`;
  line('first query, median', kB(0.5));
  line('first query, 95 %', kB(0.95));
  line('first query, most', (row) => `${(Math.max(...row.bytes) / 1000).toFixed(0)} kB`);
}

function everyThird<T>(items: readonly T[]): T[] {
  return items.filter((_, index) => index % 3 === 0);
}
