// The app breaks, somewhere: the page says so at once, gives the data back, and a reload has it all.
import http from 'node:http';
import { test, expect } from '../support/app.mjs';
import { verdict } from '../support/verdict.mjs';

const drill = /RuntimeError|unreachable|drill|panicked|Uncaught/;
test.use({ allowed: drill });

/**
 * Makes something that every browser has throw, as none does, and takes down in which frame it threw last
 * and in which one the page said that it has stopped.
 */
function breakIt([owner, name]) {
  const frame = window.requestAnimationFrame.bind(window);
  window.drill = { frame: 0 };
  const next = () => { window.drill.frame += 1; frame(next); };
  frame(next);
  const overlay = document.querySelector('#overlay');
  const watch = new MutationObserver(() => { if (overlay.open) window.drill.said ??= window.drill.frame; });
  watch.observe(overlay, { attributes: true });
  const fail = () => {
    if (window.drill.said === undefined) window.drill.threw = window.drill.frame;
    throw new Error('drill');
  };
  const place = owner.split('.').reduce((at, part) => at[part], window);
  Object.defineProperty(place, name, { configurable: true, get: fail, set: fail });
}
/** What the app does: it gives up and says so, gets along without, or is told of nothing and draws nothing. */
const [stops, copes, blind] = ['gives up and says so at once', 'gets along', 'cannot know'];
const places = [
  ['Document.prototype', 'createElement', stops], ['Document.prototype', 'createTextNode', stops], ['Document.prototype', 'importNode', copes],
  ['Document.prototype', 'createElementNS', copes], ['Document.prototype', 'createComment', copes], ['Document.prototype', 'getElementById', copes],
  ['Document.prototype', 'title', stops], ['Node.prototype', 'appendChild', copes], ['Node.prototype', 'insertBefore', blind], ['Node.prototype', 'cloneNode', stops],
  ['Node.prototype', 'textContent', stops], ['Node.prototype', 'nodeValue', copes], ['Node.prototype', 'removeChild', copes], ['Element.prototype', 'setAttribute', blind],
  ['Element.prototype', 'removeAttribute', copes], ['Element.prototype', 'remove', copes], ['EventTarget.prototype', 'addEventListener', copes],
  ['HTMLElement.prototype', 'focus', copes], ['HTMLInputElement.prototype', 'checked', copes], ['HTMLCanvasElement.prototype', 'getContext', copes],
  ['window', 'matchMedia', copes], ['window', 'requestAnimationFrame', copes], ['window', 'scrollTo', stops], ['Storage.prototype', 'setItem', copes],
  ['Storage.prototype', 'getItem', copes], ['IDBDatabase.prototype', 'transaction', copes], ['IDBObjectStore.prototype', 'put', copes], ['Date', 'now', stops],
];
for (const [owner, name, outcome] of places) {
  test(`${owner}.${name} broken in the middle: the app ${outcome}, and nothing is lost`, async ({ app, page }) => {
    await app.open();
    await app.start('Drill', { quick: true });
    await app.answer('ci-pipeline', '4 Measured');
    await app.saved();
    const there = page.url();
    const overlay = page.getByRole('dialog', { name: 'Plumbline has stopped' });
    await page.evaluate(breakIt, [owner, name]);
    // Another question, an answer to it, and the results.
    const seen = async (place, what) => {
      await page.evaluate((to) => { location.hash = location.hash.replace(/practice.*/, to); }, place);
      if (outcome === blind) return false;
      await expect(overlay.or(what).first()).toBeVisible();
      return !(await overlay.isVisible());
    };
    if (await seen('practice/deployment-automation', page.locator('#form-deployment-automation'))) {
      await page.locator('#form-deployment-automation input[value="2"]').click();
      await seen('results', page.locator('#title', { hasText: verdict }));
    }
    if (outcome === stops) {
      await expect(overlay).toContainText('Something went wrong');
      expect(await page.locator('main').evaluate((main) => main.inert)).toBe(true);
      // Before the next frame is painted, or the one after.
      const { threw, said } = await page.evaluate(() => window.drill);
      expect(said - threw).toBeLessThanOrEqual(1);
    } else if (outcome === copes) {
      await expect(page.locator('.stats')).toBeVisible();
      await expect(overlay).toBeHidden();
    }
    await page.goto('about:blank');
    await page.goto(there);
    await expect(app.choice('4 Measured')).toBeChecked();
    await expect(overlay).toBeHidden();
  });
}

// Which of these comes before the app breaks in the drills above, the network and the stores decide.
test('where nothing can be heard of a newer version, the app works without', async ({ app, page }) => {
  await page.addInitScript(() => {
    window.drills = [];
    for (const name of ['addEventListener', 'startMessages']) ServiceWorkerContainer.prototype[name] = () => { window.drills.push(name); throw new Error('drill'); };
  });
  await app.open();
  await app.start('Drill', { quick: true });
  await expect.poll(() => page.evaluate(() => window.drills)).toEqual(['addEventListener', 'startMessages']);
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('where the browser cannot be had to ask before the page is closed, it says all the same that nothing is saved', async ({ app, page }) => {
  await page.addInitScript(() => {
    for (const owner of [Storage.prototype, IDBObjectStore.prototype]) for (const name of ['setItem', 'put']) if (owner[name]) owner[name] = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await app.open();
  await page.evaluate(() => {
    window.drills = 0;
    window.addEventListener = () => { window.drills += 1; throw new Error('drill'); };
  });
  await app.start('Drill', { quick: true });
  await app.practice('ci-pipeline');
  await app.choose('4 Measured');
  await expect(app.loud()).toContainText('Not saved');
  expect(await page.evaluate(() => window.drills)).toBeGreaterThan(0);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a panic covers the page, gives the data back, and a reload has every answer', async ({ app, page }) => {
  await app.open();
  await app.start('Drill');
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  await page.evaluate(() => { for (const name of ['createElement', 'createTextNode', 'importNode']) Document.prototype[name] = () => { throw new Error('drill'); }; Node.prototype.cloneNode = () => { throw new Error('drill'); }; });
  await app.place('Results');
  await expect(page.getByRole('dialog')).toContainText('Something went wrong');
  expect(await page.locator('main').evaluate((main) => main.inert)).toBe(true);
  await page.getByRole('button', { name: 'Reload' }).click();
  await app.heading();
  await app.practice('ci-pipeline');
  await expect(app.choice('4 Measured')).toBeChecked();
});

test.describe('a start after nothing was kept', () => {
  // What is not here is looked for beside the page, where nothing is published.
  test.use({ allowed: new RegExp(`${drill.source}|status of 404`) });
  test('after a panic nothing asks to stay, and what was not saved is said to be lost', async ({ app, page }) => {
    await page.addInitScript(() => {
      for (const owner of [Storage.prototype, IDBObjectStore.prototype]) for (const name of ['setItem', 'put']) if (owner[name]) owner[name] = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await app.open();
    await app.start('Drill');
    await app.practice('ci-pipeline');
    await app.choose('4 Measured');
    await expect(app.loud()).toContainText('Not saved');
    await page.evaluate(() => { for (const name of ['createElement', 'createTextNode', 'importNode']) Document.prototype[name] = () => { throw new Error('drill'); }; Node.prototype.cloneNode = () => { throw new Error('drill'); }; });
    await app.place('Results');
    await expect(page.getByRole('dialog')).toContainText('Nothing is stored in this browser yet. What was not saved is lost.');
    const asked = [];
    page.on('dialog', (one) => { asked.push(one.type()); one.accept(); });
    await page.getByRole('button', { name: 'Reload' }).click();
    await app.heading();
    expect(asked).toEqual([]);
  });
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
