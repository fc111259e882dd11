/**
 * Keeps what a reader has opened, so that it can be read again without a network. The rule: what the network has goes
 * before what is kept, always. Only where it does not answer, or not within `patience`, is the kept page shown, and says
 * so. Files in `_astro/` have names that change with their content: those come from here first.
 */

const scope = self.registration.scope;
const patience = 3000;
/** What is kept of each kind: the oldest goes when there is more. */
const most = { pages: 300, files: 150 };
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

/** A page that was open before this was there says what it is made of. */
self.addEventListener('message', (event) => {
  if (Array.isArray(event.data)) event.waitUntil(Promise.allSettled(event.data.filter(isOurs).map(keep)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isOurs(request.url) || request.headers.has('range')) return;
  if (request.cache === 'only-if-cached') return;
  event.respondWith(isFile(request.url) ? keptFirst(request) : networkFirst(event));
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

async function keptFirst(request) {
  return (await kept(request.url)) ?? fetchAndKeep(request);
}

async function networkFirst(event) {
  const { request } = event;
  const fetched = fetchAndKeep(request);
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

async function fetchAndKeep(request) {
  const response = await fetch(request);
  if (response.ok && response.status === 200 && response.type === 'basic' && !response.redirected)
    await put(request.url, response.clone()).catch(() => undefined); // without room, nothing is kept
  return response;
}

async function keep(url) {
  if (!isFile(url) || !(await kept(url))) await fetchAndKeep(new Request(url));
}

async function put(url, response) {
  const kind = isFile(url) ? 'files' : 'pages';
  const cache = await caches.open(nameOf(kind));
  const headers = new Headers(response.headers);
  headers.set(keptOn, new Date().toISOString());
  for (const name of ['content-encoding', 'content-length']) headers.delete(name); // of how it travelled
  const key = keyOf(url);
  await cache.delete(key); // so that what was used last stands last
  await cache.put(key, new Response(await response.blob(), { headers }));
  const keys = await cache.keys();
  const old = keys.filter(({ url }) => url !== offlinePage).slice(0, Math.max(0, keys.length - most[kind]));
  await Promise.all(old.map((one) => cache.delete(one)));
}

async function kept(url) {
  const cache = await caches.open(nameOf(isFile(url) ? 'files' : 'pages'));
  return cache.match(keyOf(url));
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

function isFile(url) {
  return url.startsWith(`${scope}_astro/`);
}

function after(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
