import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { headersOf } from '../../src/site/response-headers.ts';

/** A server that counts what it sends, as a host would send it: text compressed, the rest as it is, nothing unchanged twice. */
export interface CountedServer {
  readonly origin: string;
  /** Bytes sent since the last call, by path. */
  readonly taken: () => Map<string, number>;
  readonly close: () => void;
}

/** Serves the files of a map first, then those of a folder. */
export async function serveCounted(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<CountedServer> {
  let sent = new Map<string, number>();
  const ready = new Map<
    string,
    { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> } | undefined
  >();
  const load = (path: string) => {
    const content = files.get(path) ?? fromDisk(join(folder, path));
    if (!content) return undefined;
    const type = types[extname(path)];
    return {
      body: type ? gzipSync(content, { level: 9 }) : content,
      headers: {
        'Cache-Control': headersOf(path)['Cache-Control'] ?? '',
        'Content-Type': type ?? 'application/octet-stream',
        ETag: `"${createHash('sha256').update(content).digest('hex')}"`,
        ...(type && { 'Content-Encoding': 'gzip' }),
      },
    };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname).slice(1) + (pathname.endsWith('/') ? 'index.html' : '');
    if (!ready.has(path)) ready.set(path, load(path));
    const file = ready.get(path);
    if (!file) return void response.writeHead(404).end();
    if (request.headers['if-none-match'] === file.headers['ETag'])
      return void response.writeHead(304, file.headers).end();
    sent.set(path, (sent.get(path) ?? 0) + file.body.length);
    response.writeHead(200, file.headers).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    taken: () => {
      const taken = sent;
      sent = new Map();
      return taken;
    },
    close: () => server.close(),
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

function fromDisk(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
