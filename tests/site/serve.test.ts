import { once } from 'node:events';
import { get } from 'node:http';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { type ServedSite, serve } from '../../src/cli/serve.ts';
import { startCommand, tinyContent } from './run-command.ts';

const served: ServedSite[] = [];
afterAll(() => Promise.all(served.map((site) => site.close())));

async function serveTiny(name: 'tiny' | 'tinyBelow'): Promise<string> {
  const { dir, base } = inject(name);
  const site = await serve(dir, base);
  served.push(site);
  return site.url;
}

/** The status for a path sent as it is: `fetch` would tidy it up first. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((done, fail) => {
    get({ hostname, port, path }, (response) => done(response.resume().statusCode)).on('error', fail);
  });
}

describe.for(['tiny', 'tinyBelow'] as const)('the site %s as it is served', (name) => {
  test('pages are UTF-8 and compressed, and asked for again each time', async () => {
    const { status, headers } = await fetch(await serveTiny(name));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  test('what has not changed is not sent again', async () => {
    const url = await serveTiny(name);
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    // As a browser asks: without the second header Node's `fetch` would ask for the whole.
    const headers = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' };
    expect((await fetch(url, { headers })).status).toBe(304);
  });

  test('a missing page is answered with the page for it and status 404', async () => {
    const url = await serveTiny(name);
    const response = await fetch(`${url}claims/no-such-claim/`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe(await (await fetch(`${url}404.html`)).text());
  });

  test('a folder without its slash leads to the one with it', async () => {
    const url = await serveTiny(name);
    const response = await fetch(`${url}claims/lamp-never-failed?r=1`, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`${new URL(url).pathname}claims/lamp-never-failed/?r=1`);
  });

  test('nothing outside the site is served', async () => {
    const url = await serveTiny(name);
    const base = new URL(url).pathname;
    for (const path of ['../package.json', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', '%00', '%', '%ff']) {
      expect(await statusOf(url, base + path), path).toBe(404);
    }
  });
});

test('below a path, the root of the host leads to the site', async () => {
  const url = await serveTiny('tinyBelow');
  const response = await fetch(new URL('/', url));
  expect(response.url).toBe(url);
  expect((await fetch(new URL('/elsewhere/', url))).status).toBe(404);
});

test('npm start builds the site, serves it on a free port and says where', async () => {
  const dist = `${inject('tiny').dir}-started`;
  const taken = await serve(inject('tiny').dir, '/', 0);
  served.push(taken);
  const PORT = new URL(taken.url).port;
  const child = startCommand('start', { CONTENT_DIR: tinyContent, DIST_DIR: dist, BASE_PATH: '/x', PORT });
  try {
    let printed = '';
    child.stderr.resume();
    for await (const text of child.stdout.setEncoding('utf8')) {
      printed += text;
      if (printed.includes('Ctrl+C')) break;
    }
    const [url = ''] = /http:\S+/.exec(printed) ?? [];
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/x\/$/);
    expect(new URL(url).port).not.toBe(PORT);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}nothing/`)).status).toBe(404);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});
