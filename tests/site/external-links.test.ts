import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { askPolitely, type Manners } from '../../src/cli/links/ask-politely.ts';
import { findCopy } from '../../src/cli/links/find-copy.ts';
import type { LinkAnswer } from '../../src/core/model/link-check.ts';
import { projectDir, runCommand, tinyContent } from './run-command.ts';

/** Other people's hosts, all of them on this machine, and what they were asked. */
const log: { host: string; method: string; path: string; agent: string; start: number; end: number }[] = [];
let busyness = 0;
const paths: Record<string, RequestListener> = {
  '/fine': (_, response) => response.end('here it is'),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/members': (_, response) => response.writeHead(403).end(),
  '/no-head': (request, response) => response.writeHead(request.method === 'HEAD' ? 403 : 200).end(),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/busy': (_, response) => {
    if (++busyness > 1) response.end('now');
    else response.writeHead(429, { 'Retry-After': '0' }).end();
  },
  '/too-busy': (_, response) => response.writeHead(429, { 'Retry-After': '3600' }).end(),
  '/moved': (_, response) => response.writeHead(301, { Location: '/fine' }).end(),
  '/moved-and-gone': (_, response) => response.writeHead(302, { Location: '/gone' }).end(),
  '/round': (_, response) => response.writeHead(302, { Location: '/and-round' }).end(),
  '/and-round': (_, response) => response.writeHead(302, { Location: '/round' }).end(),
  '/elsewhere': (_, response) => response.writeHead(302, { Location: 'ftp://files.example/' }).end(),
  '/silent': () => undefined,
  '/cut': (request) => request.socket.destroy(),
};
const answer: RequestListener = (request, response) => {
  const { method = '', url: path = '', headers } = request;
  const entry = {
    host: headers.host ?? '',
    method,
    path,
    agent: headers['user-agent'] ?? '',
    start: Date.now(),
    end: 0,
  };
  log.push(entry);
  response.on('close', () => {
    entry.end = Date.now();
  });
  (paths[path] ?? paths[path.replace(/\?.*/, '')] ?? paths['/gone'])?.(request, response);
};
const pem = readFileSync(join(projectDir, 'tests/fixtures/outside/self-signed.pem'));
const servers: Server[] = [
  createServer(answer),
  createServer(answer),
  createSecureServer({ key: pem, cert: pem }, answer),
];
let [first, second, secure] = ['', '', ''];
const scratch = mkdtempSync(join(tmpdir(), 'external-'));

beforeAll(async () => {
  [first = '', second = '', secure = ''] = await Promise.all(
    servers.map(
      (server, index) =>
        new Promise<string>((done) => {
          server.listen(0, '127.0.0.1', () => {
            const { port } = server.address() as AddressInfo; // it listens on a port
            done(`${index === 2 ? 'https' : 'http'}://127.0.0.1:${port}`);
          });
        }),
    ),
  );
});
beforeEach(() => {
  log.length = 0;
  busyness = 0;
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(scratch, { recursive: true, force: true });
});

const manners: Manners = {
  userAgent: 'OnTheRecord-LinkCheck/1.0 (+https://record.example)',
  hosts: 3,
  restSeconds: 0.06,
  timeoutSeconds: 1, // on a busy machine an answer takes its time
  retries: 2,
  pauseSeconds: 0.01,
  longestPauseSeconds: 1,
};

async function ask(...urls: string[]): Promise<Record<string, LinkAnswer>> {
  const answers: Record<string, LinkAnswer> = {};
  await askPolitely(urls, manners, (url, given) => {
    answers[url] = given;
  });
  return answers;
}
const asked = (path: string) => log.filter((one) => one.path === path).map(({ method }) => method);

test('what comes of an address', async () => {
  const expected: Record<string, LinkAnswer> = {
    [`${first}/fine`]: { status: 200 },
    [`${first}/gone`]: { status: 404 },
    [`${first}/members`]: { status: 403 },
    [`${first}/no-head`]: { status: 200 },
    [`${first}/broken`]: { status: 500 },
    [`${first}/busy`]: { status: 200 },
    [`${first}/too-busy`]: { status: 429 },
    [`${first}/moved`]: { status: 200, to: `${first}/fine` },
    [`${first}/moved-and-gone`]: { status: 404, to: `${first}/gone` },
    [`${first}/round`]: { problem: 'endless-redirect' },
    [`${first}/elsewhere`]: { status: 302 },
    [`${second}/silent`]: { problem: 'no-answer' },
    [`${second}/cut`]: { problem: 'no-answer' },
    [`${secure}/fine`]: { problem: 'bad-certificate' },
    'http://nobody.invalid/': { problem: 'unknown-host' },
  };
  const answers = await ask(...Object.keys(expected));
  expect({ ...answers, 'http://nobody.invalid/': { problem: 'unknown-host' } }).toEqual(expected);
  // A machine without a resolver cannot tell that a host does not exist.
  expect(answers['http://nobody.invalid/']?.problem).toMatch(/^(?:unknown-host|no-answer)$/);
  expect(asked('/fine')).toEqual(['HEAD', 'HEAD']);
  expect(asked('/gone')).toEqual(['HEAD', 'GET', 'HEAD', 'GET']);
  expect(asked('/no-head')).toEqual(['HEAD', 'GET']);
  expect(asked('/busy')).toEqual(['HEAD', 'HEAD']);
  expect(asked('/too-busy')).toEqual(['HEAD']);
  expect(asked('/broken')).toEqual(['HEAD', 'GET', 'HEAD', 'GET', 'HEAD', 'GET']);
  expect(asked('/silent'), 'a host that is down is waited for').toHaveLength(3);
  expect(asked('/cut'), 'but not with every address').toHaveLength(1);
});

test('no host is asked two things at once, or without a rest, also by way of another; every request says who asks', async () => {
  const toSecond: RequestListener = (_, response) => response.writeHead(302, { Location: `${second}/fine` }).end();
  paths['/to-the-second'] = toSecond;
  const urls = Array.from({ length: 4 }, (_, index) => [`${first}/fine?${index}`, `${second}/fine?${index}`]).flat();
  await ask(...urls, `${first}/to-the-second`);
  for (const host of new Set(log.map((one) => one.host))) {
    const ofHost = log.filter((one) => one.host === host).sort((a, b) => a.start - b.start);
    expect(ofHost.length).toBeGreaterThan(4);
    for (const [index, one] of ofHost.entries()) {
      const before = ofHost[index - 1];
      if (before) expect(one.start - before.end).toBeGreaterThanOrEqual(30);
    }
  }
  expect(log.some((one, index) => log.some((other, at) => at !== index && other.host !== one.host))).toBe(true);
  expect(new Set(log.map(({ agent }) => agent))).toEqual(new Set([manners.userAgent]));
});

describe('a copy in the archive', () => {
  test.for([
    [
      'is given by its address, over TLS',
      { closest: { available: true, status: '200', url: 'http://web.example/1' } },
      'https://web.example/1',
    ],
    ['is none where the archive has none', {}, undefined],
    [
      'is none where the archive kept an error',
      { closest: { available: true, status: '404', url: 'http://web.example/1' } },
      undefined,
    ],
    [
      'is none where its address is none',
      { closest: { available: true, status: '200', url: 'no address' } },
      undefined,
    ],
  ] as const)('%s', async ([_what, archived_snapshots, expected]) => {
    const wanted = 'https://papers.example/a?b=c&d=e';
    paths[`/available?url=${encodeURIComponent(wanted)}`] = (_, response) =>
      response.end(JSON.stringify({ archived_snapshots }));
    expect(await findCopy(wanted, manners, `${first}/available`)).toBe(expected);
  });

  test('is none where the archive cannot be asked', async () => {
    expect(await findCopy('https://papers.example/', manners, `${second}/silent`)).toBeUndefined();
    expect(await findCopy('https://papers.example/', manners, `${second}/gone`)).toBeUndefined();
  });
});

describe('npm run check -- --links', () => {
  /** The small site, with these addresses in a source and a review. */
  function contentWith(source: string, prose: string): string {
    const content = join(mkdtempSync(join(scratch, 'site-')), 'content');
    cpSync(tinyContent, content, { recursive: true });
    const bib = join(content, 'sources.bib');
    writeFileSync(bib, readFileSync(bib, 'utf8').replace('https://archive.example/lamp-log', source));
    appendFileSync(join(content, 'reviews/the-lamp-that-never-failed.md'), `\nMore of it [elsewhere](${prose}).\n`);
    return content;
  }
  const day = { SOURCE_DATE_EPOCH: '1767225600' };
  const check = (CONTENT_DIR: string, environment = {}, ...options: string[]) =>
    runCommand('check', { CONTENT_DIR, CI: '', ...day, ...environment }, options);

  test('asks, keeps what came of it with its day, and reports what is dead; the next check only reads', async () => {
    const content = contentWith(`${first}/gone`, `${second}/moved`);
    const { code, stdout, stderr } = await check(content, {}, '--links');
    expect(stderr).toContain('Asked for 2 links, 1 without a page');
    expect(stdout).toMatch(/sources\.bib:\d+:1 warning Unexpected address `\S+\/gone` .* \[dead-link\]/);
    expect(code).toBe(0);
    const lines = readFileSync(join(content, 'links.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      expect.arrayContaining([
        { url: `${first}/gone`, checked: '2026-01-01', status: 404, since: '2026-01-01' },
        { url: `${second}/moved`, checked: '2026-01-01', status: 200, to: `${second}/fine` },
      ]),
    );
    log.length = 0;
    const again = await check(content);
    expect(again.stdout).toBe(stdout);
    expect(log).toEqual([]);
    await check(content, {}, '--links');
    expect(
      log.map(({ path }) => path),
      'what was there today is not asked for again',
    ).toEqual(['/gone', '/gone']);
  });

  test('in CI nothing is asked and nothing written', async () => {
    const content = contentWith(`${first}/gone`, `${second}/fine`);
    const { code, stderr } = await check(content, { CI: 'true' }, '--links');
    expect(stderr).toContain('In CI no address is asked for');
    expect(log).toEqual([]);
    expect(existsSync(join(content, 'links.jsonl'))).toBe(false);
    expect(code).toBe(0);
  });

  test('where nothing answers at all, the last results stand', async () => {
    const content = contentWith('http://nobody.invalid/', 'http://nobody.invalid/a');
    const before = '{"url":"http://nobody.invalid/","checked":"2025-12-01","status":200}\n';
    writeFileSync(join(content, 'links.jsonl'), before);
    const { stderr } = await check(content, {}, '--links');
    expect(stderr).toContain('seems to be offline');
    expect(readFileSync(join(content, 'links.jsonl'), 'utf8')).toBe(before);
  });
});

test.for([
  [
    'beside the address',
    'aged',
    ['Read it: https://archive.example/lamp-log', 'Archived copy: https://copies.example/lamp-log'],
    undefined,
  ],
  [
    'before the address that was last seen dead, which is said with its day',
    'russian',
    [
      'Читать копию в архиве: https://copies.example/lamp-log',
      'Первоначальный адрес: https://archive.example/lamp-log',
    ],
    '20 ноября 2026 по первоначальному адресу страница не открылась.',
  ],
] as const)('the page of a source offers a copy %s', ([_where, site, expected, said]) => {
  const page = readFileSync(join(inject(site).dir, 'sources/lamp-log-1904/index.html'), 'utf8');
  const links = [...page.matchAll(/<a class="btn" href="(https:[^"]+)">([^<]+)</g)].map(
    ([, href, text]) => `${text}: ${href}`,
  );
  expect(links).toEqual(expected);
  if (said) expect(page).toContain(said);
  else expect(page).not.toMatch(/gave no page/);
});
