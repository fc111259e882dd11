import { createReadStream, type Stats } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { findFile } from './find-file.ts';
import { mediaTypeOf } from './media-types.ts';

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
  const found = findFile(dir, base, request.url ?? '/');
  if ('location' in found) response.writeHead(301, { Location: found.location }).end();
  else if (found.stats) send(request, response, found.status, found.file, found.stats);
  else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string, stats: Stats): void {
  const type = mediaTypeOf(file);
  const isText = /^text\/|json$|xml$|bibtex$|research-info-systems$/.test(type);
  const etag = `W/"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}"`;
  response.setHeader('Cache-Control', hasHashedName(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', etag);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const zip = isText && stats.size > 1024 && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.setHeader('Content-Type', isText ? `${type}; charset=utf-8` : type);
  if (isText) response.setHeader('Vary', 'Accept-Encoding');
  if (zip) response.setHeader('Content-Encoding', 'gzip');
  else response.setHeader('Content-Length', stats.size);
  response.writeHead(status);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const parts = zip ? [createReadStream(file), createGzip(), response] : [createReadStream(file), response];
  pipeline(parts, (error) => error && response.destroy());
}

/** Astro puts what it bundles into this folder, under names that change with the content. */
function hasHashedName(file: string): boolean {
  return /[/\\]_astro[/\\]/.test(file);
}
