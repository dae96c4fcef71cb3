// What a thousand assessments (or as many as are asked for) with eight snapshots each cost, beside one: the
// start, and each interaction with the list and the portfolio as work from the event to the next frame; and the
// longest for which the page is held after it, frames included, until all of it is there. The portfolio shows the
// first hundred rows, and all when that is asked for: both are measured.
// Nothing is asserted: machines differ.
import { chromium } from '@playwright/test';
import config from '../playwright.config.mjs';
import { App } from '../support/app.mjs';
import { serve } from '../support/site.mjs';
import { known, team } from '../support/teams.mjs';
import { note } from './table.mjs';

const RUNS = 11;
const TEAMS = Number(process.argv[2] ?? 1000);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const site = await serve();
const browser = await chromium.launch(config.use.launchOptions);

/** From navigation until the frame in which the list stands, in milliseconds. */
async function starts(page) {
  const took = [];
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (!document.querySelector('main ul.teams .card')) return;
      look.disconnect();
      requestAnimationFrame((now) => { window.shownAt = now; });
    });
    look.observe(document, { childList: true, subtree: true });
  });
  for (let i = 0; i < RUNS; i++) {
    await page.goto('about:blank');
    await page.goto(site.url);
    await page.waitForFunction(() => window.shownAt);
    took.push(await page.evaluate(() => window.shownAt));
    // What is read in the background is through before the next one.
    await page.waitForTimeout(3000);
  }
  return median(took);
}
/** Runs in the page: resolves when nothing has changed for a while, with the longest time for which a click would have waited until then, and a frame in it. */
const settle = () => {
  window.settled = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    let [changed, last, longest] = [performance.now(), performance.now(), 0];
    const look = new MutationObserver(() => { changed = performance.now(); });
    look.observe(document, { childList: true, subtree: true, attributes: true });
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (now - changed < 200) return port2.postMessage(0);
      look.disconnect();
      done(longest);
    };
    port2.postMessage(0);
  });
};
/** Work from an event to the next frame, in milliseconds, and the longest hold until all of it is there. Each begins when nothing is going on. */
async function work(page, act) {
  const [took, held] = [[], []];
  for (let i = 0; i < RUNS; i++) {
    const [own, longest] = await page.evaluate(async ([act, i]) => {
      await window.settled();
      const start = performance.now();
      new Function('i', act)(i);
      // A task behind the microtasks in which the app does its work.
      await new Promise((done) => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); });
      const own = performance.now() - start;
      return [own, await window.settled()];
    }, [act, i]);
    took.push(own);
    held.push(longest);
  }
  return [median(took), median(held)];
}
const choose = (id) => `const s = document.querySelector('#${id}'); s.selectedIndex = (s.selectedIndex + 1) % s.options.length; s.dispatchEvent(new Event('change', { bubbles: true }));`;

const few = await (await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' })).newPage();
const fewApp = new App(few, site);
const world = await known(fewApp);
const put = async (page, teams) => {
  const parts = [];
  for (let at = 0; at < teams.length; at += 50) {
    const assessments = teams.slice(at, at + 50);
    parts.push({ name: `part-${at}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ format: 'plumbline/workspace', version: 1, assessments })) });
  }
  await page.getByLabel('Open a file').setInputFiles(parts);
  await page.getByRole('button', { name: 'Open as chosen' }).click({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Undo' }).waitFor({ timeout: 120_000 });
  await page.locator('.status', { hasText: /^Saved \d\d:\d\d$/ }).waitFor({ timeout: 120_000 });
};
await few.evaluate(() => { location.hash = '#/'; });
await put(few, [team(world, 0, { snapshots: 8 })]);

const many = await (await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' })).newPage();
await many.addInitScript(settle);
await many.goto(site.url);
const begun = Date.now();
await put(many, Array.from({ length: TEAMS }, (_, n) => team(world, n, { snapshots: 8 })));
const taken = (Date.now() - begun) / 1000;

const [one, thousand] = [await starts(few), await starts(many)];
const rows = [['start, one assessment', one], [`start, ${TEAMS}`, thousand], ['ratio', thousand / one], ['taking them in, seconds', taken]];
const act = async (name, what) => {
  const [own, held] = await work(many, what);
  rows.push([name, own], [`${name}, longest hold`, held]);
};
await act('list: find a name', "const f = document.querySelector('#find-team'); f.value = ['1', '09', ''][i % 3]; f.dispatchEvent(new Event('input', { bubbles: true }));");
await many.getByRole('link', { name: 'See all teams together' }).click();
const shown = (rows) => many.waitForFunction((rows) => document.querySelectorAll('.whole tbody tr').length === rows, rows);
const first = Math.min(TEAMS, 100);
await shown(first);
const opened = [];
for (let i = 0; i < RUNS; i++) {
  await many.evaluate(() => { location.hash = '#/data'; });
  await many.locator('#title', { hasText: 'Your data' }).waitFor();
  opened.push(await many.evaluate(async () => {
    await window.settled();
    const start = performance.now();
    const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash = '#/portfolio';
    await changed;
    await new Promise((done) => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); });
    return performance.now() - start;
  }));
  await shown(first);
}
rows.push(['portfolio: opens', median(opened)]);
const choices = async (then) => {
  for (const [name, id] of [['group', 'group'], ['tag', 'tag'], ['discipline', 'discipline'], ['rows', 'order'], ['withhold', 'withhold']]) {
    await act(`portfolio: ${name}${then}`, choose(id));
    // The next one begins with all teams, too.
    await many.locator(`#${id}`).selectOption({ index: 0 });
  }
};
await choices('');
if (first < TEAMS) {
  const asked = await many.evaluate(async () => {
    await window.settled();
    const start = performance.now();
    document.querySelector('.rest button').click();
    await new Promise((done) => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); });
    const own = performance.now() - start;
    return [own, await window.settled()];
  });
  await shown(TEAMS);
  rows.push(['portfolio: show all (once)', asked[0]], ['portfolio: show all, longest hold', asked[1]]);
  await choices(', all shown');
}
console.log(`\n${TEAMS} assessments, eight snapshots each (medians; ms unless said otherwise; a frame is 16.7)`);
for (const [name, value] of rows) console.log(`${name.padEnd(46)} ${value.toFixed(value < 10 ? 2 : 1).padStart(9)}`);
note(`start with ${TEAMS} assessments`, thousand, 'ms', ['with one', one]);
for (const [name, value] of rows.slice(4)) note(`${TEAMS} teams, ${name}`, value, 'ms');
await browser.close();
await site.stop();
