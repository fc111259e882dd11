/**
 * `npm test`: everything that tells whether this project is in order, the quickest first. It stops at the first stage that
 * fails and closes with the number of tests that passed and failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const workDir = join(root, '.build/tests');
const site = join(workDir, 'real');
const tiny = { CONTENT_DIR: 'tests/fixtures/sites/tiny' };

rmSync(workDir, { recursive: true, force: true });
mkdirSync(workDir, { recursive: true });

/** @type {{ name: string, command: string[], env?: Record<string, string>, counts?: string }[]} */
const stages = [
  { name: 'style', command: ['biome', 'check'] },
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'], env: tiny },
  vitest('unit', 'unit'),
  { name: 'content', command: ['node', 'src/cli/check.ts'] },
  {
    name: 'build',
    command: ['node', 'src/cli/build.ts'],
    env: { DIST_DIR: site, SITE_URL: 'https://real.example', BASE_PATH: '/' },
  },
  { name: 'browser', command: ['node', 'scripts/browser.mjs'] },
  { name: 'firefox', command: ['node', 'scripts/firefox.mjs'] },
  { name: 'nginx', command: ['node', 'scripts/nginx.mjs'] },
  { ...vitest('sites', 'sites'), env: { BUILT_SITE: site } },
];

const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
const totals = { passed: 0, failed: 0, skipped: 0 };
let failedStage;
for (const { name, command, env, counts } of stages) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const started = Date.now();
  const [program = '', ...parameters] = command;
  const { status } = spawnSync(program, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32',
  });
  const isCounted = counts === undefined || add(counts);
  const isInOrder = status === 0 && isCounted;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${isInOrder ? '✓' : '✗'} ${name}: ${isInOrder ? 'in order' : 'failed'} (${seconds} s)`);
  if (!isInOrder) {
    failedStage = name;
    break;
  }
}

const { passed, failed, skipped } = totals;
if (failedStage !== undefined) {
  console.log(`\nThe stage “${failedStage}” failed; what it says above is where to begin.`);
  process.exitCode = 1;
}
// A stage without tests of its own fails without a number: then none is given.
if (failedStage === undefined || failed > 0) {
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

/**
 * @param {string} name
 * @param {string} project of `vitest.config.ts`
 */
function vitest(name, project) {
  const counts = join(workDir, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`];
  return { name, command: ['vitest', 'run', '--project', project, ...reporters], counts };
}

/**
 * Adds up what Vitest counted; false where it ended before it had.
 * @param {string} file
 */
function add(file) {
  try {
    const counted = JSON.parse(readFileSync(file, 'utf8'));
    totals.passed += counted.numPassedTests;
    totals.failed += counted.numFailedTests;
    totals.skipped += counted.numPendingTests + counted.numTodoTests;
    return true;
  } catch {
    return false;
  }
}
