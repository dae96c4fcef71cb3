// Many teams: opened together, seen together, and a thousand of them.
import { test, expect } from '../support/app.mjs';
import { file, kept, known, team } from '../support/teams.mjs';
import { verdict } from '../support/verdict.mjs';


const field = (page) => page.getByLabel('Open a file');
const grid = (page) => page.getByRole('table', { name: 'Teams by dimensions' });
const table = (page, name) => page.getByRole('table', { name });
// No portfolio is published beside the page in most of these tests.
test.use({ allowed: /404/ });

async function open(app, files) {
  await app.page.evaluate(() => { location.hash = '#/'; });
  await expect(app.page.locator('#title')).toHaveText(/^(Your assessments|Where does)/);
  await field(app.page).setInputFiles(files);
}
async function portfolio(page) {
  await page.getByRole('link', { name: 'See all teams together' }).click();
  await expect(page.locator('#title')).toHaveText('Portfolio');
  await expect(grid(page)).toBeVisible();
}

test('twelve teams: common gaps, who could help, filters, what is withheld, files', async ({ app, page }) => {
  const world = await known(app);
  const [weak, strong] = world.practices;
  // Eight of twelve stand below level 3 at one practice; one is strong where another is weak.
  const files = Array.from({ length: 12 }, (_, n) => team(world, n, {
    levels: { ...Object.fromEntries(world.practices.map((id) => [id, 3])), [weak]: n < 8 ? 2 : 3, [strong]: n === 0 ? 5 : n === 1 ? 1 : 3 },
  }));
  files[3].body.team = '=cmd(), "Ärger" <b>';
  await open(app, [...files.map(file), { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }]);
  // What cannot be opened is named.
  await expect(page.getByText('notes.txt: This is not an assessment file')).toBeVisible();
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(page.locator('.teams > li')).toHaveCount(12);
  // Of so many, one sentence says it all.
  await expect(page.locator('.notice').filter({ hasText: '12 assessments were opened.' })).toHaveText(/^12 assessments were opened\.( The files? of .* opened as (it is|they are)\.)? Undo$/);
  await portfolio(page);
  await expect(page.getByText('12 teams. 8 of 12 stand below level 3')).toBeVisible();
  await expect(table(page, 'Common gaps').locator('tbody tr')).toHaveCount(1);
  await expect(table(page, 'Common gaps')).toContainText('8 of 12');
  const help = table(page, 'Who could help whom').locator('tbody tr');
  await expect(help).toHaveCount(1);
  await expect(help).toContainText('Team 0000');
  await expect(help).toContainText('Team 0001');
  // By name, and by group on request; never by value.
  const names = () => grid(page).locator('tbody th').allInnerTexts();
  await expect.poll(async () => (await names())[0]).toBe('=cmd(), "Ärger" <b>');
  await page.getByLabel('Order').selectOption('By group');
  await expect.poll(async () => (await names()).slice(0, 4)).toEqual(['=cmd(), "Ärger" <b>', 'Team 0000', 'Team 0006', 'Team 0009']);
  await page.getByLabel('Group', { exact: true }).selectOption('Group 1');
  await expect.poll(names).toEqual(['Team 0001', 'Team 0004', 'Team 0007', 'Team 0010']);
  await page.getByLabel('Tags').selectOption('odd');
  await expect.poll(names).toEqual(['Team 0001', 'Team 0007']);
  // Fewer columns for one discipline.
  const columns = () => grid(page).locator('thead th').count();
  const all = await columns();
  await page.getByLabel('Discipline', { exact: true }).selectOption('SRE');
  await expect.poll(columns).toBeLessThan(all);
  // Team 1 has 3 respondents, team 7 has 9.
  await page.getByLabel('Withhold').selectOption('Fewer than 5 respondents');
  await expect(grid(page).locator('tbody tr').first()).toHaveText(/^Team 0001[·]+$/);
  await expect(grid(page).locator('tbody tr').last()).not.toContainText('·');
  await expect(page.getByText('2 teams. 1 of them withheld')).toBeVisible();
  const csv = await app.download('Table (CSV)');
  const lines = csv.text.trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^Team 0001,Group 1,odd,3,+$/);
  for (const name of ['Group', 'Tags']) await page.getByLabel(name, { exact: true }).selectOption({ index: 0 });
  const guarded = await app.download('Table (CSV)');
  expect(guarded.text).toContain('"\'=cmd(), ""Ärger"" <b>"');
  const html = await app.download('Page (HTML)');
  expect(html.text).toContain('=cmd(), &quot;Ärger&quot; &lt;b&gt;');
  expect(html.text).toContain('Common gaps');
  expect((await app.download('Picture (SVG)')).text).toMatch(/^<svg/);
  // A team leads to its results.
  await page.getByRole('link', { name: 'Team 0007', exact: true }).click();
  await expect(page.locator('#title')).toHaveText(verdict);
  // And a number to the answers behind it.
  await page.goBack();
  await grid(page).getByRole('link', { name: /^Team 0007, .*: \d+$/ }).first().click();
  await expect(page).toHaveURL(/\/dimension\//);
});

test('many files are read, stopped, joined by id, taken in and taken back', async ({ app, page }) => {
  const world = await known(app);
  const files = Array.from({ length: 60 }, (_, n) => team(world, n));
  await open(app, files.map(file));
  await expect(page.getByText('60 new, 0 here already')).toBeVisible();
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(page.getByText('60 assessments were opened.')).toBeVisible();
  await expect(page.getByText('and 40 more')).toBeVisible();
  await page.getByLabel('Find a team').fill('0042');
  await expect(page.locator('.teams > li')).toHaveCount(1);
  await app.saved();
  // Once more: all are here; a choice for all of them.
  await open(app, files.map(file));
  await expect(page.getByText('0 new, 60 here already')).toBeVisible();
  await page.getByLabel('What to do with those that are here already').selectOption('Leave it');
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  // After a reload all are there, from the database.
  await page.reload();
  await app.heading();
  await page.getByLabel('Find a team').fill('Team 00');
  await expect(page.getByText('and 40 more')).toBeVisible();
  expect(await kept(app)).toHaveLength(60);
  // Taken back in one click.
  await open(app, [...Array.from({ length: 30 }, (_, n) => file(team(world, 100 + n)))]);
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(page.getByText('30 assessments were opened.')).toBeVisible();
  await page.keyboard.press('u');
  await page.getByLabel('Find a team').fill('Team 01');
  await expect(page.getByText('Team 0100', { exact: true }).first()).not.toBeVisible();
});

test('dropped files are opened like chosen ones', async ({ app, page }) => {
  const world = await known(app);
  const text = JSON.stringify(team(world, 7));
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'seven.json', { type: 'application/json' }));
    return data;
  }, text);
  await page.getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(page.getByRole('link', { name: 'Team 0007' })).toBeVisible();
});

test('files can be looked at without being kept, and kept afterwards', async ({ app, page }) => {
  const world = await known(app);
  await open(app, [1, 2, 3].map((n) => file(team(world, n))));
  await page.getByRole('button', { name: 'Look at them without keeping them' }).click();
  await expect(page.locator('.teams > li', { hasText: 'Team 0002' })).toContainText('shown from a file, not kept');
  await page.getByRole('link', { name: 'Team 0002' }).click();
  await expect(page.getByText('is not kept in this browser')).toBeVisible();
  // What is kept nowhere is not said to be saved.
  await expect(page.locator('.status')).toHaveText(['', '']);
  await app.goTo('practice/ci-pipeline');
  await expect(app.choice(/^3 /)).toBeDisabled();
  expect(await kept(app)).toEqual([]);
  await page.getByRole('button', { name: 'Keep a copy in this browser' }).click();
  await expect(app.choice(/^3 /)).toBeEnabled();
  await app.saved();
  await page.reload();
  await app.heading();
  expect(await kept(app)).toEqual(['plumbline:assessment:team-2']);
  await app.home();
  await expect(page.getByRole('link', { name: 'Team 0002' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Team 0001' })).toHaveCount(0);
});

test('what an organisation publishes beside the page opens read-only, and bad names lead nowhere', async ({ app, page, site }) => {
  const world = await known(app);
  for (const n of [1, 2, 3]) site.put(`portfolio/team-${n}.json`, JSON.stringify(team(world, n)));
  site.put('portfolio/broken.json', '{');
  const files = ['team-1.json', 'team-2.json', 'team-3.json', 'broken.json', 'missing.json', '../index.html', 'https://example.org/x.json', '//example.org/x.json'];
  site.put('portfolio/index.json', JSON.stringify({ format: 'plumbline/portfolio', version: 1, files }));
  await page.evaluate(() => { location.hash = '#/portfolio'; });
  await expect(grid(page).locator('tbody tr')).toHaveCount(3);
  // What was left out is named with its reason.
  const left = page.locator('.notice', { hasText: '5 files that are published here were left out:' });
  await expect(left.getByRole('listitem')).toHaveCount(5);
  for (const name of ['broken.json', 'missing.json', '../index.html']) await expect(left).toContainText(`${name}: `);
  await page.getByRole('link', { name: 'Team 0002', exact: true }).click();
  await expect(page.getByText('is not kept in this browser')).toBeVisible();
  expect(await kept(app)).toEqual([]);
  // Its page can be opened anew, by a reload or a link.
  await page.reload();
  await expect(page.getByText('is not kept in this browser')).toBeVisible();
  await expect(page.locator('#title')).toHaveText(verdict);
  expect(await kept(app)).toEqual([]);
});

test('while a published portfolio is read, the page says how far that is', async ({ app, page, site }) => {
  const world = await known(app);
  const names = Array.from({ length: 12 }, (_, n) => `team-${n}.json`);
  for (const [n, name] of names.entries()) site.put(`portfolio/${name}`, JSON.stringify(team(world, n)));
  site.put('portfolio/index.json', JSON.stringify(names));
  // Some files come, the rest waits until it is let go.
  const held = [];
  let [asked, isHeld] = [0, true];
  await page.route('**/portfolio/team-*.json', async (route) => {
    asked += 1;
    if (asked > 4 && isHeld) await new Promise((go) => held.push(go));
    await route.continue();
  });
  await page.evaluate(() => { location.hash = '#/portfolio'; });
  await expect(page.getByText('Reading the teams that are published here: 4 of 12')).toBeVisible();
  await expect(page.getByText('A portfolio needs two teams')).toHaveCount(0);
  // Eight at a time.
  await expect.poll(() => held.length).toBe(8);
  isHeld = false;
  for (const go of held) go();
  await expect(grid(page).locator('tbody tr')).toHaveCount(12);
  await expect(page.getByText('Reading the teams')).toHaveCount(0);
});

test('a list that cannot be read is named', async ({ app, page, site }) => {
  await known(app);
  site.put('portfolio/index.json', '{');
  await page.evaluate(() => { location.hash = '#/portfolio'; });
  await expect(page.locator('.notice', { hasText: 'left out' })).toContainText('index.json: This should be the list of the files');
  await expect(page.getByText('A portfolio needs two teams')).toBeVisible();
});

test('a thousand teams with eight snapshots each are taken in, listed, found and compared', async ({ app, page }) => {
  const world = await known(app);
  const files = Array.from({ length: 1000 }, (_, n) => team(world, n, { snapshots: 8 }));
  // As one file in many: what a consultant's folder holds.
  const parts = Array.from({ length: 20 }, (_, k) => ({
    name: `part-${k}.json`, mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ format: 'plumbline/workspace', version: 1, assessments: files.slice(50 * k, 50 * k + 50) })),
  }));
  await open(app, parts);
  await expect(page.getByText('1000 new, 0 here already')).toBeVisible();
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(page.getByText('1000 assessments were opened.')).toBeVisible();
  await app.saved();
  await page.reload();
  await app.heading();
  await page.getByLabel('Find a team').fill('0999');
  await expect(page.getByRole('link', { name: 'Team 0999' })).toBeVisible();
  await page.getByLabel('Find a team').fill('');
  await portfolio(page);
  await expect(page.getByText('Teams 1 to 300 of 1000')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Teams 301 to 600 of 1000')).toBeVisible();
  await page.getByRole('link', { name: 'Team 0301', exact: true }).click();
  await app.goTo('rounds');
  await expect(page.locator('main .timeline > li')).toHaveCount(9);
});
