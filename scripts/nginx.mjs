/**
 * An nginx to try the configuration in `deploy/` with: the one that is there, else Debian's, where this may install it. Run
 * as a script it prints the path, or says that the tests with it are passed over.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const usualPlaces = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx'];

/**
 * The path of an nginx on this machine, or undefined.
 * @returns {string | undefined}
 */
export function findNginx() {
  return usualPlaces.find((path) => existsSync(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findNginx() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('No nginx found; installing one for the tests of deploy/nginx.conf …');
    // It is only to be there: the tests start it themselves.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env });
    const wanted = ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'];
    spawnSync('apt-get', wanted, { stdio: ['ignore', 2, 2], env });
  }
  console.log(
    findNginx() ??
      'There is no nginx, so deploy/nginx.conf is not tried. To try it, install nginx (on Debian or Ubuntu: sudo apt-get ' +
        'install nginx-light) and run this again.',
  );
}
