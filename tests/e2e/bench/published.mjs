// How long 300 published teams take from the click on the first page until all of them are read and the first
// hundred have their rows, when the server takes 60 ms for each reply: over HTTP/2, as GitHub Pages speaks it,
// and over HTTP/1.1, of which browsers open six lines. And the work, from an event to the next task, of opening
// and filtering them. Nothing is asserted: machines differ.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http2 from 'node:http2';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import config from '../playwright.config.mjs';
import { App } from '../support/app.mjs';
import { serve } from '../support/site.mjs';
import { known, team } from '../support/teams.mjs';
import { note } from './table.mjs';

const [TEAMS, DELAY, RUNS] = [300, 60, 5];
// So many of them have a row until somebody asks for all.
const ROWS = 100;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** In front of a server, one that speaks HTTP/2. Its certificate is made for it. */
async function inFront(site) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plumbline-'));
  const [key, cert] = ['key', 'cert'].map((name) => path.join(folder, name));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost'], { stdio: 'ignore' });
  const server = http2.createSecureServer({ key: fs.readFileSync(key), cert: fs.readFileSync(cert) }, async (request, response) => {
    const answer = await fetch(new URL(request.url, site.url));
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `https://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

const site = await serve({ delay: DELAY });
const browser = await chromium.launch(config.use.launchOptions);
const world = await known(new App(await (await browser.newContext({ serviceWorkers: 'block' })).newPage(), site));
const names = Array.from({ length: TEAMS }, (_, n) => `team-${n}.json`);
for (const [n, name] of names.entries()) site.put(`portfolio/${name}`, JSON.stringify(team(world, n)));
site.put('portfolio/index.json', JSON.stringify({ format: 'plumbline/portfolio', version: 1, files: names }));
const front = await inFront(site);
const rows = [];
const options = { serviceWorkers: 'block', ignoreHTTPSErrors: true, bypassCSP: true };

for (const [protocol, url] of [['HTTP/2', front.url], ['HTTP/1.1', site.url]]) {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(url);
  const way = page.getByRole('link', { name: 'See the teams that are published here' });
  await way.waitFor();
  const took = await page.evaluate(([rows, teams]) => new Promise((done) => {
    const begun = performance.now();
    let [progress, first] = [0, 0];
    const look = new MutationObserver(() => {
      if (!first && /published here: [1-9]/.test(document.querySelector('main').textContent)) first = performance.now() - begun;
      progress += 1;
      const [table, of] = [document.querySelector('.whole'), ` ${rows} of ${teams}`];
      if (!table?.caption.textContent.endsWith(of) || table.tBodies[0].rows.length < rows) return;
      look.disconnect();
      requestAnimationFrame((now) => done({ first, shown: now - begun }));
    });
    look.observe(document, { childList: true, subtree: true, characterData: true });
    document.querySelector('.published a').click();
  }), [ROWS, TEAMS]);
  rows.push([`${protocol}: progress from`, took.first], [`${protocol}: all ${TEAMS} read and shown`, took.shown]);
  if (protocol === 'HTTP/2') rows.push(...await filters(page));
}

/** The longest piece of script while a choice is drawn: until the first rows stand there, and after. */
async function filters(page) {
  const found = [];
  for (const [name, id] of [['group', 'group'], ['tag', 'tag'], ['discipline', 'discipline'], ['rows', 'order'], ['withhold', 'withhold']]) {
    const first = [], whole = [];
    for (let run = 0; run < RUNS; run++) {
      const took = await page.evaluate(async (id) => {
        const select = document.querySelector(`#${id}`);
        select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
        const start = performance.now();
        select.dispatchEvent(new Event('change', { bubbles: true }));
        // A task behind the microtasks in which the app does its work.
        await new Promise((done) => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); });
        const first = performance.now() - start;
        let [count, still] = [-1, 0];
        while (still < 5) {
          await new Promise((done) => { requestAnimationFrame(done); });
          const now = document.querySelectorAll('.whole tr').length;
          still = now === count ? still + 1 : 0;
          count = now;
        }
        return { first, whole: performance.now() - start };
      }, id);
      first.push(took.first);
      whole.push(took.whole);
    }
    found.push([`${name}: first rows, script`, median(first)], [`${name}: all rows and 5 frames`, median(whole)]);
  }
  return found;
}

console.log(`\n${TEAMS} published teams, ${DELAY} ms a reply (ms; a frame is 16.7)`);
for (const [name, value] of rows) {
  console.log(`${name.padEnd(34)} ${value.toFixed(1).padStart(9)}`);
  note(`${TEAMS} published, ${name}`, value, 'ms');
}
await browser.close();
front.stop();
await site.stop();
