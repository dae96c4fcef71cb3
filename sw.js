// Keeps the app for visits without a network: a copy of what the page names, by content, under one
// name a folder. It serves the copy, looks for a newer version beside it, and changes over only when
// all of the new one is there and whole. A page of ours without `data-offline` removes it.
const HOME = self.registration.scope;
const CACHE = `plumbline ${HOME}`;
// When a newer version took the place of an older one; 0 for the first.
const TAKEN = 'x-taken';

/** A file as the server has it now, or an error. */
async function fetched(url, integrity = '') {
  const response = await fetch(url, { cache: 'no-cache', credentials: 'same-origin', integrity });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response;
}

/** The files that a page names, each with its digest where the page says it. */
function parts(html) {
  const found = new Map();
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const integrity = /\bintegrity="([^"]*)"/.exec(tag)?.[1] ?? '';
    for (const [, name] of tag.matchAll(/\b(?:href|src|data-js|data-wasm)="([^"]+\.(?:css|js|wasm|svg|webmanifest))"/g)) {
      const url = new URL(name, HOME).href;
      found.set(url, integrity || found.get(url) || '');
    }
  }
  return found;
}

/** What is kept under an address. Does not make the cache, as opening it would. */
const match = (url) => caches.match(url, { cacheName: CACHE });

/** Takes over what the server has, if it is another version and complete. */
async function update() {
  const html = await (await fetched(HOME)).text();
  // The page of a network that wants a login first is no version of ours.
  if (!html.includes('data-wasm=')) return;
  if (!html.includes('data-offline')) {
    // The page that came from the copy asks for a worker once more, so it goes a visit later.
    if (!(await caches.delete(CACHE))) await self.registration.unregister();
    return;
  }
  const cache = await caches.open(CACHE);
  const before = await (await cache.match(HOME))?.text();
  let isNew = before !== html;
  const needed = parts(html);
  const taken = [];
  for (const [url, integrity] of needed) {
    const kept = await cache.match(url);
    // Files with a digest have it in their names, too, and never change.
    if (kept && integrity) continue;
    const now = await fetched(url, integrity);
    if (kept && (await kept.text()) === (await now.clone().text())) continue;
    taken.push([url, now]);
    isNew = true;
  }
  if (isNew) {
    for (const [url, response] of taken) await cache.put(url, response);
    const headers = { 'content-type': 'text/html; charset=utf-8', [TAKEN]: before ? Date.now() : 0 };
    await cache.put(HOME, new Response(html, { headers }));
    if (!before) return;
    for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage('new version');
    return;
  }
  // Only now, when no page can still be loading the version before.
  for (const { url } of await cache.keys()) if (url !== HOME && !needed.has(url)) await cache.delete(url);
}

let running;
const updated = () => (running ??= update().finally(() => { running = undefined; }));

// A page that has started asks whether what it came from is still the newest: what was said while it
// loaded, it did not hear.
self.addEventListener('message', (event) => event.waitUntil((async () => {
  await running?.catch(() => undefined);
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
  event.respondWith(match(isPage ? HOME : url).catch(() => undefined).then((kept) => kept ?? fetch(request)));
  if (isPage) event.waitUntil(updated().catch(() => { /* No network, or half a version: the copy serves. */ }));
});
