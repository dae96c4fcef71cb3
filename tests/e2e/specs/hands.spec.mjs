// What a workshop takes of its facilitator's hands: every click and key is counted, from the page of the
// workshop to its end. Talking is not.
import { test, expect } from '../support/app.mjs';
import { away, photographed, show, withCamera } from '../support/camera.mjs';
import { begin, fillIn, setUp } from '../support/rooms.mjs';
import { says, scan } from '../support/scans.mjs';

test.use({ launchOptions: withCamera() });
test.afterAll(away);

const people = 8;
const questions = 18;
/**
 * Seconds, by the keystroke-level model (Card, Moran and Newell, 1980): to decide, to point and to press, for
 * each click; to press, for each key. Whoever shows a phone to the camera takes three, which is our estimate.
 */
const CLICK = 1.35 + 1.1 + 0.2;
const KEY = 0.2;
const SHOW = 3;

/** At every second question half of the room stands two levels from the other half. */
const votes = (person) => Array.from({ length: questions }, (_, at) => {
  const level = (at % 3) + 1;
  return new RegExp(`^${at % 2 && person % 2 ? level + 2 : level} `);
});

test('eight people and the quick check, by scan, take under three minutes of hands', async ({ app, page, browser, context }) => {
  await context.grantPermissions(['camera']);
  await setUp(app);
  await page.evaluate(() => {
    window.hands = { clicks: 0, keys: 0 };
    // A label that is clicked clicks its field once more.
    addEventListener('click', (event) => { if (event.isTrusted && event.detail) window.hands.clicks += 1; }, true);
    addEventListener('input', (event) => { if (event.target.matches('input[type=number], input[type=text], textarea')) window.hands.keys += 1; }, true);
  });
  await page.getByLabel('People in the room').fill(String(people));
  const link = await begin(app);
  const screens = await Promise.all(Array.from({ length: people }, async (_, n) => {
    const own = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, serviceWorkers: 'block' });
    const phone = await own.newPage();
    await phone.goto(link);
    await fillIn(phone, votes(n));
    await expect(phone.getByRole('img', { name: 'QR code of the ballot code' })).toBeInViewport({ ratio: 1 });
    const screen = await phone.screenshot();
    await own.close();
    return screen;
  }));
  await show(await photographed(context, screens));
  await scan(page).click();
  await says(page, `Ballot ${people} of ${people} is in.`);
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  // Where the room is of one mind there is one click for all; the others are talked about, and each takes an answer.
  await page.getByRole('button', { name: /^Take these \d+ answers$/ }).click();
  const open = page.getByRole('button', { name: 'Agreed, next' });
  const table = page.locator('#on-the-table');
  for (let left = Math.floor(questions / 2); left > 0; left -= 1) {
    const title = await table.textContent();
    await page.getByRole('radio', { name: /^2 / }).click();
    await open.click();
    if (left > 1) await expect(table).not.toHaveText(title);
  }
  await page.getByRole('button', { name: 'Finish the workshop' }).click();
  await expect(page.getByRole('status').getByText(`The workshop is finished: ${questions} practices agreed, ${people} ballots counted.`)).toBeVisible();
  const { clicks, keys } = await page.evaluate(() => window.hands);
  const seconds = clicks * CLICK + keys * KEY + people * SHOW;
  console.log(`${clicks} clicks, ${keys} keys and ${people} phones: ${Math.round(seconds)} s`);
  expect(clicks).toBeGreaterThan(questions / 2);
  expect(seconds).toBeLessThanOrEqual(180);
});
