// Keeps the app for visits without a network: a copy of what the page names, by content, under one
// name a folder. It serves the copy, looks for a newer version beside it, and changes over only when
// all of the new one is there and whole. A file of the copy that was damaged is mended. A page of ours
// without `data-offline` removes it all. Whoever came for a ballot alone has a copy of what that needs,
// which becomes one of everything when they go on.
const HOME = self.registration.scope;
const CACHE = `plumbline ${HOME}`;
// When a newer version took the place of an older one; 0 for the first.
const TAKEN = 'x-taken';
// The digest of the page. Those of the other files stand in their names, so that a name stands for one
// content for ever, and what a newer version brings never takes the place of what an older one needs.
const DIGEST = 'x-digest';
const NAMED = /plumbline-([0-9a-f]{16})/;
// For which ballots the copy is: on the questions of a quick check, or on any. What those have no use for.
const BALLOT = /^\?(ballot|questions)$/.exec(self.location.search)?.[1];
const ASIDE = new RegExp(`rel="later"(?!.*\\bdata-for="[^"]*\\b(?:ballot|${BALLOT})\\b)|\\.(?:svg|webmanifest)"`);
// How long a server may take for a file, in milliseconds.
const PATIENCE = 120_000;

/** The beginning of the digest of some bytes, as names have it. */
async function digest(bytes) {
  const all = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  return Array.from(all.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a file is what its name says, and would run. */
async function isWhole(url, response) {
  const wanted = response.headers.get(DIGEST) ?? NAMED.exec(url)?.[1];
  // Browsers refuse a script that is not called one.
  if (url.endsWith('.js') && !response.headers.get('content-type')?.includes('javascript')) return false;
  return !wanted || (await response.clone().arrayBuffer().then(digest).catch(() => '')) === wanted;
}

/** A file as the server has it now, or an error. What is named by its digest may be what the browser has. */
async function fetched(url, cache = NAMED.test(url) ? 'force-cache' : 'no-cache') {
  const response = await fetch(url, { cache, credentials: 'same-origin', signal: AbortSignal.timeout?.(PATIENCE) });
  if (response.ok && (await isWhole(url, response))) return response;
  if (cache === 'force-cache') return fetched(url, 'no-cache');
  throw new Error(`${url}: HTTP ${response.status}`);
}

/** The files that a page names and that are wanted. */
const parts = (html) => new Set([...html.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="([^"]+\.(?:css|js|wasm|svg|webmanifest))"/g)].filter(([tag]) => !BALLOT || !ASIDE.test(tag)).map(([, name]) => new URL(name, HOME).href));

/** What is kept under an address. Does not make the cache, as opening it would. */
const match = (url) => caches.match(url, { cacheName: CACHE }).catch(() => undefined);

/** Takes over what the server has, if it is another version and complete. */
async function update() {
  const html = await (await fetched(HOME)).text();
  // The page of a network that wants a login first is no version of ours, and half a page is none.
  if (!/_boot\.js".*<\/html>\s*$/s.test(html)) return;
  if (!html.includes('data-offline')) {
    // The page that came from the copy asks for a worker once more, so it goes a visit later.
    if (!(await caches.delete(CACHE))) await self.registration.unregister();
    return;
  }
  const cache = await caches.open(CACHE);
  const home = await cache.match(HOME);
  // A page that was damaged is replaced, and that is no news.
  const before = home && (await isWhole(HOME, home)) ? await home.text() : undefined;
  let isNew = before !== html;
  const needed = parts(html);
  const taken = [];
  for (const url of needed) {
    const kept = await cache.match(url);
    if (kept && NAMED.test(url) && (await isWhole(url, kept))) continue;
    const now = await fetched(url);
    if (!NAMED.test(url)) {
      if (kept && (await kept.text()) === (await now.clone().text())) continue;
      isNew = true;
    }
    taken.push([url, now]);
  }
  for (const [url, response] of taken) await cache.put(url, response);
  if (isNew) {
    const headers = { 'content-type': 'text/html; charset=utf-8', [TAKEN]: before ? Date.now() : 0, [DIGEST]: await digest(new TextEncoder().encode(html)) };
    await cache.put(HOME, new Response(html, { headers }));
    if (!before) return;
    for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage('new version');
    return;
  }
  // Only now, when no page can still be loading the version before.
  for (const { url } of await cache.keys()) if (url !== HOME && !needed.has(url)) await cache.delete(url);
}

// A look at the server that goes on may have begun before what somebody who comes now should hear of:
// one more follows it.
let running = Promise.resolve();
let next;
const updated = () => (next ??= running.catch(() => undefined).then(() => {
  running = next;
  next = undefined;
  return update();
}));

/** What is kept, if it is whole; otherwise what the server has, which then mends the copy. */
async function serve(request, url) {
  const seen = await match(url);
  if (seen && (await isWhole(url, seen))) {
    // Taken anew: what was read once, no browser compiles as it comes. Whatever took its place meanwhile is
    // whole as well, since nothing else is ever put here; but the copy may have gone.
    const kept = await match(url);
    if (kept) return kept;
  }
  const response = await fetch(request);
  // By now the copy may have gone, and nothing brings it back.
  if (seen && NAMED.test(url) && response.ok && (await isWhole(url, response)) && (await match(url))) {
    const copy = response.clone();
    await caches.open(CACHE).then((cache) => cache.put(url, copy)).catch(() => { /* It serves this visit. */ });
  }
  return response;
}

// A page that has started asks whether what it came from is still the newest: what was said while it
// loaded, it did not hear.
self.addEventListener('message', (event) => event.waitUntil((async () => {
  await (next ?? running).catch(() => undefined);
  const home = await match(HOME);
  if (Number(home?.headers.get(TAKEN)) > event.data) event.source.postMessage('new version');
})()));
self.addEventListener('install', (event) => event.waitUntil(updated().then(() => self.skipWaiting())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isPage = request.mode === 'navigate';
  // What a message put behind the page's address is not for the page.
  const [url] = request.url.split(isPage ? /[?#]/ : '#');
  if (request.method !== 'GET' || !url.startsWith(HOME)) return;
  // As 404.html has it, for hosts that do not show it, and without a network.
  const [, place] = (isPage && /^(?:index\.html)?%(?:25)*23(.*)$/.exec(url.slice(HOME.length))) || [];
  if (place !== undefined) return event.respondWith(Response.redirect(`${HOME}#${place}`));
  if (isPage ? ![HOME, `${HOME}index.html`].includes(url) : request.cache === 'reload') return;
  // What is published beside the page is as it is now; without a network, there is none of it.
  if (url === `${HOME}portfolio/index.json`) return event.respondWith(fetch(request).catch(() => new Response('[]')));
  event.respondWith(serve(request, isPage ? HOME : url));
  if (isPage) event.waitUntil(updated().catch(() => { /* No network, or half a version: the copy serves. */ }));
});
