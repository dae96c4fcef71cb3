// Your data: what is said of the stores is how they are; bytes are bytes; a page that holds something in
// memory alone asks before it is closed, and no other does.
import fs from 'node:fs/promises';
import { test, expect, App } from '../support/app.mjs';
import { closing } from '../support/closing.mjs';
import { quick } from '../support/questionnaire.mjs';


const lead = (page) => page.locator('main .lead');
const rows = (page) => page.locator('main tbody tr');
const blockQuick = () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
const blockSafe = () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; };
/** Neither store takes anything as long as the page says so. */
const fillable = () => {
  for (const [owner, name] of [[Storage.prototype, 'setItem'], [IDBObjectStore.prototype, 'put']]) {
    const real = owner[name];
    owner[name] = function write(...args) {
      if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, args);
    };
  }
};

test('the page opened by its address waits for both stores', async ({ app, page }) => {
  await app.open();
  await app.start('Address', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  await page.goto(`${app.site.url}#/data`);
  await page.reload();
  await expect(lead(page)).toHaveText('Everything is kept in this browser, twice: in a quick store that is there at once, and in a database that survives a crash of the browser. Nothing is sent anywhere.');
  await expect(rows(page)).toHaveText([/Quick store.*1 assessment, whole/, /Database.*1 assessment, whole/]);
});

for (const [name, init, said] of [
  ['the quick store is blocked', [blockQuick], /in its database alone, since its quick store cannot be used: this browser does not let the page store data/],
  ['the database is blocked', [blockSafe], /in its quick store alone, since its database cannot be used: .*If the browser crashes/],
  ['both are blocked', [blockQuick, blockSafe], /kept nowhere: .*It is gone when this page is closed. Download everything before that/],
]) {
  test(`where ${name}, the page says what that means`, async ({ app, page }) => {
    for (const one of init) await page.addInitScript(one);
    await app.open();
    await app.start('Blocked', { quick: true });
    await page.getByRole('link', { name: 'Your data' }).click();
    await expect(lead(page)).toHaveText(said);
    await expect(lead(page)).not.toContainText('twice');
  });
}

test('a store that fills up while the page is open is said at once, and so is its recovery', async ({ app, page }) => {
  await page.addInitScript(fillable);
  await app.open();
  await app.start('Filling', { quick: true });
  await page.evaluate(() => { window.isFull = true; });
  await app.answer('ci-pipeline', '4 Measured');
  await expect(app.loud()).toContainText('Not saved');
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(lead(page)).toContainText('What you answer now is kept nowhere');
  await page.goBack();
  await page.evaluate(() => { window.isFull = false; });
  await app.choose('5 Optimizing');
  await app.saved();
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(lead(page)).toContainText('twice');
});

test('what one store lacks is not said to be kept twice', async ({ app, page }) => {
  await app.open();
  await app.start('Uneven', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(lead(page)).toContainText('twice: in');
  await page.evaluate(() => localStorage.clear());
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(lead(page)).toContainText('not all of them twice');
  await expect(rows(page)).toHaveText([/Quick store.*0 assessments/, /Database.*1 assessment, whole/]);
});

/** What listens for the page's end. */
async function listeners(page) {
  const client = await page.context().newCDPSession(page);
  const { result } = await client.send('Runtime.evaluate', { expression: 'window' });
  const { listeners: found } = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
  await client.detach();
  return found.map((one) => one.type).filter((type) => ['beforeunload', 'unload'].includes(type));
}

test('closing asks only while something is in memory alone', async ({ app, page }) => {
  await page.addInitScript(fillable);
  await app.open();
  expect(await listeners(page)).toEqual([]);
  await app.start('Closing', { quick: true });
  await app.answer('ci-pipeline', '2 Emerging');
  await app.saved();
  expect(await listeners(page)).toEqual([]);
  await page.evaluate(() => { window.isFull = true; });
  await app.choose('4 Measured');
  await expect(app.loud()).toContainText('Not saved');
  expect(await listeners(page)).toEqual(['beforeunload']);
  expect(await closing(page)).toEqual(['beforeunload']);
  await expect(app.choice('4 Measured')).toBeChecked();
  // Once it is kept, nothing asks any more.
  await page.evaluate(() => { window.isFull = false; });
  await app.choose('5 Optimizing');
  await app.saved();
  expect(await listeners(page)).toEqual([]);
  expect(await closing(page)).toEqual([]);
});

test('where nothing can be stored, nobody is asked who has entered nothing', async ({ app, page }) => {
  await page.addInitScript(blockQuick);
  await page.addInitScript(blockSafe);
  await app.open();
  expect(await listeners(page)).toEqual([]);
  await app.start('Memory', { quick: true });
  expect(await listeners(page)).toEqual(['beforeunload']);
});

test('one store that works is enough', async ({ app, page }) => {
  await page.addInitScript(blockSafe);
  await app.open();
  await app.start('One', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await expect(app.loud()).toContainText('Saved in this browser');
  expect(await listeners(page)).toEqual([]);
});

/** What no reader of JSON would write as it stood. */
const strange = '{"format":"plumbline/assessment","version":VERSION,"a":12345678901234567890123,"a":1.0,"body":{"id":"strange","team":"Strange",  "questionnaire":{"id":"plumbline","version":"1.0.0"},"b":1e2,"c":"\\u00e9\\/"}';
for (const [name, text, button] of [
  ['that cannot be read', strange.replace('VERSION', '1'), 'Download'],
  ['of a newer version', `${strange.replace('VERSION', '99')}}`, 'Download'],
]) {
  for (const store of ['quick store', 'database']) {
    test(`a record ${name} is handed out of the ${store} with its bytes`, async ({ app, page }) => {
      await app.open();
      await page.evaluate(([where, record]) => new Promise((done) => {
        const key = 'plumbline:assessment:strange';
        if (where === 'quick store') { localStorage.setItem(key, record); done(); return; }
        const asked = indexedDB.open('plumbline');
        asked.onsuccess = () => { const t = asked.result.transaction('records', 'readwrite'); t.objectStore('records').put(record, key); t.oncomplete = () => { asked.result.close(); done(); }; };
      }), [store, text]);
      await page.reload();
      const notice = page.locator('.notice.problem').filter({ hasText: 'could not be read' });
      await expect(notice).toBeVisible();
      const [download] = await Promise.all([page.waitForEvent('download'), notice.getByRole('button', { name: button }).click()]);
      expect(await fs.readFile(await download.path(), 'utf8')).toBe(text);
    });
  }
}

test('what stands in the way of an assessment is set aside with its bytes', async ({ app, page }) => {
  await app.open();
  await app.start('Aside', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  const key = Object.keys(await app.stored()).find((k) => k.startsWith('plumbline:assessment:'));
  const text = strange.replace('VERSION', '1');
  await page.evaluate(([k, t]) => localStorage.setItem(k, t), [key, text]);
  await page.reload();
  await expect(app.choice('4 Measured')).toBeChecked();
  await expect.poll(async () => Object.entries(await app.stored()).filter(([k]) => k.startsWith('plumbline:set-aside:')).map(([, t]) => t)).toEqual([text]);
});

test('what a newer version wrote where this tab cannot look by itself is handed out all the same', async ({ app, page }) => {
  await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await app.open();
  await app.start('Newer', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await expect(app.loud()).toContainText('Saved in this browser’s database');
  const [key, text] = Object.entries(await app.database()).find(([k]) => k.startsWith('plumbline:assessment:'));
  const newer = text.replace('"version":1}', '"version":2}');
  expect(newer).not.toBe(text);
  // Another tab, of a newer version: it tells the others, and only the database has room.
  await page.evaluate(([k, value]) => new Promise((done) => {
    const asked = indexedDB.open('plumbline');
    asked.onsuccess = () => { const t = asked.result.transaction('records', 'readwrite'); t.objectStore('records').put(value, k); t.oncomplete = () => { asked.result.close(); done(); }; };
  }), [key, newer]);
  await app.choose('1 Initial');
  await expect(page.locator('.notice.problem')).toContainText('newer version of Plumbline');
  expect((await app.download('Download it as it is stored')).text).toBe(newer);
});

test.describe('the emergency download', () => {
  let isBroken;
  test.use({ siteOptions: { tamper: (name, body) => (isBroken && name.endsWith('.wasm') ? null : body) }, allowed: /404|integrity/ });

  test('opens in the app: both copies of an assessment, joined', async ({ app, page, browser, site }) => {
    isBroken = false;
    await app.open();
    await app.start('Emergency', { quick: true });
    await app.answer('ci-pipeline', '2 Emerging');
    await app.saved();
    await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
    await app.answer('deployment-automation', '4 Measured');
    await expect(app.loud()).toContainText('storage is full');
    await page.evaluate(() => { const own = document.createElement('iframe'); document.body.append(own); own.contentWindow.localStorage.setItem('plumbline:assessment:cut', '{"format"'); own.remove(); });
    isBroken = true;
    await page.reload();
    const file = await app.download('Download my data');
    isBroken = false;
    const other = new App(await (await browser.newContext()).newPage(), site);
    await other.open();
    await other.importText(file.text, { take: false });
    await expect(other.page.getByText(`2 of ${quick.length} answered`)).toBeVisible();
    await expect(other.page.getByText('The record “cut” from the quick store: The file ends early')).toBeVisible();
    await other.page.getByRole('button', { name: 'Open as chosen' }).click();
    await other.page.getByRole('link', { name: 'Emergency' }).click();
    await other.practice('deployment-automation');
    await expect(other.choice('4 Measured')).toBeChecked();
    await other.practice('ci-pipeline');
    await expect(other.choice('2 Emerging')).toBeChecked();
    await other.page.context().close();
  });

  test('with nothing in it is said to have no assessment', async ({ app, page }) => {
    isBroken = false;
    await app.open();
    await app.importText('{"format": "plumbline/raw", "records": {"plumbline:keys": "on"}, "database": {}}', { take: false });
    await expect(page.locator('.notice.problem')).toContainText('There is no assessment in the file.');
    await app.importText('{"format": "plumbline/workspace", "version": 1, "assessments": []}', { take: false });
    await expect(page.locator('.notice.problem')).toContainText('There is no assessment in the file.');
  });
});
