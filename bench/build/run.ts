import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { readArguments, refusePositionals, wrong } from '../../src/cli/arguments.ts';
import { type Built, buildOnce, distOf, rebuild } from './build-once.ts';
import { growthChart } from './growth-chart.ts';
import { buildPeer, type Peer, type PeerBuilt, peers } from './peers.ts';
import { clearAside } from './set-aside.ts';

const given = readArguments({
  usage: 'npm run bench -- [options]',
  summary: `How long a build takes, what it costs, how it grows, and how other generators do with the same text. Every build runs
in a process of its own, with no card drawn before. The result is put beside the last one that was saved.`,
  options: {
    sizes: { type: 'string', value: '<numbers>', about: 'claims of the generated collections (1000,5000,20000)' },
    peers: { type: 'string', value: '<names>', about: `whom to compare with, or none (${peers.join()})` },
    'peers-at': { type: 'string', value: '<number>', about: 'at which size (5000)' },
    save: { type: 'boolean', about: 'keeps the result in bench/results/, for the next run to compare with' },
  },
});
if (!given) process.exit();
refusePositionals(given.positionals);
const { sizes: asked = '1000,5000,20000', peers: others = peers.join(), save } = given.values;
const sizes = asked.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size > 0))
  throw wrong(`\`${asked}\` as \`--sizes\``, 'whole numbers with commas between: 1000,5000');
const compared = others === 'none' ? [] : others.split(',');
const unknown = compared.find((name) => !isPeer(name));
if (unknown !== undefined) throw wrong(`\`${unknown}\` as \`--peers\``, `${peers.join(', ')} or none`);

interface Result {
  readonly date: string;
  readonly machine: string;
  /** Load average of the five minutes before the end: above twice the number of cores, others were at work too. */
  readonly load: number;
  /** Milliseconds of processor time on one thread, for the smallest collection. */
  readonly parse: { readonly ours: number; readonly floor: number };
  readonly built: readonly Built[];
  readonly peers: { readonly claims: number; readonly built: readonly PeerBuilt[] };
}

const saved = join(import.meta.dirname, '../results/build.json');
const before: Result | undefined = existsSync(saved) ? JSON.parse(readFileSync(saved, 'utf8')) : undefined;
const folder = save ? join(saved, '..') : resolve(import.meta.dirname, '../../.build/bench');
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

const parse = measureFloor(Math.min(...sizes));
console.log(
  `parse, one thread: ${parse.ours.toFixed(0)} ms; bare remark-parse + remark-directive + remark-rehype: ${parse.floor.toFixed(0)} ms; ratio ${(parse.ours / parse.floor).toFixed(2)}`,
);
/** An odd number, of which the median counts. */
const rebuilds = 3;
const peersAt = Number(given.values['peers-at'] ?? 5000);
const built: Built[] = [];
const peersBuilt: PeerBuilt[] = [];
for (const size of sizes) {
  const whole = await buildOnce(size);
  print(whole, built.at(-1));
  // At once: whatever else a machine is at changes within minutes.
  const one = { ...whole, again: await rebuild(size, rebuilds) };
  printAgain(one);
  built.push(one);
  keep();
  for (const name of size === peersAt ? compared.filter(isPeer) : []) {
    const peer = await buildPeer(name, distOf(size));
    printPeer(peer, one);
    peersBuilt.push(peer);
    keep();
  }
}
clearAside();
console.log(`\nWritten into ${folder}: build.json, and build.svg with the growth`);

function isPeer(name: string): name is Peer {
  return peers.some((known) => known === name);
}

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
  const stages = Object.entries(one.stages).map(([stage, ms]) => `${stage} ${seconds(ms)}`);
  const rate = (one.claims / (one.time / 1000)).toFixed(0);
  console.log(`\n${one.claims} claims: ${seconds(one.time)}, ${rate} claims a second (${stages.join(', ')})`);
  console.log(
    `  ${one.pages} pages of ${(one.pageBytes / one.pages / 1000).toFixed(1)} kB, ${one.files} files of ${megabytes(one.bytes)}; at most ${megabytes(one.memory)} of memory`,
  );
  if (smaller) {
    const [size, time] = [one.claims / smaller.claims, one.time / smaller.time];
    console.log(`  ${size.toFixed(1)} times the claims of the last take ${time.toFixed(1)} times its time`);
  }
  const last = before?.built.find(({ claims }) => claims === one.claims);
  if (last) console.log(`  last saved: ${seconds(last.time)} (now ${(one.time / last.time).toFixed(2)} times that)`);
}

function printAgain({ again = [], time: whole }: Built): void {
  const times = again.map(({ time }) => time).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  const share = ((100 * median) / whole).toFixed(0);
  console.log(
    `  one changed claim: ${share} % of that, ${seconds(median)}, the median of ${times.map(seconds).join(', ')}`,
  );
}

function printPeer({ name, pages, time, memory }: PeerBuilt, ours: Built): void {
  const ratio = (ours.time / time).toFixed(2);
  console.log(
    `  ${name}: ${seconds(time)} for ${pages} pages, at most ${megabytes(memory)} of memory; ours takes ${ratio} times that`,
  );
}

function keep(): void {
  const result: Result = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
    load: Math.round(10 * (loadavg()[1] ?? 0)) / 10,
    parse,
    built,
    peers: { claims: peersAt, built: peersBuilt },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'build.json'), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(folder, 'build.svg'), growthChart(result.built));
}
