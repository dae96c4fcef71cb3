// Numbers explain themselves, and results end in next steps.
import { test, expect } from '../support/app.mjs';
import { practices, title } from '../support/questionnaire.mjs';

async function answered(app, answers, { isQuick = false, team = 'Insight' } = {}) {
  await app.open();
  await app.start(team, { quick: isQuick });
  for (const [task, name] of Object.entries(answers)) {
    await app.menu('Check answers');
    await app.page.getByRole('link', { name: title(task), exact: true }).first().click();
    await app.choose(name);
  }
}

test('a number shows how it came about', async ({ app, page }) => {
  await answered(app, { 'ci-pipeline': '3 Defined', 'deployment-automation': '5 Optimizing', 'security-in-pipeline': '4 Measured' }, { isQuick: true });
  await app.results();
  await page.getByRole('link', { name: '75: why this number for DevOps?' }).first().click();
  await expect(page.locator('#title')).toHaveText('Why this number?');
  await expect(page.locator('#title')).toBeFocused();
  await expect(page.locator('main table')).toHaveCount(2);
  const [inputs, sums] = await page.locator('main table').allInnerTexts();
  expect(inputs).toMatch(/Integration and testing\t1\t50\t50\tIn the value and the range/);
  expect(inputs).toMatch(/Collaboration and culture\t1\tnone\t0 to 100\tIn the range only: not answered/);
  // Three dimensions have a value; five are in the range.
  expect(sums).toContain('225 / 3 = 75');
  expect(sums).toContain('225 / 5 = 45');
  expect(sums).toContain('425 / 5 = 85');
  expect(sums).toContain('3 / 5 = 60 %');
  await expect(page.locator('main')).toContainText('Level reached: 1 Initial. For 2 Emerging, practices worth 80 % of the weight must stand there or higher; 3 of 6 do.');
  await expect(page.locator('main')).toContainText('practices worth 80 %');
  // The address can be opened anew.
  await page.reload();
  await app.heading();
  await expect.poll(() => page.locator('main table').allInnerTexts()).toEqual([inputs, sums]);
});

test('an answer that contradicts another becomes a question', async ({ app, page }) => {
  await answered(app, { 'slo-targets': '1 Initial', 'error-budget-policy': '4 Measured' });
  await app.results();
  await expect(page.getByRole('listitem').filter({ hasText: 'which number does the policy look at?' })).toBeVisible();
  await answered(app, { 'slo-targets': '3 Defined', 'error-budget-policy': '4 Measured' }, { team: 'Another' });
  await app.results();
  await expect(page.locator('main')).toContainText('Nothing contradicts itself so far.');
});

test('next steps say why they are there and what to do first', async ({ app, page }) => {
  await answered(app, { 'delivery-metrics': '1 Initial', 'toil-measured': '2 Emerging', 'error-budget-policy': '1 Initial' });
  await app.results();
  const steps = page.locator('ol.ways > li');
  // The error budget policy stands on objectives that nobody answered for: it waits.
  await expect(steps).toHaveCount(2);
  await expect(steps.nth(0)).toContainText(title('delivery-metrics'));
  await expect(steps.nth(0)).toContainText('1 Initial to 2 Emerging');
  const why = page.locator('.results details ol.insights > li');
  await expect(why.nth(0)).toContainText('2 levels below the usual target, level 3');
  await expect(steps.nth(0)).toContainText('Work out lead time and change fail rate');
  // Three answers of 87 leave nearly everything open.
  await expect(why.nth(1)).toContainText('with more answers or slightly different weightings, others come first.');
  await steps.nth(1).getByRole('link').click();
  await expect(page.locator('#title')).toContainText(practices.find((practice) => practice.id === 'toil-measured').question);
  await app.choose('4 Measured');
  await app.results();
  await expect(steps).toHaveCount(1);
});

test('the rules of scoring stand on a page of their own', async ({ app, page }) => {
  await app.open('#/scoring');
  await expect(page.locator('#title')).toHaveText('How scoring works');
  await expect(page.locator('.terms')).toContainText('4 Measured');
  for (const text of ['75 points', 'Below 50 %', 'worth 80 %', 'unless you set another']) await expect(page.locator('main')).toContainText(text);
});
