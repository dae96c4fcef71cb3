// The app without a network, how a newer version takes its place, and how what is damaged is mended.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { test, expect } from '../support/app.mjs';
import { hasCopy } from '../support/offline.mjs';
import { root } from '../support/site.mjs';

/** What the server does to its files now; each test sets its own. */
let tamper = (_name, body) => body;
test.use({ serviceWorkers: 'allow', siteOptions: { prefix: '/some/prefix/', tamper: (name, body) => tamper(name, body) } });
test.beforeEach(() => { tamper = (_name, body) => body; });

const html = (change) => (name, body) => (name === 'index.html' ? Buffer.from(change(body.toString())) : body);
const marked = (text) => html((page) => page.replace('<meta name="referrer"', `<meta name="mark" content="${text}"><meta name="referrer"`));
const mark = (page) => page.evaluate(() => document.querySelector('meta[name=mark]')?.content);
/** The page that the copy would show. */
const kept = (page) => page.evaluate(async () => {
  for (const name of await caches.keys()) {
    const found = await (await caches.open(name)).match(new URL('.', document.baseURI).href);
    if (found) return found.text();
  }
  return '';
});
async function firstVisit(app) {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.answerInTurn(2);
  await app.saved();
  await expect.poll(() => kept(app.page)).toContain('_boot.js');
  await hasCopy(app.page);
}
const answersAreThere = async (app) => {
  await app.heading();
  await app.isAt(2);
  await expect(app.choice(/^2 /)).toBeChecked();
};

test('the second visit needs no server', async ({ app, page, site, context }) => {
  await firstVisit(app);
  await site.stop();
  await page.reload();
  await answersAreThere(app);
  await app.choose(/^4 /);
  await app.saved();
  const other = await context.newPage();
  await other.goto(site.url);
  await expect(other.getByRole('link', { name: 'Payments' })).toBeVisible();
});

test('every piece of the app is there without a network', async ({ app, page, site }) => {
  await firstVisit(app);
  await site.stop();
  await page.reload();
  await answersAreThere(app);
  for (const place of ['check', 'results', 'roadmap', 'workshop', 'report', 'measurements', 'rounds', 'settings']) {
    await app.goTo(place);
    await app.heading();
    await expect(page.getByText('could not be loaded')).toHaveCount(0);
  }
  for (const [place, title] of [['#/portfolio', 'Portfolio'], ['#/about', 'About the questionnaire'], ['#/vote', 'Your ballot']]) {
    await page.evaluate((to) => { location.hash = to; }, place);
    await expect(page.locator('#title')).toHaveText(title);
  }
});

test('a newer version says so, waits, and is taken back the same way', async ({ app, page }) => {
  await firstVisit(app);
  const notice = page.getByRole('status').filter({ hasText: 'A new version of Plumbline is here.' });
  for (const [text, change] of [['two', marked('two')], [undefined, (_name, body) => body]]) {
    tamper = change;
    const before = await mark(page);
    await page.reload();
    await answersAreThere(app);
    await expect(notice).toBeVisible();
    // Nothing moves under the hands of somebody who answers.
    expect(await mark(page)).toBe(before);
    await expect(app.choice(/^2 /)).toBeChecked();
    await notice.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => mark(page).catch(() => 'loading')).toBe(text);
    await answersAreThere(app);
    await expect(notice).toHaveCount(0);
  }
});

test('half a version, and the page of a network that wants a login, are not taken', async ({ app, page, site }) => {
  await firstVisit(app);
  const before = await kept(page);
  const asked = [];
  const login = () => Buffer.from('<!doctype html><title>Welcome</title><form>Room number?</form>');
  // The page names a file that is not as it says, and then one that is missing.
  const cut = (name, body) => (name.endsWith('.wasm') ? body.subarray(0, 1000) : name === 'index.html' ? Buffer.from(body.toString().replaceAll(/plumbline-([0-9a-f]+)_bg/g, 'plumbline-new$1_bg')) : body);
  // The page names a start script that is not there, or the page of an error is there, or it would not
  // run; or the page itself was cut.
  const script = 'export {};';
  const newer = (n, answer) => {
    const text = script.repeat(n);
    const name = `plumbline-${crypto.createHash('sha384').update(text).digest('hex').slice(0, 16)}_boot.js`;
    site.put(name, text);
    return { name, answer, change: html((page) => page.replace(/plumbline-[0-9a-f]{16}_boot.js/, name)) };
  };
  const answers = [null, login(), { body: login(), type: 'text/html' }, { body: Buffer.from(script.repeat(4)), type: 'text/plain' }];
  const boots = answers.map((answer, n) => newer(n + 1, answer));
  const half = html((text) => text.trimEnd().slice(0, -10));
  for (const change of [login, cut, ...boots.map((boot) => boot.change), half]) {
    asked.length = 0;
    tamper = (file, body) => {
      asked.push(file);
      // A look at the server that began before goes on, and finds no file mended meanwhile.
      const boot = boots.find(({ name }) => name === file);
      return boot ? boot.answer : change(file, body);
    };
    await page.reload();
    await answersAreThere(app);
    await expect.poll(() => asked).toContain('index.html');
    await page.reload();
    await answersAreThere(app);
    expect(await kept(page)).toBe(before);
  }
  // Only because of what was wrong with it.
  const right = newer(answers.length + 1);
  tamper = right.change;
  await page.reload();
  await expect.poll(() => kept(page)).toContain(right.name);
});

/** Damages a file of the copy, as a disk or a half-written file does; says its address. */
const damage = (page, [end, how]) => page.evaluate(async ([ending, kind]) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (!url.endsWith(ending)) continue;
      const kept = await cache.match(url);
      const bytes = await kept.arrayBuffer();
      const headers = Object.fromEntries(kept.headers);
      if (kind === 'cut') await cache.put(url, new Response(bytes.slice(0, bytes.byteLength / 2), { headers }));
      if (kind === 'changed') { new Uint8Array(bytes)[bytes.byteLength / 3 | 0] ^= 1; await cache.put(url, new Response(bytes, { headers })); }
      if (kind === 'called a text') await cache.put(url, new Response(bytes, { headers: { ...headers, 'content-type': 'text/plain' } }));
      if (kind === 'gone') await cache.delete(url);
      return url;
    }
  }
  throw new Error(`nothing ends in ${ending}`);
}, [end, how]);
/** The bytes that the copy has under an address, in short. */
const digest = (page, url) => page.evaluate(async (at) => {
  const kept = await caches.match(at);
  if (!kept) return 'gone';
  const all = new Uint8Array(await crypto.subtle.digest('SHA-256', await kept.arrayBuffer()));
  return `${kept.headers.get('content-type')} ${all.join()}`;
}, url);

/** What follows the first file, by the ends of the names. */
const following = fs.readdirSync(`${root}/${process.env.DIST ?? 'dist'}`).map((name) => /^plumbline-[0-9a-f]+(_\w+\.wasm)$/.exec(name)?.[1]).filter((end) => end && !['_bg.wasm', '_ballot.wasm'].includes(end));
const cutEach = Object.fromEntries(following.map((end) => [end, ['cut']]));
for (const [end, ways] of Object.entries({ ...cutEach, '_boot.js': ['cut', 'changed', 'called a text', 'gone'], '_bg.wasm': ['cut', 'changed'], '_ballot.wasm': ['changed', 'gone'], '.webmanifest': ['changed'], '/some/prefix/': ['cut', 'changed'] })) {
  test(`a file of the copy that is damaged is mended on the next visit: ${end}`, async ({ app, page }) => {
    await firstVisit(app);
    for (const how of ways) {
      const url = await damage(page, [end]);
      const before = await digest(page, url);
      // Where the worker still looks through the copy for the visit before, it may be mended at once.
      await damage(page, [end, how]);
      await page.reload();
      await answersAreThere(app);
      await expect.poll(() => digest(page, url)).toBe(before);
      // No news, unless the copy had another manifest.
      await expect(page.getByRole('button', { name: 'Reload' })).toHaveCount(end === '.webmanifest' ? 1 : 0);
    }
  });
}

test('a glue that was damaged is mended, and the visit after that needs no server', async ({ app, page, site }) => {
  await firstVisit(app);
  const name = await page.evaluate(() => document.querySelector('link[rel=modulepreload]').href);
  await damage(page, [name, 'changed']);
  await page.reload();
  await answersAreThere(app);
  await site.stop();
  await page.reload();
  await answersAreThere(app);
});

test('a server that never ends a file does not keep the copy from serving', async ({ app, page }) => {
  await firstVisit(app);
  tamper = (name, body) => (name === 'index.html' ? { body: body.subarray(0, 500), isEndless: true } : body);
  for (let visit = 0; visit < 2; visit++) {
    await page.reload();
    await answersAreThere(app);
  }
});

/** How many copies there are, and how many workers. */
const left = (page) => page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);

test('a copy that is removed while one of its files is mended does not come back', async ({ app, page }) => {
  await firstVisit(app);
  await damage(page, ['_workshop.wasm', 'cut']);
  let send;
  const late = new Promise((done) => { send = done; });
  const unwanted = html((text) => text.replace(' data-offline', ''));
  tamper = async (name, body) => {
    if (name.endsWith('_workshop.wasm')) await late;
    return unwanted(name, body);
  };
  const asked = page.waitForRequest(/_workshop\.wasm$/);
  await page.reload();
  await answersAreThere(app);
  await asked;
  await expect.poll(async () => (await left(page))[0]).toBe(0);
  send();
  // What is mended is kept before the page has it.
  await app.goTo('workshop');
  await expect(page.getByRole('button', { name: 'Begin the workshop' })).toBeVisible();
  expect((await left(page))[0]).toBe(0);
});

test('a page that does not want the copy removes it', async ({ app, page }) => {
  await firstVisit(app);
  tamper = html((text) => text.replace(' data-offline', ''));
  await page.reload();
  await answersAreThere(app);
  // The page that came from the copy still asks for it; the next one does not.
  await expect.poll(async () => (await left(page))[0]).toBe(0);
  await page.reload();
  await answersAreThere(app);
  await expect.poll(() => left(page)).toEqual([0, 0]);
  expect(await page.evaluate(() => 'offline' in document.documentElement.dataset)).toBe(false);
});

test('it can be installed: a manifest with what browsers ask for', async ({ app, page, site }) => {
  await app.open();
  const client = await page.context().newCDPSession(page);
  const { errors, url } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${site.url}manifest.webmanifest`);
  const icon = await page.request.get(`${site.url}icon.svg`);
  expect(icon.headers()['content-type']).toBe('image/svg+xml');
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // A test's window is a private one; that is the only thing Chromium minds.
  expect(installabilityErrors.map((e) => e.errorId)).toEqual(['in-incognito']);
});
