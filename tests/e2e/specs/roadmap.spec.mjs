// What to do: a board of three columns. Suggestions are taken up, cards are opened, moved by mouse and
// by keyboard, kept, undone, and leave for other tools.
import { test, expect } from '../support/app.mjs';
import AxeBuilder from '@axe-core/playwright';

const column = (page, name) => page.getByRole('region', { name, exact: true });
const card = (page, what) => page.locator('.task').filter({ has: page.getByRole('button', { name: what, exact: true }) });
const titles = (page, name) => column(page, name).locator('.task h3').allInnerTexts();

/** A plan of the team's own, with an action in a column. */
async function plan(app, ...actions) {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.goTo('roadmap');
  await expect(app.page.locator('#title')).toHaveText('Plan');
  for (const [where, what] of actions) await add(app.page, where, what);
}
async function add(page, where, what) {
  await page.getByRole('button', { name: `Add an action: ${where}` }).click();
  await expect(page.getByLabel('What', { exact: true })).toBeFocused();
  await page.keyboard.type(what);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: what, exact: true })).toBeFocused();
}
async function sample(app) {
  await app.open();
  await app.page.getByRole('button', { name: 'See a sample' }).click();
  await app.place('Plan');
  await expect(app.page.locator('#title')).toHaveText('Plan');
}

test('a suggestion is taken up, filled in, kept, moved, removed and undone', async ({ app, page }) => {
  await sample(app);
  const offers = page.locator('.offers > li');
  await expect(offers.first()).toBeVisible();
  const title = await offers.first().getByRole('link').innerText();
  await offers.first().getByText('Why this one').click();
  await expect(offers.first()).toContainText(/below (your|the usual) target/);
  await page.getByRole('button', { name: `Add to plan: ${title}` }).click();
  const taken = column(page, 'Now').locator('.task', { hasText: title });
  await expect(taken.getByRole('button').first()).toBeFocused();
  await expect(taken.locator('.levels')).toHaveText(/^\d \w+\s*to\s*\d \w+$/);
  await expect(page.locator('.offers')).not.toContainText(title);
  // On the results it is planned, too.
  await app.place('Results');
  await expect(page.getByRole('link', { name: `In your plan: ${title}` }).first()).toBeVisible();
  await app.place('Plan');
  await taken.getByRole('button').first().click();
  await expect(page.getByLabel('What', { exact: true })).not.toHaveValue('');
  await page.getByLabel('What', { exact: true }).fill('Agree with the product owner');
  await page.getByRole('textbox', { name: 'Owner' }).fill('Ana');
  await page.getByLabel('Due', { exact: true }).fill('2099-12-31');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('In progress');
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  const mine = card(page, 'Agree with the product owner');
  await expect(mine).toContainText('Ana');
  await expect(mine).toContainText('By 2099-12-31');
  await expect(mine).toContainText('In progress');
  await app.saved();
  await page.reload();
  await expect(mine).toContainText('By 2099-12-31');
  await app.document();
  const row = page.locator('.report tr', { hasText: 'Agree with the product owner' });
  await expect(row).toContainText('Ana');
  await app.place('Plan');
  await mine.getByRole('button').first().click();
  await page.getByRole('button', { name: 'Remove: Agree with the product owner' }).click();
  await expect(mine).toHaveCount(0);
  await expect(page.locator('.toast')).toContainText('The action was removed.');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(mine).toHaveCount(1);
});

test('a card is moved by keyboard and by drag, which is said and can be undone', async ({ app, page }) => {
  await plan(app, ['Now', 'First'], ['Now', 'Second']);
  await page.getByRole('button', { name: 'Move to Later: Second' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Moved to Later.' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Second', exact: true })).toBeFocused();
  await expect.poll(() => titles(page, 'Later')).toEqual(['Second']);
  // What stands in a column is said with it, and there is a way to each of the others.
  for (const to of ['Now', 'Next']) await expect(page.getByRole('button', { name: `Move to ${to}: Second` })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Move to Later: Second' })).toHaveCount(0);
  await card(page, 'First').dragTo(column(page, 'Next'));
  await expect.poll(() => titles(page, 'Next')).toEqual(['First']);
  await expect(page.locator('[data-over]')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Moved to Next.' })).toHaveCount(1);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(page, 'Now')).toEqual(['First']);
  await expect.poll(() => titles(page, 'Later')).toEqual(['Second']);
  await page.locator('#title').focus();
  await page.keyboard.press('u');
  await expect.poll(() => titles(page, 'Now')).toEqual(['First', 'Second']);
  // Within the open card, too, and the focus stays on it.
  await page.getByRole('button', { name: 'First', exact: true }).click();
  await page.getByLabel('When').selectOption('Later');
  await expect(column(page, 'Later').getByLabel('When')).toBeFocused();
  await app.saved();
  await page.reload();
  await expect.poll(() => titles(page, 'Later')).toEqual(['First']);
});

test('a card that says nothing is discarded when it is left, by mouse, key or page', async ({ app, page }) => {
  await plan(app, ['Next', 'Kept']);
  const what = page.getByLabel('What', { exact: true });
  const begin = async () => {
    await page.getByRole('button', { name: 'Add an action: Now' }).click();
    await expect(what).toBeFocused();
  };
  const leave = {
    click: () => page.locator('.offers, .suggested').first().click(),
    escape: () => page.keyboard.press('Escape'),
    another: () => page.getByRole('button', { name: 'Kept', exact: true }).click(),
    page: () => app.place('Results'),
  };
  for (const [name, act] of Object.entries(leave)) {
    await begin();
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
    await act();
    if (name === 'page') await app.place('Plan');
    await expect(page.getByRole('button', { name: 'No words yet' }), name).toHaveCount(0);
    await expect.poll(() => titles(page, 'Now'), name).toEqual([]);
    if (name === 'another') await page.keyboard.press('Escape');
  }
  await begin();
  await page.keyboard.press('Escape');
  await expect(what).toHaveCount(0);
  const file = JSON.parse((await app.download()).text);
  expect(file.body.actions.map((action) => action.what)).toEqual(['Kept']);
});

test('what the plan comes to is what follows, and nothing of what is withheld', async ({ app, page }) => {
  await sample(app);
  const lead = page.locator('.planned > .lead');
  await expect(lead).toHaveText(/^Your plan: .*\d+ to \d+/);
  const promised = Object.fromEntries([...(await lead.innerText()).matchAll(/([A-Z][\w ]+?) (\d+) to (\d+)/g)].map(([, name, , then]) => [name, then]));
  const moves = await page.locator('.task:not(.past)').evaluateAll((all) => all.map((one) => [one.querySelector('.moves a').getAttribute('href'), one.querySelector('.levels').innerText.match(/(\d \w+)\s*$/)[1]]));
  for (const [href, level] of moves) {
    await page.evaluate((to) => { location.hash = to; }, href);
    await app.choose(level);
  }
  await app.goTo('results');
  await app.tables();
  for (const [name, then] of Object.entries(promised)) await expect(page.getByRole('row', { name: new RegExp(`^${name}`) }).first(), name).toContainText(then);
  await app.place('Plan');
  await expect(lead).toHaveText('Your plan leaves every value as it is printed today.');
  await app.home();
  await app.start('Nothing known', { quick: true });
  await app.goTo('roadmap');
  await add(page, 'Now', 'Talk');
  await expect(lead).toContainText('Too early to say');
  await expect(page.locator('.comes')).not.toContainText('Overall');
  await expect(page.locator('.comes .stripes')).not.toContainText(/\d+ → /);
});

test('the plan leaves as a table for Jira, a list and a calendar', async ({ app, page }) => {
  await plan(app);
  const out = page.getByRole('group', { name: 'Take along' });
  await expect(out.getByRole('button')).toHaveCount(0);
  await add(page, 'Now', '=Write, it; down');
  await expect(out.getByRole('button')).toHaveCount(2);
  await page.getByRole('button', { name: '=Write, it; down', exact: true }).click();
  await page.getByLabel('Due', { exact: true }).fill('2099-12-31');
  const jira = await app.download('CSV for Jira');
  expect(jira.name).toMatch(/^plumbline_Payments_.*\.plan\.csv$/);
  expect(jira.text).toContain('Summary,Description,Due date,Assignee,Status,Labels\r\n"\'=Write, it; down",,2099-12-31,,To Do,plumbline now\r\n');
  const list = await app.download('Markdown');
  expect(list.text).toContain('- [ ] =Write, it; down (By 2099-12-31)');
  const days = await app.download('Calendar (.ics)');
  expect(days.name).toMatch(/\.ics$/);
  expect(days.text).toContain('DTSTART;VALUE=DATE:20991231\r\nSUMMARY:=Write\\, it\\; down\r\n');
  expect(days.text).toMatch(/DTSTAMP:\d{8}T\d{6}Z\r\n/);
});

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });

    test('the plan has names for everything, and fits the narrowest screen', async ({ app, page }) => {
      await sample(app);
      const check = async () => {
        const { violations } = await new AxeBuilder({ page }).include('.planned').setLegacyMode(true).analyze();
        expect(violations.map((found) => `${found.id}: ${found.nodes[0].html}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      };
      await check();
      await page.locator('.task h3 button').first().click();
      await expect(page.getByLabel('What', { exact: true })).toBeVisible();
      await check();
    });
  });
}

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
  await page.getByRole('link', { name: 'Plan these and more' }).click();
  await expect(page.locator('#title')).toHaveText('Plan');
});
