// Rounds: snapshots, a new round, what changed, and what moves with the questionnaire.
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, expect } from '../support/app.mjs';
import { former, practices, quick, title } from '../support/questionnaire.mjs';
import { root } from '../support/site.mjs';

const confirmed = (page) => page.getByText('Carried over from an earlier round.');

async function firstRound(app) {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.answerInTurn(quick.length);
  await app.goTo('rounds');
  await expect(app.page.locator('#title')).toHaveText('Rounds');
}
const row = (page, name) => page.locator('main .timeline > li', { has: page.getByRole('heading', { name, exact: true }) });
const quarter = (days = 0) => {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getFullYear()} Q${Math.floor(day.getMonth() / 3) + 1}`;
};
async function keepSnapshot(page, name) {
  await page.getByText('Keep a snapshot without a new round').click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Keep a snapshot' }).click();
  await expect(row(page, name)).toHaveCount(1);
}

test('two rounds of one team: carried over, confirmed, compared', async ({ app, page }) => {
  await firstRound(app);
  // The one in progress has a name; a new one is called after the next quarter, or as one likes.
  const old = quarter();
  await expect(row(page, old)).toContainText('in progress');
  const name = page.getByLabel('Name of the new round');
  await expect(name).toHaveValue(quarter(92));
  await name.fill(` ${old.toLowerCase()}`);
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(page.getByText(`There is a “${old.toLowerCase()}” already. Give this one another name.`)).toBeVisible();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Winter');
  await page.getByRole('button', { name: 'Start Winter' }).click();
  await expect(page.getByRole('status').getByText(`“Winter” has begun. ${quick.length} answers are carried over`)).toBeVisible();
  await expect(page.getByRole('heading', { name: `Carried over, to confirm (${quick.length})` })).toBeFocused();
  await expect(page.locator('main .timeline > li')).toHaveCount(2);
  await expect(row(page, 'Winter')).toContainText('in progress');
  await expect(row(page, 'Winter')).toContainText(`Same as ${old}`);
  await expect(row(page, old)).toContainText(`${quick.length} of`);
  await app.saved();

  await app.place('Assess');
  await expect(page.locator('main').getByRole('link', { name: /: 1 Initial, to confirm$/ }).first()).toBeVisible();
  await expect(page.locator('.dot.carried')).toHaveCount(quick.length);

  // Each answer is marked until it is confirmed or changed, after a reload too.
  await app.menu('Check answers');
  await page.getByRole('link', { name: /^Change: / }).first().click();
  await expect(confirmed(page)).toBeVisible();
  await page.reload();
  await expect(confirmed(page)).toBeVisible();
  await page.getByRole('button', { name: 'Still true' }).click();
  await expect(confirmed(page)).toHaveCount(0);
  // By a new answer, and by a key.
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(confirmed(page)).toBeVisible();
  await app.choose(/^5 /);
  await expect(confirmed(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(confirmed(page)).toBeVisible();
  await page.keyboard.press('y');
  await expect(confirmed(page)).toHaveCount(0);
  // And by going on.
  await app.next().click();
  await expect(confirmed(page)).toBeVisible();
  const place = await page.locator('.progress').innerText();
  await expect(app.next()).toHaveText('Still true, next');
  await app.next().click();
  await expect(page.locator('.progress')).not.toHaveText(place);
  await page.getByRole('link', { name: 'Previous' }).click();
  await expect(page.locator('.progress')).toHaveText(place);
  await expect(confirmed(page)).toHaveCount(0);
  await app.menu('Check answers');
  await expect(page.getByRole('heading', { name: `Carried over, to confirm (${quick.length - 4})` })).toBeVisible();
  await page.getByRole('button', { name: 'All of these are still true' }).click();
  await expect(page.getByRole('heading', { name: /Carried over/ })).toHaveCount(0);
  await app.saved();
  await page.reload();
  await app.heading();
  await expect(page.getByRole('heading', { name: /Carried over/ })).toHaveCount(0);

  // What changed: the one answer, in the page and in the file.
  await app.menu('Rounds');
  await expect(page.locator('figure canvas#trend')).toBeVisible();
  await page.getByRole('link', { name: `Compare with today: ${old}` }).click();
  await expect(page.locator('#title')).toHaveText('What changed');
  // The team's places stay at hand.
  await expect(page.getByRole('link', { name: 'Results', exact: true }).first()).toBeVisible();
  await expect(page.locator('main .lead')).toContainText(/Overall from \d+ to \d+: \+\d+ points/);
  // Few rows are shown as they are; many wait to be wanted.
  const answers = page.getByRole('table', { name: 'Answers that changed' });
  await expect(answers.locator('tbody tr')).toHaveCount(1);
  await expect(answers).toContainText('2 Emerging');
  await expect(answers).toContainText('5 Optimizing');
  const file = await app.download('Page (HTML)');
  expect(file.text).toContain('Answers that changed');
  expect(file.text).not.toMatch(/<script/);
  await page.goBack();
  await expect(page.locator('#title')).toHaveText('Rounds');
});

test('what is carried over is confirmed one by one and by dimension, and rounds get other names', async ({ app, page }) => {
  await firstRound(app);
  await page.getByRole('button', { name: `Start ${quarter(92)}` }).click();
  const left = (count) => page.getByRole('heading', { name: `Carried over, to confirm (${count})` });
  await expect(left(quick.length)).toBeVisible();
  // The report says it.
  await app.goTo('report');
  await expect(page.getByText(`${quick.length} answers are carried over from an earlier round and not confirmed yet.`)).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: /^Still true: / }).first().click();
  await expect(left(quick.length - 1)).toBeFocused();
  const rest = page.getByRole('button', { name: /^Confirm the rest/ }).first();
  const count = Number((await rest.innerText()).match(/\d+/)[0]);
  await rest.click();
  await expect(left(quick.length - 1 - count)).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(left(quick.length - 1)).toBeVisible();
  // Names.
  await page.getByRole('button', { name: `Rename: ${quarter()}` }).click();
  const field = page.getByLabel('Name', { exact: true }).first();
  await expect(field).toBeFocused();
  await field.fill(quarter(92));
  await field.press('Enter');
  await expect(page.getByText(`There is a “${quarter(92)}” already.`)).toBeVisible();
  await field.fill('Autumn');
  await field.press('Enter');
  await expect(row(page, 'Autumn')).toHaveCount(1);
  await app.saved();
  await page.reload();
  await app.heading();
  await expect(row(page, 'Autumn')).toHaveCount(1);
  await expect(left(quick.length - 1)).toBeVisible();
});

test('a snapshot is removed and brought back, travels in files, and stands in the results and the report', async ({ app, page }) => {
  await firstRound(app);
  await keepSnapshot(page, 'Autumn');
  // Nothing has changed since, so there is no twin of it.
  await expect(page.getByText('Nothing has changed since “Autumn”')).toBeVisible();
  await row(page, 'Autumn').getByRole('button', { name: 'Remove: Autumn' }).click();
  await expect(row(page, 'Autumn')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Autumn')).toHaveCount(1);
  const file = await app.download();
  expect(JSON.parse(file.text).body.snapshots[0]).toMatchObject({ name: 'Autumn', questionnaire: { id: 'plumbline' } });
  await app.place('Results');
  await expect(page.getByText('Thin line: Autumn.')).toBeVisible();
  await app.document();
  await expect(page.getByRole('table', { name: 'Values over the rounds' })).toBeVisible();
  // Elsewhere it is the same.
  await app.home();
  await app.remove('Payments');
  await app.importText(file.text);
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await app.goTo('rounds');
  await expect(row(page, 'Autumn')).toHaveCount(1);
});

test('on a phone the lines over the rounds are named, and a long table of what changed waits until it is wanted', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'See a sample' }).click();
  await app.goTo('rounds');
  const names = page.locator('.named-lines li');
  await expect(names).toHaveText(['1 DevOps', '2 SRE', '3 Platform engineering', '4 Across teams']);
  // Where there is room, they stand in the figure.
  await expect(names.first()).toBeHidden();
  await page.setViewportSize({ width: 375, height: 740 });
  await expect(names.first()).toBeVisible();
  await page.getByRole('link', { name: /^Compare with today/ }).first().click();
  await expect(page.getByRole('table', { name: 'By discipline' })).toBeVisible();
  const long = page.getByRole('table', { name: 'Measurements over the rounds' });
  await expect(long).toBeHidden();
  await page.getByText('Measurements over the rounds: 19').click();
  await expect(long).toBeVisible();
});

test('any two states are compared, of two teams as well', async ({ app, page }) => {
  await firstRound(app);
  const kept = 'Autumn';
  await keepSnapshot(page, kept);
  await app.home();
  await app.start('Search', { quick: true });
  await app.answer('ci-pipeline', '3 Defined');
  await app.home();
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await app.goTo('rounds');
  await page.getByText('Compare any two').click();
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'Search' });
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByText(`Payments, ${kept} → Search, Today`)).toBeVisible();
  await page.goto(page.url().replace(/compare\/[^/]+/, 'compare/nobody'));
  await expect(page.locator('#title')).toHaveText('There is nothing at this address');
});

test('an assessment of an older version opens, says what is new and gone, and moves when asked', async ({ app, page }) => {
  await app.open();
  const old = {
    format: 'plumbline/assessment', version: 1,
    body: {
      id: 'old-one', team: 'Old', questionnaire: { id: 'plumbline', version: '0.9.0' },
      responses: { 'ci-pipeline': { level: 3 }, 'once-asked': { level: 5 } },
    },
  };
  await app.importText(JSON.stringify(old));
  await page.getByRole('link', { name: 'Old', exact: true }).click();
  const notice = page.locator('.notice', { hasText: 'made with version 0.9.0' });
  await expect(notice).toContainText('once-asked');
  await notice.getByRole('button', { name: 'Move to the present version' }).click();
  await expect(notice).toHaveCount(0);
  await app.saved();
  await page.reload();
  await app.heading();
  const file = await app.download();
  const { body } = JSON.parse(file.text);
  expect(body.responses['once-asked']).toEqual({ level: 5 });
  expect(body.questionnaire.version).not.toBe('0.9.0');
  // What it still holds of the old version is no obstacle when it is opened again.
  await app.home();
  await app.importText(file.text);
  await expect(page.getByText('was here already')).toBeVisible();
});

test('an assessment of the first version is told what is new, changed and gone, and loses nothing when it moves', async ({ app, page }) => {
  const text = await fs.readFile(path.join(root, 'tests/golden/v1/sample.json'), 'utf8');
  const was = JSON.parse(text).body;
  expect(was.questionnaire.version).toBe('1.0.0');
  // The sample's own id is for looking, so that this is somebody's.
  await app.open();
  await app.importText(text.replaceAll('"id": "sample"', '"id": "from-version-one"'));
  await page.getByRole('link', { name: was.team, exact: true }).click();
  const notice = page.locator('.notice', { hasText: 'made with version 1.0.0' });
  const fold = (name) => notice.locator('details', { hasText: name });
  const fresh = practices.filter((practice) => practice.since);
  await expect(fold(/^New: /).locator('summary')).toHaveText(`New: ${fresh.length} questions`);
  await fold(/^New: /).locator('summary').click();
  await expect(fold(/^New: /).getByRole('listitem')).toHaveText(fresh.map((practice) => practice.title));
  await fold(/^Changed in meaning/).locator('summary').click();
  await expect(fold(/^Changed in meaning/).getByRole('listitem')).toHaveCount(practices.filter((practice) => practice.changed).length);
  await fold('measured in another way').locator('summary').click();
  await expect(fold('measured in another way')).toContainText(`${title('time-to-onboard')}, in working days`);
  await fold('no longer asked').locator('summary').click();
  for (const { id, title: name } of former.filter(({ id }) => was.responses[id] || was.measurements[id])) await expect(fold('no longer asked'), id).toContainText(`${name}. Now asked about in`);
  // Each leads to its question and back.
  await fold(/^New: /).getByRole('link').first().click();
  await expect(page.locator(`#form-${fresh[0].id}`)).toBeVisible();
  await page.goBack();
  await notice.getByRole('button', { name: 'Move to the present version' }).click();
  await expect(notice).toHaveCount(0);
  await app.saved();
  await page.reload();
  await app.heading();
  const { body } = JSON.parse((await app.download()).text);
  expect(body.questionnaire.version).not.toBe('1.0.0');
  for (const part of ['responses', 'measurements', 'targets']) expect(body[part], part).toEqual(was[part]);
});
