// Questionnaires of one's own: brought, kept, answered, handed on with the answers, and removed.
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { App, allHere, expect, test } from '../support/app.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const example = (name) => `${root}/examples/questionnaires/${name}.toml`;
const file = async (name, change = (text) => text) => ({ name: 'ours.toml', mimeType: 'application/toml', buffer: Buffer.from(change(await fs.readFile(example(name), 'utf8'))) });
const card = (page, name) => page.locator('.questionnaires > li', { has: page.getByRole('heading', { name, exact: true }) });

/** Opens a questionnaire's file, and keeps it. */
async function bring(app, page, what) {
  await app.open('#/questionnaires');
  await page.getByLabel('Open a questionnaire').setInputFiles(what);
  await page.getByRole('button', { name: 'Keep it here' }).click();
}
/** Starts an assessment with it, and answers the first question. */
async function assess(page, name, team) {
  await card(page, name).getByText('Assess a team with it').click();
  await card(page, name).getByLabel('Team', { exact: true }).fill(team);
  await card(page, name).getByRole('button', { name: 'Start the quick check' }).click();
  await expect(page).toHaveURL(/\/practice\//);
}
async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return fs.readFile(await download.path(), 'utf8');
}

test('a bank’s questionnaire is brought, kept over a reload, and answered', async ({ app, page }) => {
  await app.open('#/questionnaires');
  await page.getByLabel('Open a questionnaire').setInputFiles(example('bank'));
  await expect(page.locator('.offered')).toContainText('Acme Bank');
  await expect(page.locator('.offered')).toContainText('2 new, 1 changed and 1 left out');
  // Looking at it keeps nothing.
  expect(Object.keys(await app.stored()).filter((key) => key.includes('questionnaire'))).toEqual([]);
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await expect(card(page, /^Acme Bank/)).toContainText('No team answers it yet.');
  await page.reload();
  await assess(page, /^Acme Bank/, 'Payments');
  await app.choose(/^3/);
  await app.goTo('practice/four-eyes');
  await app.choose(/^2/);
  await app.goTo('');
  await expect(page.locator('#title')).toHaveText('Payments');
  await page.reload();
  await app.goTo('practice/four-eyes');
  await expect(app.choice(/^2/)).toBeChecked();
  await expect(page.locator('#title')).toContainText('Nobody changes production alone');
  await app.open('#/questionnaires');
  await expect(card(page, /^Acme Bank/)).toContainText('Answered by Payments.');
  await expect(card(page, /^Acme Bank/)).toContainText('It stays as long as 1 assessment answers it.');
});
