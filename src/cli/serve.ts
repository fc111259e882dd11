import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative, sep } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import express from 'express';
import { headersOf } from '../site/response-headers.ts';

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
  const app = express().disable('x-powered-by').use(compression({ brotli }));
  app.use(
    base,
    express.static(dir, {
      cacheControl: false,
      setHeaders: (response, path) => response.set(headersOf(relative(dir, path).replaceAll(sep, '/'))),
    }),
  );
  if (base !== '/') app.get('/', (_request, response) => response.redirect(base));
  app.use((_request, response) => {
    response.status(404).set(headersOf('404.html')).sendFile('404.html', { root: dir, cacheControl: false });
  });
  const server = createServer(app);
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

/** A tenth smaller than what `compression` asks for, in the same time. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      done();
    });
  });
}
