// The app without a network, and how a newer version takes its place.
import { test, expect } from '../support/app.mjs';

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
  await expect.poll(() => kept(app.page)).toContain('data-wasm=');
}
const answersAreThere = async (app) => {
  await app.heading();
  await expect(app.page.locator('.where')).toContainText('2 of');
  await expect(app.choice(/^2 /)).toBeChecked();
};

test('the second visit needs no server', async ({ app, page, site, context }) => {
  await firstVisit(app);
  await site.stop();
  await page.reload();
  await answersAreThere(app);
  await app.choice(/^4 /).check();
  await app.saved();
  const other = await context.newPage();
  await other.goto(site.url);
  await expect(other.getByRole('link', { name: 'Payments' })).toBeVisible();
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

test('half a version, and the page of a network that wants a login, are not taken', async ({ app, page }) => {
  await firstVisit(app);
  const before = await kept(page);
  const asked = [];
  const login = () => Buffer.from('<!doctype html><title>Welcome</title><form>Room number?</form>');
  // The page names a file that is not as it says, and then one that is missing.
  const cut = (name, body) => (name.endsWith('.wasm') ? body.subarray(0, 1000) : name === 'index.html' ? Buffer.from(body.toString().replaceAll(/plumbline-([0-9a-f]+)_bg/g, 'plumbline-new$1_bg')) : body);
  for (const change of [login, cut]) {
    asked.length = 0;
    tamper = (name, body) => { asked.push(name); return change(name, body); };
    await page.reload();
    await answersAreThere(app);
    await expect.poll(() => asked).toContain('index.html');
    await page.reload();
    await answersAreThere(app);
    expect(await kept(page)).toBe(before);
  }
});

test('a page that does not want the copy removes it', async ({ app, page }) => {
  await firstVisit(app);
  tamper = html((text) => text.replace(' data-offline', ''));
  await page.reload();
  await answersAreThere(app);
  // The page that came from the copy still asks for it; the next one does not.
  const left = () => page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
  await expect.poll(async () => (await left())[0]).toBe(0);
  await page.reload();
  await answersAreThere(app);
  await expect.poll(left).toEqual([0, 0]);
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
