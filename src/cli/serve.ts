import { createReadStream, type Stats, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

/** A site being served. */
export interface ServedSite {
  /** Its first page. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site on this machine alone as a static host would: folders end in a slash, a missing page is answered
 * with `404.html` and status 404, names with a hash in them may be kept for ever, text is UTF-8 and compressed. Files are
 * looked up at each request, so that a new build shows at once.
 */
export async function serve(dir: string, base = '/', port = 0): Promise<ServedSite> {
  const server = createServer((request, response) => answer(dir, base, request, response));
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${actual}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      done();
    });
  });
}

function answer(dir: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const { pathname, search } = new URL(request.url?.replace(/^\/+/, '/') ?? '/', 'http://127.0.0.1');
  if (pathname === '/' && base !== '/') return redirect(response, base);
  if (`${pathname}/` === base) return redirect(response, base + search);
  const path = pathname.startsWith(base) ? decoded(pathname.slice(base.length)) : undefined;
  if (path !== undefined) {
    const file = join(dir, normalize(`/${path}`));
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      const index = join(file, 'index.html');
      const indexStats = statSync(index, { throwIfNoEntry: false });
      if (indexStats && !pathname.endsWith('/')) return redirect(response, `${pathname}/${search}`);
      if (indexStats) return send(request, response, 200, index, indexStats);
    } else if (stats && !pathname.endsWith('/')) {
      return send(request, response, 200, file, stats);
    }
  }
  const notFound = join(dir, '404.html');
  const stats = statSync(notFound, { throwIfNoEntry: false });
  if (stats) return send(request, response, 404, notFound, stats);
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location }).end();
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

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string, stats: Stats): void {
  const type = typeOf(file);
  const etag = `W/"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}"`;
  const isHashed = /[/\\]_astro[/\\]/.test(file);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', etag);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const zip = isText(type) && stats.size > 1024 && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.setHeader('Content-Type', isText(type) ? `${type}; charset=utf-8` : type);
  if (isText(type)) response.setHeader('Vary', 'Accept-Encoding');
  if (zip) response.setHeader('Content-Encoding', 'gzip');
  else response.setHeader('Content-Length', stats.size);
  response.writeHead(status);
  if (request.method === 'HEAD') return void response.end();
  const parts = zip ? [createReadStream(file), createGzip(), response] : [createReadStream(file), response];
  pipeline(parts, (error) => error && response.destroy());
}

/** Everything a site of this project holds. Source: IANA media types. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.bib': 'application/x-bibtex',
  '.ris': 'application/x-research-info-systems',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

function typeOf(file: string): string {
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

function isText(type: string): boolean {
  return /^text\/|json$|xml$|bibtex$|research-info-systems$/.test(type);
}
