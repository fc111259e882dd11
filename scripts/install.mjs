/**
 * Runs before every npm script of this project, on the machine's own Node and without any package: installs what
 * `package-lock.json` names when it is not there. When nothing has changed it says nothing and takes no time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const digestFile = join(modules, '.install-digest');

const lock = read(join(root, 'package-lock.json'));
if (lock === undefined) fail('package-lock.json is missing: this is no complete copy of the project.');
const digest = createHash('sha256').update(lock).digest('hex');

if (read(digestFile)?.trim() !== digest) {
  if (!holdsAllOf(lock)) install();
  requireNode();
  writeFileSync(digestFile, `${digest}\n`);
}

function install() {
  const reason =
    read(join(modules, '.package-lock.json')) === undefined ? 'first run' : 'package-lock.json has changed';
  console.log(`Installing packages (${reason}; this takes a minute or two) …`);
  const started = Date.now();
  const npm = process.env.npm_execpath;
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm ci --loglevel=error', { cwd: root, stdio: 'inherit', shell: true });
  if (error || status !== 0)
    fail(`npm ci did not succeed${error ? `: ${error.message}` : ''}. Mend what it says above and try again.`);
  console.log(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** The commands need Node 24; the package `node` brings it, unless npm was told to run no install scripts. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > 22 || (major === 22 && minor >= 18);
  const isInstalled = ['node', 'node.exe'].some((name) => existsSync(join(modules, 'node', 'bin', name)));
  if (isNewEnough || isInstalled) return;
  fail(
    `This project needs Node 24, and this is ${process.version}. The package \`node\` should have brought it: allow ` +
      'its install script (npm config set ignore-scripts false) and run `npm ci`, or install Node 24 yourself.',
  );
}

/**
 * Whether what is installed is what the lock file names, by npm's own record of it: so that a folder that `npm install`
 * has just made is not made again.
 * @param {string} wanted the text of package-lock.json
 */
function holdsAllOf(wanted) {
  const installed = packagesOf(read(join(modules, '.package-lock.json')));
  return Object.entries(packagesOf(wanted)).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * @param {string | undefined} text of a lock file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(text) {
  try {
    return JSON.parse(text ?? '{}').packages ?? {};
  } catch {
    return {};
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
