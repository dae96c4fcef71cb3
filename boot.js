// Starts the app, and stays behind to speak when the app no longer can: a wasm module that panicked
// leaves a page that looks alive and stores nothing. Works without any wasm; sends nothing anywhere.
const PREFIX = 'plumbline:';
const byId = (id) => document.getElementById(id);
let isStarted = false;

// Where a record is put that keeps the app from starting. The app does not read it.
const PARKED = `${PREFIX}parked:`;
// How often the app was started without success.
const STARTS = `${PREFIX}starts`;
// After so many failed starts, the next is a safe one.
const FAILED = 2;
// A start that holds for so long was one, in milliseconds.
const HELD = 3000;
// A start that takes longer than this is spoken of, in milliseconds.
const SLOW = 10000;

// Everything of ours that localStorage holds, as it stands there.
function quickRecords() {
  const records = new Map();
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key?.startsWith(PREFIX)) records.set(key, localStorage.getItem(key));
    }
  } catch (error) {
    records.set('error', `The browser does not let the page read its storage: ${error}`);
  }
  return records;
}

// Does something with the database's records. Without a database there are none.
function inDatabase(mode, act) {
  return new Promise((done) => {
    const none = () => done(new Map());
    try {
      const asked = indexedDB.open('plumbline');
      // It is not ours to make.
      asked.onupgradeneeded = () => asked.transaction.abort();
      asked.onerror = none;
      asked.onsuccess = () => {
        try {
          const transaction = asked.result.transaction('records', mode);
          const result = act(transaction.objectStore('records'));
          transaction.oncomplete = () => { asked.result.close(); done(result()); };
          transaction.onabort = none;
        } catch { none(); }
      };
    } catch { none(); }
  });
}

const safeRecords = () => inDatabase('readonly', (store) => {
  const [keys, texts] = [store.getAllKeys(), store.getAll()];
  return () => new Map(keys.result.map((key, i) => [String(key), texts.result[i]]));
});

function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function download() {
  const [records, database] = [quickRecords(), await safeRecords()].map((map) => Object.fromEntries(map));
  save('plumbline_data.json', JSON.stringify({ format: 'plumbline/raw', records, database }, null, 2));
}

function stop(what, details) {
  const overlay = byId('overlay');
  if (overlay.open) return; // The first message is the cause; later ones are its echo.
  byId('overlay-what').textContent = what;
  byId('overlay-details').textContent = String(details);
  byId('main').inert = true;
  overlay.showModal();
  overlay.addEventListener('cancel', (event) => event.preventDefault());
}

byId('overlay-reload').addEventListener('click', () => { if (starts() > FAILED) starts(0); location.reload(); });
byId('overlay-download').addEventListener('click', download);

// The fragment is the app's address, so the skip link moves the focus itself.
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  const target = byId('title') ?? byId('main');
  target.tabIndex = -1;
  target.focus();
});

// Failed starts of this tab, counted where that is possible. Several tabs that open at once are none.
function starts(count) {
  try {
    if (count === undefined) return Number(sessionStorage.getItem(STARTS) ?? 0);
    if (count) sessionStorage.setItem(STARTS, String(count)); else sessionStorage.removeItem(STARTS);
  } catch { /* Without storage there is nothing that could make it crash again and again. */ }
  return 0;
}

window.plumblineBoot = {
  /** The text of a file beside the page, or nothing. */
  read: (path, then) => fetch(path).then((r) => (r.ok ? r.text() : undefined)).then(then, () => then()),
  /** How many bytes may still be stored, as the browser estimates it. */
  room: (then) => Promise.resolve(navigator.storage?.estimate?.()).then((e) => then(e ? e.quota - e.usage : undefined), () => then()),
  panicked: (message) => stop('Something went wrong inside the app.', message),
  started: () => {
    isStarted = true;
    handOver();
    setTimeout(() => { if (!byId('overlay').open) starts(0); }, HELD);
  },
  /** Another file of the app, checked, and as what it is, whatever the server calls it. */
  part: async (url, integrity) => {
    const response = await load(url, integrity);
    const type = 'application/wasm';
    return response.headers.get('content-type') === type ? response : new Response(response.body, { headers: { 'content-type': type } });
  },
  /** All of the app is here. Until then, keeping a copy would only take the others' bytes. */
  complete: keepForOffline,
};

// After two starts that failed: no app, only the records, each to download and to put aside.
async function safeMode() {
  const records = new Map([...await safeRecords(), ...quickRecords()]);
  const rows = [...records].filter(([key]) => key.startsWith(`${PREFIX}assessment:`)).map(([key, text]) => {
    const row = document.createElement('li');
    const name = document.createElement('span');
    const team = /"team":"([^"]{0,80})"/.exec(text)?.[1];
    name.textContent = `${team ?? key.slice(PREFIX.length)} · ${text.length} characters `;
    const button = (label, act) => {
      const made = document.createElement('button');
      made.textContent = label;
      made.addEventListener('click', act);
      return made;
    };
    row.append(
      name,
      button('Download', () => save(`plumbline_${key.split(':').pop()}.json`, text)),
      button('Set aside', async () => {
        const parked = PARKED + key;
        await inDatabase('readwrite', (store) => { store.put(text, parked); store.delete(key); return () => new Map(); });
        try { localStorage.setItem(parked, text); localStorage.removeItem(key); } catch { /* It is in the database, or nowhere. */ }
        row.remove();
      }),
    );
    return row;
  });
  byId('overlay-records').replaceChildren(...rows);
  byId('overlay-reload').textContent = 'Try again';
  stop('The app did not start twice in a row. Perhaps one of these assessments is the reason: download it, set it aside, and try again. Nothing is deleted.', `${starts()} starts`);
}

// Until the app is there, somebody who is new can use the copy of its first page that stands in
// index.html. What was typed, chosen and pressed in it is then done again in the app's own.
const main = byId('main');
const controls = () => [...main.querySelectorAll('input, button')];
let early = [];
let focused;
let pressed;
function letUse() {
  delete main.dataset.early;
  early = controls();
  const on = (type, act) => main.addEventListener(type, (event) => { if (!isStarted) act(event); });
  on('focusin', ({ target }) => { focused = target; });
  // Not when it goes because the app takes its place.
  on('focusout', ({ target }) => queueMicrotask(() => { if (target.isConnected) focused = undefined; }));
  const press = (button) => {
    pressed = button;
    byId('loading').textContent = 'One moment: the rest of the app is on its way.';
  };
  on('click', ({ target }) => { if (target.type === 'button') press(target); });
  on('dragover', (event) => event.preventDefault());
  on('drop', (event) => { event.preventDefault(); byId('import').files = event.dataTransfer.files; });
  on('submit', (event) => { event.preventDefault(); press(event.submitter); });
}
function handOver() {
  delete main.dataset.early;
  const own = controls();
  // Another page was asked for in the meantime, or there are assessments after all.
  if (own.length !== early.length) return;
  const changed = (field, type) => field.dispatchEvent(new Event(type, { bubbles: true }));
  early.forEach((old, i) => {
    if (old.checked !== own[i].checked) own[i].click();
    if (old.files?.length) { own[i].files = old.files; changed(own[i], 'change'); }
    if (old.id === 'team' && old.value) { own[i].value = old.value; changed(own[i], 'input'); }
  });
  const at = (old) => own[early.indexOf(old)];
  at(focused)?.focus();
  if (focused?.id === 'team') at(focused).setSelectionRange(focused.selectionStart, focused.selectionEnd);
  at(pressed)?.click();
}

// A copy of the app for visits without a network; see sw.js. A newer version waits until it is asked for.
function keepForOffline() {
  let workers;
  try { workers = navigator.serviceWorker; } catch { /* A page in a sandbox may not even ask. */ }
  if (!workers || !('offline' in document.documentElement.dataset)) return;
  workers.addEventListener('message', (event) => {
    if (event.data !== 'new version' || byId('update').firstChild) return;
    const reload = document.createElement('button');
    reload.textContent = 'Reload';
    reload.addEventListener('click', () => location.reload());
    byId('update').append('A new version of Plumbline is here. Your answers stay. ', reload);
  });
  // The one address of a script that the policy on Trusted Types has to let through.
  const policy = window.trustedTypes?.createPolicy('plumbline', { createScriptURL: () => 'sw.js' });
  workers.register(policy?.createScriptURL('') ?? 'sw.js', { updateViaCache: 'none' }).catch(() => { /* Private windows may refuse; the app works without. */ });
  workers.startMessages();
  workers.controller?.postMessage(performance.timeOrigin);
}

// A page of somebody else around this one could lead clicks astray.
function isFramed() {
  if (window.top === window) return false;
  try { return window.top.location.origin !== location.origin; } catch { return true; }
}
// Traps (no memory, no stack), and what a browser throws where the app does not expect it, do not pass
// through the panic hook. Either way the app was left in the middle of something, and is not to go on.
const trapped = (error) => {
  if (error instanceof WebAssembly.RuntimeError || /wasm/.test(error?.stack)) stop('Something went wrong inside the app.', error.stack ?? error);
};
window.addEventListener('error', (event) => trapped(event.error));
window.addEventListener('unhandledrejection', (event) => trapped(event.reason));

async function load(url, integrity) {
  // All three browsers take a preloaded file for this request; with `cors`, WebKit asks once more.
  const options = { integrity, mode: 'no-cors', credentials: 'include' };
  // A stale copy in the cache is the commonest reason: once more, past it.
  const response = await fetch(url, options).catch(() => fetch(url, { ...options, cache: 'reload' }));
  if (!response.ok) throw new Error(`${url.pathname}: HTTP ${response.status}`);
  return response;
}

async function start() {
  if (typeof WebAssembly !== 'object') throw new Error('This browser cannot run WebAssembly.');
  const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
  // Browsers ignore the integrity of a preload of this kind; a fetch checks it.
  const preload = document.querySelector('link[rel=preload][as=fetch]');
  const [glue, response] = await Promise.all([
    import(new URL(js, document.baseURI)),
    load(new URL(wasm, document.baseURI), preload?.integrity ?? ''),
  ]);
  // From here on it is the app that may fail, not the network.
  starts(starts() + 1);
  await glue.default({ module_or_path: response });
  if (!isStarted) throw new Error('The app did not start.');
}

if (isFramed()) {
  const link = document.createElement('a');
  Object.assign(link, { href: location.href, target: '_blank', rel: 'noopener', textContent: 'Open Plumbline in a tab of its own' });
  byId('loading').replaceChildren('Another site shows this page inside its own. Your assessments are not shown here. ', link);
} else if (starts() >= FAILED) {
  starts(FAILED + 1);
  safeMode();
} else {
  // Whoever leaves a page that works has started well, however short the stay.
  addEventListener('pagehide', () => { if (isStarted && !byId('overlay').open) starts(0); });
  setTimeout(() => {
    if (!isStarted && byId('loading')) byId('loading').textContent = 'Still loading. The network may be slow; your assessments are safe in this browser.';
  }, SLOW);
  if (!/^#.{2}/.test(location.hash) && !quickRecords().size) letUse();
  start().catch((error) => stop('The app could not be started. Please check the network and reload.', error.stack ?? error));
}
