/**
 * A Firefox for the tests of the main journeys in it: the one that is there, else Debian's, where this may install it. Run
 * as a script it prints the path, or says that those tests are passed over. A Firefox given as FIREFOX_PATH is used before
 * all others.
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installDebianPackage, isDebianRoot } from './debian-package.mjs';

const usualPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * The path of a Firefox on this machine, or undefined.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const given = process.env['FIREFOX_PATH'];
  if (given && !existsSync(given)) throw new Error(`FIREFOX_PATH names ${given}, which does not exist.`);
  return given || usualPlaces.find((path) => existsSync(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findFirefox() && isDebianRoot) {
    console.error('No Firefox found; installing one for the tests in it …');
    installDebianPackage('firefox-esr');
  }
  console.log(
    findFirefox() ??
      'There is no Firefox, so nothing is tried in it. To try it, install Firefox (on Debian: sudo apt-get install ' +
        'firefox-esr) and run this again, or set FIREFOX_PATH to where it is.',
  );
}
