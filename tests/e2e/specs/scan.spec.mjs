// Ballots come back without a network: the facilitator's camera sees the codes on the phones.
import { test, expect } from '../support/app.mjs';
import { away, photographed, show, withCamera } from '../support/camera.mjs';
import { begin, setUp } from '../support/rooms.mjs';
import { asked, phone, room, says, scan, states, votes, watched } from '../support/scans.mjs';

test.use({ launchOptions: withCamera() });
test.afterAll(away);

test('ballots are scanned one after the other, each once, until the camera is stopped', async ({ app, page, browser, context }) => {
  await context.grantPermissions(['camera']);
  const link = await room(app);
  const phones = [];
  for (const said of votes) phones.push(await phone(browser, link, said));
  const [first, second, third] = await photographed(context, phones.map(({ screen }) => screen));
  await show([first, second, second, first]);
  const loaded = [];
  page.on('request', (request) => loaded.push(request.url()));
  await scan(page).click();
  await expect(page.getByText('2 of 4 ballots are in.', { exact: true })).toBeVisible();
  await says(page, 'Ballot 2 of 4 is in.');
  expect(loaded.map((url) => /_(\w+)\.wasm$/.exec(url)?.[1])).toEqual(['scan']);
  expect(await page.evaluate(() => window.tones)).toBe(2);

  // The film goes round: nothing of it is news.
  await page.evaluate(() => new Promise((done) => { document.querySelector('#camera').requestVideoFrameCallback(done); }));
  await page.getByRole('button', { name: 'Stop scanning' }).click();
  expect(await states(page)).toEqual(['ended']);
  await expect(page.locator('#camera')).toBeHidden();
  expect(await page.evaluate(() => window.tones)).toBe(2);

  // Without sound.
  await page.getByLabel('A soft sound for each ballot').uncheck();
  // It is one setting, wherever on the page it stands.
  await page.getByText('Change the set-up').click();
  const other = page.getByLabel('A soft sound when the time is over');
  await expect(other).not.toBeChecked();
  await other.check();
  await expect(page.getByLabel('A soft sound for each ballot')).toBeChecked();
  await other.uncheck();
  await expect(page.getByLabel('A soft sound for each ballot')).not.toBeChecked();
  const tones = await page.evaluate(() => window.tones);
  await show([third]);
  await scan(page).click();
  await says(page, 'Ballot 3 of 4 is in.');
  expect(await page.evaluate(() => window.tones)).toBe(tones);

  // A page that is left has no camera on.
  await app.place('Assess');
  await expect.poll(() => states(page)).toEqual(['ended', 'ended']);
});

test('a hidden page has no camera on, and late ballots are scanned after the reveal', async ({ app, page, browser, context }) => {
  await context.grantPermissions(['camera']);
  const link = await room(app);
  const made = await phone(browser, link, votes[0]);
  const [photo, empty] = await photographed(context, [made.screen, null]);
  await show([empty]);
  await scan(page).click();
  await says(page, 'Ready. Show the first code.');
  // Headless windows are never hidden, so the browser is told to say so.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    delete document.hidden;
  });
  await says(page, 'The camera was switched off, because this page was not to be seen.');
  expect(await states(page)).toEqual(['ended']);
  await expect(scan(page)).toBeVisible();

  await page.getByRole('button', { name: 'Go on with a show of hands' }).click();
  await page.getByText('Somebody came late').click();
  await show([photo]);
  await scan(page).click();
  await says(page, 'Ballot 1 of 4 is in.');
  await expect(page.getByText(/^One person chose a level: /)).toBeVisible();
});

test('a camera that is refused', async ({ app, page, context }) => {
  await show(await photographed(context, [null]));
  await room(app);
  await scan(page).click();
  await says(page, 'The camera is not allowed.');
  expect(await states(page)).toEqual([]);
});

test('an address without https has no camera', async ({ app, page, site }) => {
  const own = site.url.replace('127.0.0.1', 'plumbline.test');
  const here = new app.constructor(page, { ...site, url: own });
  await page.addInitScript(watched);
  app.seen.length = 0;
  await setUp(here, { practices: asked });
  await begin(here);
  await scan(page).click();
  await says(page, 'Browsers allow the camera only on pages with https');
  // Requests to the other name are this test's own.
  app.seen.splice(0, app.seen.length, ...app.seen.filter((line) => !line.includes('plumbline.test')));
});
