// Whoever works by keyboard stays where they are: what removes itself hands the focus on.
import { test, expect } from '../support/app.mjs';
import { begin, byHands, setUp } from '../support/rooms.mjs';
import { quick } from '../support/questionnaire.mjs';

const press = async (page, name) => {
  await page.getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
};

test('a cleared answer, a removed piece of evidence, action, snapshot or team leaves the focus near', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.answer('slo-targets', /^2 /);
  await press(page, 'Clear answer');
  await expect(page.getByRole('radio', { name: /^1 / })).toBeFocused();

  await page.getByText('Note, evidence and target').click();
  await press(page, 'Add evidence');
  await expect(page.getByLabel('What it is')).toBeFocused();
  await press(page, 'Add evidence');
  await press(page, 'Remove evidence 1');
  await expect(page.getByRole('button', { name: 'Remove evidence 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Add evidence' })).toBeFocused();

  await app.goTo('roadmap');
  await press(page, 'Add an action: Now');
  await expect(page.locator('.action .what input')).toBeFocused();
  await page.keyboard.type('Write it down');
  await page.getByRole('button', { name: 'Remove: Write it down' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Add an action: Now' })).toBeFocused();

  await app.answer('ci-pipeline', /^3 /);
  await app.goTo('rounds');
  await page.getByText('Keep a snapshot without a new round').click();
  await press(page, 'Keep a snapshot');
  await page.getByRole('button', { name: /^Remove: / }).press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();

  await app.home();
  await app.card('Payments');
  await press(page, 'Remove Payments');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#title')).toBeFocused();
});

test('actions stand in the order in which they were added', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.goTo('roadmap');
  const added = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];
  for (const what of added) {
    await press(page, 'Add an action: Now');
    await expect(page.locator('.action .what input')).toBeFocused();
    await expect(page.locator('.action .what input')).toHaveValue('');
    await page.keyboard.type(what);
  }
  await page.keyboard.press('Escape');
  const order = () => page.locator('.task h3').allInnerTexts();
  await expect.poll(order).toEqual(added);
  await app.saved();
  await page.reload();
  await app.heading();
  await expect.poll(order).toEqual(added);
});

test('only tables that scroll are stops for the keyboard', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.answerInTurn(3);
  await app.results();
  const stops = page.locator('.scroll[tabindex]');
  await expect(page.locator('.scroll').first()).toBeVisible();
  await expect(stops).toHaveCount(0);
  const tooWide = () => page.locator('.scroll').evaluateAll((all) => all.filter((one) => !one.closest('details:not([open])') && one.scrollWidth > one.clientWidth).length);
  await page.setViewportSize({ width: 320, height: 700 });
  await expect(stops.first()).toHaveAttribute('aria-label', /./);
  await expect(stops).toHaveCount(await tooWide());
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(stops).toHaveCount(0);
  // So is one in a fold that is opened in a narrow window.
  const fold = page.getByText(/^Where the practices stand: /);
  await fold.click();
  await page.setViewportSize({ width: 320, height: 700 });
  await fold.click();
  await expect(stops.first()).toHaveAttribute('aria-label', /./);
  await expect(stops).toHaveCount(await tooWide());
  // Each table has its place among the headings.
  await expect(page.getByRole('heading', { name: 'By dimension' })).toBeVisible();
});

test('the bar at the foot of a phone does not hide what has the focus', async ({ app, page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await app.open();
  await app.start('Payments', { quick: true });
  await app.practice('slo-targets');
  await app.showBetween();
  const profile = await app.peek();
  await page.getByText('Note, evidence and target').click();
  const links = profile.getByRole('link');
  const stops = [/^5 /, /^Does not apply/].map((name) => page.getByRole('radio', { name }));
  for (const stop of [...stops, page.getByLabel('Note', { exact: true }), links.first(), links.last()]) {
    await stop.focus();
    await expect.poll(async () => {
      const [one, bar] = await Promise.all([stop.boundingBox(), page.locator('.answerbar').boundingBox()]);
      // Behind the question, it stands above the bar or has passed it.
      return bar.y >= one.y + Math.min(one.height, 24) || bar.y + bar.height <= one.y;
    }).toBe(true);
  }
});

test('results without an answer lead to the first question', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.goTo('results');
  await expect(page.getByText('There is nothing to see yet')).toBeVisible();
  await expect(page.locator('main table')).toHaveCount(0);
  await page.getByRole('link', { name: /^Begin with/ }).click();
  await app.isAt(1, quick.length);
});

test('a reveal without a ballot leads to counting hands', async ({ app, page }) => {
  await setUp(app);
  await begin(app);
  await byHands(page);
  await expect(page.getByText('Nothing is left that divides the room.')).toHaveCount(0);
  await expect(page.locator('.agenda [aria-current]')).toHaveCount(1);
});
