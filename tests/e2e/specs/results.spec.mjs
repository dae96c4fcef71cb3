// The results: what they come to on one screen, charts that answer, and nothing that is withheld.
import { test, expect } from '../support/app.mjs';
import { verdict } from '../support/verdict.mjs';

async function sample(app) {
  await app.open();
  await app.page.getByRole('button', { name: 'See a sample' }).click();
  await expect(app.page.locator('#title')).toHaveText(verdict);
  await expect(app.page.locator('.stats')).toBeVisible();
}
const bottom = (locator) => locator.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);

test.describe('on a laptop', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('what it comes to, every discipline and three steps are on the first screen, and the page is short', async ({ app, page }) => {
    await sample(app);
    await expect(page.locator('.lead')).toHaveText(/^\d+ of 100, could be \d+ to \d+\. Strong in .+; held back by .+\.$/);
    await expect(page.locator('.stat')).toHaveCount(5);
    const steps = page.locator('.first > li');
    await expect(steps).toHaveCount(3);
    for (const step of await steps.all()) await expect(step).toContainText(/(days|weeks|months)/);
    await expect(steps.first()).toContainText(/\w \d+ to \d+/);
    for (const part of [page.locator('.stat').last(), steps.last()]) expect(await bottom(part)).toBeLessThanOrEqual(800);
    // From the title to the end; what stands above it is not the page's.
    const title = await page.locator('#title').evaluate((element) => element.getBoundingClientRect().top + scrollY);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height - title).toBeLessThanOrEqual(2300);
  });
});

test('a phone shows strips, and nothing is wider than 320 pixels', async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await sample(app);
  await expect(page.locator('.stripe').first()).toBeVisible();
  await expect(page.locator('main table:visible')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('a strip says name, value, range and coverage, and leads to its answers', async ({ app, page }) => {
  await sample(app);
  const line = page.getByRole('link', { name: /^Feedback and improvement: \d+, range \d+ to \d+, \d+ % known/ });
  await line.click();
  await expect(page.locator('#title')).toHaveText('Feedback and improvement');
});

test('every mark of a chart is reached by arrow keys, says its value, lights its row, and leads on', async ({ app, page }) => {
  await sample(app);
  await page.getByRole('button', { name: 'Radar' }).click();
  // One or the other.
  await expect(page.locator('.stripe:visible')).toHaveCount(0);
  const shows = { 'radar-sre': /^.+: (\d+|Too early to say), range|^.+: \d+, \d+ % known/, measurements: /^.+: [\d.]+ .+, [1-5] \w+/, scatter: /: practices \d+, measurements \d+$/ };
  for (const [figure, says] of Object.entries(shows)) {
    const marks = page.locator('.plate', { has: page.locator(`#${figure}`) }).locator('.hit');
    await expect(marks.first()).toBeVisible();
    // One stop for the keyboard.
    await expect(marks.and(page.locator('[tabindex="0"]'))).toHaveCount(1);
    await marks.first().focus();
    const count = await marks.count();
    const seen = [];
    for (let i = 0; i < count; i++) {
      await expect(page.locator(`#${figure}-${i}`)).toBeFocused();
      await expect(page.locator(`#${figure}-${i} .tip`)).toBeVisible();
      seen.push(await page.evaluate(() => document.activeElement.getAttribute('aria-label')));
      await page.keyboard.press('ArrowRight');
    }
    await expect(marks.first()).toBeFocused();
    expect(new Set(seen).size).toBe(count);
    for (const said of seen) expect(said).toMatch(says);
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.tip:visible')).toHaveCount(0);
  // Pointing at the drawing is pointing at the mark; the card of the discipline lights up with it.
  await page.locator('#scatter-0').hover();
  await expect(page.locator('.stat[data-lit]')).toHaveCount(1);
  await page.locator('#radar-sre-0').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/dimension\//);
});

test('a step is added to the plan where it stands, and taken out again', async ({ app, page }) => {
  await sample(app);
  const add = page.locator('.first').getByRole('button', { name: /^Add to plan: / });
  const free = await add.count();
  const title = (await add.first().getAttribute('aria-label')).replace('Add to plan: ', '');
  await add.first().click();
  const planned = page.locator('.first').getByRole('link', { name: `In your plan: ${title}` });
  await expect(planned).toBeFocused();
  await expect(add).toHaveCount(free - 1);
  // The list of all steps says so, too.
  await expect(page.locator('.ways').getByRole('link', { name: `In your plan: ${title}` })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(add).toHaveCount(free);
  await expect(planned).toHaveCount(0);
});

test('what is withheld stands nowhere', async ({ app, page }) => {
  await app.open();
  await app.start('Early', { quick: true });
  await app.answer('ci-pipeline', '5 Optimizing');
  await app.answer('slo-targets', '2 Emerging');
  await app.goTo('results');
  await expect(page.locator('#title')).toHaveText('Early: Too early for a profile');
  await expect(page.locator('.lead')).toHaveText(/^2 of \d+ answered\. \d+ questions to go\.$/);
  await expect(page.getByRole('link', { name: /^Continue with/ })).toHaveCount(1);
  await app.tables();
  // No card has a number, a level, or a mark on its strip.
  await expect(page.locator('.stat')).toHaveCount(5);
  for (const mark of ['.pill', '.strip :is(u, i, s)', '.moved']) await expect(page.locator(`.stat ${mark}`)).toHaveCount(0);
  await expect(page.locator('.stat .strip.open')).toHaveCount(5);
  await expect(page.getByRole('heading', { name: 'Do first' })).toHaveCount(0);
  const rows = await page.locator('.numbers table').first().locator('tbody tr').allInnerTexts();
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(row).toMatch(/\t(Too early to say|No answers yet)\t\d+ to \d+\t/);
  await expect(page.locator('.outs > section').first()).toContainText('Nothing stands above the whole for certain.');
});

test('what does not fit can be talked about: a workshop on those practices is one click away', async ({ app, page }) => {
  await sample(app);
  await page.getByRole('button', { name: 'Discuss in a workshop' }).click();
  await expect(page.locator('#title')).toHaveText('Workshop');
  await expect(page.getByLabel('What to ask')).toHaveValue('2');
  await expect(page.getByRole('checkbox', { name: 'Error budget policy', exact: true })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Golden paths', exact: true })).not.toBeChecked();
  // Proposed once: the next form is as ever.
  await app.goTo('');
  await app.goTo('workshop');
  await expect(page.getByLabel('What to ask')).toHaveValue('0');
});
