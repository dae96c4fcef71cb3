// The sample: three made-up teams that come and go as one, are never counted, and say what to try.
import AxeBuilder from '@axe-core/playwright';
import { test, expect } from '../support/app.mjs';
import { verdict } from '../support/verdict.mjs';


const teams = ['Sample: Checkout', 'Sample: Returns', 'Sample: Sign-in'];
const listed = (page) => page.locator('.teams h2').getByRole('link');
const hint = (page) => page.getByRole('note', { name: 'Something to try' });

async function sample(app) {
  await app.open();
  await app.page.getByRole('button', { name: 'See a sample' }).click();
  await expect(app.page.locator('#title')).toHaveText(verdict);
}

test('the sample opens as three teams, fills the portfolio, goes in one click, and comes back', async ({ app, page }) => {
  await sample(app);
  await app.home();
  await expect(listed(page)).toHaveText(teams);
  await expect(page.getByRole('listitem').filter({ hasText: 'Sample: Returns' })).toContainText('made up');
  await expect(page.locator('main')).not.toContainText('never downloaded');
  await expect(page.getByRole('button', { name: 'Download everything' })).toHaveCount(0);
  await page.getByRole('link', { name: 'See all teams together' }).click();
  await expect(page.locator('#title')).toHaveText('Portfolio');
  for (const team of teams) await expect(page.getByRole('rowheader', { name: team }).first()).toBeVisible();
  await expect(page.locator('main')).toContainText('3 teams.');
  // Any of the teams takes all of them away.
  await page.getByRole('link', { name: 'Sample: Sign-in' }).first().click();
  await expect(page.locator('#title')).toHaveText(verdict);
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await expect(page.getByText('The sample was removed.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Sample/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'See all teams together' })).toHaveCount(0);
  await expect(page.getByText('Removed in the last 30 days')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(listed(page)).toHaveText(teams);
  // So does the first page.
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(page.getByRole('link', { name: /^Sample/ })).toHaveCount(0);
  await app.saved();
  await page.reload();
  await app.heading();
  await expect(page.getByRole('button', { name: 'See a sample' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Sample/ })).toHaveCount(0);
});

test('the sample stands beside teams of one’s own and is not among them', async ({ app, page }) => {
  await app.open();
  for (const team of ['Payments', 'Search']) {
    await app.start(team, { quick: true });
    await app.answer('ci-pipeline', '3 Defined');
    await app.home();
  }
  await page.getByRole('button', { name: 'See a sample' }).click();
  await expect(page.locator('#title')).toHaveText(verdict);
  await app.home();
  await expect(listed(page)).toHaveText(['Payments', ...teams, 'Search']);
  const everything = JSON.parse((await app.download('Download everything')).text);
  expect(everything.assessments.map((one) => one.body.team)).toEqual(['Payments', 'Search']);
  await page.getByRole('link', { name: 'See all teams together' }).click();
  await expect(page.locator('main')).toContainText('2 teams.');
  await page.getByLabel('With the sample’s made-up teams').check();
  await expect(page.locator('main')).toContainText('5 teams.');
  await expect(page.getByRole('rowheader', { name: 'Sample: Returns' }).first()).toBeVisible();
});

test('rounds, actions and a workshop that is over can be looked at', async ({ app, page }) => {
  await sample(app);
  await app.menu('Rounds');
  await expect(page.locator('main .timeline > li')).toHaveCount(4);
  await expect(page.locator('main figure canvas')).toBeVisible();
  await app.place('Plan');
  await expect(page.locator('.board .task')).toHaveCount(4);
  await app.menu('Workshop');
  await page.getByText(/^How reliable are we\?/).click();
  await expect(page.locator('details table')).toContainText('From outside the rota it looks calmer than it is.');
  // Of all this, there is nothing to take along.
  await page.evaluate(() => { location.hash = '#/data'; });
  await expect(page.getByRole('button', { name: 'Verify now' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download everything' })).toHaveCount(0);
});

test('hints say what to try, in the sample alone, and stay closed until they are wanted again', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.answer('ci-pipeline', '3 Defined');
  for (const place of ['practice/ci-pipeline', 'results', 'roadmap', 'rounds']) {
    await app.goTo(place);
    await app.heading();
    await expect(hint(page)).toHaveCount(0);
  }
  await app.home();
  await page.getByRole('button', { name: 'See a sample' }).click();
  await expect(hint(page)).toContainText('follow any value');
  const { violations } = await new AxeBuilder({ page }).include('.hint').setLegacyMode(true).analyze();
  expect(violations.map((found) => found.id)).toEqual([]);
  const close = hint(page).getByRole('button', { name: 'Close' });
  expect((await close.boundingBox()).height).toBeGreaterThanOrEqual(24);
  await close.focus();
  await page.keyboard.press('Enter');
  await expect(hint(page)).toHaveCount(0);
  await expect(page.locator('#title')).toBeFocused();
  for (const [place, said] of [['practice/slo-targets', 'choose another level'], ['roadmap', 'take up a suggested step'], ['rounds', 'compare the first round']]) {
    await app.goTo(place);
    await expect(hint(page)).toContainText(said);
  }
  await page.reload();
  await expect(hint(page)).toContainText('compare the first round');
  await app.goTo('results');
  await app.heading();
  await expect(hint(page)).toHaveCount(0);
  await page.evaluate(() => { location.hash = '#/portfolio'; });
  await expect(hint(page)).toContainText('one team is strong');
  await page.evaluate(() => { location.hash = '#/data'; });
  await page.getByRole('button', { name: 'Show the hints again' }).click();
  await expect(page.getByText('The sample’s hints are shown again.')).toBeVisible();
  await page.evaluate(() => { location.hash = '#/a/sample/results'; });
  await expect(hint(page)).toContainText('follow any value');
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test('a hint is closed with a thumb, and nothing is wider than the screen', async ({ app, page }) => {
    await sample(app);
    const box = await hint(page).getByRole('button', { name: 'Close' }).boundingBox();
    expect(Math.min(box.height, box.width)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await hint(page).getByRole('button', { name: 'Close' }).tap();
    await expect(hint(page)).toHaveCount(0);
  });
});
