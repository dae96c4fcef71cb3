// Starts the app, and stays behind to speak when the app no longer can: a wasm module that panicked
// leaves a page that looks alive and stores nothing. Works without any wasm; sends nothing anywhere.
const PREFIX = 'plumbline:';
const byId = (id) => document.getElementById(id);
let isStarted = false;

// Everything of ours that localStorage holds, as it stands there.
function storedData() {
  const records = new Map();
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key?.startsWith(PREFIX)) records.set(key, localStorage.getItem(key));
    }
  } catch (error) {
    records.set('error', `The browser does not let the page read its storage: ${error}`);
  }
  return JSON.stringify({ format: 'plumbline/raw', records: Object.fromEntries(records) }, null, 2);
}

function download() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([storedData()], { type: 'application/json' }));
  link.download = 'plumbline_data.json';
  link.click();
  URL.revokeObjectURL(link.href);
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

byId('overlay-reload').addEventListener('click', () => location.reload());
byId('overlay-download').addEventListener('click', download);

// The fragment is the app's address, so the skip link moves the focus itself.
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  const target = byId('title') ?? byId('main');
  target.tabIndex = -1;
  target.focus();
});

window.plumblineBoot = {
  panicked: (message) => stop('Something went wrong inside the app.', message),
  started: () => { isStarted = true; },
};
// Traps (no memory, no stack) do not pass through the panic hook.
const trapped = (error) => {
  if (error instanceof WebAssembly.RuntimeError) stop('Something went wrong inside the app.', error.stack ?? error);
};
window.addEventListener('error', (event) => trapped(event.error));
window.addEventListener('unhandledrejection', (event) => trapped(event.reason));

async function start() {
  if (typeof WebAssembly !== 'object') throw new Error('This browser cannot run WebAssembly.');
  const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
  const url = new URL(wasm, document.baseURI);
  // Browsers ignore the integrity of a preload of this kind; a fetch checks it.
  const preload = document.querySelector('link[rel=preload][as=fetch]');
  const integrity = preload?.integrity ?? '';
  const [glue, response] = await Promise.all([
    import(new URL(js, document.baseURI)),
    fetch(url, { integrity, credentials: 'same-origin' }),
  ]);
  if (!response.ok) throw new Error(`${url.pathname}: HTTP ${response.status}`);
  await glue.default({ module_or_path: response });
}

start()
  .then(() => { if (!isStarted) throw new Error('The app did not start.'); })
  .catch((error) => stop('The app could not be started. Please check the network and reload.', error.stack ?? error));
