// A ballot on a phone: what it loads, how it goes on without a network, and who has the phone next.
import zlib from 'node:zlib';
import { test, expect } from '../support/app.mjs';
import { hasCopy } from '../support/offline.mjs';
import { begin, code, fillIn, passOn, paste, setUp } from '../support/rooms.mjs';
import { asked as practices, votes } from '../support/scans.mjs';

/** What the server was asked for, and how many bytes each file is on the wire. */
let asked = [];
const packed = (body) => zlib.gzipSync(body, { level: 6 }).length;
test.use({ serviceWorkers: 'allow', siteOptions: { tamper: (name, body) => { asked.push([name, packed(body)]); return body; } } });

/** What a phone in a room with bad Wi-Fi has to load for the questions of a quick check, in bytes, and for any. */
const [LIMIT, LIMIT_OF_ALL] = [205_000, 240_000];
const level = (n) => new RegExp(`^${n} `);
const phoneOf = (browser) => browser.newContext({ viewport: { width: 375, height: 667 } });
/** What the copy for visits without a network holds, by the ends of the names. */
const copied = (page) => page.evaluate(async () => {
  const found = [];
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(/plumbline-[0-9a-f]+_?(.+)$/.exec(url)?.[1] ?? new URL(url).pathname);
  return found.sort();
});
/** What whoever goes on needs beside that. */
const pieces = ['answer.wasm', 'base.wasm', 'advice.wasm', 'look.wasm', 'data.wasm', 'figures.wasm', 'files.wasm', 'findings.wasm', 'home.wasm', 'library.wasm', 'measure.wasm', 'numbers.wasm', 'plan.wasm', 'rest.wasm', 'results.wasm', 'scores.wasm', 'share.wasm', 'teams.wasm', 'told.wasm', 'workshop.wasm'];
const quickly = ['.js', '/', 'ballot.wasm', 'bg.wasm', 'boot.js', 'choices.wasm', 'codes.wasm', 'others.wasm', 'shared.wasm'];
const needed = [...quickly, 'questions.wasm'].sort();
/** How many bytes a page has asked for, each file once: the other browser, the facilitator's, is at it, too. */
function watched(phone) {
  const own = new Set();
  phone.on('request', (request) => { own.add(new URL(request.url()).pathname.split('/').pop() || 'index.html'); });
  return () => [...new Map(asked)].filter(([name]) => own.has(name)).reduce((sum, [, some]) => sum + some, 0);
}

test('a ballot on the questions of a quick check loads no others, and one on others has them without a network', async ({ app, browser }) => {
  await setUp(app, { practices: practices.slice(0, 1) });
  const link = await begin(app);
  const context = await phoneOf(browser);
  const phone = await context.newPage();
  // What the facilitator's browser copies for visits without a network is not the phone's.
  await hasCopy(app.page);
  asked = [];
  const bytes = watched(phone);
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Begin' }).click();
  await phone.getByRole('radio', { name: level(3) }).check();
  await expect.poll(() => copied(phone)).toEqual(quickly);
  expect(bytes()).toBeGreaterThan(150_000);
  expect(bytes()).toBeLessThan(LIMIT);
  await app.page.getByRole('button', { name: 'Give up the workshop' }).click();
  await app.page.getByLabel(practices[2], { exact: true }).check();
  const other = await begin(app);
  await phone.goto('about:blank');
  await phone.goto(other);
  await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
  await expect.poll(() => copied(phone)).toEqual(needed);
  await hasCopy(phone);
  await context.setOffline(true);
  await phone.goto('about:blank');
  await phone.goto(other);
  await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
  await context.close();
});

test('a ballot that stays open has started well, however its tab ends', async ({ app, browser }) => {
  await setUp(app, { practices: practices.slice(0, 1) });
  const link = await begin(app);
  const context = await phoneOf(browser);
  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
  await expect.poll(() => phone.evaluate(() => sessionStorage.getItem('plumbline:starts'))).toBeNull();
  await context.close();
});

test('a phone has all that a ballot needs after its first load, and goes on without a network after its tab was thrown away', async ({ app, browser, site }) => {
  await setUp(app, { practices });
  const link = await begin(app);
  const context = await phoneOf(browser);
  const phone = await context.newPage();
  // What the facilitator's browser copies for visits without a network is not the phone's.
  await hasCopy(app.page);
  asked = [];
  const bytes = watched(phone);
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Begin' }).click();
  await phone.getByRole('radio', { name: level(3) }).check();
  await expect.poll(() => copied(phone)).toEqual(needed);
  // What is named by its content is asked for once: the worker takes its copy from what the browser has.
  // Beside that it asks for the page once more.
  const times = {};
  for (const [name] of asked) times[name] = (times[name] ?? 0) + 1;
  expect(Object.keys(times).filter((name) => name.startsWith('plumbline-') && times[name] > 1)).toEqual([]);
  expect(Object.keys(times).filter((name) => !name.startsWith('plumbline-')).sort()).toEqual(['index.html', 'sw.js']);
  expect(times['index.html']).toBeLessThan(3);
  expect(bytes()).toBeLessThan(LIMIT_OF_ALL);
  await hasCopy(phone);
  await phone.close();

  await context.setOffline(true);
  await site.stop();
  const again = await context.newPage();
  await again.goto(link);
  await expect(again.getByText('1 of 3 answered.')).toBeVisible();
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByText('Question 2 of 3')).toBeVisible();
  expect(await again.title()).toMatch(/^Question 2 of 3: .+\? · Plumbline$/);
  await again.getByRole('radio', { name: level(2) }).check();
  await again.getByRole('button', { name: 'To the end' }).click();
  await expect(again.getByRole('img', { name: 'QR code of the ballot code' })).toBeVisible();
  await context.close();
});

test('the copy for a ballot becomes one of everything when somebody goes on, and never the other way', async ({ app, browser, site }) => {
  await setUp(app, { practices });
  const link = await begin(app);
  const context = await phoneOf(browser);
  const phone = await context.newPage();
  await phone.goto(link);
  await expect.poll(() => copied(phone)).toEqual(needed);
  await phone.getByRole('link', { name: 'Plumbline', exact: true }).click();
  const all = [...needed, ...pieces, 'models.wasm', 'scan.wasm', 'tables.wasm', 'worker.js', '/manifest.webmanifest'].sort();
  await expect.poll(() => copied(phone)).toEqual(all);
  await phone.goto('about:blank');
  await phone.goto(link);
  await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
  const workers = () => phone.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ active }) => new URL(active.scriptURL).search));
  expect(await workers()).toEqual(['']);
  await context.setOffline(true);
  await site.stop();
  await phone.goto('about:blank');
  await phone.goto(`${site.url}#/about`);
  await expect(phone.locator('#title')).toHaveText('About the questionnaire');
  await context.close();
});

test('the code is shown large and whole at the end, and copied as it is', async ({ app, browser, page }) => {
  await setUp(app, { names: true });
  const link = await begin(app);
  const context = await phoneOf(browser);
  await context.grantPermissions(['clipboard-read']);
  const phone = await context.newPage();
  await phone.goto(link);
  await phone.getByLabel('Your name, if you like').fill('Ann');
  await phone.getByRole('button', { name: 'Begin' }).click();
  await phone.getByRole('button', { name: 'To the end' }).click();
  const inView = { ratio: 1 };
  await expect(phone.getByRole('img', { name: 'QR code of the ballot code' })).toBeInViewport(inView);
  await expect(phone.getByText('Show this to the facilitator’s camera')).toBeInViewport(inView);
  const picture = await phone.getByRole('img', { name: 'QR code of the ballot code' }).boundingBox();
  expect(picture.width).toBeGreaterThan(300);
  const shown = phone.getByLabel('Your ballot code');
  const whole = await code(phone);
  expect(whole).toMatch(/^Ann: P[BS]\w{20,}$/);
  const groups = await shown.locator('span').allInnerTexts();
  expect(groups.join('')).toBe(whole.slice(5));
  for (const group of groups.slice(0, -1)) expect(group).toHaveLength(4);
  expect(await shown.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await phone.getByRole('button', { name: 'Copy' }).click();
  await expect(phone.getByText('Copied')).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Copy' })).toBeFocused();
  expect(await phone.evaluate(() => navigator.clipboard.readText())).toBe(whole);
  await shown.selectText();
  expect(await phone.evaluate(() => String(getSelection()))).toBe(whole);
  await context.close();
  // As somebody types it who was read it out.
  await paste(page, groups.join(' '));
  await expect(page.getByText('1 ballot is new.')).toBeVisible();
});

test('somebody else votes on the same phone, without the answers of the one before', async ({ app, browser, page }) => {
  await setUp(app, { practices, names: true });
  const link = await begin(app);
  const phone = await (await phoneOf(browser)).newPage();
  await phone.goto(link);
  await fillIn(phone, votes[0], { name: 'Ann' });
  const first = await code(phone);
  // At the end, and when the link is opened once more.
  await phone.reload();
  const other = phone.getByRole('button', { name: 'Somebody else votes on this phone' });
  await other.click();
  await expect(phone.getByText('Does the facilitator have this ballot?')).toBeFocused();
  await phone.getByRole('button', { name: 'Not yet' }).click();
  expect(await code(phone)).toBe(first);
  await paste(page, first);
  await other.click();
  await phone.getByRole('button', { name: 'Go on with the next person' }).click();
  await expect(phone.getByRole('heading', { name: 'Your ballot' })).toBeFocused();
  await expect(phone.getByLabel('Your name, if you like')).toHaveValue('');
  await phone.getByRole('button', { name: 'Begin' }).click();
  await expect(phone.getByRole('radio', { checked: true })).toHaveCount(0);
  await phone.getByRole('radio', { name: level(5) }).check();
  // A half ballot is begun anew, too.
  await phone.reload();
  await expect(phone.getByText('1 of 3 answered.')).toBeVisible();
  await other.click();
  await phone.getByRole('button', { name: 'Go on with the next person' }).click();
  await fillIn(phone, votes[0], { name: 'Bob' });
  const second = await code(phone);
  expect(second.replace('Bob', 'Ann')).not.toBe(first);
  expect(Object.values(await phone.evaluate(() => ({ ...localStorage }))).join()).not.toContain('Ann');
  await paste(page, second);
  await expect(page.getByText('2 ballots are in.', { exact: true })).toBeVisible();
  await phone.context().close();
});

test('on a device that is passed on, nobody gets the half ballot of the one before unasked', async ({ app, page }) => {
  await setUp(app, { practices });
  await begin(app);
  await passOn(page);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('radio', { name: level(4) }).check();
  await page.goBack();
  await passOn(page);
  await expect(page.getByText('Somebody began a ballot on this device and did not hand it in: 1 of 3 answered.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: 'It is mine: go on' }).click();
  await expect(page.getByText('Question 2 of 3')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Question 1 of 3')).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});
