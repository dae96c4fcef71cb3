// What to do: suggestions are taken up, filled in, kept, undone, and stand in the report.
import { test, expect } from '../support/app.mjs';

async function roadmap(app) {
  await app.open();
  await app.page.getByRole('button', { name: 'See a sample' }).click();
  await app.place('Plan');
  await expect(app.page.locator('#title')).toHaveText('Roadmap');
  // What the sample has decided makes room.
  const decided = app.page.getByRole('button', { name: /^Remove(?! the sample)/ });
  for (let left = 4; left > 0; left--) {
    await expect(decided).toHaveCount(left);
    await decided.first().click();
  }
  await expect(decided).toHaveCount(0);
}
const stage = (page, name) => page.locator('section', { has: page.getByRole('heading', { level: 2, name, exact: true }) });

test('a suggestion is taken up, filled in, kept and undone', async ({ app, page }) => {
  await roadmap(app);
  const now = stage(page, 'Now');
  await expect(now).toContainText(/goes from \d+ to \d+/);
  const first = now.getByRole('listitem').first();
  const title = await first.getByRole('link').innerText();
  await first.getByRole('button', { name: /Add to plan/ }).click();
  const what = now.getByLabel('What', { exact: true });
  await expect(what).toBeFocused();
  await expect(what).not.toHaveValue('');
  await expect(now.getByRole('listitem').filter({ hasText: title })).toHaveCount(0);
  await what.fill('Agree with the product owner');
  await now.getByLabel('Who sees to it').fill('Ana');
  await now.getByLabel('By', { exact: true }).fill('2026-12-31');
  // Moving it keeps the focus on the field that moved it.
  await now.getByLabel('When').selectOption('Next');
  const next = stage(page, 'Next');
  await expect(next.getByLabel('When')).toBeFocused();
  await expect(now.getByLabel('What', { exact: true })).toHaveCount(0);
  await app.saved();
  await page.reload();
  await expect(next.getByLabel('What', { exact: true })).toHaveValue('Agree with the product owner');
  await expect(next.getByLabel('By', { exact: true })).toHaveValue('2026-12-31');
  await app.place('Share');
  const row = page.locator('.report tr', { hasText: 'Agree with the product owner' });
  await expect(row).toContainText('Ana');
  await expect(row).toContainText('Next');
  await app.place('Plan');
  await next.getByRole('button', { name: /^Remove/ }).click();
  await expect(next.getByLabel('What', { exact: true })).toHaveCount(0);
  await page.locator('#title').focus();
  await page.keyboard.press('u');
  await expect(next.getByLabel('What', { exact: true })).toHaveValue('Agree with the product owner');
});

test('the value that is promised is the one that follows', async ({ app, page }) => {
  await roadmap(app);
  const now = stage(page, 'Now');
  await expect(now).toContainText(/goes from \d+ to \d+/);
  const promise = (await now.innerText()).match(/goes from (\d+) to (\d+)/);
  const steps = await now.getByRole('listitem').evaluateAll((items) => items.map((i) => [i.querySelector('a').getAttribute('href'), i.innerText.match(/\d \w+ to (\d \w+)/)[1]]));
  expect(steps.length).toBe(3);
  for (const [href, level] of steps) {
    await page.evaluate((to) => { location.hash = to; }, href);
    await app.choose(level);
  }
  await app.goTo('results');
  await app.tables();
  await expect(page.getByRole('row', { name: /^Overall/ }).first()).toContainText(promise[2]);
});

test('a dimension gets one target for all of its practices, which the radar and next steps follow', async ({ app, page }) => {
  await app.open();
  await app.start('Aims');
  await app.answer('sli-definition', '2 Emerging');
  await app.goTo('dimension/slos');
  const all = page.locator('#slos-target');
  await all.selectOption('5 Optimizing');
  const own = page.locator('#sli-definition-target');
  await expect(own).toHaveValue('5');
  await app.saved();
  await page.reload();
  await expect(all).toHaveValue('5');
  // One of them differs: there is no common target any more.
  await page.locator('#form-sli-definition summary', { hasText: 'Note, evidence and target' }).click({ trial: true });
  await own.selectOption('3 Defined');
  await page.reload();
  await expect(all).toHaveValue('');
  await app.goTo('results');
  await expect(page.locator('main')).toContainText('below your target, level 3');
});

test('what stands out leads to the numbers and answers behind it', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'See a sample' }).click();
  const found = page.locator('.outs > section');
  await expect(found).toHaveText([/^Clearly strong/, /^Clearly weak/, /^Does not fit/]);
  for (const item of await found.all()) expect(await item.getByRole('link').count()).toBeGreaterThan(0);
  await found.first().getByRole('link').first().click();
  await expect(page.locator('#title')).toHaveText('Why this number?');
  await page.goBack();
  await page.getByRole('link', { name: 'Plan these and more in the roadmap' }).click();
  await expect(page.locator('#title')).toHaveText('Roadmap');
});
