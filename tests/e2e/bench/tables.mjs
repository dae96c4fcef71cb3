// A million rows to the five DORA numbers, beside PapaParse, which takes the same text apart and computes
// nothing. Both run in one Node, one after the other, several times over; what counts is the middle one. The
// published wasm is told what the worker of the page tells it. Neither pays for what the other has left behind.
// Then the same file is dropped in a browser, and what is looked at is how long the page could not answer.
// Nothing is asserted: machines differ.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Papa from 'papaparse';
import { chromium } from '@playwright/test';
import config from '../playwright.config.mjs';
import { App } from '../support/app.mjs';
import { serve } from '../support/site.mjs';
import { note } from './table.mjs';

setFlagsFromString('--expose-gc');
const tidy = runInNewContext('gc');

const ROWS = 1_000_000;
const RUNS = 7;
const PAGES = 3;
// As the worker hands a file over.
const PIECE = 1 << 17;
const dist = new URL('../../../dist/', import.meta.url);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const megabytes = (bytes) => Math.round(bytes / 1e6);

const name = readdirSync(dist).find((file) => file.endsWith('_tables.wasm'));
const module = await WebAssembly.compile(readFileSync(new URL(name, dist)));

/** A revision that looks like one. */
let seed = 1n;
function sha() {
  let text = '';
  while (text.length < 40) {
    seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n);
    text += (seed >> 24n).toString(16).padStart(10, '0');
  }
  return text;
}

const time = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;
/** A deployment about every half minute of a year, and now and then one that failed. */
const begin = Date.UTC(2026, 0, 1);
const files = {
  'id, environment, end, revision': ['id,environment,finished_at,sha', (i, at) => `${i},production,${time(at)},${sha()}`],
  'revision, commit, end, failed': ['sha,committed_at,finished_at,failed', (i, at) => `${sha()},${time(at - 3_600_000 - (i * 7919) % 400_000_000)},${time(at)},${i % 13 === 0}`],
};

/** From the bytes of a file to its numbers, in a new instance. */
async function study(bytes) {
  const imports = { worker: { progress() {} } };
  // As the worker has it.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] ??= () => { throw new Error(name); };
  const { exports } = await WebAssembly.instantiate(module, imports);
  const put = (bytes, place) => new Uint8Array(exports.memory.buffer).set(bytes, place);
  function tell(message) {
    const text = new TextEncoder().encode(JSON.stringify(message));
    put(text, exports.room(text.length));
    const length = exports.tell();
    const from = exports.answer();
    return JSON.parse(new TextDecoder().decode(new Uint8Array(exports.memory.buffer, from, length)));
  }
  tell({ do: 'begin', now: begin + 2 * 365 * 86_400_000, zone: 'UTC' });
  const start = performance.now();
  exports.file(bytes.length);
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    put(piece, exports.piece(piece.length));
  }
  const { readings } = tell({ do: 'add', name: 'deployments.csv' });
  return { took: performance.now() - start, memory: exports.memory.buffer.byteLength, readings };
}

/** How long PapaParse takes. Its rows are gone afterwards: a heap full of them slows down whatever follows. */
function papa(text) {
  const start = performance.now();
  const rows = Papa.parse(text).data.length;
  const took = performance.now() - start;
  if (rows < ROWS) throw new Error('PapaParse lost rows');
  return took;
}

/** The longest task of a page in which a file is dropped, in milliseconds, and how long its numbers took. */
async function inBrowser(site, browser, bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  const file = join(folder, 'deployments.csv');
  writeFileSync(file, bytes);
  const page = await (await browser.newContext({ bypassCSP: true, serviceWorkers: 'block', timezoneId: 'UTC' })).newPage();
  const app = new App(page, site);
  await app.open();
  await app.start('Payments', { quick: true });
  await app.goTo('measurements');
  await page.locator('#tables').waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const input = document.querySelector('#tables');
    let [longest, begun] = [0, 0];
    // Tasks of less than 50 ms are none that an observer hears of.
    const tasks = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); });
    tasks.observe({ type: 'longtask' });
    input.addEventListener('change', () => { begun = performance.now(); }, { capture: true, once: true });
    window.taskFound = new Promise((done) => {
      const look = new MutationObserver(() => {
        if (!document.querySelector('#number-deployment-frequency .big')) return;
        look.disconnect();
        const took = performance.now() - begun;
        // What the observer has heard of by the next but one frame.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done({ longest, took }), 100)));
      });
      look.observe(document.body, { childList: true, subtree: true });
    });
  });
  await page.setInputFiles('#tables', file);
  const found = await page.evaluate(() => window.taskFound);
  await page.context().close();
  rmSync(folder, { recursive: true });
  return found;
}

const site = await serve();
const browser = await chromium.launch(config.use.launchOptions);
for (const [what, [header, row]] of Object.entries(files)) {
  const lines = [header];
  for (let i = 0; i < ROWS; i++) lines.push(row(i, begin + i * 31_000));
  const text = `${lines.join('\n')}\n`;
  lines.length = 0;
  const bytes = new TextEncoder().encode(text);
  const own = [];
  const theirs = [];
  let found;
  for (let i = 0; i < RUNS; i++) {
    tidy();
    found = await study(bytes);
    own.push(found.took);
    tidy();
    theirs.push(papa(text));
  }
  const [mine, parsed] = [own, theirs].map(median);
  console.log(`${ROWS} rows, ${megabytes(bytes.length)} MB: ${what}`);
  console.log(`  ${found.readings.map(({ metric, text }) => `${metric}: ${text}`).join('; ')}`);
  console.log(`  all of it: ${mine.toFixed(0)} ms; PapaParse's parse alone: ${parsed.toFixed(0)} ms; ${(mine / parsed).toFixed(2)} of it; the first time: ${own[0].toFixed(0)} ms`);
  console.log(`  memory: ${megabytes(found.memory)} MB, ${(found.memory / bytes.length).toFixed(2)} of the file`);
  const tasks = [];
  const waits = [];
  for (let i = 0; i < PAGES; i++) {
    const { longest, took } = await inBrowser(site, browser, bytes);
    tasks.push(longest);
    waits.push(took);
  }
  console.log(`  in a browser, from the file to the numbers: ${median(waits).toFixed(0)} ms; the page's longest task: ${median(tasks).toFixed(0)} ms (0: none over 50)`);
  note(`a million rows: ${what}`, mine, 'ms', ['PapaParse, its parse alone', parsed]);
  note('  memory', megabytes(found.memory), 'MB', ['the file', megabytes(bytes.length)]);
  note('  the longest task of the page meanwhile; 0: none over 50', median(tasks), 'ms');
}
await browser.close();
await site.stop();
