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
import { ROWS, bytesOf, files, study } from './told.mjs';

setFlagsFromString('--expose-gc');
const tidy = runInNewContext('gc');

const RUNS = 7;
const PAGES = 3;
const dist = new URL('../../../dist/', import.meta.url);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const megabytes = (bytes) => Math.round(bytes / 1e6);

const name = readdirSync(dist).find((file) => file.endsWith('_tables.wasm'));
const module = await WebAssembly.compile(readFileSync(new URL(name, dist)));

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
for (const what of Object.keys(files)) {
  const bytes = bytesOf(what);
  const text = new TextDecoder().decode(bytes);
  const own = [];
  const theirs = [];
  let found;
  for (let i = 0; i < RUNS; i++) {
    tidy();
    found = await study(module, bytes);
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
