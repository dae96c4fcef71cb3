// Starts the app, and stays behind to speak when the app no longer can: a wasm module that panicked
// leaves a page that looks alive and stores nothing. Works without any wasm; sends nothing anywhere.
const PREFIX = 'plumbline:';
const byId = (id) => document.getElementById(id);
let isStarted = false;
let isLoaded = false;

// What the page says when no script of it runs.
byId('late')?.remove();

// Where a record is put that keeps the app from starting. The app does not read it.
const PARKED = `${PREFIX}parked:`;
// Where it stands why a store could not be looked into.
const ERROR = 'error';
// Records that the app reads when it starts, and all in which there are answers.
const READ = /^plumbline:(assessment|set-aside):/;
const ANSWERS = /^plumbline:(assessment|set-aside|parked|ballot):/;
// How often the app was started without success.
const STARTS = `${PREFIX}starts`;
// After so many failed starts, the next is a safe one.
const FAILED = 2;
// A start that holds for so long was one, in milliseconds.
const HELD = 3000;
// A start that takes longer than this is spoken of, in milliseconds.
const SLOW = 10000;
// How long what nobody has asked for yet is waited with on a slow or metered line, in milliseconds.
const METERED = 10000;
// How long the database may take to answer, in milliseconds.
const PATIENCE = 4000;

// Everything of ours that localStorage holds, as it stands there.
function quickRecords() {
  const records = new Map();
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key?.startsWith(PREFIX)) records.set(key, localStorage.getItem(key));
    }
  } catch (error) {
    records.set(ERROR, String(error));
  }
  return records;
}

// Does something with the database's records. Without a database there are none.
function inDatabase(mode, act) {
  return new Promise((done) => {
    const fail = (error) => done(new Map([[ERROR, String(error)]]));
    setTimeout(fail, PATIENCE, 'No answer');
    try {
      const asked = indexedDB.open('plumbline');
      let isMissing = false;
      asked.onupgradeneeded = () => {
        isMissing = true;
        // It is not ours to make.
        asked.transaction.abort();
      };
      asked.onerror = () => (isMissing ? done(new Map()) : fail(asked.error));
      asked.onsuccess = () => {
        try {
          const transaction = asked.result.transaction('records', mode, { durability: 'strict' });
          const result = act(transaction.objectStore('records'));
          transaction.oncomplete = () => { asked.result.close(); done(result?.()); };
          transaction.onabort = () => { asked.result.close(); fail(transaction.error); };
        } catch (error) { fail(error); }
      };
    } catch (error) { fail(error); }
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

// A browser forgets the press of what goes from the page before it is let go. So what comes by itself, from a
// store, another tab or the network, is not shown while the mouse, or the space bar, holds something down.
let isPressed = false;
const unshown = [];
const isHeld = ({ type, key, button, target }) => (type === 'keydown'
  ? key === ' ' && target.closest?.('button, summary')
  : !button && target.closest?.('button, a, summary, label'));
function press(event) { if (isHeld(event)) isPressed = true; }
function release() {
  if (!isPressed) return;
  isPressed = false;
  // The click comes first.
  setTimeout(() => { while (!isPressed && unshown.length) unshown.shift()(); });
}
for (const type of ['mousedown', 'keydown']) addEventListener(type, press);
for (const type of ['mouseup', 'keyup', 'dragend', 'contextmenu', 'blur']) addEventListener(type, release);

// What is in memory alone. The browser asks before it is lost, and listens only then.
const held = new Set();
function ask(event) {
  event.preventDefault();
  event.returnValue = true;
}
function hold(what, isAtRisk) {
  held[isAtRisk ? 'add' : 'delete'](what);
  try { (held.size ? addEventListener : removeEventListener)('beforeunload', ask); } catch { /* Then it does not ask. */ }
}

async function stop(what, details) {
  const overlay = byId('overlay');
  if (overlay.open) return; // The first message is the cause; later ones are its echo.
  byId('overlay-what').append(what);
  byId('overlay-details').append(details);
  byId('main').inert = true;
  overlay.showModal();
  overlay.addEventListener('cancel', (event) => event.preventDefault());
  // There is nothing left that could still be saved.
  removeEventListener('beforeunload', ask);
  const keys = [quickRecords(), await safeRecords()].flatMap((records) => [...records.keys()]);
  let kept = 'What was saved is kept in this browser, and you can download it here.';
  if (!keys.some((key) => ANSWERS.test(key))) {
    kept = 'The page cannot look into this browser’s storage, and so does not know what is kept there.';
    if (!keys.includes(ERROR)) {
      kept = 'Nothing is stored in this browser yet.';
      byId('overlay-download').remove();
    }
  }
  byId('overlay-kept').append(held.size ? `${kept} What was not saved is lost.` : kept);
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
    if (count === undefined) return Number(sessionStorage.getItem(STARTS));
    if (count) sessionStorage.setItem(STARTS, String(count)); else sessionStorage.removeItem(STARTS);
  } catch { /* Without storage there is nothing that could make it crash again and again. */ }
  return 0;
}

window.plumblineBoot = {
  /** What is in a file beside the page, or nothing. */
  read: (path, then) => fetch(path).then((r) => (r.ok ? r.arrayBuffer() : undefined)).then(then, () => then()),
  /** Puts on a style sheet that came with the app. */
  wear: (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  /** Calls `then` at once, or when what is pressed was let go. */
  whenReleased: (then) => { if (isPressed) unshown.push(then); else then(); },
  /** How many bytes may still be stored, as the browser estimates it. */
  room: (then) => Promise.resolve(navigator.storage?.estimate?.()).then((e) => then(e ? e.quota - e.usage : undefined), () => then()),
  /** A worker of our own, beside the page. */
  worker: () => new Worker(scriptUrl('tables')),
  panicked: (message) => stop(CRASHED, message),
  started: () => {
    isStarted = true;
    hearNow();
    handOver();
  },
  /** What is stored was read, where it is, and did not keep the app from starting. */
  opened: () => setTimeout(() => { if (!byId('overlay').open) starts(0); }, HELD),
  hold,
  part,
  files,
  whenQuiet,
  /** All that is wanted is here: everything, or what a ballot needs. Until then, keeping a copy would only take the others' bytes. */
  complete: keepForOffline,
};

// What a record says of itself.
function about(text) {
  try {
    const { savedAt, body: { team } } = JSON.parse(text);
    return { savedAt, team };
  } catch { return {}; }
}

// Moves a record out of the app's way, under a name that no other has: written and read back before
// it is deleted. Where the quick store has no room for that, the database may. Says whether it is done.
async function setAside({ key, isQuick }) {
  const parked = `${PARKED}${Date.now()}:${isQuick ? 'quick' : 'database'}:${key}`;
  const records = async () => (isQuick ? quickRecords() : safeRecords());
  const text = (await records()).get(key);
  if (text === undefined) return false;
  if (isQuick) try { localStorage.setItem(parked, text); } catch { /* No room. */ }
  if (quickRecords().get(parked) !== text) {
    await inDatabase('readwrite', (store) => { store.add(text, parked); });
    if ((await safeRecords()).get(parked) !== text) return false;
  }
  // Another tab may have changed it by now, and that would be lost.
  if (!isQuick) {
    await inDatabase('readwrite', (store) => {
      store.get(key).onsuccess = ({ target }) => { if (target.result === text) store.delete(key); };
    });
  } else if (localStorage.getItem(key) === text) localStorage.removeItem(key);
  const left = await records();
  return !left.has(key) && !left.has(ERROR);
}

function row(copy, other) {
  const { key, text, team, savedAt, isQuick } = copy;
  const made = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });
  const facts = [
    isQuick ? 'quick store' : 'database',
    savedAt && `saved ${new Date(savedAt).toLocaleString()}`,
    `${text.length.toLocaleString()} characters`,
    savedAt > other?.savedAt && 'the newer copy',
    text.length > other?.text.length && 'the larger copy',
  ];
  const name = made('span', ['', ...facts.filter(Boolean)].join(' · '));
  name.prepend(made('bdi', team || key.slice(PREFIX.length)));
  name.setAttribute('role', 'status');
  const download = made('button', 'Download');
  download.onclick = () => save(`plumbline_${key.split(':').pop()}.json`, text);
  const aside = made('button', 'Set aside');
  aside.onclick = async () => {
    const isDone = await setAside(copy);
    name.append(isDone ? ' · set aside' : ' · could not be set aside, and stays as it is');
    if (!isDone) return;
    download.focus();
    aside.remove();
  };
  const item = made('li');
  item.append(name, download, aside);
  return item;
}

// After two starts that failed: no app, only the records, each store's own, to download and to set aside.
async function safeMode() {
  const copies = [quickRecords(), await safeRecords()].flatMap((records, i) => [...records]
    .filter(([key]) => READ.test(key))
    .map(([key, text]) => ({ key, text: String(text), isQuick: !i, ...about(text) })));
  copies.sort((one, other) => one.key.localeCompare(other.key));
  const other = (copy) => copies.find(({ key, isQuick }) => key === copy.key && isQuick !== copy.isQuick);
  byId('overlay-records').replaceChildren(...copies.map((copy) => row(copy, other(copy))));
  byId('overlay-reload').textContent = 'Try again';
  stop(`The app did not start twice in a row. ${copies.length
    ? 'Each assessment is kept in two stores, and perhaps one of these copies is the reason: download it, set it aside, and try again. What is set aside is kept, and “Your data” has it.'
    : 'No assessment that the page can see is the reason. Try again later, or with another browser.'}`, `${starts()} starts`);
}

// Until the app is there, somebody who is new can use the copy of its first page that stands in
// index.html. What was typed, chosen and pressed in it is then done again in the app's own.
const main = byId('main');
const controls = () => [...main.querySelectorAll('input, button, details')];
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
  const choose = (button) => {
    pressed = button;
    byId('loading').textContent = 'One moment: the rest of the app is on its way.';
  };
  // A browser that translates the page puts elements of its own into the button.
  on('click', ({ target }) => { const button = target.closest('[type=button]'); if (button) choose(button); });
  on('dragover', (event) => event.preventDefault());
  on('drop', (event) => { event.preventDefault(); byId('import').files = event.dataTransfer.files; });
  on('submit', (event) => { event.preventDefault(); choose(event.submitter); });
}
function handOver() {
  delete main.dataset.early;
  const own = controls();
  // Another page was asked for in the meantime, or there are assessments after all.
  if (own.length !== early.length) return;
  const changed = (field, type) => field.dispatchEvent(new Event(type, { bubbles: true }));
  early.forEach((old, i) => {
    if (old.open) own[i].open = true;
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
// Where only a ballot is wanted, of what that needs, unless there is a copy already that has it: with the
// questions of a quick check, or with all.
// The two scripts of workers are all that the policy on Trusted Types lets through.
const rules = { createScriptURL: (part) => (part === 'tables' ? document.querySelector('link[href$="_worker.js"]').href : `sw.js${/^(ballot|questions)$/.test(part) ? `?${part}` : ''}`) };
let policy;
const scriptUrl = (part) => (policy ??= window.trustedTypes?.createPolicy('plumbline', rules) ?? rules).createScriptURL(part);
let isHeard = false;
async function keepForOffline(part) {
  let workers;
  try { workers = navigator.serviceWorker; } catch { /* A page in a sandbox may not even ask. */ }
  if (!workers || !('offline' in document.documentElement.dataset)) return;
  try {
    if (!isHeard) {
      isHeard = true;
      workers.addEventListener('message', (event) => {
        if (event.data !== 'new version' || byId('update').firstChild) return;
        const reload = document.createElement('button');
        reload.textContent = 'Reload';
        reload.addEventListener('click', () => location.reload());
        byId('update').append('A new version of Plumbline is here. Your answers stay. ', reload);
      });
    }
    const kept = part && await workers.getRegistration();
    if (!kept || (part === 'questions' && /\?ballot$/.test((kept.active ?? kept.installing)?.scriptURL))) {
      await workers.register(scriptUrl(part), { updateViaCache: 'none' });
    }
  } catch { /* Private windows may refuse; the app works without. */ }
  try {
    workers.startMessages();
    workers.controller?.postMessage(performance.timeOrigin);
  } catch { /* Then nothing is heard of a newer version. */ }
}

// A page of somebody else around this one could lead clicks astray.
function isFramed() {
  if (window.top === window) return false;
  try { return window.top.location.origin !== location.origin; } catch { return true; }
}
const CRASHED = 'Something went wrong inside the app.';
// Traps (no memory, no stack), and what a browser throws where the app does not expect it, do not pass
// through the panic hook. Either way the app was left in the middle of something, and is not to go on.
const trapped = (error) => {
  if (error instanceof window.WebAssembly?.RuntimeError || /wasm/.test(error?.stack)) stop(CRASHED, error.stack ?? error);
};
window.addEventListener('error', (event) => trapped(event.error));
window.addEventListener('unhandledrejection', (event) => trapped(event.reason));

// What comes after the first file: the links to what a piece of the app is in. A piece is what people do at
// a time; src/route/piece.rs has them.
function files(piece) { return [...document.querySelectorAll(`link[data-for~=${piece}]`)]; }
// What was asked for before the app asks; and all that was asked for, by the app or before it.
const ahead = new Map();
const asked = new Set();

// A file of the app, checked, and as what it is, whatever the server calls it.
async function part(url, integrity) {
  asked.add(url);
  const early = ahead.get(url);
  ahead.delete(url);
  const response = await (early ?? load(url, integrity));
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const type = 'application/wasm';
  return response.headers.get('content-type') === type ? response : new Response(response.body, { headers: { 'content-type': type } });
}
function load(url, integrity, priority) {
  // All three browsers take a preloaded file for this request; with `cors`, WebKit asks once more.
  // In a sandbox the page's own server is another origin's.
  const options = window.origin === 'null' ? { integrity, priority } : { integrity, priority, mode: 'no-cors', credentials: 'include' };
  // A stale copy in the cache is the commonest reason: once more, past it.
  return fetch(url, options).catch(() => fetch(url, { ...options, cache: 'reload' }));
}

// Which piece an address asks for: what stands first in it, or behind the assessment. A test compares it with
// what the app asks for itself; where the two differ, only time is lost.
const PLACES = { vote: 'ballot', share: 'share', portfolio: 'teams', compare: 'teams', data: 'data', about: 'data', scoring: 'data', questionnaires: 'library' };
const PAGES = { results: 'results', why: 'plan', roadmap: 'plan', workshop: 'workshop', report: 'share', measurements: 'measure', rounds: 'teams', settings: 'data' };
function pieceOf(hash) {
  const [place, , page] = hash.replace(/^#?\/*/, '').split(/\/+/);
  return place === 'a' ? PAGES[page] ?? 'answer' : PLACES[place];
}
// And what comes to its page, one after the other.
const NEXT = { keep: ['home'], results: ['advice', 'findings'] };
// Hears at once of what has ended: the page may be built before the browser tells it.
let hearNow = () => {};
// Asks for it so that the line is never idle: as soon as the glue is here, which all of it needs. Where the host
// knows priorities, the first file goes before it; elsewhere they share the line, and end no later. What comes to the
// page is asked for when all but the last two of them have ended: it takes next to nothing from them, and begins to
// arrive when they end.
async function askAhead(piece, glue) {
  await glue;
  const ask = (what) => {
    for (const { href, integrity } of files(what)) {
      if (asked.has(href)) continue;
      asked.add(href);
      const early = load(href, integrity, 'low');
      early.catch(() => { /* The app hears of it when it asks. */ });
      ahead.set(href, early);
    }
  };
  ask(piece);
  const next = [...NEXT[piece] ?? []];
  if (!next.length) return;
  const ended = new Set();
  const hear = (entries) => {
    for (const { name } of entries) if (asked.has(name)) ended.add(name);
    while (next.length && ended.size >= asked.size - 2) ask(next.shift());
    if (!next.length) observer.disconnect();
  };
  const observer = new PerformanceObserver((list) => hear(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  hearNow = () => hear(observer.takeRecords());
}

// Calls `then` when nothing is going on; later on a line that is slow or paid by the byte, where it says so.
function whenQuiet(then) {
  const { saveData, effectiveType } = navigator.connection ?? {};
  const idle = window.requestIdleCallback ?? setTimeout;
  setTimeout(() => idle(() => then()), saveData || /[23]g/.test(effectiveType) ? METERED : 0);
}

async function start(piece) {
  if (!window.WebAssembly) throw new Error('There is no WebAssembly');
  // Browsers ignore the integrity of a preload of the second kind; a fetch checks it.
  const [script, wasm] = ['modulepreload', 'preload'].map((rel) => document.querySelector(`link[rel=${rel}]`));
  const [module, first] = [import(script.href), part(wasm.href, wasm.integrity)];
  if (piece) askAhead(piece, module).catch(() => { /* The start says why. */ });
  const [glue, response] = await Promise.all([module, first]);
  // From here on it is the app that may fail, not the network.
  isLoaded = true;
  starts(starts() + 1);
  await glue.default({ module_or_path: response });
  // It takes the page's place when nothing of that is held down.
  if (!isStarted && !unshown.length) throw new Error('The app did not start.');
}

function failed(error) {
  let what = isLoaded ? CRASHED : 'The app could not be started: a file of it did not arrive as it was published. Please check the network and reload. If that does not help, the site is out of order: try again later.';
  if (!window.WebAssembly || error instanceof WebAssembly.CompileError) {
    what = 'The app could not be started: this browser does not run WebAssembly. It is too old, or WebAssembly is switched off, as in a lockdown mode. Allow it for this page, or use another browser.';
    // No assessment is to blame.
    starts(0);
  }
  stop(what, error.stack ?? error);
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
    const isKnown = [...quickRecords().keys()].some((key) => ANSWERS.test(key));
    if (!isStarted && byId('loading')) byId('loading').textContent = `Still loading. The network may be slow${isKnown ? '; your assessments are safe in this browser' : ''}.`;
  }, SLOW);
  const isFirst = !/^#.{2}/.test(location.hash);
  // Whoever has teams sees their names first.
  const piece = isFirst ? quickRecords().size && 'keep' : pieceOf(location.hash);
  if (isFirst && !piece) letUse();
  start(piece).catch(failed);
}
