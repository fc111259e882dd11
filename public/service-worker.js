/**
 * Keeps what a reader has opened, so that it can be read again without a network. The rule: what the network has goes
 * before what is kept, always. Only where it does not answer, or not within `patience`, is the kept page shown, and says
 * so. Files in `_astro/` have names that change with their content: those come from here first.
 */

const scope = self.registration.scope;
const patience = 3000;
/** What is kept of each kind: the oldest goes when there is more. */
const most = { pages: 300, files: 150, search: 500 };
/** To look through all that is kept takes longer than to keep one thing more. */
const putsBetweenLooks = 20;
let puts = 0;
/** Milliseconds until what the search has fetched is kept. */
const rest = 1500;
/** What of it is not kept yet. */
const waiting = new Map();
const version = 1;
const nameOf = (kind) => `${scope} ${kind} ${version}`;
const offlinePage = `${scope}offline/`;
const keptOn = 'x-kept-on';

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(deleteFormerCaches().then(() => self.clients.claim()));
});

/** A page that was open before this was there says what it is made of; the browser has all of it, just fetched. */
self.addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  event.waitUntil(Promise.allSettled(event.data.filter(isOurs).map((url) => keep(url, 'force-cache'))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isOurs(request.url) || request.headers.has('range')) return;
  if (request.cache === 'only-if-cached') return;
  event.respondWith(kindOf(request.url) === 'files' ? keptFirst(event) : networkFirst(event));
});

/** It is shown when nothing can be fetched any more: what it is made of has to be there. */
async function keepOfflinePage() {
  await keep(offlinePage);
  const html = (await (await kept(offlinePage))?.text()) ?? '';
  const files = [...html.matchAll(/(?:src|href)="([^"]*\/_astro\/[^"]+)"/g)].map(
    ([, path]) => new URL(path, offlinePage),
  );
  await Promise.allSettled(files.map(({ href }) => keep(href)));
}

async function deleteFormerCaches() {
  const current = Object.keys(most).map(nameOf);
  const former = (await caches.keys()).filter((name) => name.startsWith(`${scope} `) && !current.includes(name));
  await Promise.all(former.map((name) => caches.delete(name)));
}

async function keptFirst(event) {
  return (await kept(event.request.url)) ?? fetchAndKeep(event.request, (kept) => event.waitUntil(kept));
}

async function networkFirst(event) {
  const { request } = event;
  const fetched = fetchAndKeep(request, (kept) => event.waitUntil(kept));
  event.waitUntil(fetched.catch(() => undefined));
  const answer = await Promise.race([fetched, after(patience)]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  const known = await kept(request.url);
  if (known) return request.mode === 'navigate' ? withNotice(known) : known;
  try {
    return await fetched;
  } catch (error) {
    const offline = request.mode === 'navigate' && (await kept(offlinePage));
    if (offline) return offline;
    throw error;
  }
}

/** The answer is given at once; `meanwhile` is told of the promise that it is kept. */
async function fetchAndKeep(request, meanwhile) {
  const response = await fetch(request);
  if (response.ok && response.status === 200 && response.type === 'basic' && !response.redirected)
    meanwhile(keepInTime(request.url, response.clone()).catch(() => undefined)); // without room, nothing is kept
  return response;
}

/** The search fetches many small files while a reader waits: they are kept when that is over. */
async function keepInTime(url, response) {
  if (kindOf(url) !== 'search') return put(url, response);
  waiting.set(keyOf(url), response);
  await after(rest);
  await put(url, response.clone()).finally(() => waiting.delete(keyOf(url)));
}

async function keep(url, cache = 'default') {
  if (kindOf(url) === 'files' && (await kept(url))) return;
  let keeping;
  await fetchAndKeep(new Request(url, { cache }), (promise) => {
    keeping = promise;
  });
  await keeping;
}

async function put(url, response) {
  const kind = kindOf(url);
  const cache = await cacheOf(kind);
  const headers = new Headers(response.headers);
  headers.set(keptOn, new Date().toISOString());
  for (const name of ['content-encoding', 'content-length']) headers.delete(name); // of how it travelled
  const key = keyOf(url);
  if (kind !== 'search') await cache.delete(key); // so that what was used last stands last
  await cache.put(key, new Response(await response.blob(), { headers }));
  puts += 1;
  if (puts % putsBetweenLooks !== 1) return;
  const keys = await cache.keys();
  const old = keys.filter(({ url }) => url !== offlinePage).slice(0, Math.max(0, keys.length - most[kind]));
  await Promise.all(old.map((one) => cache.delete(one)));
}

async function kept(url) {
  const known = waiting.get(keyOf(url));
  if (known) return known.clone();
  const cache = await cacheOf(kindOf(url));
  return cache.match(keyOf(url));
}

const opened = new Map();

function cacheOf(kind) {
  if (!opened.has(kind)) opened.set(kind, caches.open(nameOf(kind)));
  return opened.get(kind);
}

/** The page with a word at its head that it is not fresh; the word, in the language of the site, is in the offline page. */
async function withNotice(response) {
  const day = response.headers.get(keptOn);
  if (!day || !/^text\/html/.test(response.headers.get('content-type') ?? '')) return response;
  const [html, offline] = await Promise.all([response.text(), kept(offlinePage).then((page) => page?.text())]);
  const [, notice = ''] = /<template id="kept--">(.*?)<\/template>/s.exec(offline ?? '') ?? [];
  const [, language = 'en'] = /<html lang="([\w-]+)"/.exec(html) ?? [];
  const date = new Date(day).toLocaleDateString(language.replace(/^en$/, 'en-GB'), { dateStyle: 'long' });
  const dated = notice.replace(/<time>[^<]*/, `<time datetime="${day.slice(0, 10)}">${date}`);
  const shown = html.replace('<main id="page--text">', (main) => main + dated);
  return new Response(shown, { headers: response.headers });
}

/** The same page whatever is asked of it: no page of a static site differs by what stands behind the question mark. */
function keyOf(url) {
  return url.replace(/[?#].*/s, '');
}

function isOurs(url) {
  return url.startsWith(scope);
}

/** What pages are made of, and the many small files of the search, must not drive out pages. */
function kindOf(url) {
  if (url.startsWith(`${scope}_astro/`)) return 'files';
  return url.startsWith(`${scope}pagefind/`) ? 'search' : 'pages';
}

function after(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
