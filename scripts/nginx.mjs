/**
 * An nginx to try the configuration in `deploy/` with: the one that is there, else Debian's, where this may install it. Run
 * as a script it prints the path, or says that the tests with it are passed over.
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installDebianPackage, isDebianRoot } from './debian-package.mjs';

const usualPlaces = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx'];

/**
 * The path of an nginx on this machine, or undefined.
 * @returns {string | undefined}
 */
export function findNginx() {
  return usualPlaces.find((path) => existsSync(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findNginx() && isDebianRoot) {
    console.error('No nginx found; installing one for the tests of deploy/nginx.conf …');
    installDebianPackage('nginx-light'); // it is only to be there: the tests start it themselves
  }
  console.log(
    findNginx() ??
      'There is no nginx, so deploy/nginx.conf is not tried. To try it, install nginx (on Debian or Ubuntu: sudo apt-get ' +
        'install nginx-light) and run this again.',
  );
}
