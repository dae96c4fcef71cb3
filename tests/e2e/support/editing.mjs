// Questionnaires of one's own, as somebody writes them on the page.
import { expect } from './app.mjs';

/** A questionnaire on the page of them all. */
export const card = (page, name) => page.locator('.questionnaires > li', { has: page.getByRole('heading', { name, exact: true }) });
/** A practice in the editor's list, a field of the document by its path, and one of a practice. */
export const row = (page, id) => page.locator(`#row-practice-${id}`);
export const field = (page, path) => page.locator(`#e-${path.replaceAll('/', '-')}`);
export const of = (page, id) => (name) => field(page, `practice/${id}/${name}`);
export const bar = (page, name) => page.locator('.bar-of-it').getByRole('button', { name, exact: true });

/** Makes one's own of the built-in one, and opens the editor. */
export async function make(app, page, name, id) {
  await app.open('#/questionnaires');
  await page.getByText('Make your own from it').click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue(id);
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(page).toHaveURL(new RegExp(`#/questionnaires/${id}$`));
  await expect(page.locator('.parts')).toBeVisible();
}
/** Adds a practice to a dimension. */
export async function add(page, dimension, title) {
  const within = page.locator('.within', { has: page.getByRole('button', { name: dimension, exact: true }) });
  await within.getByText('Add a practice').click();
  await within.getByLabel('Title', { exact: true }).fill(title);
  await within.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.locator('#chosen')).toBeFocused();
}
export const LEVELS = ['Nobody looks at it.', 'Somebody looks at it now and then.', 'Everybody looks at it each week, and writes down what was seen.', 'What was seen is counted, and the count is known to everybody who asks.', 'The count is compared with that of others, and what they do better is tried within a month.'];
/** Writes a new practice, as the validator wants it. */
export async function fill(page, id) {
  const at = of(page, id);
  await at('question').fill(`How does the team know about ${id}?`);
  await at('why').fill('What nobody looks at gets worse, and nobody knows since when.');
  for (const [n, text] of LEVELS.entries()) await at(`levels/${n + 1}`).fill(`${id}: ${text}`);
  await at('how_to_tell').fill('Ask who looked at it last, and what has changed since then.');
  for (const n of [1, 2, 3, 4]) await at(`steps/${n}`).fill(`Take step ${n} with two people this week.`);
}
