// Many teams: opened together, seen together, and a thousand of them.
import { test, expect } from '../support/app.mjs';
import { read } from '../support/paper.mjs';
import { file, kept, known, team } from '../support/teams.mjs';
import { verdict } from '../support/verdict.mjs';


const field = (page) => page.getByLabel('Open a file');
const grid = (page) => page.getByRole('table', { name: 'Teams by dimensions' });
const table = (page, name) => page.getByRole('table', { name });

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

/** Whether anything is published is asked once a visit. */
async function seeAnew(page) {
  await page.evaluate(() => { location.hash = '#/portfolio'; });
  await page.reload();
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
  await page.getByLabel('Rows').selectOption('Teams by group');
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
  await page.getByLabel('Privacy').selectOption('Fewer than 5 respondents');
  await expect(grid(page).locator('tbody tr').first()).toHaveText(/^Team 0001[·]+$/);
  await expect(grid(page).locator('tbody tr').last()).not.toContainText('·');
  await expect(page.getByText('2 teams. 1 of them withheld')).toBeVisible();
  const csv = await app.download('Table (CSV)');
  const lines = csv.text.trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^Team 0001,Group 1,odd,3(,·,)+$/);
  for (const name of ['Group', 'Tags']) await page.getByLabel(name, { exact: true }).selectOption({ index: 0 });
  const guarded = await app.download('Table (CSV)');
  expect(guarded.text).toContain('"\'=cmd(), ""Ärger"" <b>"');
  const html = await app.download('Page (HTML)');
  expect(html.text).toContain('=cmd(), &quot;Ärger&quot; &lt;b&gt;');
  expect(html.text).toContain('Common gaps');
  expect(html.text).toContain('<th scope="col">Service level objectives</th>');
  const svg = await app.download('Picture (SVG)');
  expect(svg.text).toMatch(/^<svg/);
  expect(svg.text).toContain('Service level objectives');
  // A team leads to its results.
  await page.getByRole('link', { name: 'Team 0007', exact: true }).click();
  await expect(page.locator('#title')).toHaveText(verdict);
  // And a number to the answers behind it.
  await page.goBack();
  await grid(page).getByRole('link', { name: /^Team 0007, .*: \d+$/ }).first().click();
  await expect(page).toHaveURL(/\/dimension\//);
});

test('groups have a row each, and two of them are set against each other', async ({ app, page }) => {
  const world = await known(app);
  const [odd] = world.practices;
  const files = Array.from({ length: 9 }, (_, n) => team(world, n, {
    about: { respondents: n % 3 === 2 ? '2' : '6' },
    levels: { ...Object.fromEntries(world.practices.map((id) => [id, n % 3 === 1 ? 4 : 2])), [odd]: 3 },
  }));
  await open(app, files.map(file));
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await portfolio(page);
  await page.getByLabel('Rows').selectOption('One for each group');
  const groups = table(page, 'Groups by dimensions');
  // On a phone a name has its room, and is not broken letter by letter.
  await page.setViewportSize({ width: 375, height: 740 });
  await expect.poll(async () => (await groups.locator('tbody tr').first().boundingBox()).height).toBeLessThan(80);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(groups.locator('tbody th')).toHaveText(['Group 0: 3 teams', 'Group 1: 3 teams', 'Group 2: 3 teams']);
  await expect(groups.locator('tbody tr').nth(1)).toContainText('75');
  await page.getByLabel('Privacy').selectOption('Fewer than 5 respondents');
  await expect(groups.locator('tbody tr')).toHaveCount(2);
  await expect(page.getByText('1 group is not shown: too few people answered')).toBeVisible();
  // Side by side: only where they differ.
  await expect(page.getByRole('heading', { name: 'Two groups side by side' })).toBeVisible();
  const figure = page.locator('figure', { has: page.locator('#groups') });
  await expect(figure).toContainText(/Group 1 stands higher in \d+ dimensions/);
  await expect(figure.locator('#groups-0')).toHaveAttribute('aria-label', /, Group 0: \d+$/);
  await figure.locator('#groups-0').focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('#groups-1')).toBeFocused();
  await page.getByLabel('To', { exact: true }).selectOption('Group 0');
  await expect(page.getByText(/^Group 0 and Group 0 are alike in \d+ dimensions\.$/)).toBeVisible();
  const svg = await app.download('Picture (SVG)');
  expect(svg.text).toContain('Group 1: 3 teams');
  expect((await app.download('Page (HTML)')).text).toContain('Groups by dimensions');
});

test('what is common opens to the last name, and helpers take turns', async ({ app, page }) => {
  const world = await known(app);
  // Twenty ask for everything, ten could help with it.
  const files = Array.from({ length: 30 }, (_, n) => team(world, n, { levels: Object.fromEntries(world.practices.map((id) => [id, n < 20 ? 2 : 5])) }));
  await open(app, files.map(file));
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await portfolio(page);
  const rows = table(page, 'Who could help whom').locator('tbody tr');
  await expect(rows).toHaveCount(8);
  const cell = rows.first().locator('td').last();
  await expect(cell.getByText('Team 0019')).toBeHidden();
  await cell.getByText('and 14 more').click();
  await expect(cell).toContainText('Team 0019');
  // The other practices, too.
  const count = world.practices.length - 8;
  const rest = page.locator('details', { has: page.locator('caption', { hasText: /Common gaps/ }) });
  await rest.locator('summary').first().click();
  await expect(rest.locator('tbody tr')).toHaveCount(count);
  // Two are asked for each practice, and nobody for many more than another.
  const helpers = page.getByRole('table', { name: /^Who could help whom/ });
  const first = await page.locator('table', { has: page.getByText('Who could help whom') }).locator('tbody tr > td:first-of-type').evaluateAll((all) => all.map((td) => td.firstChild.textContent));
  expect(await helpers.count()).toBeGreaterThan(0);
  const named = {};
  for (const team of first.flatMap((text) => text.split(', '))) named[team] = (named[team] ?? 0) + 1;
  expect(Object.keys(named)).toHaveLength(10);
  expect(Math.max(...Object.values(named)) - Math.min(...Object.values(named))).toBeLessThanOrEqual(1);
});

test('files to publish hold neither notes nor those that are withheld', async ({ app, page }) => {
  const world = await known(app);
  const files = Array.from({ length: 4 }, (_, n) => team(world, n, { snapshots: 2, about: { respondents: n ? '6' : '2' } }));
  for (const each of files) {
    each.body.responses[world.practices[0]].note = 'SECRET note';
    each.body.workshops = { w: { title: 'SECRET workshop', names: ['SECRET name'], phase: 'finished' } };
  }
  await open(app, files.map(file));
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await portfolio(page);
  await page.getByLabel('Privacy').selectOption('Fewer than 5 respondents');
  const zip = (await app.download('Files to publish (ZIP)')).text;
  for (const name of ['portfolio/index.json', 'portfolio/team-003.json', 'Team 0003']) expect(zip).toContain(name);
  for (const gone of ['SECRET', 'portfolio/team-004.json', 'Team 0000', 'snapshots', 'workshops']) expect(zip).not.toContain(gone);
  expect(zip).toContain('"fewest": 5, "withheld": 1');
});

test('teams with several rounds show the way over the quarters; teams of one name are told apart', async ({ app, page }) => {
  const world = await known(app);
  const files = Array.from({ length: 6 }, (_, n) => team(world, n, { snapshots: n < 4 ? 3 : 0 }));
  files[4].body.team = 'Team 0005';
  await open(app, files.map(file));
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await portfolio(page);
  const figure = page.locator('figure', { has: page.locator('#quarters') });
  await expect(figure).toContainText('4 of 6 teams have several rounds.');
  await figure.getByText('Show as table').click();
  await expect(figure.locator('tbody tr')).toHaveCount(3);
  await expect(grid(page).locator('tbody th')).toHaveText([/^Team 0000$/, /^Team 0001$/, /^Team 0002$/, /^Team 0003$/, 'Team 0005 (Group 1)', 'Team 0005 (Group 2)']);
  // Beside a team's own results stands the middle of all.
  await page.getByRole('link', { name: 'Team 0003', exact: true }).click();
  await expect(page.getByText(/^In the middle of the 6 teams here: DevOps \d+, /)).toBeVisible();
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

test.describe('with a file that is listed and missing', () => {
  test.use({ allowed: /404/ });

  test('what an organisation publishes beside the page opens read-only, and bad names lead nowhere', async ({ app, page, site }) => {
    const world = await known(app);
    for (const n of [1, 2, 3]) site.put(`portfolio/team-${n}.json`, JSON.stringify(team(world, n)));
    site.put('portfolio/broken.json', '{');
    const files = ['team-1.json', 'team-2.json', 'team-3.json', 'broken.json', 'missing.json', '../index.html', 'https://example.org/x.json', '//example.org/x.json'];
    site.put('portfolio/index.json', JSON.stringify({ format: 'plumbline/portfolio', version: 1, files }));
    await seeAnew(page);
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
  await seeAnew(page);
  await expect(page.getByText('Reading the teams that are published here: 4 of 12')).toBeVisible();
  await expect(page.getByText('A portfolio needs two teams')).toHaveCount(0);
  // All the others are asked for at once.
  await expect.poll(() => held.length).toBe(8);
  isHeld = false;
  for (const go of held) go();
  await expect(grid(page).locator('tbody tr')).toHaveCount(12);
  await expect(page.getByText('Reading the teams')).toHaveCount(0);
});

test('the first page leads to what is published, and nothing moves when it says so', async ({ app, page, site }) => {
  const world = await known(app);
  site.put('portfolio/index.json', JSON.stringify({ format: 'plumbline/portfolio', version: 1, fewest: 5, withheld: 2, files: ['team-1.json', 'team-2.json'] }));
  for (const n of [1, 2]) site.put(`portfolio/team-${n}.json`, JSON.stringify(team(world, n)));
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  let answer;
  await page.route('**/portfolio/index.json', async (route) => { await new Promise((go) => { answer = go; }); await route.continue(); });
  await page.goto('about:blank');
  await page.goto(site.url);
  await expect.poll(() => answer !== undefined).toBe(true);
  const places = () => page.locator('main :is(h1, h2, form, section, label, button:visible)').evaluateAll((all) => all.map((el) => JSON.stringify(el.getBoundingClientRect())));
  const foot = () => page.locator('footer').evaluate((el) => el.getBoundingClientRect().top);
  const [before, end] = [(await places()).filter((_, at) => at < 8), await foot()];
  answer();
  const way = page.getByRole('link', { name: 'See the teams that are published here' });
  await expect(way).toBeVisible();
  expect((await places()).filter((_, at) => at < 8)).toEqual(before);
  expect(await foot()).toBe(end);
  // Whether there are any is all that is asked for until somebody wants to see them.
  expect(asked.filter((path) => path.includes('/portfolio/'))).toEqual([expect.stringContaining('index.json')]);
  await way.click();
  await expect(grid(page).locator('tbody tr')).toHaveCount(2);
  await expect(page.getByText('keeps 2 more teams back: fewer than 5 people answered')).toBeVisible();
});

test('where nothing is published, nothing is said of it, and an unknown address asks for nothing in vain', async ({ app, page, site }) => {
  const answers = [];
  page.on('response', (response) => answers.push([response.status(), new URL(response.url()).pathname]));
  await app.open();
  await expect.poll(() => answers.some(([, path]) => path.endsWith('portfolio/index.json'))).toBe(true);
  await expect(page.getByRole('link', { name: 'See the teams that are published here' })).toHaveCount(0);
  await app.open('#/a/nobody-knows-it/results');
  await expect(page.locator('#title')).toHaveText('There is nothing at this address');
  expect(answers.filter(([status]) => status >= 400)).toEqual([]);
  expect(app.seen, site.url).toEqual([]);
});

test('a list that cannot be read is named', async ({ app, page, site }) => {
  await known(app);
  site.put('portfolio/index.json', '{');
  await seeAnew(page);
  await expect(page.locator('.notice', { hasText: 'left out' })).toContainText('index.json: This should be the list of the files');
  await expect(page.getByText('A portfolio needs two teams')).toBeVisible();
});

test('of many teams the first hundred have a row until somebody asks for all, and files and sentences speak of all', async ({ app, page }) => {
  const world = await known(app);
  // The last one is alone in its group.
  const files = Array.from({ length: 120 }, (_, n) => team(world, n, n === 119 ? { about: { group: 'Apart' } } : {}));
  await open(app, files.map(file));
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await portfolio(page);
  const rows = grid(page).locator('tbody tr');
  const names = grid(page).locator('tbody th');
  const show = page.getByRole('button', { name: 'Show all 120' });
  await expect(rows).toHaveCount(100);
  await expect(grid(page)).toHaveAccessibleName('Teams by dimensions: 100 of 120');
  await expect(page.getByRole('region', { name: 'Teams by dimensions: 100 of 120' })).toBeVisible();
  await expect(page.locator('.rest')).toHaveText('100 of 120 teamsShow all 120');
  // Only the rows are fewer.
  await expect(page.getByText(/^120 teams\./)).toBeVisible();
  expect((await app.download('Table (CSV)')).text.trim().split('\r\n')).toHaveLength(121);
  expect((await app.download('Page (HTML)')).text).toContain('Team 0119');
  // Where few are chosen, there is nothing to ask for; and the first of another order are others.
  await page.getByLabel('Group', { exact: true }).selectOption('Apart');
  await expect(names).toHaveText(['Team 0119']);
  await expect(grid(page)).toHaveAccessibleName('Teams by dimensions');
  await expect(page.locator('.rest')).toHaveCount(0);
  await page.getByLabel('Group', { exact: true }).selectOption({ index: 0 });
  await expect(rows).toHaveCount(100);
  await expect(names.first()).toHaveText('Team 0000');
  await page.getByLabel('Rows').selectOption('Teams by group');
  await expect(names.first()).toHaveText('Team 0119');
  await expect(rows).toHaveCount(100);
  await page.getByLabel('Rows').selectOption('Teams by name');
  await expect(names.first()).toHaveText('Team 0000');
  await expect(rows).toHaveCount(100);
  // By keyboard: one goes on at the first that came.
  await show.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Team 0100', exact: true })).toBeFocused();
  await expect(rows).toHaveCount(120);
  await expect(show).toHaveCount(0);
  await expect(grid(page)).toHaveAccessibleName('Teams by dimensions');
  await expect(names).toHaveText(Array.from({ length: 120 }, (_, n) => `Team ${String(n).padStart(4, '0')}`));
  // Of two choices at once, the last one counts, for the sentence as for the rows.
  await page.getByLabel('Group', { exact: true }).evaluate((group) => {
    for (const chosen of ['Apart', '']) {
      group.value = chosen;
      group.dispatchEvent(new Event('change', { bubbles: true }));
    }
    group.value = 'Apart';
    group.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.getByText(/^1 team\b/)).toBeVisible();
  await expect(names).toHaveText(['Team 0119']);
  await page.getByLabel('Group', { exact: true }).selectOption({ index: 0 });
  await expect(page.getByText(/^120 teams\./)).toBeVisible();
  await expect(rows).toHaveCount(120);
  // They stay, whatever is chosen next.
  await page.getByLabel('Rows').selectOption('Teams by group');
  await expect(names.first()).toHaveText('Team 0119');
  await expect(rows).toHaveCount(120);
  await page.getByLabel('Discipline', { exact: true }).selectOption('SRE');
  await expect(rows).toHaveCount(120);
});

test('paper has a row for every team, and every column', async ({ app, page }) => {
  const world = await known(app);
  await open(app, Array.from({ length: 120 }, (_, n) => file(team(world, n))));
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await portfolio(page);
  const rows = grid(page).locator('tbody tr');
  await expect(rows).toHaveCount(100);
  const columns = await grid(page).locator('.turned').allInnerTexts();
  // Printing says so before it looks at the page. Chromium would look for each link of a thousand rows among all
  // others: on paper there are none.
  const links = grid(page).locator('td a');
  async function print() {
    await page.evaluate(() => window.addEventListener('beforeprint', () => { window.onPaper = document.querySelectorAll('.grid a[href]').length; }, { once: true }));
    return page.pdf();
  }
  const printed = await read(await print());
  expect(await page.evaluate(() => window.onPaper)).toBe(0);
  await expect(links.first()).toHaveAttribute('href', /^#/);
  // Where letters are drawn as one, the text is in pieces.
  const text = printed.map((sheet) => sheet.text).join('').normalize('NFKC').replace(/\s/g, '');
  expect(columns.filter((column) => !column.split(/\P{L}+/u).every((word) => text.includes(word)))).toEqual([]);
  expect(printed.flatMap(({ cut }) => cut)).toEqual([]);
  await expect(rows).toHaveCount(120);
  await expect(page.locator('.rest')).toHaveCount(0);
  // And once more, what is on it by now; whoever has the focus in a row keeps it.
  await links.last().focus();
  await print();
  expect(await page.evaluate(() => window.onPaper)).toBe(1);
  await expect(links.last()).toBeFocused();
  expect(await links.evaluateAll((all) => all.filter((link) => !link.hasAttribute('href')).length)).toBe(0);
  await expect(rows).toHaveCount(120);
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
  await expect(page.getByText(/^1,000 teams\./)).toBeVisible();
  await expect(grid(page).locator('tbody tr')).toHaveCount(100);
  // All of them on one page, in which the browser finds each.
  await page.getByRole('button', { name: 'Show all 1,000' }).click();
  await expect(grid(page).locator('tbody tr')).toHaveCount(1000);
  await page.getByRole('link', { name: 'Team 0301', exact: true }).click();
  await app.goTo('rounds');
  await expect(page.locator('main .timeline > li')).toHaveCount(9);
});
