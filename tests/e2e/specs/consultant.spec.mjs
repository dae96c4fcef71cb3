// A consultant makes a client's questionnaire of the built-in one, takes it to the client, holds a workshop with
// it, reports, publishes the client's teams, and sets them beside a team that answers the built-in one.
import fs from 'node:fs/promises';
import { App, expect, test } from '../support/app.mjs';
import { add, bar, card, field, fill, make, of, row } from '../support/editing.mjs';
import { begin, code, fillIn, paste } from '../support/rooms.mjs';
import { unpacked } from '../support/zip.mjs';

const gone = ['ci-pipeline', 'code-review', 'test-data', 'database-change', 'team-autonomy'];
const reworded = ['version-control', 'trunk-based', 'slo-targets'];
const added = ['four-eyes', 'ways-out'];
const level = (n) => new RegExp(`^${n} `);

/** Somebody else's browser, and how it is closed. */
async function elsewhere(browser, site) {
  const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  return { page, app: new App(page, site), close: () => context.close() };
}
const toml = (text) => ({ name: 'acme.toml', mimeType: 'application/toml', buffer: Buffer.from(text) });

/** Leaves five out, says three otherwise, adds two, and puts the client's name and colour on it. */
async function written(app, page) {
  await make(app, page, 'Acme Engineering', 'acme-engineering');
  for (const id of gone) await page.locator(`#ask-${id}`).uncheck();
  for (const id of reworded) {
    await page.evaluate((own) => { document.getElementById(own).closest('details').open = true; }, `row-practice-${id}`);
    await row(page, id).click();
    await of(page, id)('title').fill(`Acme’s ${id}`);
  }
  for (const title of ['Four eyes', 'Ways out']) await add(page, 'Integration and testing', title);
  for (const id of added) {
    await row(page, id).click();
    await fill(page, id);
  }
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await field(page, 'brand/name').fill('Acme');
  await field(page, 'brand/accent').fill('#8a1538');
  await bar(page, 'Save').click();
  await expect(page.locator('.state')).toContainText('Everything is saved.');
  return (await app.download('Download')).text;
}

/** Opens the client's questionnaire where nobody knows it yet, and keeps it. */
async function bring({ app, page }, document) {
  await app.open('#/questionnaires');
  await page.getByLabel('Open a questionnaire').setInputFiles(toml(document));
  await expect(page.locator('.offered')).toContainText('2 new, 3 changed and 5 left out');
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await expect(card(page, 'Acme Engineering 1.0.0')).toBeVisible();
}

/** Begins a team's assessment with it, from the first question. */
async function assess({ app, page }, team) {
  await app.open('#/questionnaires');
  const own = card(page, 'Acme Engineering 1.0.0');
  await own.getByText('Assess a team with it').click();
  await own.getByLabel('Team', { exact: true }).fill(team);
  await own.getByRole('button', { name: /^Answer everything/ }).click();
  await expect(page).toHaveURL(/\/practice\//);
}

test('a client’s own questionnaire, from the editor to the portfolio', async ({ app, page, browser, site }) => {
  const document = await written(app, page);
  expect(document).toContain('accent = "#8a1538"');

  // At the client's, on another computer.
  const client = await elsewhere(browser, site);
  await bring(client, document);
  await assess(client, 'Payments');
  await expect(client.page.locator('.house')).toContainText('Acme');
  await client.app.goTo('workshop');
  await client.page.getByLabel('What to ask').selectOption('Choose practices');
  const asked = ['Four eyes', 'Ways out', 'Acme’s slo-targets'];
  for (const title of asked) await client.page.getByLabel(title, { exact: true }).check();
  const link = await begin(client.app);
  await expect(client.page.getByText('Phones do not have it yet')).toBeVisible();

  // Six phones, which get the questions' file once, and vote.
  const votes = [[2, 3, 4], [2, 3, 4], [2, 3, 3], [2, 3, 2], [2, 2, 4], [2, 3, 4]];
  const codes = await Promise.all(votes.map(async (levels) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, serviceWorkers: 'block' });
    const phone = await context.newPage();
    await phone.goto(link);
    await expect(phone.getByRole('alert')).toContainText('another questionnaire');
    await phone.getByLabel('Open the questionnaire’s file').setInputFiles(toml(document));
    await expect(phone.locator('.house')).toContainText('Acme');
    await fillIn(phone, levels.map(level));
    const own = await code(phone);
    await context.close();
    return own;
  }));
  await paste(client.page, codes.map((own, n) => `Person ${n + 1}: ${own}`).join('\n'));
  await client.page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await client.page.getByRole('button', { name: 'Take this answer' }).click();
  await client.page.getByRole('button', { name: 'Finish the workshop' }).click();
  await expect(client.page.getByRole('status').getByText(/6 ballots counted/)).toBeVisible();
  await client.app.goTo('practice/four-eyes');
  await expect(client.app.choice(level(2))).toBeChecked();

  // The report has the client's name and words, and says whose tool it is.
  await client.app.document();
  const { text: html } = await client.app.download('Page (HTML)');
  for (const said of ['Acme Engineering 1.0.0', 'Four eyes', 'Acme’s slo-targets', 'Plumbline']) expect(html).toContain(said);
  expect(html).not.toContain('Continuous integration pipeline');

  // A second team, and both are published beside the page.
  await assess(client, 'Ledger');
  await client.app.answer('four-eyes', level(4));
  await client.app.answer('version-control', level(5));
  await client.app.open('#/portfolio');
  const zip = await client.app.download('Files to publish (ZIP)');
  const files = unpacked(await fs.readFile(zip.path));
  await client.close();
  expect([...files.keys()].filter((name) => /team-\d+\.json$/.test(name))).toHaveLength(2);
  for (const [name, text] of files) site.put(name, text);

  // Who comes to it with a team of the built-in one sees the three side by side, over what all are asked.
  const head = await elsewhere(browser, site);
  await head.app.open();
  await head.app.start('Search');
  await head.app.answer('version-control', level(2));
  await head.app.answer('slo-targets', level(1));
  await head.app.open('#/portfolio');
  const said = head.page.locator('.notice', { hasText: 'These teams answer' });
  await expect(said).toContainText('Acme Engineering 1.0.0');
  await said.getByText('What only some of them ask').click();
  await expect(said).toContainText('Four eyes');
  for (const team of ['Payments', 'Ledger', 'Search']) await expect(head.page.getByRole('rowheader', { name: team })).toBeVisible();
  await head.close();
});
