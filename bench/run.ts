import process from 'node:process';
import { wrong } from '../src/cli/arguments.ts';
import { run } from '../src/cli/run.ts';

/** `npm run bench -- [name] [options]`: runs `bench/<name>/run.ts`, which prints what it measured; `build` without a name. */
const benches = ['build', 'lighthouse', 'search'] as const;

await run(async () => {
  const given = process.argv.slice(2);
  const isNamed = given[0] !== undefined && !given[0].startsWith('-');
  const name = isNamed ? given[0] : 'build';
  const bench = benches.find((known) => known === name);
  if (!bench) throw wrong(`bench \`${name}\``, `one of ${benches.map((known) => `\`${known}\``).join(', ')}`);
  process.argv.splice(2, process.argv.length, ...given.slice(isNamed ? 1 : 0));
  await import(`./${bench}/run.ts`);
  return undefined;
});
