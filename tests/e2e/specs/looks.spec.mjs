// For everyone: axe, reflow, sharp charts; and the pictures that the README shows.
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, expect, measurements } from '../support/app.mjs';
import { fits, looksRight, sizes } from '../support/looks.mjs';
import { root } from '../support/site.mjs';
import { file, team } from '../support/teams.mjs';

// No portfolio is published beside the page.
test.use({ allowed: /404/ });

const pages = ['home', 'overview', 'practice', 'dimension', 'measurements', 'check', 'results', 'roadmap', 'report', 'rounds', 'compare', 'shared', 'why', 'scoring', 'about', 'data', 'portfolio'];
// Home and About have no links to an assessment's parts, so they come last.
const inTurn = [...pages.filter((p) => !['home', 'scoring', 'about', 'data', 'portfolio'].includes(p)), 'home', 'scoring', 'about', 'data', 'portfolio'];
const links = { home: 'All assessments', overview: 'Overview', measurements: 'Measurements', check: 'Check answers', results: 'Results', roadmap: 'Roadmap', report: 'Report', about: 'About the questionnaire', data: 'Your data' };

async function filled(app) {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.answerInTurn(15);
  await app.measure(measurements);
}
async function go(app, name) {
  const { page } = app;
  if (name === 'shared' || name === 'why') {
    if (page.url().includes('#/compare/')) await page.goBack();
  }
  if (name === 'why') {
    if (app.back) await page.goto(app.back);
    await go(app, 'results');
    await page.getByRole('link', { name: /why this number for SRE/ }).first().click();
  } else if (name === 'scoring') {
    await page.evaluate((to) => { location.hash = to; }, '#/scoring');
    await expect(page.locator('#title')).toHaveText('How scoring works');
  } else if (name === 'shared') {
    await go(app, 'results');
    await page.getByText('Share as a link').click();
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    const back = page.url();
    await page.goto(link);
    await expect(page.locator('#title')).toHaveText('Shared answers');
    app.back = back;
  } else if (name === 'rounds') {
    await app.goTo('rounds');
    await expect(page.locator('#title')).toHaveText('Rounds');
    if (await page.locator('main .tasks').count()) return;
    for (const [snapshot, levels] of [['Spring', [2, 3]], ['Summer', [4, 5]], ['Autumn', [3, 5]]]) {
      await page.getByLabel('Name', { exact: true }).fill(snapshot);
      await page.getByRole('button', { name: 'Keep a snapshot' }).click();
      await app.answer('shared-ownership', new RegExp(`^${levels[0]} `));
      await app.answer('slo-targets', new RegExp(`^${levels[1]} `));
      await app.goTo('rounds');
      await expect(page.locator('#title')).toHaveText('Rounds');
    }
  } else if (name === 'portfolio') {
    const { body } = Object.values(await app.database()).map((text) => JSON.parse(text))[0];
    const world = { practices: Object.keys(body.responses), questionnaire: body.questionnaire };
    await page.evaluate(() => { location.hash = '#/'; });
    await expect(page.locator('#title')).toHaveText(/^(Your assessments|Where does)/);
    if (!(await page.getByRole('link', { name: 'See all teams together' }).count())) {
      await page.getByLabel('Choose an assessment file').setInputFiles(Array.from({ length: 12 }, (_, n) => file(team(world, n))));
      await page.getByRole('button', { name: 'Open as chosen' }).click();
    }
    await page.getByRole('link', { name: 'See all teams together' }).click();
    await expect(page.getByRole('table', { name: 'Teams by dimensions' })).toBeVisible();
  } else if (name === 'compare') {
    await go(app, 'rounds');
    await page.getByRole('link', { name: 'Compare with today: Spring' }).click();
    await expect(page.locator('#title')).toHaveText('What changed');
  } else if (name === 'practice') await app.practice('slo-targets');
  else if (name === 'dimension') {
    await app.goTo('dimension/slos');
    await expect(page.locator('#title')).toHaveText('Service level objectives');
  } else await page.getByRole('link', { name: links[name], exact: true }).first().click();
  await app.heading();
}

for (const [label, use] of Object.entries(sizes)) {
  test.describe(label, () => {
    test.use(use);
    test('every page passes axe, fits its width, and has its picture taken', async ({ app, page }) => {
      test.slow();
      await filled(app);
      for (const name of inTurn) {
        await go(app, name);
        await looksRight(page, use.viewport, label, name);
      }
    });
  });
}

test('at 320 pixels, as at 400 % zoom, nothing scrolls sideways', async ({ app, page }) => {
  await filled(app);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const name of inTurn) {
    await go(app, name);
    await fits(page, name);
  }
});

test('the radar is as sharp as the screen, says its finding, and follows the theme', async ({ browser, app, page }) => {
  void browser;
  await filled(app);
  await go(app, 'results');
  const canvas = page.getByRole('img', { name: /^Strongest: / });
  await expect(canvas).toBeVisible();
  const state = () => canvas.evaluate((c) => ({ sharp: c.width === Math.round(c.clientWidth * devicePixelRatio), ink: c.getContext('2d').getImageData(0, 0, c.width, c.height).data.reduce((n, v, i) => n + (i % 4 === 3 && v > 0), 0), hash: c.toDataURL().length }));
  await expect.poll(async () => (await state()).ink).toBeGreaterThan(5000);
  const light = await state();
  expect(light.sharp).toBe(true);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(async () => (await state()).hash).not.toBe(light.hash);
});

test('print has the tables and not the controls', async ({ app, page }) => {
  await filled(app);
  await go(app, 'results');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('main table').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download' })).toBeHidden();
  // A chart drawn for a dark screen would be pale on paper.
  await expect(page.locator('canvas').first()).toHaveCSS('filter', /invert/);
  await page.screenshot({ path: path.join(root, 'tests/e2e/results/print-results.png'), fullPage: true });
});

/** Pictures differ by fonts from machine to machine, so an existing one is replaced only on request. */
async function picture(page, name) {
  const target = path.join(root, `docs/${name}.png`);
  const shot = await page.screenshot({ animations: 'disabled' });
  const exists = await fs.access(target).then(() => true, () => false);
  if (!exists || process.env.PICTURES) await fs.writeFile(target, shot);
  expect(shot.length).toBeGreaterThan(10_000);
  expect(await fs.readFile(path.join(root, 'README.md'), 'utf8')).toContain(`docs/${name}.png`);
}
test('the README shows the app as it is', async ({ app, page }) => {
  await filled(app);
  await go(app, 'practice');
  await picture(page, 'screenshot');
  await page.getByRole('link', { name: 'All assessments' }).first().click();
  await page.getByRole('button', { name: 'Open the sample' }).click();
  const radar = page.locator('main figure').first();
  await expect(radar.locator('canvas')).toBeVisible();
  await radar.scrollIntoViewIfNeeded();
  await radar.evaluate((figure) => figure.scrollIntoView({ block: 'center' }));
  await picture(page, 'results');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 375, height: 740 });
  await page.evaluate(() => { location.hash = '#/a/sample/practice/slo-targets'; });
  await expect(page.locator('#form-slo-targets')).toBeVisible();
  await page.locator('#title').evaluate((title) => title.scrollIntoView({ block: 'start' }));
  await picture(page, 'phone');
});
