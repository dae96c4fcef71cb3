// The questionnaire explains itself, in the app and away from it.
import { test, expect } from '../support/app.mjs';

test('the page about the questionnaire says what is asked, and gives it away as one file', async ({ app, page }) => {
  await app.open();
  await page.getByRole('link', { name: 'About the questionnaire' }).click();
  await expect(page.locator('#title')).toHaveText('About the questionnaire');
  await expect(page.locator('main')).toContainText(/Version \d+\.\d+\.\d+: 4 disciplines, \d+ dimensions, \d+ practices/);
  const [, practices] = (await page.locator('main').innerText()).match(/(\d+) practices/);
  const file = await app.download('Download the whole questionnaire');
  expect(file.name).toMatch(/^plumbline_questionnaire_\d+\.\d+\.\d+\.md$/);
  expect(file.text.match(/^\| 1 Initial \|/gm)).toHaveLength(Number(practices));
  for (const heading of ['# Plumbline questionnaire', '## DevOps', '## SRE', '## Platform engineering', '## Across teams', '## Contradictions', '## Glossary']) expect(file.text).toContain(heading);
});

test('a published figure has its year, its definition and its source', async ({ app, page }) => {
  await app.open('#/about');
  await page.getByText('Deployment frequency, 2021').click();
  const figure = page.locator('details[open]');
  await expect(figure).toContainText('Elite (26 %): On demand, several deployments a day');
  await expect(figure.getByRole('link')).toHaveAttribute('href', /^https:\/\/dora\.dev\//);
});

test('a term is explained where it is used', async ({ app, page }) => {
  await app.open();
  await app.start('Payments');
  await app.practice('toil-measured');
  await page.getByText('Words used here').click();
  await expect(page.getByRole('term').filter({ hasText: 'Toil' }).first()).toBeVisible();
  await expect(page.locator('details[open] .terms')).toContainText('grows with the service');
});

test('a copy of everything is a click away on pages without an assessment too', async ({ app, page }) => {
  await app.open();
  await app.start('Payments');
  for (const place of ['about', 'scoring']) {
    await page.evaluate((to) => { location.hash = `#/${to}`; }, place);
    const file = await app.download('Download everything');
    expect(JSON.parse(file.text).assessments).toHaveLength(1);
  }
});
