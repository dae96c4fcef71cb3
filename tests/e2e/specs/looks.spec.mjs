// For everyone: axe, reflow, sharp charts; and the pictures that the README shows.
import { test as base, expect, measurements } from '../support/app.mjs';
import { fixtures, looksRight, sizes } from '../support/looks.mjs';
import { isPictured } from '../support/pictures.mjs';
import { team } from '../support/teams.mjs';
import { verdict } from '../support/verdict.mjs';

const test = base.extend(fixtures);

/** Goes to an address outside the assessment, and waits for its heading. */
const to = (hash, title) => async ({ page }) => {
  await page.evaluate((there) => { location.hash = there; }, hash);
  await expect(page.locator('#title')).toHaveText(title);
};
/** Goes to a part of the assessment. */
const part = (place, title) => async (app) => {
  await app.goTo(place);
  await expect(app.page.locator('#title')).toHaveText(title);
};
const results = part('results', verdict);

const pages = {
  home: to('#/', 'Your assessments'),
  overview: part('', 'Payments'),
  practice: (app) => app.practice('slo-targets'),
  dimension: part('dimension/slos', 'Service level objectives'),
  measurements: part('measurements', 'Measurements'),
  check: part('check', 'Check answers'),
  settings: part('settings', 'Team and scope'),
  results,
  roadmap: part('roadmap', 'Plan'),
  rounds: part('rounds', 'Rounds'),
  report: part('report', 'Share'),
  compare: async (app) => {
    await pages.rounds(app);
    await app.page.getByRole('link', { name: 'Compare with today: Spring' }).click();
    await expect(app.page.locator('#title')).toHaveText('What changed');
  },
  why: async (app) => {
    await results(app);
    await app.page.getByRole('link', { name: /why this number for SRE/ }).first().click();
    await expect(app.page.locator('#title')).toHaveText('Why this number?');
  },
  shared: async (app) => {
    const { page } = app;
    await results(app);
    await page.getByText('Share as a link').click();
    const link = page.getByLabel('Link', { exact: true });
    await expect(link).toHaveValue(/#\/share\//);
    await page.goto(await link.inputValue());
    await expect(page.getByRole('button', { name: 'Save a copy' }).or(page.getByRole('link', { name: 'Open yours' }))).toBeVisible();
  },
  scoring: to('#/scoring', 'How scoring works'),
  about: to('#/about', 'About the questionnaire'),
  data: to('#/data', 'Your data'),
  portfolio: async (app, filled) => {
    const { body } = JSON.parse(filled);
    const world = { practices: Object.keys(body.responses), questionnaire: body.questionnaire };
    await pages.home(app);
    await app.importText(JSON.stringify({ format: 'plumbline/workspace', version: 1, assessments: Array.from({ length: 12 }, (_, n) => team(world, n)) }));
    await app.page.getByRole('link', { name: 'See all teams together' }).click();
    await expect(app.page.getByRole('table', { name: 'Teams by dimensions' })).toBeVisible();
  },
};

for (const [label, use] of Object.entries(sizes)) {
  test.describe(label, () => {
    test.use(use);
    for (const [name, go] of Object.entries(pages)) {
      test(`${name} passes axe, light and dark, and fits its width`, async ({ payments, filled, page }) => {
        await go(payments, filled);
        await looksRight(page, use.viewport, label, name);
      });
    }
  });
}

test('the radar is as sharp as the screen, says its finding, and follows the theme', async ({ payments, page }) => {
  await results(payments);
  await page.getByRole('button', { name: 'Radar' }).click();
  const canvas = page.getByRole('img', { name: /^Strongest: / }).first();
  await expect(canvas).toBeVisible();
  const state = () => canvas.evaluate((c) => ({ sharp: c.width === Math.round(c.clientWidth * devicePixelRatio), ink: c.getContext('2d').getImageData(0, 0, c.width, c.height).data.reduce((n, v, i) => n + (i % 4 === 3 && v > 0), 0), hash: c.toDataURL() }));
  await expect.poll(async () => (await state()).ink).toBeGreaterThan(5000);
  const light = await state();
  expect(light.sharp).toBe(true);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(async () => (await state()).hash).not.toBe(light.hash);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(async () => (await state()).hash).toBe(light.hash);
});

test('print has the tables and not the controls', async ({ payments, page }) => {
  await results(payments);
  const controls = page.locator('#bar, main button, .places').filter({ visible: true });
  await expect(controls).not.toHaveCount(0);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('.numbers table').first()).toBeVisible();
  await expect(page.locator('.numbers table').last()).toBeHidden();
  await expect(controls).toHaveCount(0);
  // A chart drawn for a dark screen would be pale on paper.
  await expect(page.locator('canvas').first()).toHaveCSS('filter', /invert/);
});

test('the README shows the app as it is', async ({ app, page }) => {
  // The hour stands in the picture.
  await page.clock.setFixedTime(new Date('2026-10-15T10:00:00'));
  await app.open();
  await app.start('Payments', { quick: true });
  await app.answerInTurn(15);
  await app.measure(measurements);
  await pages.practice(app);
  await app.saved();
  await isPictured(page, 'screenshot');
  await app.home();
  await page.getByRole('button', { name: 'See a sample' }).click();
  await expect(page.locator('.stats')).toBeVisible();
  await isPictured(page, 'results');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 375, height: 740 });
  await app.practice('slo-targets');
  await page.locator('#title').evaluate((title) => title.scrollIntoView({ block: 'start' }));
  await isPictured(page, 'phone');
});
