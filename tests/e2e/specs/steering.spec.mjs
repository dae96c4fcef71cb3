// A facilitator steers: clocks that wait, an agenda that changes, set-ups that are kept, words on demand.
import { App, test, expect } from '../support/app.mjs';
import { begin, byHands, code, counted, fillIn, paste, setUp } from '../support/rooms.mjs';

const asked = ['Automated deployment', 'Delivery metrics in use'];
const level = (n) => new RegExp(`^${n} `);
const step = (page) => page.getByRole('list', { name: 'How far the workshop is' }).locator('[aria-current="step"]');
/** As many people vote as there are lists of votes. */
async function voted(page, browser, link, all) {
  const codes = [];
  for (const votes of all) {
    const own = await browser.newContext({ serviceWorkers: 'block' });
    const phone = await own.newPage();
    await phone.goto(link);
    await fillIn(phone, votes);
    codes.push(await code(phone));
    await own.close();
  }
  await paste(page, codes.join('\n'));
}

test('one step after the other, each with its one way on, which stays where it is', async ({ app, page, browser }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const ways = page.locator('.answerbar .primary');
  await setUp(app, { practices: asked });
  await expect(step(page)).toHaveText('Set up');
  await expect(ways).toHaveText('Begin the workshop');
  const link = await begin(app);
  await expect(step(page)).toHaveText('Collect');
  // Without a ballot there is nothing to reveal.
  await expect(ways).toHaveCount(0);
  await voted(page, browser, link, [[level(1), level(1)], [level(1), level(5)], [level(5), level(5)]]);
  await expect(ways).toHaveText('Reveal and discuss');
  await ways.click();
  await expect(step(page)).toHaveText('Discuss');
  await expect(ways).toHaveText('Agreed, next');
  // All that the room votes on and the way on are seen at once.
  const seen = await page.locator('.choices > .level').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom < document.querySelector('.answerbar').getBoundingClientRect().top));
  expect(seen).toEqual([true, true, true, true, true]);
  const place = async () => (await ways.boundingBox()).y;
  const before = await place();
  await page.getByRole('radio', { name: level(2) }).check();
  await ways.click();
  await page.getByRole('radio', { name: level(3) }).check();
  expect(await place()).toBe(before);
  await ways.click();
  await expect(ways).toHaveText('Finish the workshop');
  await page.getByText('What you could say').click();
  await expect(page.locator('.say')).toContainText('One word each');
  await ways.click();
  await expect(step(page)).toHaveText('Set up');
});

test('the clock waits for whoever speaks first, stands through a break, and says softly that it is over', async ({ app, page, context }) => {
  // What is heard is asked of the browser itself: the app makes a tone, and nothing else.
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    window.heard = 0;
    OscillatorNode.prototype.start = function (...all) { window.heard += 1; return start.apply(this, all); };
  });
  await page.clock.install();
  await setUp(app, { practices: asked });
  await begin(app);
  await byHands(page);
  const timer = page.getByRole('timer');
  const [screen] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Open the screen for the room' }).click()]);
  await expect(screen.getByRole('timer')).toHaveText('5:00');
  await screen.close();
  await page.clock.runFor(90_000);
  await expect(timer).toHaveText('5:00');
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await page.clock.runFor(60_000);
  // The installed clock goes on by itself too, for as long as this machine takes between two clicks.
  await expect(timer).toHaveText(/^(4:00|3:[345]\d)$/);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Start the clock' })).toBeVisible();
  const stood = await timer.textContent();
  await page.clock.runFor(600_000);
  await expect(timer).toHaveText(stood);
  await expect(page.getByText('59 minutes are left')).toBeVisible();
  await page.getByRole('button', { name: 'Start the clock' }).click();
  expect(await page.evaluate(() => window.heard)).toBe(0);
  await page.clock.runFor(241_000);
  await expect(page.getByText('Time for this practice is over.')).toBeVisible();
  expect(await page.evaluate(() => window.heard)).toBe(1);
  await page.getByRole('button', { name: 'One minute more' }).click();
  await expect(timer).toHaveText(/^(1:00|0:[345]\d)$/);
  // Whoever does not want to hear it turns it off.
  await page.getByText('Change the set-up').click();
  await page.getByLabel('A soft sound when the time is over').uncheck();
  await page.clock.runFor(61_000);
  await expect(page.getByText('Time for this practice is over.')).toBeVisible();
  expect(await page.evaluate(() => window.heard)).toBe(1);
});

test('minutes, people, roles and what the room talks about change at any time, and no link with them', async ({ app, page, browser }) => {
  await setUp(app, { practices: asked });
  const link = await begin(app);
  await page.getByText('Change the set-up').click();
  await page.getByLabel('People in the room').fill('4');
  await expect(page.getByText('0 of 4 ballots are in.')).toBeVisible();
  await page.getByText('What the room talks about').click();
  await page.getByLabel('Golden paths', { exact: true }).check();
  await page.getByLabel('Automated deployment', { exact: true }).uncheck();
  await expect(page.getByLabel('Link for everyone')).toHaveValue(link);
  await voted(page, browser, link, [[level(1), level(3)], [level(2), level(4)], [level(3), level(5)]]);
  await expect(page.getByText('3 of 4 ballots are in.')).toBeVisible();
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  const rows = page.locator('.agenda .link');
  await expect(rows).toHaveText(['Delivery metrics in use', 'Golden paths']);
  // What was left out comes back with all that was said of it.
  await page.getByText('Change the set-up').click();
  await page.getByLabel('Minutes for all that is left').fill('20');
  await expect(page.getByText('20 minutes are left')).toBeVisible();
  await page.getByText('What the room talks about').click();
  await page.getByLabel('Automated deployment', { exact: true }).check();
  await page.getByLabel('Delivery metrics in use', { exact: true }).uncheck();
  await expect(page.locator('#on-the-table')).toHaveText('Automated deployment');
  expect(await counted(page)).toEqual(['1', '1', '1', '0', '0', '0', '0']);
  await app.saved();
  await page.reload();
  await expect(page.locator('.agenda .link')).toHaveText(['Automated deployment', 'Golden paths']);
});

test('a set-up is kept for the next workshop and the next team, also where one gives up', async ({ app, page, site }) => {
  await setUp(app, { practices: asked, roles: true });
  await page.getByLabel('Minutes to discuss').fill('45');
  await page.getByText('Keep this set-up for other workshops').click();
  await page.getByRole('button', { name: 'Keep the set-up' }).click();
  await expect(page.getByText('Please give it a name.')).toBeVisible();
  await page.getByLabel('What to call the set-up').fill('Delivery, 45');
  await page.getByRole('button', { name: 'Keep the set-up' }).click();
  await expect(page.getByText('is kept. It is offered under')).toBeVisible();
  await page.getByLabel('Minutes to discuss').fill('30');
  await begin(app);
  await page.getByRole('button', { name: 'Give up the workshop' }).click();
  await expect(page.getByLabel('Minutes to discuss')).toHaveValue('30');
  await expect(page.getByLabel('Automated deployment', { exact: true })).toBeChecked();
  await expect(page.getByLabel(/^Ask from where/)).toBeChecked();

  // Another team, another day.
  await app.home();
  await app.start('Checkout', { quick: false });
  await page.getByRole('link', { name: 'Answer together in a workshop' }).click();
  const from = page.getByLabel('Start from');
  await expect(from.locator('option')).toHaveText(['The usual settings', 'Delivery, 45', 'As last time']);
  await from.selectOption('Delivery, 45');
  await expect(page.getByLabel('Minutes to discuss')).toHaveValue('45');
  await expect(page.getByText('2 questions, about 1 minute.')).toBeVisible();
  await from.selectOption('The usual settings');
  await expect(page.getByLabel('Minutes to discuss')).toHaveValue('60');
  await expect(page.getByLabel(/^Ask from where/)).not.toBeChecked();
  await page.getByText('Keep this set-up for other workshops').click();
  await page.getByRole('button', { name: /^Remove: / }).click();
  await expect(page.getByRole('button', { name: /^Remove: / })).toHaveCount(0);
  await page.reload();
  await expect(new App(page, site).page.getByLabel('Start from').locator('option')).toHaveText(['The usual settings', 'As last time']);
});
