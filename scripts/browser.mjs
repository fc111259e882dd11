/**
 * A Chromium for the browser tests and benches: the one that is there, else one installed the way that works on this
 * machine. A browser given as CHROMIUM_PATH is used before all others. Run as a script it prints the path of the one that
 * tests use: Debian's headless shell, the same engine without a browser's window and profile, where this may install it,
 * because it opens pages in less than half the time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { installDebianPackage, isDebianRoot } from './debian-package.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const headlessShell = '/usr/bin/chromium-headless-shell';

/**
 * The path of a Chromium on this machine, or undefined.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const given = process.env['CHROMIUM_PATH'];
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  return given || [...usualPlaces, playwrightsOwn()].find((path) => path !== undefined && existsSync(path));
}

/**
 * The path of what tests open pages with: the headless shell, else a whole browser.
 * @returns {string}
 */
export function ensureTestBrowser() {
  return findHeadlessShell() ?? ensureBrowser();
}

function findHeadlessShell() {
  const isWanted = !process.env['CHROMIUM_PATH'] && existsSync(headlessShell);
  return isWanted ? headlessShell : undefined;
}

/**
 * As `findBrowser`, but installs one where there is none.
 * @returns {string}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.error('No Chromium found; installing one for the browser tests …');
  if (isDebianRoot) installDebianPackage('chromium');
  else {
    const playwright = dirname(fileURLToPath(import.meta.resolve('playwright-core/package.json')));
    // What it says goes to the error stream: the path alone is this script's answer.
    spawnSync(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  }
  const installed = findBrowser();
  if (installed !== undefined) return installed;
  throw new Error(
    'The browser tests need Chromium, and it could not be installed. Install Chromium or Chrome by hand (on Debian or ' +
      'Ubuntu: sudo apt-get install chromium) and run this again, or set CHROMIUM_PATH to where it is.',
  );
}

function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (!process.env['CHROMIUM_PATH'] && !findHeadlessShell() && isDebianRoot) {
      console.error('No headless Chromium found; installing one for the browser tests …');
      installDebianPackage('chromium-headless-shell');
    }
    console.log(ensureTestBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
