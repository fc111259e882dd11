import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Built, buildOnce } from './build-once.ts';
import { growthChart } from './growth-chart.ts';

/*
 * How long a build takes, what it costs and how it grows: `npm run bench`. Every size is built by the site's own command
 * in a process of its own, with no card drawn before. The result is put beside the last one that was saved.
 *
 *   --sizes 1000,5000,20000   claims of the generated collections
 *   --save                    keeps the result in bench/results/, for the next run to compare with
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,5000,20000' },
    save: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
  throw new Error(`Unexpected sizes \`${values.sizes}\`, expected whole numbers with commas between: 1000,5000`);
}

interface Result {
  readonly machine: string;
  /** Milliseconds of processor time on one thread, for the smallest collection. */
  readonly parse: { readonly ours: number; readonly floor: number };
  readonly built: readonly Built[];
}

const saved = join(import.meta.dirname, '../results/build.json');
const before: Result | undefined = existsSync(saved) ? JSON.parse(readFileSync(saved, 'utf8')) : undefined;

const parse = measureFloor(Math.min(...sizes));
console.log(
  `parse, one thread: ${parse.ours.toFixed(0)} ms; bare remark-parse + remark-directive + remark-rehype: ${parse.floor.toFixed(0)} ms; ratio ${(parse.ours / parse.floor).toFixed(2)}`,
);
const built: Built[] = [];
for (const size of sizes) {
  const one = buildOnce(size);
  print(one, built.at(-1));
  built.push(one);
}
keep({
  machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
  parse,
  built,
});

function measureFloor(claims: number): Result['parse'] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'floor.ts'), String(claims)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function print(one: Built, smaller: Built | undefined): void {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const stages = Object.entries(one.stages).map(([stage, ms]) => `${stage} ${seconds(ms)}`);
  const rate = (one.claims / (one.total / 1000)).toFixed(0);
  console.log(`\n${one.claims} claims: ${seconds(one.total)}, ${rate} claims a second (${stages.join(', ')})`);
  console.log(
    `  ${one.pages} pages of ${(one.pageBytes / one.pages / 1000).toFixed(1)} kB, ${(one.bytes / 1e6).toFixed(1)} MB in all; at most ${(one.peakMemory / 1e6).toFixed(0)} MB of memory`,
  );
  if (smaller) {
    const [size, time] = [one.claims / smaller.claims, one.total / smaller.total];
    console.log(`  ${size.toFixed(1)} times the claims of the last take ${time.toFixed(1)} times its time`);
  }
  const last = before?.built.find(({ claims }) => claims === one.claims);
  if (last) console.log(`  last saved: ${seconds(last.total)} (now ${(one.total / last.total).toFixed(2)} times that)`);
}

function keep(result: Result): void {
  const folder = values.save ? join(saved, '..') : resolve(import.meta.dirname, '../../.build/bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'build.json'), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(folder, 'build.svg'), growthChart(result.built));
  console.log(`\nWritten into ${folder}: build.json, and build.svg with the growth`);
}
