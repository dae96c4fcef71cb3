// The first page: one field and one button for who is new, cards for who comes back.
import AxeBuilder from '@axe-core/playwright';
import { test, expect } from '../support/app.mjs';
import { practices, quick } from '../support/questionnaire.mjs';

const team = (page) => page.getByLabel('Team', { exact: true });
const begin = (page) => page.getByRole('button', { name: 'Start quick check' });
const card = (page, name) => page.locator('.teams .card').filter({ has: page.getByRole('heading', { name, exact: true }) });
const DAY = 24 * 3600 * 1000;
/** Answers everything that is asked with this level. */
async function finish(app, level) {
  for (let i = 0; i < quick.length; i++) {
    await expect(app.page.locator('.progress')).toContainText(`${i + 1} of ${quick.length}`);
    // The next question comes by itself.
    await app.choice(new RegExp(`^${level} `)).check();
  }
}

for (const [width, height] of [[1280, 720], [375, 740], [320, 568]]) {
  test(`the button that starts is in sight at ${width} by ${height}, and nothing is wider`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await app.open();
    await expect(begin(page)).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
  });
}

test('it says how much there is to answer, and asks exactly that', async ({ app, page }) => {
  await app.open();
  await expect(page.locator('.lead')).toHaveText(new RegExp(`^${quick.length} questions .*about \\d+ minutes`));
  await expect(page.getByRole('button', { name: `Answer everything (${practices.length} questions,` })).toBeVisible();
  await page.getByText('Adjust', { exact: true }).click();
  await page.getByLabel('Across teams', { exact: true }).uncheck();
  await page.getByLabel('We use a platform', { exact: true }).check();
  const said = await page.locator('.lead').innerText();
  const count = Number(said.match(/^\d+/)[0]);
  expect(count).toBeLessThan(quick.length);
  await team(page).fill('Payments');
  await begin(page).click();
  await expect(page.locator('.progress')).toContainText(`1 of ${count}`);
});

test('a start without a discipline says so', async ({ app, page }) => {
  await app.open();
  await team(page).fill('Payments');
  await page.getByText('Adjust', { exact: true }).click();
  for (const name of ['DevOps', 'SRE', 'Platform engineering', 'Across teams']) await page.getByLabel(name, { exact: true }).uncheck();
  await begin(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'at least one discipline' })).toBeInViewport();
  expect(await app.stored()).toEqual({});
});

test('the picture of a result is the sample’s own, and leads to it as a whole', async ({ app, page }) => {
  await app.open();
  const picture = page.locator('.glimpse');
  const shown = await picture.locator('li').allInnerTexts();
  // Anywhere on it, and not only on its button.
  await picture.click({ position: { x: 30, y: 120 } });
  await expect(page.locator('#title')).toBeVisible();
  await expect(page).toHaveURL(/results/);
  const rows = page.locator('main');
  for (const line of shown) {
    const [name, value] = line.split('\n').map((text) => text.trim());
    expect(value).toMatch(/^\d+$/);
    await expect(rows).toContainText(name);
    await expect(rows).toContainText(value);
  }
});

test('a name that is there already is asked about, and no two teams look the same', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await page.goto(app.site.url);
  await team(page).fill(' payments');
  await team(page).press('Enter');
  const question = page.getByRole('alert').filter({ hasText: 'already' });
  await expect(question).toBeInViewport();
  await expect(team(page)).toBeFocused();
  // The three ways are the next that one comes to.
  for (const name of ['Start a new round of it', 'Open it', 'Start “payments (2)” beside it']) {
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveText(name);
  }
  await team(page).fill('paymentss');
  await expect(question).toHaveCount(0);
  await team(page).fill('Payments');
  await begin(page).click();
  await page.getByRole('link', { name: 'Open it' }).click();
  await expect(page.locator('#title')).toHaveText('Payments');
  await page.goto(app.site.url);
  await team(page).fill('Payments');
  await begin(page).click();
  await page.getByRole('button', { name: 'Start “Payments (2)” beside it' }).click();
  await expect(page).toHaveURL(/practice/);
  await page.goto(app.site.url);
  await expect(page.locator('.teams h2')).toHaveText(['Payments', 'Payments (2)']);
  await expect(page.getByRole('link', { name: 'See all teams together' })).toBeVisible();
});

test('a card says what comes next: answers, results, and after a quarter a round', async ({ app, page }) => {
  test.slow();
  const start = Date.parse('2026-11-26T10:00:00Z');
  await page.clock.setFixedTime(start);
  await app.open();
  await team(page).fill('Payments');
  await begin(page).click();
  await expect(page.locator('.progress')).toContainText('1 of');
  await page.goto(app.site.url);
  const own = card(page, 'Payments');
  await expect(own).toContainText(`0 of ${quick.length} answered, about`);
  const next = (name) => own.getByRole('link', { name, exact: true });
  await expect(next('Continue')).toHaveAccessibleDescription('Payments');
  await next('Continue').click();
  await finish(app, 3);
  await page.goto(app.site.url);
  await expect(own).toContainText(`${quick.length} of ${quick.length} answered`);
  await expect(own).toContainText('50');
  await expect(next('See results')).toBeVisible();
  await page.clock.setFixedTime(start + 92 * DAY);
  await page.reload();
  await expect(own).toContainText('New round due since 2027-02-25');
  await next('Start 2027 Q1 round').click();
  await expect(page).toHaveURL(/rounds/);
});

test('what one does now and then is one key away on the card', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await page.goto(app.site.url);
  await expect(page.getByRole('button', { name: 'Remove Payments' })).toHaveCount(0);
  await page.getByRole('heading', { name: 'Payments' }).getByRole('link').focus();
  const stops = [];
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Tab');
    stops.push(await page.locator(':focus').evaluate((at) => at.getAttribute('aria-label') ?? at.textContent));
    if (stops.at(-1) === 'More for Payments') await page.keyboard.press('Enter');
  }
  expect(stops.slice(-4)).toEqual(['Continue', 'More for Payments', 'Download Payments', 'Remove Payments']);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
});

test('a copy is suggested after a day, with what is true', async ({ app, page }) => {
  const start = Date.parse('2026-11-26T10:00:00Z');
  await page.clock.setFixedTime(start);
  await app.open();
  await app.start('Payments', { quick: true });
  await page.goto(app.site.url);
  await expect(card(page, 'Payments').getByRole('link', { name: 'Continue' })).toBeVisible();
  await expect(page.getByText('downloaded.')).toHaveCount(0);
  await page.clock.setFixedTime(start + DAY);
  await page.reload();
  const notice = page.locator('.notice').filter({ hasText: '“Payments” was never downloaded.' });
  await expect(notice).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), notice.getByRole('button', { name: 'Download' }).click()]);
  expect(file.suggestedFilename()).toMatch(/payments/i);
  await expect(notice).toHaveCount(0);
  await app.start('Search', { quick: true });
  await page.clock.setFixedTime(start + 3 * DAY);
  await page.goto(app.site.url);
  await expect(page.getByText('“Search” was never downloaded.')).toBeVisible();
});
