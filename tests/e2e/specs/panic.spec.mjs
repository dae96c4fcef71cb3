// The app breaks, somewhere: the page says so at once, gives the data back, and a reload has it all.
import http from 'node:http';
import { test, expect } from '../support/app.mjs';

test.describe.configure({ retries: 0 });

const drill = /RuntimeError|unreachable|drill|panicked|Uncaught/;
test.use({ allowed: drill });

/** Makes something that every browser has throw, as none does: the app has to give up, or to cope. */
function breakIt([owner, names]) {
  const place = owner.split('.').reduce((at, name) => at[name], window);
  for (const name of names) Object.defineProperty(place, name, { configurable: true, get() { throw new Error('drill'); }, set() { throw new Error('drill'); } });
}
const places = [
  ['Document.prototype', ['createElement']], ['Document.prototype', ['createTextNode']], ['Document.prototype', ['importNode']],
  ['Document.prototype', ['createElementNS']], ['Document.prototype', ['createComment']], ['Document.prototype', ['getElementById']],
  ['Document.prototype', ['title']], ['Node.prototype', ['appendChild']], ['Node.prototype', ['insertBefore']], ['Node.prototype', ['cloneNode']],
  ['Node.prototype', ['textContent']], ['Node.prototype', ['nodeValue']], ['Node.prototype', ['removeChild']], ['Element.prototype', ['setAttribute']],
  ['Element.prototype', ['removeAttribute']], ['Element.prototype', ['remove']], ['EventTarget.prototype', ['addEventListener']],
  ['HTMLElement.prototype', ['focus']], ['HTMLInputElement.prototype', ['checked']], ['HTMLCanvasElement.prototype', ['getContext']],
  ['window', ['matchMedia']], ['window', ['requestAnimationFrame']], ['window', ['scrollTo']], ['Storage.prototype', ['setItem']],
  ['Storage.prototype', ['getItem']], ['IDBDatabase.prototype', ['transaction']], ['IDBObjectStore.prototype', ['put']], ['Date', ['now']],
];
for (const [owner, names] of places) {
  test(`${owner}.${names} broken in the middle: said at once or coped with, and nothing is lost`, async ({ app, page }) => {
    await app.open();
    await app.start('Drill', { quick: true });
    await app.answer('shared-ownership', '4 Measured');
    await app.saved();
    const there = page.url();
    await page.evaluate(() => {
      // Says when the app gave up, and when the overlay came.
      window.drill = {};
      const real = window.plumblineBoot.panicked;
      window.plumblineBoot.panicked = (text) => { window.drill.gaveUp = performance.now(); real(text); window.drill.shown = document.querySelector('#overlay').open && performance.now(); };
    });
    await page.evaluate(breakIt, [owner, names]).catch(() => {});
    await page.evaluate(() => { location.hash = location.hash.replace(/practice.*/, 'results'); }).catch(() => {});
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 150); }));
    const drilled = await page.evaluate(() => ({ ...window.drill, open: document.querySelector('#overlay').open }));
    if (drilled.gaveUp) {
      expect(drilled.open).toBe(true);
      expect(drilled.shown - drilled.gaveUp).toBeLessThan(100);
    }
    await page.goto(app.site.url);
    await page.goto(there);
    await expect(app.choice('4 Measured')).toBeChecked();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test('a panic covers the page, gives the data back, and a reload has every answer', async ({ app, page }) => {
  await app.open();
  await app.start('Drill');
  await app.answer('shared-ownership', '4 Measured');
  await app.saved();
  await page.evaluate(() => { for (const name of ['createElement', 'createTextNode', 'importNode']) Document.prototype[name] = () => { throw new Error('drill'); }; Node.prototype.cloneNode = () => { throw new Error('drill'); }; });
  await page.getByRole('link', { name: 'Results' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Something went wrong');
  expect(await page.locator('main').evaluate((main) => main.inert)).toBe(true);
  await page.getByRole('button', { name: 'Reload' }).click();
  await app.heading();
  await app.practice('shared-ownership');
  await expect(app.choice('4 Measured')).toBeChecked();
});

test('after a panic nothing asks to stay, and what was not saved is said to be lost', async ({ app, page }) => {
  await page.addInitScript(() => {
    for (const owner of [Storage.prototype, IDBObjectStore.prototype]) for (const name of ['setItem', 'put']) if (owner[name]) owner[name] = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await app.open();
  await app.start('Drill');
  await app.practice('shared-ownership');
  await app.choice('4 Measured').check();
  await expect(page.locator('.status.loud')).toContainText('Not saved');
  await page.evaluate(() => { for (const name of ['createElement', 'createTextNode', 'importNode']) Document.prototype[name] = () => { throw new Error('drill'); }; Node.prototype.cloneNode = () => { throw new Error('drill'); }; });
  await page.getByRole('link', { name: 'Results' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Nothing is stored in this browser yet. What was not saved is lost.');
  const asked = [];
  page.on('dialog', (one) => { asked.push(one.type()); one.accept(); });
  await page.getByRole('button', { name: 'Reload' }).click();
  await app.heading();
  expect(asked).toEqual([]);
});

test('many tabs that open at once are no failed starts', async ({ app, page, context, site }) => {
  await app.open();
  const tabs = await Promise.all(Array.from({ length: 5 }, async () => {
    const tab = await context.newPage();
    await tab.goto(site.url);
    return tab;
  }));
  for (const tab of [page, ...tabs]) await expect(tab.locator('#title')).toBeVisible();
});

test('leaving again and again at once is no failed start', async ({ app, page }) => {
  for (let i = 0; i < 5; i++) await app.open();
  await page.reload();
  await app.heading();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a slow network is spoken of, and no answer can be given before the stores are read', async ({ page, site, watch }) => {
  void watch;
  await page.clock.install();
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route('**/*.wasm', async (route) => { await held; await route.continue(); });
  await page.goto(`${site.url}#/a/one/practice/slo-targets`, { waitUntil: 'commit' });
  await expect(page.locator('#loading')).toHaveText('Opening…');
  // The words stand in the page before any script runs; the clock is set once the script has.
  await page.waitForFunction(() => window.plumblineBoot);
  await page.clock.fastForward(11_000);
  await expect(page.locator('#loading')).toContainText('Still loading');
  await expect(page.locator('main').locator('input, button').filter({ visible: true })).toHaveCount(0);
  release();
  await expect(page.locator('#title')).toBeVisible();
});

test('inside a page of somebody else nothing is shown', async ({ page, site }) => {
  const stranger = http.createServer((_request, response) => { response.setHeader('content-type', 'text/html'); response.end(`<iframe src="${site.url}" width="800" height="600"></iframe>`); });
  await new Promise((done) => stranger.listen(0, '127.0.0.1', done));
  await page.goto(`http://127.0.0.1:${stranger.address().port}/`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#loading')).toContainText('Another site shows this page inside its own');
  await expect(frame.getByRole('link', { name: 'Open Plumbline in a tab of its own' })).toHaveAttribute('target', '_blank');
  await expect(frame.locator('#title')).toHaveCount(0);
  stranger.closeAllConnections(); stranger.close();
});
