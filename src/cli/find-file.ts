import { type Stats, statSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** A file to send with its status (none where even the page for missing ones is missing), or where to look instead. */
export type Found =
  | { readonly status: 200 | 404; readonly file: string; readonly stats: Stats | undefined }
  | { readonly location: string };

/** What a static host answers to an address, for a site in `dir` that is hosted under `base`. Never leaves `dir`. */
export function findFile(dir: string, base: string, address: string): Found {
  const url = URL.parse(address.replace(/^\/+/, '/'), 'http://127.0.0.1');
  if (!url) return missing(dir);
  const { pathname, search } = url;
  if (!pathname.startsWith(base)) {
    const isAbove = pathname === '/' || `${pathname}/` === base;
    return isAbove ? { location: base + search } : missing(dir);
  }
  const path = decoded(pathname.slice(base.length));
  if (path === undefined) return missing(dir);
  const wanted = join(dir, normalize(`/${path}`));
  if (!pathname.endsWith('/')) {
    const stats = statsOf(wanted);
    if (stats?.isFile()) return { status: 200, file: wanted, stats };
    return statsOf(join(wanted, 'index.html')) ? { location: `${pathname}/${search}` } : missing(dir);
  }
  const index = join(wanted, 'index.html');
  const stats = statsOf(index);
  return stats ? { status: 200, file: index, stats } : missing(dir);
}

function missing(dir: string): Found {
  const file = join(dir, '404.html');
  return { status: 404, file, stats: statsOf(file) };
}

function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined; // missing, below a file, or a name too long to be one: nothing is served
  }
}

/** Undefined where the address is no text, or names what no file can be called. */
function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
