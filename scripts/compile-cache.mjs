/**
 * Preloaded by the commands: what Node makes of the modules is kept in `.build/`, so that a command that is run again
 * starts in half the time. A module that has changed is made anew.
 */
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

enableCompileCache(join(dirname(dirname(fileURLToPath(import.meta.url))), '.build/compile-cache'));
