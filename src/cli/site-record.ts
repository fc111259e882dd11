import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './output.ts';

/*
 * The file in which is kept what is known of the site of the last build in a folder: its first line says which site it is,
 * the second what its files were made of.
 */

/** Which site it was. */
export interface SitePlace {
  /** The folder the site was put in, as the disk knows it: another in its place is another site. */
  readonly folder: string;
  /** When it was finished; what was written into the site since is not of that build. */
  readonly finished: number;
  /** The sources it was made of (`sourcesKey`). */
  readonly sources: string;
}

/**
 * What is known of the site of the last build: what each of its files was made of. A file is the same in the next site when
 * the sources of the site are the same and all that was read for it is.
 */
export interface KeptSite {
  /** The things of the library that were read: names, and digests as they were; none for what was made of others alone. */
  readonly names: readonly string[];
  readonly digests: readonly (string | null)[];
  /** By thing: the things it was made of. */
  readonly parts: Readonly<Record<number, readonly number[]>>;
  readonly files: readonly KeptFile[];
}

/** An output of that site, and the numbers of the things that were read for it. */
export interface KeptFile {
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  readonly props: string;
  readonly reads: readonly number[];
}

/** Where these files are, and what was parsed beside them (`kept-parses.ts`). */
export const recordsDir = join(projectDir, '.build/sites');

/** A file about the site in a folder, by what it tells: it stays until the next build there, or for a season. */
export function siteRecord(dist: string, about: 'json' | 'parsed'): string {
  return join(recordsDir, `${nameOf(dist)}.${about}`);
}

/** A short name for the folder of a site. */
export function nameOf(dist: string): string {
  return createHash('sha256').update(dist).digest('hex').slice(0, 16);
}

/** The site of the last build in a folder, with what is known of it. */
export interface LastBuild extends SitePlace {
  readonly known: KeptSite;
}

/** The site of the last build in a folder; nothing when it was made of other sources, or is no longer the one we knew. */
export function lastBuild(dist: string, sources: string): LastBuild | undefined {
  try {
    const [here = '', known = ''] = readFileSync(siteRecord(dist, 'json'), 'utf8').split('\n');
    const place: SitePlace = JSON.parse(here);
    if (place.folder !== identityOf(dist) || place.sources !== sources) return undefined;
    return { ...place, known: JSON.parse(known) };
  } catch {
    return undefined; // none was built there yet, or what was kept of it cannot be read
  }
}

/** A folder as the disk knows it. */
export function identityOf(folder: string): string {
  const { ino, birthtimeMs } = statSync(folder);
  return `${ino} ${birthtimeMs}`;
}
