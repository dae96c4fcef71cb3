// The app in WebKit, Safari's engine: the main job, its storage, windows, kills, and the second visit
// without a network.
import fs from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import { hasCopy } from '../support/offline.mjs';
import { root } from '../support/site.mjs';
import { missing, test, expect } from '../support/webkit.mjs';
import { verdict } from '../support/verdict.mjs';

test.skip(Boolean(missing), missing);
// WebKitGTK has no manifests, and does not know the policy's word for them.
test.use({ allowed: /Unrecognized Content-Security-Policy directive 'manifest-src'/ });

const given = { 'slo-targets': 4, 'toil-measured': 2 };

test('a team answers, measures, reads its results, takes them along and opens them again', async ({ webkit }) => {
  const { tab, downloads } = await webkit();
  const team = await tab();
  await team.open();
  await team.start('Payments');
  for (const [practice, level] of Object.entries(given)) await team.answer(practice, level);
  await team.go('measurements');
  await team.type('#change-fail-rate', '12,5');
  await team.go('results');
  const before = await team.tables();
  expect(before.join()).toContain('12.5 %');
  // What is drawn is drawn here too.
  await expect.poll(() => team.evaluate(() => {
    const canvas = document.querySelector('main canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  })).toBeGreaterThan(5);

  await team.run(axe.source);
  const problems = await team.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map((v) => v.id)));
  expect(problems).toEqual([]);

  await team.reload();
  await expect.poll(() => team.tables()).toEqual(before);

  await team.click('button=More');
  await team.click('button=Download');
  const file = () => fs.readdir(downloads).then((names) => names.find((name) => /^plumbline_Payments_.*\.json$/.test(name)));
  await expect.poll(file).toBeTruthy();
  const saved = path.join(downloads, await file());
  await expect.poll(() => fs.readFile(saved, 'utf8')).toMatch(/}\s*$/);
  const other = await (await webkit()).tab();
  await other.open();
  await other.type('#import', saved);
  await other.click('button=Open as chosen');
  await other.click('a=Payments');
  await other.go('results');
  await expect.poll(() => other.tables()).toEqual(before);
});

const parts = ['', 'measurements', 'check', 'results', 'roadmap', 'rounds', 'report', 'workshop', 'settings', 'practice/slo-targets', 'dimension/slos', 'why/discipline/sre'];
const addresses = [...parts.map((part) => `#/a/sample/${part}`.replace(/\/$/, '')), '#/', '#/portfolio', '#/data', '#/about', '#/scoring'];
for (const address of addresses) {
  test(`${address} opens, fits, and says nothing in the console`, async ({ webkit }) => {
    const { tab } = await webkit();
    const team = await tab();
    await team.open();
    await team.click('button=See a sample');
    await team.sees('#title', verdict);
    // The heading of this page would pass for the other's.
    await team.evaluate((to) => {
      if (location.hash === to) return;
      document.querySelector('#title').dataset.before = '';
      location.hash = to;
    }, address);
    await team.sees('#title:not([data-before])', /^(?!Opening…)./);
    expect(await team.text('#title')).not.toBe('There is nothing at this address');
    const [wide, window] = await team.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBeLessThanOrEqual(window);
  });
}

test('levels are chosen by keyboard, and two windows agree', async ({ webkit }) => {
  const { tab } = await webkit();
  const one = await tab();
  await one.open();
  await one.start('Payments');
  await one.answer('slo-targets', 2);
  const two = await tab();
  await two.goto(await one.address());
  await two.holds('slo-targets', 2);
  const down = '\uE015';
  await one.type('#form-slo-targets input:checked', down);
  await one.holds('slo-targets', 3);
  await two.holds('slo-targets', 3);
  await two.answer('slo-targets', 5);
  await one.holds('slo-targets', 5);
});

test('a browser that is killed after Saved has every answer', async ({ webkit, folder }) => {
  const kills = Number(process.env.KILLS ?? 3);
  test.setTimeout(300_000 + kills * 10_000);
  const level = (round) => (round % 5) + 1;
  const profile = path.join(folder, 'profile');
  let at;
  for (let round = 0; round <= kills; round++) {
    const { tab, kill } = await webkit({ profile });
    const team = await tab();
    if (round === 0) {
      await team.open();
      await team.start('Payments');
    } else {
      await team.goto(at);
      await team.holds('slo-targets', level(round - 1));
      if (round === kills) break;
    }
    await team.answer('slo-targets', level(round));
    at = await team.address();
    await kill();
  }
});

for (const [what, without] of [['localStorage', 'LocalStorage'], ['IndexedDB', 'IndexedDBAPI']]) {
  test(`without ${what}, the other store keeps the answers`, async ({ webkit }) => {
    const { tab } = await webkit({ without: [without] });
    const team = await tab();
    await team.open();
    expect(await team.evaluate((name) => Boolean(window[name]), what === 'IndexedDB' ? 'indexedDB' : 'localStorage')).toBe(false);
    await team.start('Payments');
    await team.answer('slo-targets', 4);
    await team.reload();
    await team.holds('slo-targets', 4);
  });
}

/** Fills localStorage to the last character. */
const fillQuick = () => {
  for (let size = 1_000_000; size >= 1; size /= 10) {
    try { for (;;) localStorage.setItem('filler', (localStorage.getItem('filler') ?? '') + 'x'.repeat(size)); } catch { /* Full. */ }
  }
};
/** Fills the database until not a hundred characters more go in, and tells what it said then. */
const fillSafe = async () => {
  const opened = await new Promise((done) => { const asked = indexedDB.open('filler'); asked.onupgradeneeded = () => asked.result.createObjectStore('filler', { autoIncrement: true }); asked.onsuccess = () => done(asked.result); });
  let said;
  for (let size = 1_000_000; size >= 100; size /= 10) {
    const text = Array.from({ length: size }, () => String.fromCharCode(33 + Math.random() * 90)).join('');
    for (let isIn = true; isIn;) {
      isIn = await new Promise((done) => {
        const transaction = opened.transaction('filler', 'readwrite');
        transaction.oncomplete = () => done(true);
        transaction.onabort = () => { said = transaction.error.name; done(false); };
        transaction.objectStore('filler').add(text);
      });
    }
  }
  opened.close();
  return said;
};

test('where localStorage is full, the database keeps the answers', async ({ webkit }) => {
  const { tab } = await webkit();
  const team = await tab();
  await team.open();
  await team.start('Payments');
  await team.answer('slo-targets', 4);
  await team.evaluate(fillQuick);
  await team.answer('toil-measured', 2);
  await team.sees('.status.loud', /storage is full/);
  await team.reload();
  await team.holds('toil-measured', 2);
});

test('on a disk that is full, the page says that nothing more is saved, and what was is there', async ({ webkit }) => {
  const { tab } = await webkit({ quota: 3_000_000 });
  const team = await tab();
  await team.open();
  await team.start('Payments');
  await team.answer('slo-targets', 4);
  expect(await team.evaluate(fillSafe)).toBe('QuotaExceededError');
  await team.evaluate(fillQuick);
  await team.go('practice/toil-measured');
  await team.choose('toil-measured', 2);
  await team.sees('.status.loud', /^Not saved: the browser's storage is full/);
  await team.reload();
  await team.sees('#form-toil-measured', /./);
  await team.go('practice/slo-targets');
  await team.holds('slo-targets', 4);
});

test.describe('where all storage is blocked', () => {
  // A page in a sandbox has an origin of its own, for which nothing can be stored. It is not `self`, either.
  const tamper = (name, body) => (name === 'index.html' ? Buffer.from(body.toString().replaceAll("'self'", 'http://127.0.0.1:*')) : body);
  const headers = { 'content-security-policy': 'sandbox allow-scripts allow-downloads allow-forms allow-modals', 'access-control-allow-origin': '*' };
  test.use({ siteOptions: { headers, tamper } });
  test('the app works, and says that nothing is saved', async ({ webkit }) => {
    const { tab, downloads } = await webkit();
    const team = await tab();
    await team.open();
    expect(await team.evaluate(() => { try { return typeof localStorage; } catch (error) { return error.name; } })).toBe('SecurityError');
    await team.start('Payments');
    await team.go('practice/slo-targets');
    await team.choose('slo-targets', 4);
    await team.sees('.status.loud', /^Not saved/);
    await team.click('button=More');
    await team.click('button=Download');
    await expect.poll(() => fs.readdir(downloads)).toHaveLength(1);
  });
});

test.describe('the first visit', () => {
  const asked = [];
  test.use({ siteOptions: { tamper: (name, body) => { asked.push(name); return body; } } });
  test('asks for each file once, though the server lets none be kept', async ({ webkit }) => {
    asked.length = 0;
    const { tab } = await webkit();
    const team = await tab();
    await team.open('#/about');
    await expect.poll(() => asked).toContain('sw.js');
    const own = asked.slice(0, asked.indexOf('sw.js'));
    expect(own).toEqual([...new Set(own)]);
    // The first one, and each that a piece of the app is in.
    const pieces = (await fs.readFile(path.join(root, 'dist/index.html'), 'utf8')).match(/<link[^>]* data-for=/g);
    expect(own.filter((name) => name.endsWith('.wasm'))).toHaveLength(1 + pieces.length);
  });
});

test('the second visit needs no server', async ({ webkit, site }) => {
  const { tab } = await webkit();
  const team = await tab();
  await team.open();
  await team.start('Payments');
  await team.answer('slo-targets', 4);
  await hasCopy(team);
  await site.stop();
  await team.reload();
  await team.holds('slo-targets', 4);
});

test('a ballot is sealed here, says nothing in the chat, and is opened here', async ({ webkit }) => {
  const { tab } = await webkit();
  const team = await tab();
  await team.open();
  await team.start('Payments');
  await team.go('workshop');
  await team.click('button=Begin the workshop');
  const value = (tab, field) => tab.evaluate((selector) => { const found = document.querySelector(selector); return found?.value ?? found?.textContent ?? ''; }, field);
  await expect.poll(() => value(team, '#invitation')).toMatch(/#\/vote\//);
  const phone = await tab();
  await phone.goto(await value(team, '#invitation'));
  await phone.click('button=Begin');
  await phone.click('button=To the end');
  await expect.poll(() => value(phone, '#ballot-code')).toMatch(/^PS\w{80,}$/);
  await team.type('#ballots', await value(phone, '#ballot-code'));
  // The bar at the foot would take a pointer that does not scroll as people do.
  await team.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.textContent === 'Count them').click());
  await team.sees('main .lead[role="status"]', /^1 ballot is in\./);
});
