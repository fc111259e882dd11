import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { createRoutes, type Routes } from '../core/model/routes.ts';
import { ContentError } from './content-error.ts';

/** What a run is told from outside: where to read, and under which address readers will find the site. */
export interface Settings {
  /** The author's folder, absolute: `CONTENT_DIR`, or `content` in the current folder. */
  readonly contentDir: string;
  /** Origin of the host, without a path: `SITE_URL`, or `url` of `site.yaml`. */
  readonly siteUrl: string;
  /** The path below the host, with a slash at both ends: `BASE_PATH`, or `/`. */
  readonly base: string;
}

/** Stands in while `site.yaml` gives no address; the check reports that, and nothing is built. */
const noAddress = 'http://localhost';

/** The settings of this run. A variable that cannot be used throws a `ContentError` that says what to write instead. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const contentDir = resolve(environment['CONTENT_DIR'] || 'content');
  return {
    contentDir,
    siteUrl: siteUrlFrom(environment['SITE_URL'], contentDir),
    base: basePathFrom(environment['BASE_PATH'] || '/'),
  };
}

/** The addresses of the site these settings describe. */
export function routesFor({ siteUrl, base }: Settings): Routes {
  return createRoutes(siteUrl, base);
}

/** The name under which an author knows a file of the content folder: its path from where the command was given. */
export function shownPath(contentDir: string, path: string): string {
  return relative(process.cwd(), join(contentDir, path)) || '.';
}

function siteUrlFrom(variable: string | undefined, contentDir: string): string {
  const given = variable || addressIn(join(contentDir, 'site.yaml'));
  const name = variable ? 'SITE_URL' : `\`url\` in ${shownPath(contentDir, 'site.yaml')}`;
  if (given === undefined) return noAddress;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    if (!variable) return noAddress; // the check says what is wrong with it, at its line
    throw unusable(name, given, 'an address such as https://record.example');
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    const below = url.pathname === '/' ? '' : `; the path below it goes into BASE_PATH (BASE_PATH=${url.pathname})`;
    throw unusable(name, given, `the host alone, ${url.origin}${below}`);
  }
  return url.origin;
}

/** `url` of `site.yaml`, as far as it can be read: whether the file is right is for the check to say. */
function addressIn(file: string): string | undefined {
  try {
    if (!statSync(file).isFile()) return undefined; // a pipe would be waited for
    const site: unknown = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' });
    const url = typeof site === 'object' && site !== null && 'url' in site ? site.url : undefined;
    return typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}

function basePathFrom(given: string): string {
  const segments = given.split('/').filter((segment) => segment !== '');
  const usable = segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment));
  if (!usable || given.includes('//')) {
    throw unusable(
      'BASE_PATH',
      given,
      'a path of letters, digits and any of - . _ ~ between slashes, such as /reviews/',
    );
  }
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

/** A setting that cannot be used, in the grammar of all messages. */
export function unusable(name: string, given: string, expected: string): ContentError {
  return new ContentError(`Unexpected ${name} \`${given}\`, expected ${expected}`);
}
