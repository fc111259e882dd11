import process from 'node:process';

/** `npm run bench -- [name] [options]`: runs `bench/<name>/run.ts`, which prints what it measured; `build` without a name. */
const benches = ['build', 'lighthouse', 'search'] as const;

const given = process.argv.slice(2);
const isNamed = given[0] !== undefined && !given[0].startsWith('-');
const name = isNamed ? given[0] : 'build';
const bench = benches.find((known) => known === name);
if (bench) {
  process.argv.splice(2, process.argv.length, ...given.slice(isNamed ? 1 : 0));
  await import(`./${bench}/run.ts`);
} else {
  const expected = benches.map((known) => `\`${known}\``).join(', ');
  process.stderr.write(`Unexpected bench \`${name}\`, expected one of ${expected}\n`);
  process.exitCode = 1;
}
