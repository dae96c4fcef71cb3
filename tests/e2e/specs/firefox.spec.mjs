// The app in Firefox: the main job, its storage, tabs, kills, and the second visit without a network.
import fs from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import { test, expect } from '../support/firefox.mjs';
import { hasCopy } from '../support/offline.mjs';
import { built, serve } from '../support/site.mjs';
import { verdict } from '../support/verdict.mjs';

const given = { 'slo-targets': 4, 'toil-measured': 2 };

test('a team answers, measures, reads its results, takes them along and opens them again', async ({ tab, newContainer, downloads }) => {
  const team = await tab();
  await team.open();
  await team.start('Payments');
  for (const [practice, level] of Object.entries(given)) await team.answer(practice, level);
  await team.go('measurements');
  await team.found('#change-fail-rate').fill('12,5');
  await team.go('results');
  const before = await team.tables();
  // What is drawn is drawn here too.
  await expect.poll(() => team.page.$eval('main canvas', (canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  })).toBeGreaterThan(5);
  await team.page.evaluate(axe.source);
  const problems = await team.page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
  expect(problems.violations.map((v) => v.id)).toEqual([]);
  await team.page.screenshot({ path: test.info().outputPath('results.png'), fullPage: true });

  await team.page.reload();
  await expect.poll(() => team.tables()).toEqual(before);

  await team.click('::-p-aria(More[role="button"])');
  await team.click('::-p-aria(Download[role="button"])');
  const file = () => fs.readdir(downloads).then((names) => names.find((name) => /^plumbline_Payments_.*\.json$/.test(name)));
  await expect.poll(file).toBeTruthy();
  const saved = path.join(downloads, await file());
  await expect.poll(() => fs.readFile(saved, 'utf8')).toMatch(/}\s*$/);
  const other = await (await newContainer())();
  await other.open();
  await (await other.page.$('#import')).uploadFile(saved);
  await other.click('::-p-aria(Open as chosen[role="button"])');
  await other.click('::-p-aria(Payments[role="link"])');
  await other.go('results');
  await expect.poll(() => other.tables()).toEqual(before);
});

const parts = ['', 'measurements', 'check', 'results', 'roadmap', 'rounds', 'report', 'workshop', 'settings', 'practice/slo-targets', 'dimension/slos', 'why/discipline/sre'];
for (const address of [...parts.map((part) => `#/a/sample/${part}`.replace(/\/$/, '')), '#/', '#/portfolio', '#/data', '#/about', '#/scoring']) {
  test(`${address} opens, fits, and says nothing in the console`, async ({ tab }) => {
    const team = await tab();
    await team.open();
    await team.click('::-p-aria(See a sample[role="button"])');
    await team.sees('#title', verdict);
    // The heading of this page would pass for the other's.
    await team.page.evaluate((to) => {
      if (location.hash === to) return;
      document.querySelector('#title').dataset.before = '';
      location.hash = to;
    }, address);
    await team.page.waitForSelector('#title:not([data-before])');
    await team.sees('#title', /^(?!Opening…)./);
    expect(await team.text('#title')).not.toBe('There is nothing at this address');
    const [wide, window] = await team.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBeLessThanOrEqual(window);
  });
}

test.describe('a start that fails', () => {
  test.use({ allowed: /./ });
  /** Whether what the style alone shows can be seen, before its time and after. */
  const late = (page) => page.evaluate(() => {
    const found = document.querySelector('#late');
    const isSeen = () => getComputedStyle(found).visibility === 'visible';
    const [animation] = document.getAnimations().filter((one) => one.animationName === 'late');
    const before = isSeen();
    animation.currentTime = animation.effect.getTiming().delay + 1;
    return [before, isSeen(), found.textContent];
  });

  test('says what to do when the start script is not as published, and when the page is a file', async ({ firefox }) => {
    const other = await serve({ tamper: (name, body) => (name.endsWith('_boot.js') ? { body: Buffer.from('<!doctype html>'), type: 'text/html' } : body) });
    // As it is outside of tests.
    const { page } = await (await firefox({ prefs: { 'security.fileuri.strict_origin_policy': true } })).tab();
    for (const address of [other.url, `file://${built}/index.html`]) {
      await page.goto(address);
      expect(await late(page)).toEqual([false, true, expect.stringMatching(/reload the page.*from a web server/)]);
    }
    await other.stop();
  });

  test('says that the browser does not run WebAssembly', async ({ firefox, site }) => {
    const { page } = await (await firefox({ prefs: { 'javascript.options.wasm': false } })).tab();
    await page.goto(site.url);
    await expect.poll(() => page.$eval('#overlay', (found) => found.innerText)).toContain('this browser does not run WebAssembly');
    await expect.poll(() => page.$eval('#overlay', (found) => found.innerText)).toContain('Nothing is stored in this browser yet.');
  });
});

test('levels are chosen by keyboard, and two tabs agree', async ({ tab }) => {
  const one = await tab();
  await one.open();
  await one.start('Payments');
  await one.answer('slo-targets', 2);
  const two = await tab();
  await two.open(new URL(one.page.url()).hash);
  await two.holds('slo-targets', 2);
  await one.page.focus('#form-slo-targets input:checked');
  await one.page.keyboard.press('ArrowDown');
  await one.holds('slo-targets', 3);
  await two.holds('slo-targets', 3);
});

test('a browser that is killed after Saved has every answer', async ({ firefox, folder }) => {
  const kills = Number(process.env.KILLS ?? 3);
  test.setTimeout(300_000 + kills * 10_000);
  const level = (round) => (round % 5) + 1;
  let at;
  for (let round = 0; round <= kills; round++) {
    const { browser, tab } = await firefox({ profile: folder });
    const team = await tab();
    if (round === 0) {
      at = team.site.url;
      await team.open();
      await team.start('Payments');
    } else {
      await team.page.goto(at);
      await team.holds('slo-targets', level(round - 1));
      if (round === kills) break;
    }
    await team.answer('slo-targets', level(round));
    at = team.page.url();
    const ended = new Promise((done) => { browser.process().once('exit', done); });
    browser.process().kill('SIGKILL');
    await ended;
  }
});

const quick = () => { localStorage.setItem('of-the-test', 'x'.repeat(100_000)); };

/** Fills both stores until nothing more goes in, not a hundred characters. */
const fillUp = async () => {
  const opened = await new Promise((done) => { const asked = indexedDB.open('filler'); asked.onupgradeneeded = () => asked.result.createObjectStore('filler', { autoIncrement: true }); asked.onsuccess = () => done(asked.result); });
  for (let size = 1_000_000; size >= 100; size /= 10) {
    const text = Array.from({ length: size }, () => String.fromCharCode(33 + Math.random() * 90)).join('');
    for (let isIn = true; isIn;) isIn = await new Promise((done) => {
      const transaction = opened.transaction('filler', 'readwrite');
      transaction.oncomplete = () => done(true);
      transaction.onabort = () => done(false);
      // What Firefox does with it once it was full.
      try { transaction.objectStore('filler').add(text); } catch { done(false); }
    });
    try { for (;;) localStorage.setItem('filler', (localStorage.getItem('filler') ?? '') + text); } catch { /* Full. */ }
  }
  opened.close();
};

for (const [what, prefs, tried] of [
  ['localStorage is switched off', { 'dom.storage.enabled': false }, quick],
  ['localStorage is full', { 'dom.storage.default_quota': 1, 'dom.storage.default_site_quota': 1 }, quick],
]) {
  test(`where ${what}, the other store keeps the answers`, async ({ firefox }) => {
    const { tab } = await firefox({ prefs });
    const team = await tab();
    await team.open();
    expect(await team.page.evaluate(tried).then(() => 'works', () => 'refused')).toBe('refused');
    await team.start('Payments');
    await team.answer('slo-targets', 4);
    await team.page.reload();
    await team.holds('slo-targets', 4);
  });
}

test('on a disk that is full, what is called saved is saved', async ({ firefox }) => {
  // In kB, for all pages of the browser.
  const { tab } = await firefox({ prefs: { 'dom.quotaManager.temporaryStorage.fixedLimit': 6000 } });
  const team = await tab();
  await team.open();
  await team.start('Payments');
  await team.answer('slo-targets', 4);
  await team.page.evaluate(fillUp);
  await team.go('practice/toil-measured');
  await team.choose('toil-measured', 2);
  const said = () => team.page.$$eval('.status', (all) => all.map((one) => one.innerText).join(''));
  await expect.poll(said).toMatch(/^(Saved|Not saved)/);
  const isSaved = (await said()).startsWith('Saved');
  await team.page.reload();
  await team.page.waitForSelector('#form-toil-measured');
  if (isSaved) await team.holds('toil-measured', 2);
  await team.go('practice/slo-targets');
  await team.holds('slo-targets', 4);
});

test('the second visit needs no server', async ({ tab, site }) => {
  const team = await tab();
  await team.open();
  await team.start('Payments');
  await team.answer('slo-targets', 4);
  await hasCopy(team.page);
  await site.stop();
  await team.page.reload();
  await team.holds('slo-targets', 4);
});

test('a ballot is sealed here, says nothing in the chat, and is opened here', async ({ tab }) => {
  const team = await tab();
  await team.open();
  await team.start('Payments');
  await team.go('workshop');
  await team.click('::-p-aria(Begin the workshop[role="button"])');
  await team.page.waitForSelector('#invitation');
  const phone = await tab();
  await phone.page.goto(await team.page.$eval('#invitation', (field) => field.value));
  await phone.click('::-p-aria(Begin[role="button"])');
  await phone.click('::-p-aria(To the end[role="button"])');
  await phone.page.waitForSelector('#ballot-code');
  const code = await phone.page.$eval('#ballot-code', (letters) => letters.textContent);
  expect(code).toMatch(/^PS\w{80,}$/);
  await team.found('#ballots').fill(`Ann: ${code}`);
  // The bar at the foot would take a pointer that does not scroll as people do.
  await team.page.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.textContent === 'Count them').click());
  await team.sees('main .lead[role="status"]', /^1 ballot is in\./);
});
