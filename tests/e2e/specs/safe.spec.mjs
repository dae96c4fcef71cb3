// The app does not start: a plain page gives every record back, each store's own, and takes out of the
// way what may be the reason, without losing a byte.
import fs from 'node:fs/promises';
import { test, expect, App } from '../support/app.mjs';

// The picture of a page that is none is asked for, too.
test.use({ allowed: /RuntimeError|unreachable|drill|panicked|Uncaught|status of 404/ });

const dialog = (page) => page.getByRole('dialog');
const rows = (page) => dialog(page).getByRole('listitem');
const row = (page, text) => rows(page).filter({ hasText: text });
const click = (where, name) => where.getByRole('button', { name, exact: true }).click();
async function download(page, where) {
  const [file] = await Promise.all([page.waitForEvent('download'), click(where, 'Download')]);
  return fs.readFile(await file.path(), 'utf8');
}
/** What was parked, by the key that it had, in each store. */
const parked = (records) => Object.fromEntries(Object.entries(records).filter(([key]) => key.startsWith('plumbline:parked:')).map(([key, text]) => [key.replace(/^plumbline:parked:\d+:/, ''), text]));
const keyOf = async (app) => Object.keys(await app.stored()).find((key) => key.startsWith('plumbline:assessment:'));

/** The next start is the safe one, as after two that failed. */
async function safeMode(page) {
  const there = page.url();
  // Whoever leaves a page that works has started well, so it is counted where none is.
  await page.goto(new URL('icon.svg', there).href);
  await page.evaluate(() => sessionStorage.setItem('plumbline:starts', '2'));
  await page.goto(there);
  await expect(dialog(page)).toContainText('did not start twice in a row');
}
/** Puts texts into the database as it is. */
const put = (page, records) => page.evaluate((found) => new Promise((done) => {
  const asked = indexedDB.open('plumbline');
  asked.onsuccess = () => {
    const transaction = asked.result.transaction('records', 'readwrite');
    for (const [key, text] of Object.entries(found)) transaction.objectStore('records').put(text, key);
    transaction.oncomplete = () => { asked.result.close(); done(); };
  };
}), records);
/** Leaves not one character of room in localStorage. */
const fill = (page) => page.evaluate(() => { for (let size = 4e6; size >= 1;) { try { localStorage.setItem(`neighbour${Math.random()}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); } } });

test('an app that cannot start twice ends in a safe mode, which gives each record back', async ({ app, page }) => {
  await app.open();
  await app.start('Loop', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  await page.evaluate(() => { sessionStorage.setItem('drill', 'on'); });
  await page.addInitScript(() => { if (sessionStorage.getItem('drill')) { const real = Node.prototype.cloneNode; Node.prototype.cloneNode = function clone(...args) { if (this.ownerDocument.querySelector('#overlay')) throw new Error('drill'); return real.apply(this, args); }; for (const name of ['importNode', 'createElement']) { const own = Document.prototype[name]; Document.prototype[name] = function make(...args) { if (new Error('').stack.includes('wasm')) throw new Error('drill'); return own.apply(this, args); }; } } });
  await page.reload();
  for (let failed = 0; failed < 2; failed++) {
    await expect(dialog(page)).toContainText('Something went wrong');
    await page.getByRole('button', { name: 'Reload' }).click();
  }
  await expect(dialog(page)).toContainText('did not start twice in a row');
  await expect(row(page, 'Loop')).toHaveText([/Loop · quick store · saved .* · [\d.,]+ characters/, /Loop · database · saved .* · [\d.,]+ characters/]);
  const [quick, safe] = [row(page, 'quick store'), row(page, 'database')];
  const text = await download(page, quick);
  expect(JSON.parse(text).body.responses).toEqual({ 'ci-pipeline': { level: 4 } });
  for (const one of [quick, safe]) {
    await click(one, 'Set aside');
    await expect(one).toContainText('· set aside');
    await expect(one.getByRole('button', { name: 'Set aside' })).toHaveCount(0);
    await expect(one.getByRole('button', { name: 'Download' })).toBeFocused();
  }
  await page.evaluate(() => sessionStorage.removeItem('drill'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('#title')).toHaveText('There is nothing at this address');
  // Parked, not lost: the app hands them out, and what was handed out opens.
  await app.open('#/data');
  const files = page.locator('.notice').filter({ hasText: 'The app did not start with these' });
  await expect(files.getByRole('listitem')).toHaveCount(2);
  const again = await app.download('Download Record 1, 1 kB');
  expect(again.text).toBe(text);
  await app.open();
  await app.importText(again.text);
  await expect(page.getByRole('link', { name: 'Loop' })).toBeVisible();
});

test('what the database alone holds is not overwritten by an older copy', async ({ app, page, browser, site }) => {
  await app.open();
  await app.start('Newer', { quick: true });
  await app.answer('ci-pipeline', '2 Emerging');
  await app.saved();
  const key = await keyOf(app);
  await fill(page);
  for (const practice of ['deployment-automation', 'security-in-pipeline', 'slo-targets']) {
    await app.answer(practice, '4 Measured');
    await expect(app.loud()).toContainText('storage is full');
  }
  const [older, newer] = [(await app.stored())[key], (await app.database())[key]];
  const levels = (text) => Object.keys(JSON.parse(text).body.responses).length;
  expect([levels(older), levels(newer)]).toEqual([1, 4]);
  await safeMode(page);
  // Both are there, and which is which.
  const [quick, safe] = [row(page, 'quick store'), row(page, 'database')];
  await expect(quick).not.toContainText('copy');
  await expect(safe).toContainText('the newer copy · the larger copy');
  expect(await download(page, quick)).toBe(older);
  expect(await download(page, safe)).toBe(newer);
  // There is no room for a second one, so the older copy goes to where there is.
  await click(quick, 'Set aside');
  await expect(quick).toContainText('· set aside');
  expect((await app.stored())[key]).toBeUndefined();
  expect((await app.database())[key]).toBe(newer);
  expect(parked(await app.database())).toEqual({ [`quick:${key}`]: older });
  await click(safe, 'Set aside');
  await expect(safe).toContainText('· set aside');
  expect((await app.database())[key]).toBeUndefined();
  expect(parked(await app.database())).toEqual({ [`quick:${key}`]: older, [`database:${key}`]: newer });
  // What is downloaded here has both, and opens elsewhere: of what is set aside it says so.
  const emergency = await app.download('Download my data');
  await page.getByRole('button', { name: 'Try again' }).click();
  await app.heading();
  await app.open();
  await expect(page.getByRole('link', { name: 'Newer' })).toHaveCount(0);
  const other = new App(await (await browser.newContext()).newPage(), site);
  await other.open();
  await other.importText(emergency.text, { take: false });
  await expect(other.page.locator('.notice.problem')).toContainText('2 records that are not in use');
  await other.importText(newer);
  await expect(other.page.getByRole('link', { name: 'Newer' })).toBeVisible();
  await other.page.context().close();
});

test('the older copy aside, the newer one is what the app starts with', async ({ app, page }) => {
  await app.open();
  await app.start('Kept', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  const key = await keyOf(app);
  const there = page.url();
  const damaged = '{"format": "plumbline/assessment", "body": {"team": "Kept"';
  await page.evaluate(([k, text]) => localStorage.setItem(k, text), [key, damaged]);
  await safeMode(page);
  await click(row(page, 'quick store'), 'Set aside');
  await expect(row(page, 'quick store')).toContainText('· set aside');
  expect(parked(await app.stored())).toEqual({ [`quick:${key}`]: damaged });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.goto(there);
  await expect(app.choice('4 Measured')).toBeChecked();
  await expect.poll(async () => (await app.stored())[key] ?? '').toContain('"level":4');
});

test('what was parked before stays when the same record is parked again', async ({ app, page }) => {
  await app.open();
  const key = 'plumbline:assessment:twice';
  for (const text of ['"one"', '"two"']) {
    await page.evaluate(([k, t]) => localStorage.setItem(k, t), [key, text]);
    await put(page, { [key]: text });
    await safeMode(page);
    for (const store of ['quick store', 'database']) {
      await click(row(page, store), 'Set aside');
      await expect(row(page, store)).toContainText('· set aside');
    }
  }
  const all = [await app.stored(), await app.database()].map((records) => Object.entries(records).filter(([k]) => k.includes('parked')).map(([, text]) => text));
  expect(all.map((texts) => texts.sort())).toEqual([['"one"', '"two"'], ['"one"', '"two"']]);
});

test('where there is no room anywhere, nothing is changed, and that is said', async ({ app, page }) => {
  await app.open();
  const records = { 'plumbline:assessment:stuck': '{"body": {"team": "Stuck"}}' };
  await page.evaluate((found) => Object.assign(localStorage, found), records);
  await put(page, records);
  await page.addInitScript(() => {
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(...args) {
      if (this === localStorage) throw new DOMException('full', 'QuotaExceededError');
      real.apply(this, args);
    };
    IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await safeMode(page);
  for (const store of ['quick store', 'database']) {
    await click(row(page, store), 'Set aside');
    await expect(row(page, store)).toContainText('could not be set aside, and stays as it is');
    await expect(row(page, store).getByRole('button', { name: 'Set aside' })).toBeVisible();
  }
  expect(await app.stored()).toEqual(records);
  expect(await app.database()).toEqual(records);
});

test('what another tab writes meanwhile is what is set aside', async ({ app, page }) => {
  await app.open();
  const key = 'plumbline:assessment:busy';
  await page.evaluate((k) => localStorage.setItem(k, '"before"'), key);
  await put(page, { [key]: '"before"' });
  await safeMode(page);
  await page.evaluate((k) => localStorage.setItem(k, '"after"'), key);
  await put(page, { [key]: '"after"' });
  for (const store of ['quick store', 'database']) {
    await click(row(page, store), 'Set aside');
    await expect(row(page, store)).toContainText('· set aside');
  }
  expect(parked(await app.stored())).toEqual({ [`quick:${key}`]: '"after"' });
  expect(parked(await app.database())).toEqual({ [`database:${key}`]: '"after"' });
});

test('every record that the app reads at its start is listed, whatever is in it', async ({ app, page }) => {
  await app.open();
  const strange = {
    'plumbline:assessment:markup': JSON.stringify({ savedAt: '<i>now</i>', body: { team: '<img src=x onerror=alert(1)> "A" ‮' } }),
    'plumbline:assessment:odd': JSON.stringify({ savedAt: 7, body: { team: { a: [] } } }),
    'plumbline:assessment:cut': '{"form',
    'plumbline:assessment:deep': '['.repeat(100_000),
    'plumbline:set-aside:x:1': 'null',
    'plumbline:keys': '"on"',
    'plumbline:backup:x': '17',
  };
  await page.evaluate((found) => Object.assign(localStorage, found), strange);
  await safeMode(page);
  await expect(rows(page)).toHaveCount(5);
  await expect(row(page, '<img src=x onerror=alert(1)> "A"')).toBeVisible();
  await expect(row(page, 'assessment:cut')).toContainText('6 characters');
  await expect(row(page, '100,000 characters')).toBeVisible();
  await expect(row(page, 'set-aside:x:1')).toBeVisible();
  expect(await download(page, row(page, 'assessment:cut'))).toBe('{"form');
  // On a narrow screen, too.
  await page.setViewportSize({ width: 320, height: 640 });
  const [wide, room] = await dialog(page).evaluate((found) => [found.scrollWidth, found.clientWidth]);
  expect(wide).toBeLessThanOrEqual(room);
});

test('somebody without a record is not told that one is the reason', async ({ app, page }) => {
  await app.open();
  await safeMode(page);
  await expect(rows(page)).toHaveCount(0);
  await expect(dialog(page)).toContainText('No assessment that the page can see is the reason');
  await expect(dialog(page)).toContainText('Nothing is stored in this browser yet.');
  await expect(page.getByRole('button', { name: 'Download my data' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Try again' }).click();
  await app.heading();
});
