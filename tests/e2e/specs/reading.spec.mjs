// How a file of another tool is read, where somebody knows better than it was guessed; and who reads the page otherwise.
import { test, expect } from '../support/app.mjs';

const card = (page) => page.getByRole('region', { name: 'From your tools’ files' });
const number = (page, id) => page.locator(`#number-${id}`);
const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const day = (n) => `2026-10-${String(n + 1).padStart(2, '0')}T10:00:00Z`;
const rows = (row, count = 20) => Array.from({ length: count }, (_, n) => row(n)).join('\n');

test.use({ timezoneId: 'UTC' });
test.beforeEach(async ({ app }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.goTo('measurements');
});

test('columns are made of JSON in one, and taken back', async ({ page }) => {
  const data = (n) => `"{""environment"":""${n % 2 ? 'production' : 'staging'}"",""status"":""${n % 4 === 1 ? 'failure' : 'success'}""}"`;
  await page.setInputFiles('#tables', csv('nested.csv', `id,finished_at,data\n${rows((n) => `${n},${day(n)},${data(n)}`)}\n`));
  await page.getByLabel('Which weeks').selectOption('All there is');
  await expect(number(page, 'deployment-frequency').locator('.rests')).toContainText('18 cases');
  await page.getByText('What the columns mean').click();
  const unfold = page.getByLabel('Make columns of the JSON in data');
  await unfold.check();
  await expect(number(page, 'deployment-frequency').locator('.rests')).toContainText('4 cases');
  await expect(unfold).toBeChecked();
  await expect(unfold).toBeFocused();
  await unfold.uncheck();
  await expect(number(page, 'deployment-frequency').locator('.rests')).toContainText('18 cases');
});

test('which row has the names of the columns, and what quotation marks do, can be said', async ({ page }) => {
  await page.setInputFiles('#tables', csv('ours.csv', `id,finished_at\n${rows((n) => `${n},${day(n)}`)}\n`));
  await page.getByText('What the columns mean').click();
  const own = card(page).locator('.files > li');
  await expect(page.getByLabel('Column names are in')).toHaveValue('0');
  await page.getByLabel('Column names are in').focus();
  await page.getByLabel('Column names are in').selectOption('row 3');
  await expect(own).toContainText('18 rows');
  await expect(page.getByLabel('Column names are in')).toBeFocused();
  await page.getByLabel('Column names are in').selectOption('no row: the first one is data');
  await expect(own).toContainText('21 rows');
  await page.getByLabel('Column names are in').selectOption('row 1');
  await expect(own).toContainText('20 rows');
  await page.getByLabel('Quotation marks').selectOption('are ordinary characters');
  await expect(page.getByLabel('Quotation marks')).toHaveValue('false');
  await expect(own).toContainText('20 rows');
});

test('without a mouse and without seeing the page: what was read is said, and the focus stays', async ({ page }) => {
  await page.setInputFiles('#tables', csv('ours.csv', `id,finished_at,failed\n${rows((n) => `${n},${day(n)},${n % 5 === 0}`)}\n`));
  const status = card(page).getByRole('status').first();
  await expect(status).toHaveText(/^1 file read: \d numbers\.$/);
  await page.getByText('What the columns mean').focus();
  await page.keyboard.press('Enter');
  const failed = page.locator('.role').filter({ hasText: /Failed for users/ }).locator('select');
  await expect(failed).toHaveValue('failed');
  await failed.focus();
  await page.keyboard.press('Home');
  await expect(failed).toHaveValue('');
  await expect(number(page, 'change-fail-rate')).toHaveCount(0);
  await expect(failed).toBeFocused();
});

test('the next quarter’s number says which one it replaces', async ({ app, page }) => {
  const quarter = (every) => csv('ours.csv', `id,finished_at,failed\n${rows((n) => `${n},${day(n)},${n % every === 0}`)}\n`);
  await page.setInputFiles('#tables', quarter(5));
  const one = number(page, 'change-fail-rate');
  await expect(one.locator('.instead')).toBeHidden();
  await one.getByRole('button', { name: 'Use it: Change fail rate' }).click();
  await expect(one.getByRole('button', { name: 'Used: Change fail rate' })).toBeVisible();
  await app.saved();
  await page.reload();
  await app.heading();
  await page.setInputFiles('#tables', quarter(10));
  await expect(one.locator('.instead')).toHaveText('In use now: 20 %. An update replaces it.');
  await one.getByRole('button', { name: 'Update: Change fail rate' }).click();
  await expect(one.locator('.instead')).toBeHidden();
  await expect(one.getByRole('button', { name: 'Used: Change fail rate' })).toBeVisible();
});

test('what thousands of columns mean is made when somebody looks', async ({ page }) => {
  const names = Array.from({ length: 3000 }, (_, n) => `column_${n}`).join(',');
  await page.setInputFiles('#tables', csv('wide.csv', `finished_at,${names}\n${rows((n) => `${day(n)},${'x,'.repeat(2999)}x`)}\n`));
  await expect(number(page, 'deployment-frequency')).toBeVisible();
  const options = page.locator('#columns-0 option');
  await expect(options).toHaveCount(0);
  await page.getByText('What the columns mean').click();
  await expect(options.first()).toBeAttached();
});

for (const width of [320, 375]) {
  test(`nothing is wider than ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.getByRole('button', { name: 'Try a made-up example' }).click();
    await page.getByText('What the columns mean').click();
    await page.getByText('Rules to choose').click();
    const wide = await page.evaluate(() => {
      const edge = document.querySelector('.from-files').getBoundingClientRect().right;
      return [...document.querySelectorAll('.from-files :is(select, input, button, p)')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > edge && !e.closest('.scroll, .strip')).map((e) => `${e.tagName} ${e.id}`);
    });
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
