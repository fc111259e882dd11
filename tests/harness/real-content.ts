import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../content/reviews');

/** How many claims each review of the real site defines, by slug. */
export const claimsOf: ReadonlyMap<string, number> = new Map(
  readdirSync(folder).map((file) => [
    file.replace(/\.md$/, ''),
    readFileSync(join(folder, file), 'utf8').match(/^:::claim\{/gm)?.length ?? 0,
  ]),
);

/** How many claims the real site has in all. */
export const allClaims = [...claimsOf.values()].reduce((sum, count) => sum + count, 0);
