import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { readArguments, refusePositionals } from '../../src/cli/arguments.ts';
import { serve } from '../../src/cli/serve.ts';
import { onePageOfEachKind } from './page-kinds.ts';

const given = readArguments({
  usage: 'npm run build && npm run bench -- lighthouse [options]',
  summary: `What Lighthouse says of the heaviest page of each kind, as a phone on a slow network sees it. npm fetches Lighthouse
for the run; the project does not depend on it.`,
  options: {
    dir: { type: 'string', value: '<folder>', about: 'the built site, at the root of its host (dist)' },
    lighthouse: { type: 'string', value: '<file>', about: 'a Lighthouse that is installed already' },
    pages: { type: 'string', value: '<paths>', about: 'the pages, as /,/claims/, instead of one of each kind' },
  },
});
if (!given) process.exit();
refusePositionals(given.positionals);
const { dir = 'dist', lighthouse, pages } = given.values;
const version = '13.5.0';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface LighthouseReport {
  /** How fast the machine was at that moment: 1,000 is a middling office machine. Performance is to be read with it. */
  readonly environment: { readonly benchmarkIndex: number };
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly scoreDisplayMode: string }>
  >;
}

const site = await serve(dir);
const scratch = mkdtempSync(join(tmpdir(), 'lighthouse-'));
console.log(['page'.padEnd(64), ...categories, 'benchmark index'].join('  '));
for (const [index, path] of (pages?.split(',') ?? onePageOfEachKind(dir)).entries()) {
  const report = await measure(new URL(path.replace(/^\//, ''), site.url).href, join(scratch, `${index}.json`));
  const scores = categories.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100));
  const speed = String(Math.round(report.environment.benchmarkIndex)).padStart('benchmark index'.length);
  console.log(
    [path.padEnd(64), ...scores.map((score, at) => String(score).padStart(categories[at]?.length ?? 0)), speed].join(
      '  ',
    ),
  );
  if (scores.every((score) => score === 100)) continue;
  for (const { title, score, scoreDisplayMode } of Object.values(report.audits)) {
    if (score !== null && score < 0.9 && scoreDisplayMode !== 'informative') console.log(`    ${score}  ${title}`);
  }
}
await site.close();

async function measure(url: string, output: string): Promise<LighthouseReport> {
  const [program, ...first] = lighthouse ? ['node', lighthouse] : ['npx', '--yes', `lighthouse@${version}`];
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'].join(' ');
  const parameters = [url, '--quiet', '--output=json', `--output-path=${output}`, `--chrome-flags=${flags}`];
  const child = spawn(program ?? 'npx', [...first, ...parameters, `--only-categories=${categories.join(',')}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROME_PATH: ensureBrowser() },
  });
  await new Promise((done) => child.once('exit', done));
  return JSON.parse(readFileSync(output, 'utf8')) as LighthouseReport; // as Lighthouse writes it
}
