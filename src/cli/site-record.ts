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

/** Which site the last build made, and the file that tells what is known of it. */
export interface LastBuild extends SitePlace {
  readonly record: string;
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

export interface KeptFile {
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  readonly props: string;
  readonly reads: readonly number[];
}

export const recordsDir = join(projectDir, '.build/sites');

/** A file about the site in a folder, by what it tells: it stays until the next build there, or for a season. */
export function siteRecord(dist: string, about: 'json' | 'parsed'): string {
  return join(recordsDir, `${createHash('sha256').update(dist).digest('hex').slice(0, 16)}.${about}`);
}

/** The site of the last build in a folder; nothing when it was made of other sources, or is no longer the one we knew. */
export function lastBuild(dist: string, sources: string): LastBuild | undefined {
  const record = siteRecord(dist, 'json');
  try {
    const place: SitePlace = JSON.parse(linesOf(record)[0]);
    return place.folder === identityOf(dist) && place.sources === sources ? { ...place, record } : undefined;
  } catch {
    return undefined; // none was built there yet, or what was kept of it cannot be read
  }
}

/** What is known of a site; nothing when it cannot be read. */
export function keptSite(record: string): KeptSite | undefined {
  try {
    return JSON.parse(linesOf(record)[1]);
  } catch {
    return undefined;
  }
}

function linesOf(record: string): [string, string] {
  const [place = '', site = ''] = readFileSync(record, 'utf8').split('\n');
  return [place, site];
}

/** A folder as the disk knows it. */
export function identityOf(folder: string): string {
  const { ino, birthtimeMs } = statSync(folder);
  return `${ino} ${birthtimeMs}`;
}
