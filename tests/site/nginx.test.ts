import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findNginx } from '../../scripts/nginx.mjs';
import { headersOf } from '../../src/site/response-headers.ts';
import { filesIn } from './dead-links.ts';
import { projectDir } from './run-command.ts';

const { dir, base } = inject('aged');
const configuration = (name: string) => readFileSync(join(projectDir, 'deploy', name), 'utf8');

test.for(['nginx.conf', 'Caddyfile'])('%s says the policy and the other headers that npm start sends', (name) => {
  for (const value of Object.values({ ...headersOf('_astro/x.js'), ...headersOf('') })) {
    expect(configuration(name)).toContain(value);
  }
});

test('_headers says them to the hosts that read it', () => {
  const text = readFileSync(join(dir, '_headers'), 'utf8');
  const rules = Object.fromEntries(
    text
      .trim()
      .split('\n\n')
      .map((rule) => [rule.split('\n')[0], rule]),
  );
  const kept = ['_astro', ...['claims', 'fragment', 'index', 'people', 'words'].map((name) => `pagefind/${name}`)];
  expect(Object.keys(rules)).toEqual([`${base}*`, ...kept.map((folder) => `${base}${folder}/*`)]);
  expect(rules[`${base}*`]).toContain(`\n  Content-Security-Policy: ${headersOf('')['Content-Security-Policy']}\n`);
  for (const folder of kept) {
    expect(rules[`${base}${folder}/*`]).toBe(
      `${base}${folder}/*\n  Cache-Control: public, max-age=31536000, immutable`,
    );
  }
});

const nginx = findNginx();

describe.skipIf(!nginx)('nginx, as deploy/nginx.conf sets it up for a site below a path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  let server: ChildProcess;
  let origin = '';

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const root = join(folder, 'site');
    mkdirSync(join(root, dirname(base)), { recursive: true });
    symlinkSync(dir, join(root, base).replace(/\/$/, ''));
    const moved = readFileSync(join(dir, '_redirects'), 'utf8').replace(/ 301$/gm, ';');
    writeFileSync(join(folder, 'moved.map'), moved);
    const own = configuration('nginx.conf')
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replaceAll('/srv/record', folder)
      .replace('set $base /;', `set $base ${base};`);
    writeFileSync(join(folder, 'site.conf'), own);
    symlinkSync('/etc/nginx/mime.types', join(folder, 'mime.types'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
      .join(' ');
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    const whole = `${user} pid ${folder}/pid; daemon off; events {} http { access_log off; ${temporary} include site.conf; }`;
    writeFileSync(join(folder, 'nginx.conf'), whole);
    server = spawn(nginx ?? '', ['-c', join(folder, 'nginx.conf'), '-e', 'stderr'], { stdio: 'inherit' });
    for (let attempt = 0; attempt < 100 && !(await isUp(origin)); attempt++) await setTimeout(100);
  });

  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (path: string) => fetch(`${origin}${base}${path}`, { redirect: 'manual' });

  test('it sends what npm start sends', async () => {
    const files = filesIn(dir);
    const hashed = files.find((file) => /^_astro\/.*\.js$/.test(file)) ?? '';
    const searched = files.filter((file) => file.startsWith('pagefind/'));
    for (const path of ['', 'claims/', hashed, 'claims.json', ...searched]) {
      const response = await ask(path);
      expect(response.status).toBe(200);
      for (const [name, value] of Object.entries(headersOf(path))) expect(response.headers.get(name), path).toBe(value);
      if (!path.startsWith('pagefind/')) expect(response.headers.get('Content-Encoding'), path).toBe('gzip');
    }
  });

  test('each kind of file has its type', async () => {
    const types: Readonly<Record<string, string>> = {
      'index.html': 'text/html; charset=utf-8',
      'claims.json': 'application/json; charset=utf-8',
      'claims.csv': 'text/csv; charset=utf-8',
      'sources.bib': 'application/x-bibtex; charset=utf-8',
      'icon.svg': 'image/svg+xml; charset=utf-8',
      'cards/site.png': 'image/png',
    };
    for (const [path, type] of Object.entries(types)) {
      const response = await ask(path);
      expect([path, response.status, response.headers.get('Content-Type')]).toEqual([path, 200, type]);
    }
    const font = filesIn(dir).find((file) => file.endsWith('.woff2')) ?? '';
    expect((await ask(font)).headers.get('Content-Type')).toBe('font/woff2');
  });

  test('what is not there is answered by the site, with the right status', async () => {
    const response = await ask('claims/nobody-said-this/');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(readFileSync(join(dir, '404.html'), 'utf8'));
    expect((await ask('_redirects')).status).toBe(404);
    expect((await ask('_headers')).status).toBe(404);
  });

  test('a folder without its slash, and what was renamed, lead to the page', async () => {
    const leads = async (path: string) => {
      const response = await ask(path);
      return [response.status, response.headers.get('Location')];
    };
    expect(await leads('claims')).toEqual([301, `${base}claims/`]);
    expect(await leads('claims/single-match/')).toEqual([301, `${base}claims/one-match/`]);
    expect(await leads('reviews/the-lamp/')).toEqual([301, `${base}reviews/the-lamp-that-never-failed/`]);
  });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
      server.close(() => done(port));
    });
  });
}

async function isUp(origin: string): Promise<boolean> {
  try {
    await fetch(origin);
    return true;
  } catch {
    return false;
  }
}
