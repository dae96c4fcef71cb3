// The page Components, docs/components.html: each part of the face in all its states, as the app draws
// it. COMPONENTS=1 writes it anew.
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, expect } from '../support/app.mjs';
import { componentsPage, taken } from '../support/components.mjs';
import { fits } from '../support/looks.mjs';
import { root } from '../support/site.mjs';
import { verdict } from '../support/verdict.mjs';

const file = path.join(root, 'docs/components.html');
const again = 'a component looks different: COMPONENTS=1 npx playwright test specs/components.spec.mjs writes the page anew; look at it before you keep it';

test.use({ timezoneId: 'UTC', locale: 'en-GB', colorScheme: 'light' });

/** Walks through the app, and gives what it met: component, state, markup. */
async function walk(app) {
  const { page } = app;
  const found = [];
  const take = async (component, state, where) => found.push({ component, state, html: await taken(where) });
  const levels = page.locator('#form-slo-targets .choices');
  const bar = page.locator('.answerbar');
  const map = page.locator('.map .sre');
  const card = page.locator('.teams > li').first();
  const measured = (label) => page.locator('.measurement').filter({ has: page.getByLabel(label, { exact: true }) });

  // Days are counted from today, and times are told.
  await page.clock.setFixedTime('2026-03-12T10:00:00Z');
  await app.open();
  await take('Start', 'the first time', page.locator('.start'));
  await take('Glimpse of a result', '', page.locator('.glimpse'));
  await page.getByRole('button', { name: 'Start quick check' }).click();
  await take('Field', 'refused', page.locator('.start .field'));

  await app.start('Payments', { quick: true });
  await take('Map of questions', 'nothing answered', map);
  await app.practice('slo-targets');
  await app.stay();
  await take('Progress', '', page.locator('.progress'));
  await take('Levels', 'no answer', levels);
  await take('Bar of a question', 'no answer', bar);
  await app.choose('3 Defined');
  await take('Levels', 'answered', levels);
  await take('Bar of a question', 'answered', bar);
  await app.choose('Between 3 and 4');
  await take('Levels', 'between two', levels);
  await app.choose('Does not apply to us');
  await take('Levels', 'does not apply', levels);
  await app.choose('2 Emerging');
  await app.saved();
  await take('Saved', 'all is well', page.locator('.status:not(.loud)'));
  await take('Places', '', page.locator('.places'));
  await app.goTo('');
  await take('Map of questions', 'under way', map);
  await app.goTo('measurements');
  await take('Measurement', 'nothing entered', measured('Change lead time'));
  await page.getByLabel('Change lead time', { exact: true }).fill('-3');
  await take('Measurement', 'refused', measured('Change lead time'));
  await page.getByLabel('Change lead time', { exact: true }).fill('30');
  await expect(measured('Change lead time').locator('.band')).toContainText('2');
  await take('Measurement', 'in a band', measured('Change lead time'));
  await app.home();
  await take('Team card', 'under way', card);
  await app.card('Payments');
  await take('Team card', 'more is open', card);
  await app.remove('Payments');
  await take('Message', 'with a way back', page.locator('.notice').filter({ has: page.getByRole('button', { name: 'Undo' }) }));

  await page.getByRole('button', { name: 'See a sample' }).click();
  await expect(page.locator('#title')).toHaveText(verdict);
  await expect(page.locator('.do .plan')).toHaveCount(3);
  await take('Message', 'about the sample', page.locator('.notice.sample'));
  await take('Hint', '', page.locator('.hint'));
  for (const [id, state] of Object.entries({ overall: 'the whole', devops: 'DevOps', sre: 'SRE', platform: 'Platform engineering', together: 'Across teams' })) {
    await take('Stat card', state, page.locator(`.stat.${id}`));
  }
  await take('Range strips', 'value, range, target, last round', page.locator('.groups .sre'));
  await take('Do first', '', page.locator('.do'));
  await take('Step', 'to be taken up', page.locator('.ways > li').first());
  await take('What stands out', '', page.locator('.outs'));
  await app.goTo('roadmap');
  await take('Action', 'closed', page.locator('.board .task').first());
  await page.locator('.board .task').first().getByRole('button').first().click();
  await take('Action', 'open', page.locator('.board .task.open'));
  await app.goTo('rounds');
  await take('Round', 'in progress', page.locator('.timeline > li').first());
  await take('Round', 'kept', page.locator('.timeline > li').nth(1));
  return found;
}

test('the page of components shows them as they are', async ({ app, page }) => {
  const now = await componentsPage(await walk(app));
  if (process.env.COMPONENTS) await fs.writeFile(file, now);
  expect(await fs.readFile(file, 'utf8'), again).toBe(now);
  await page.goto(`file://${file}`);
  await expect(page.locator('h1').first()).toHaveText('Components');
  await fits(page, 'components');
});
