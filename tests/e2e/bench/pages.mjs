// How long pages take to open, and an answer to show, in a browser slowed down four times. Each
// figure stands beside the same markup as plain HTML. Nothing is asserted: machines differ.
import fs from 'node:fs/promises';
import { chromium } from '@playwright/test';
import config from '../playwright.config.mjs';
import { serve } from '../support/site.mjs';
import { note } from './table.mjs';

const SLOWER = 4;
const RUNS = 7;
const places = { 'overview': '', 'one practice': '/practice/slo-targets', 'a dimension as a list': '/dimension/incidents', 'all answers': '/check', 'measurements': '/measurements', 'results': '/results' };
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

// In the page: how long `act` keeps the main thread until what it changed is painted, and the
// longest task on the way.
const measured = async ([act, argument]) => {
  const long = [];
  const watch = new PerformanceObserver((list) => long.push(...list.getEntries().map((e) => e.duration)));
  watch.observe({ type: 'longtask' });
  const frame = () => new Promise((done) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
  await frame(); await frame();
  const start = performance.now();
  // eslint-disable-next-line no-new-func -- never shipped
  (0, eval)(`(${act})`)(argument);
  await frame(); await frame();
  const took = performance.now() - start;
  await new Promise((done) => setTimeout(done, 100));
  watch.disconnect();
  return { took, longest: Math.max(0, ...long) };
};

const site = await serve();
const browser = await chromium.launch(config.use.launchOptions);

/** A page of its own for each place: what one leaves behind is not measured with the next. */
async function opened() {
  // The policy forbids eval to the app; the bench may.
  const context = await browser.newContext({ viewport: config.use.viewport, bypassCSP: true, serviceWorkers: 'block' });
  // Slowed down on a busy machine, a page may take its time.
  context.setDefaultTimeout(300_000);
  const page = await context.newPage();
  return { context, page, run: (act, argument) => page.evaluate(measured, [String(act), argument]) };
}
const slow = async ({ context, page }) => (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
async function sample() {
  const own = await opened();
  await own.page.goto(site.url);
  await own.page.getByRole('button', { name: 'See a sample' }).click();
  await own.page.locator('.results').waitFor();
  return own;
}
const show = (name, ours, plain, longest, beside = 'the same markup, plain') => {
  note(`${name}, until painted`, ours, 'ms', [beside, plain]);
  console.log(`${name.padEnd(26)}${ours.toFixed(1).padStart(8)} ms${plain.toFixed(1).padStart(10)} ms${(ours / plain).toFixed(1).padStart(8)} x${longest.toFixed(0).padStart(10)} ms`);
};

console.log(`CPU ${SLOWER} x slower, median of ${RUNS}; plain: the same markup set at once by a plain page`);
console.log(`${''.padEnd(26)}   until painted     plain     ratio   longest task`);
for (const [name, place] of Object.entries(places)) {
  const own = await sample();
  const { page, run } = own;
  await slow(own);
  const ours = [], plain = [];
  for (let i = 0; i < RUNS; i++) {
    await page.evaluate(() => { location.hash = '#/about'; });
    await page.locator('#title', { hasText: 'About the questionnaire' }).waitFor();
    ours.push(await run((to) => { location.hash = to; }, `#/a/sample${place}`));
    const markup = await page.locator('#main').innerHTML();
    plain.push(await run((html) => { const main = document.createElement('main'); main.innerHTML = html; document.querySelector('#main').replaceWith(main); main.id = 'main'; }, markup));
    await page.reload();
    await page.locator('#title').waitFor();
  }
  await own.context.close();
  show(name, median(ours.map((m) => m.took)), median(plain.map((m) => m.took)), Math.max(...ours.map((m) => m.longest)));
}

// An answer: from the click to the frame with the new score, beside two pages that write one text: one that
// has nothing else, and one with our own markup and styles, where the browser has as much to show.
// In turn, so that a busy machine is as busy for all.
const [own, bare, same] = [await sample(), await opened(), await opened()];
await own.page.evaluate(() => { location.hash = '#/a/sample/practice/slo-targets'; });
await own.page.locator('#form-slo-targets').waitFor();
await bare.page.setContent(await fs.readFile(new URL('plain.html', import.meta.url), 'utf8'));
await same.page.setContent(await own.page.evaluate(() => {
  const page = document.documentElement.cloneNode(true);
  for (const each of page.querySelectorAll('script, link, style')) each.remove();
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n'));
  page.querySelector('head').append(...sheets.map((text) => Object.assign(document.createElement('style'), { textContent: text })));
  return `<!doctype html>${page.outerHTML}`;
}));
await same.page.evaluate(() => {
  const text = document.querySelector('.progress span').firstChild;
  document.querySelector('fieldset').addEventListener('change', (event) => { text.nodeValue = `${(event.target.value - 1) * 25}`; });
});
for (const each of [own, bare, same]) await slow(each);
const [ours, plain, alike] = [[], [], []];
for (let i = 0; i < 3 * RUNS; i++) for (const [{ page, run }, list] of [[own, ours], [bare, plain], [same, alike]]) {
  await page.bringToFront();
  list.push(await run((value) => { document.querySelector(`input[value="${value}"]`).click(); }, String(i % 5 + 1)));
}
const longest = Math.max(...ours.map((m) => m.longest));
const took = (list) => median(list.map((m) => m.took));
show('an answer', took(ours), took(plain), longest, 'a page of five radios and a text');
show('an answer, markup alike', took(ours), took(alike), longest, 'the same markup and styles, plain');
await browser.close();
await site.stop();
