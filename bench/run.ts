import process from 'node:process';

/** `npm run bench -- <name> [options]`: runs `bench/<name>/run.ts`, which prints what it measured. */
const benches = ['search', 'lighthouse'] as const;

const [name = '', ...options] = process.argv.slice(2);
const bench = benches.find((known) => known === name);
if (bench) {
  process.argv.splice(2, process.argv.length, ...options);
  await import(`./${bench}/run.ts`);
} else {
  const found = name === '' ? 'no bench' : `bench \`${name}\``;
  process.stderr.write(`Unexpected ${found}, expected one of ${benches.map((known) => `\`${known}\``).join(', ')}\n`);
  process.exitCode = 1;
}
