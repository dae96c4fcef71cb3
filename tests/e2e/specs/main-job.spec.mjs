// The main job: answer, measure, see, come back, take it elsewhere.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test, expect, App, measurements } from '../support/app.mjs';
import { root } from '../support/site.mjs';
import { verdict } from '../support/verdict.mjs';

test('a team answers, reloads, exports, imports elsewhere, and sees the same numbers', async ({ app, browser, site }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.answerInTurn(12);
  await app.measure(measurements);
  const before = await app.results();
  expect(before.join()).toMatch(/DevOps\s+\d+/);

  await app.page.reload();
  await app.heading();
  await expect.poll(() => app.tables()).toEqual(before);

  const file = await app.download();
  expect(file.name).toMatch(/^plumbline_Payments_\d{4}-\d\d-\d\d\.json$/);
  const context = await browser.newContext();
  const other = new App(await context.newPage(), site);
  await other.open();
  await other.importText(file.text);
  await other.page.getByRole('link', { name: 'Payments' }).click();
  await expect.poll(() => other.results()).toEqual(before);
  const again = await other.download();
  expect(JSON.parse(again.text).body).toEqual(JSON.parse(file.text).body);
  await context.close();

  // The core without a browser says the same.
  const printed = execFileSync(path.join(root, 'target/debug/examples/score'), [file.path], { encoding: 'utf8' });
  const card = JSON.parse(printed);
  const shown = before[0].split('\n').filter((row) => /^(DevOps|SRE|Platform|Across|Overall)/.test(row));
  const rows = [...card.disciplines, card.overall];
  expect(shown).toHaveLength(rows.length);
  rows.forEach((s, i) => {
    const value = s.value?.toFixed(0) ?? (s.coverage ? 'Too early to say' : 'No answers yet');
    expect(shown[i].split('\t')[1]).toBe(value);
    expect(shown[i].split('\t')[2]).toBe([...new Set([s.low.toFixed(0), s.high.toFixed(0)])].join(' to '));
  });
  expect(card.metrics.map((m) => m.value).filter((v) => v !== null)).toEqual([3, 30, 12.5, 2, 9]);
});

test('all of it works by keyboard alone', async ({ app, page }) => {
  await app.open();
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent.trim() || '');
  const tabTo = async (wanted) => {
    // All measurements are on one page, each with several stops.
    for (let i = 0; i < 250; i++) { if (wanted.test(await focused())) return; await page.keyboard.press('Tab'); }
    throw new Error(`never reached ${wanted}; at ${await focused()}`);
  };
  await tabTo(/^team$/);
  await page.keyboard.type('Keyboard');
  await tabTo(/^Answer everything/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/practice/);
  await app.goTo('');
  await expect(page.locator('#title')).toHaveText('Keyboard');
  await expect(page.locator('#title')).toBeFocused();
  await tabTo(/^Begin with/);
  await page.keyboard.press('Enter');
  for (let i = 0; i < 12; i++) {
    await app.isAt(i + 1);
    await expect(page.locator('#title')).toBeFocused();
    await tabTo(/^All questions in /);
    await page.keyboard.press('Tab'); // into the radios
    await expect(page.locator('input[value="1"]')).toBeFocused();
    await page.keyboard.press('Space');
    for (let down = 0; down < i % 5; down++) await page.keyboard.press('ArrowDown');
    await expect(page.locator(`input[value="${(i % 5) + 1}"]`)).toBeChecked();
    await tabTo(/^next$/);
    await page.keyboard.press('Enter');
  }
  await page.goto(page.url().replace(/practice.*/, 'measurements'));
  for (const [label, value] of Object.entries(measurements)) {
    const id = await page.getByLabel(label, { exact: true }).getAttribute('id');
    await tabTo(new RegExp(`^${id}$`));
    await page.keyboard.type(value);
  }
  await tabTo(/^See your results$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('#title')).toHaveText(verdict);
  await expect(page.locator('main')).toContainText('12.5 %');
});

test('the profile follows each answer at once, and blank is not zero', async ({ app, page }) => {
  await app.open();
  await app.start('Live', { quick: true });
  const devops = page.locator('.profile .devops');
  /** Each question comes with the score folded away. */
  const looksAt = async (id) => {
    await app.practice(id);
    await expect(devops).toBeHidden();
    await app.peek();
    await expect(devops).toBeVisible();
  };
  await looksAt('ci-pipeline');
  await expect(devops).toContainText('No answers yet');
  await expect(devops).toContainText('0 to 100');
  await app.choose('3 Defined');
  await expect(devops).toContainText('Too early to say');
  await looksAt('deployment-automation');
  await app.choose('5 Optimizing');
  await expect(devops).toContainText('Too early to say');
  await looksAt('security-in-pipeline');
  await app.choose('4 Measured');
  await expect(devops.locator('.reading')).toHaveText('75');
  await expect(devops).toContainText('45 to 85');
  await page.getByRole('button', { name: 'Clear answer' }).click();
  await expect(devops).toContainText('Too early to say');
});

test('between, do not know and not applicable are kept, each as itself', async ({ app, page }) => {
  await app.open();
  await app.start('Kinds');
  await app.answer('shared-ownership', 'Between 2 and 3');
  await app.answer('generative-culture', 'We don’t know');
  await app.answer('documentation-quality', 'Does not apply to us');
  await page.getByLabel('Why does it not apply?').fill('We only write <b>hardware</b>.');
  await page.reload();
  await app.heading();
  await expect(app.choice('Does not apply to us')).toBeChecked();
  await expect(page.getByLabel('Why does it not apply?')).toHaveValue('We only write <b>hardware</b>.');
  await app.menu('Check answers');
  const own = page.getByRole('heading', { name: 'Collaboration' }).locator('..').getByRole('listitem');
  await expect(own).toHaveText([/Between 2 and 3$/, /We don’t know$/, /Does not apply to us/]);
});

test('a wrong number is explained and not stored', async ({ app, page }) => {
  await app.open();
  await app.start('Numbers');
  await app.measure({ 'Change fail rate': '120' });
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved: must be 0 to 100 %.' })).toBeVisible();
  await app.measure({ 'Change fail rate': 'often' });
  await expect(page.getByRole('alert').filter({ hasText: 'Please write a number' })).toBeVisible();
  await app.measure({ 'Change fail rate': '5' });
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
  await expect(page.locator('.measurement').filter({ has: page.getByLabel('Change fail rate', { exact: true }) }).locator('.band')).toHaveText(/^Taken as 5 % · 5 Optimizing/);
});

test('a removed assessment can be brought back', async ({ app, page }) => {
  await app.open();
  await app.start('Gone');
  await app.home();
  await app.remove('Gone');
  await expect(page.getByRole('link', { name: 'Gone' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Gone' })).toBeVisible();
  // It stays in the trash for 30 days, over reloads, and leaves when they are over.
  await app.remove('Gone');
  await app.saved();
  await page.reload();
  await page.getByText('Removed in the last 30 days (1)').click();
  await page.getByRole('button', { name: 'Bring back Gone' }).click();
  await expect(page.getByRole('link', { name: 'Gone' })).toBeVisible();
  await app.remove('Gone');
  await app.saved();
  await page.clock.setFixedTime(Date.now() + 31 * 24 * 3600 * 1000);
  await page.reload();
  await expect.poll(async () => Object.keys(await app.stored()).filter((key) => key.includes('assessment'))).toEqual([]);
  await expect(page.getByText('Removed in the last 30 days')).toHaveCount(0);
});

test('a start without a team name says what is missing', async ({ app, page }) => {
  await app.open();
  const team = page.getByLabel('Team', { exact: true });
  await page.getByRole('button', { name: 'Start quick check' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'give the team a name' })).toBeInViewport();
  await expect(team).toBeFocused();
  await expect(team).toHaveAttribute('aria-invalid', 'true');
  await expect(team).toHaveAccessibleDescription(/give the team a name/);
  expect(await app.stored()).toEqual({});
});

test('two tabs of one assessment keep both answers', async ({ app, page, context, site }) => {
  await app.open();
  await app.start('Tabs', { quick: true });
  const second = new App(await context.newPage(), site);
  await second.page.goto(page.url());
  await second.heading();
  await app.answer('ci-pipeline', '2 Emerging');
  await second.answer('deployment-automation', '4 Measured');
  await app.answer('security-in-pipeline', '3 Defined');
  await expect((await app.peek()).locator('.devops .reading')).toHaveText('50');
  await second.page.reload();
  await expect((await second.peek()).locator('.devops .reading')).toHaveText('50');
});
