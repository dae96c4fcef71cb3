// The first visit on a slow line and a slow machine, and an answer, beside a plain HTML page that asks
// the same questions. Nothing is asserted: machines differ; the ratios are what to compare.
import fs from 'node:fs/promises';
import zlib from 'node:zlib';
import { chromium } from '@playwright/test';
import config from '../playwright.config.mjs';
import { root, serve } from '../support/site.mjs';
import { note } from './table.mjs';

const RUNS = Number(process.env.RUNS ?? 7);
const SLOWER = 4;
const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** The questionnaire as one page of radio buttons, with a score that a script keeps. */
async function plainPage() {
  const texts = await Promise.all(['devops', 'sre', 'platform', 'together'].map((name) => fs.readFile(`${root}/src/catalog/${name}.toml`, 'utf8')));
  const practices = texts.join('\n').split('[[practice]]').slice(1);
  const quoted = (text) => [...text.matchAll(/"([^"]{25,})"/g)].map(([, words]) => words);
  const fieldsets = practices.map((practice, i) => {
    const [title, ...hints] = quoted(practice);
    const choices = [1, 2, 3, 4, 5].map((level) => `<label><input type="radio" name="q${i}" value="${level}"> Level ${level}</label>`);
    return `<fieldset><legend>${title}</legend><small>${hints[0] ?? ''}</small>${choices.join('')}</fieldset>`;
  });
  const style = 'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}fieldset{border:0;border-top:1px solid #ccc}small{display:block}';
  const script = "document.querySelector('form').addEventListener('change',()=>{const all=[...document.querySelectorAll('input:checked')];document.querySelector('#score').textContent=`Score ${Math.round(all.reduce((sum,one)=>sum+(one.value-1)*25,0)/all.length)}`})";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Plain</title><link rel="icon" href="data:,"><style>${style}</style><h1>Self assessment</h1><p id="score">No score</p><form>${fieldsets.join('')}</form><script>${script}</script>`;
}

/** Runs in the page before anything else: when what was there. */
const watch = () => {
  const seen = window.seen = { shift: 0, longest: 0 };
  const on = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
  on('paint', (e) => { if (e.name === 'first-contentful-paint') seen.paint = e.startTime; });
  on('longtask', (e) => { seen.longest = Math.max(seen.longest, e.duration); });
  on('layout-shift', (e) => { seen.shift += e.value; });
  const look = () => {
    const found = document.querySelector(':is(main, form) :is(input, button)');
    if (found?.checkVisibility({ visibilityProperty: true })) seen.usable ??= performance.now();
    if (document.querySelector('#title, #score')) seen.first ??= performance.now();
    if (document.querySelector('#score')) seen.whole ??= performance.now();
    const boot = window.plumblineBoot;
    if (boot && !seen.isWatched) {
      const { complete } = boot;
      boot.complete = () => { seen.whole = performance.now(); complete(); };
      seen.isWatched = true;
    }
    if (!(seen.usable && seen.whole)) setTimeout(look, 4);
  };
  look();
};

async function visit(browser, url) {
  const context = await browser.newContext({ viewport: config.use.viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', line);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const [bytes, later] = [{ first: 0, whole: 0 }, new Set()];
  cdp.on('Network.requestWillBeSent', (e) => { if (/_(?!bg)\w+\.wasm$/.test(e.request.url)) later.add(e.requestId); });
  cdp.on('Network.loadingFinished', (e) => {
    bytes.whole += e.encodedDataLength;
    if (!later.has(e.requestId)) bytes.first += e.encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => window.seen.whole && window.seen.paint);
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  return { ...seen, bytesFirst: bytes.first, bytesWhole: bytes.whole };
}

/** From the click until the text of `selector` is another, and until that is painted; milliseconds. */
const click = (page, value, selector) => page.evaluate(async ([choice, where]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
  await frame(); await frame();
  const place = document.querySelector(where);
  const before = place.textContent;
  const changed = new Promise((done) => new MutationObserver(() => { if (place.textContent !== before) done(performance.now()); }).observe(place, { subtree: true, childList: true, characterData: true }));
  const start = performance.now();
  document.querySelector(`fieldset input[value="${choice}"]`).click();
  const text = (await changed) - start;
  await frame();
  return { text, painted: performance.now() - start };
}, [value, selector]);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const site = await serve({ isPacked: true });
const html = await plainPage();
site.put('plain-of-the-bench.html', html);
const browser = await chromium.launch(config.use.launchOptions);
const places = { plain: `${site.url}plain-of-the-bench.html`, ours: site.url };
const runs = { plain: [], ours: [] };
for (let i = 0; i <= RUNS; i++) for (const name of i % 2 ? ['plain', 'ours'] : ['ours', 'plain']) {
  const one = await visit(browser, places[name]);
  // The first warms the machine.
  if (i) runs[name].push(one);
}
const page = await (await browser.newContext({ viewport: config.use.viewport, serviceWorkers: 'block' })).newPage();
const cdp = await page.context().newCDPSession(page);
await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
const clicks = { plain: [], ours: [] };
await page.goto(places.plain);
for (let i = 0; i < 4 * RUNS; i++) clicks.plain.push(await click(page, i % 5 + 1, '#score'));
await page.goto(site.url);
await page.getByRole('button', { name: 'See a sample' }).click();
await page.locator('.results').waitFor();
await page.evaluate(() => { location.hash = '#/a/sample/practice/slo-targets'; });
await page.locator('#form-slo-targets').waitFor();
await page.locator('.profile summary').click();
await page.locator('.profile .row').first().waitFor();
for (let i = 0; i < 4 * RUNS; i++) clicks.ours.push(await click(page, i % 5 + 1, '.profile'));
await browser.close();
await site.stop();

console.log(`First visit: CPU ${SLOWER} x slower, 1.6 Mbit/s, 150 ms; median of ${RUNS}. Plain: ${(zlib.gzipSync(html).length / 1000).toFixed(1)} kB of HTML`);
console.log(`${''.padEnd(34)}     plain      ours     ratio`);
const row = (name, plain, ours, unit, digits = 0) => {
  note(name, ours, unit, ['plain page', plain]);
  console.log(`${name.padEnd(34)}${plain.toFixed(digits).padStart(7)} ${unit}${ours.toFixed(digits).padStart(7)} ${unit}${plain ? (ours / plain).toFixed(2).padStart(8) : '-'.padStart(8)}`);
};
const of = (name, key) => median(runs[name].map((one) => one[key]));
for (const [name, key, unit, digits] of [['first paint', 'paint', 'ms'], ['first field can be used', 'usable', 'ms'], ['the first page is alive', 'first', 'ms'], ['all of the app is there', 'whole', 'ms'], ['longest task', 'longest', 'ms'], ['layout shift', 'shift', '  ', 4]]) row(name, of('plain', key), of('ours', key), unit, digits);
row('on the wire until it is alive', of('plain', 'bytesFirst') / 1000, of('ours', 'bytesFirst') / 1000, 'kB', 1);
row('on the wire in all', of('plain', 'bytesWhole') / 1000, of('ours', 'bytesWhole') / 1000, 'kB', 1);
for (const [name, key] of [['from a click to the score', 'text'], ['until it is painted', 'painted']]) row(name, median(clicks.plain.map((one) => one[key])), median(clicks.ours.map((one) => one[key])), 'ms', 1);
