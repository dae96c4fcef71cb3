// The words of people, in any script: found, put in order, in names of files, read from files, and no wider than the page.
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, expect } from '../support/app.mjs';
import { fits } from '../support/looks.mjs';
import { root } from '../support/site.mjs';
import { file, known, team } from '../support/teams.mjs';

const names = ['Zebra', 'apps', 'Ähnliche Dienste', 'Team 10', 'Team 2', 'Équipe', 'Łódź', 'Платежи', 'Straße', 'İstanbul', 'ΟΔΟΣ', 'Ｗｉｄｅ', 'صَوت', '決済', 'e\u0301te\u0301', 'Smørrebrød'];
const rows = (page) => page.locator('.teams > li');
const shown = (page) => rows(page).locator('bdi').allInnerTexts();

/** Teams of these names, with a group and tags each, in the list. */
async function withTeams(app, teams) {
  const world = await known(app);
  await app.page.evaluate(() => { location.hash = '#/'; });
  const files = teams.map(({ name, ...about }, n) => {
    const made = team(world, n, { about });
    made.body.team = name;
    return file(made);
  });
  await app.page.getByLabel('Open a file').setInputFiles(files);
  await app.page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(rows(app.page)).toHaveCount(Math.min(teams.length, 20));
  return world;
}

test.describe('for a reader of German', () => {
  test.use({ locale: 'de-DE' });

  test('names stand as readers expect, and are found without case and accents', async ({ app, page }) => {
    test.slow();
    // With more than stand in the list at once, there is a field to find one.
    const all = [...names, ...Array.from({ length: 8 }, (_, n) => `Zz ${n + 5}`)];
    await withTeams(app, all.map((name) => ({ name })));
    const expected = all.sort(new Intl.Collator('de-DE', { numeric: true, sensitivity: 'base' }).compare);
    expect(await shown(page)).toEqual(expected.slice(0, 20));
    expect(expected.slice(0, 2)).toEqual(['Ähnliche Dienste', 'apps']);
    expect(expected.indexOf('Team 10') - expected.indexOf('Team 2')).toBe(1);
    const wanted = {
      'équipe': ['Équipe'], EQUIPE: ['Équipe'], 'ähn': ['Ähnliche Dienste'], AHN: ['Ähnliche Dienste'], 'łódź': ['Łódź'], lodz: ['Łódź'], 'платежи': ['Платежи'], STRASSE: ['Straße'],
      istanbul: ['İstanbul'], 'ıstanbul': ['İstanbul'], 'οδός': ['ΟΔΟΣ'], wide: ['Ｗｉｄｅ'], 'صوت': ['صَوت'], '済': ['決済'], 'ÉTÉ': ['e\u0301te\u0301'], smorre: ['Smørrebrød'], 'team 1': ['Team 10'], ' team ': ['Team 2', 'Team 10'], nothing: [],
    };
    for (const [text, found] of Object.entries(wanted)) {
      await page.getByLabel('Find a team').fill(text);
      await expect.poll(() => shown(page), text).toEqual(found);
    }
    // Those that were removed, too.
    await page.getByLabel('Find a team').fill('');
    for (const name of ['Zebra', 'Ähnliche Dienste', 'Team 10', 'Team 2']) await app.remove(name);
    await page.getByText(/^Removed/).click();
    await expect(page.locator('details .tasks bdi')).toHaveText(['Ähnliche Dienste', 'Team 2', 'Team 10', 'Zebra']);
  });

  test('the portfolio puts teams, groups and tags in order, each in one spelling', async ({ app, page }) => {
    test.slow();
    await withTeams(app, [
      { name: 'Zebra', group: 'Équipe', tags: 'Über, backend' }, { name: 'apps', group: 'zentral', tags: 'Backend' },
      { name: 'Ähnliche', group: 'equipe', tags: 'Zoll, uber' }, { name: 'Team 10', group: 'Äpfel', tags: '' }, { name: 'Team 2', group: 'Äpfel', tags: 'BACKEND' },
    ]);
    await page.getByRole('link', { name: 'See all teams together' }).click();
    const grid = page.getByRole('table', { name: 'Teams by dimensions' }).locator('tbody th');
    await expect(grid).toHaveText(['Ähnliche', 'apps', 'Team 2', 'Team 10', 'Zebra']);
    const options = (label) => page.getByLabel(label, { exact: true }).locator('option').allInnerTexts();
    expect((await options('Group')).slice(1)).toEqual(['Äpfel', 'equipe', 'zentral']);
    expect((await options('Tags')).slice(1)).toEqual(['BACKEND', 'uber', 'Zoll']);
    await page.getByLabel('Tags').selectOption('BACKEND');
    await expect(grid).toHaveText(['apps', 'Team 2', 'Zebra']);
    await page.getByLabel('Tags').selectOption('');
    await page.getByLabel('Rows').selectOption('Teams by group');
    await expect(grid).toHaveText(['Team 2', 'Team 10', 'Ähnliche', 'Zebra', 'apps']);
    const { text, name } = await app.download('Table (CSV)', { exact: false });
    expect(text.split('\r\n').slice(1, 6).map((line) => line.split(',')[0])).toEqual(['Team 2', 'Team 10', 'Ähnliche', 'Zebra', 'apps']);
    expect(name).toMatch(/^plumbline_portfolio_/);
  });
});

test('a practice is found without case and accents; terms stand in their order', async ({ app, page }) => {
  await app.open();
  await app.start('Payments');
  await app.goTo('check');
  for (const text of ['ＯＮ－ＣＡＬＬ'.normalize('NFKC'), 'on-CÄLL', 'ＯＮ-call']) {
    await page.getByLabel('Find a practice').fill(text);
    await expect(page.locator('main .tasks li').first()).toContainText(/on.call/i);
  }
  await page.evaluate(() => { location.hash = '#/about'; });
  await page.getByText('Glossary', { exact: true }).click();
  const terms = await page.locator('details .terms dfn').allInnerTexts();
  expect(terms.length).toBeGreaterThan(10);
  expect(terms).toEqual([...terms].sort(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare));
});

for (const [team, of] of [['Équipe Paiements', 'Équipe-Paiements'], ['決済チーム', '決済チーム'], ['A/B: "x"\u202e', 'A-B-x'], ['...', 'team'], ['Ｗ'.repeat(80), null]]) {
  test(`files of “${team.slice(0, 20)}” keep its letters`, async ({ app, page }) => {
    await app.open();
    await app.start(team);
    const files = [await app.download()];
    await app.answer('slo-targets', /^3 /);
    await app.document();
    for (const button of ['Page (HTML)', 'Markdown', 'Answers (CSV)', 'Badge (SVG)']) files.push(await app.download(button, { exact: false }));
    for (const { name } of files) {
      expect(Buffer.byteLength(name)).toBeLessThan(230);
      if (of) expect(name).toMatch(new RegExp(`^plumbline_${of}_\\d{4}-\\d\\d-\\d\\d\\.(json|html|md|answers\\.csv|svg)$`));
      else expect(name).toMatch(/^plumbline_Ｗ{50,}_\d{4}-\d\d-\d\d\.(json|html|md|answers\.csv|svg)$/);
    }
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });
}

test('what is beyond a limit is cut between characters', async ({ app, page }) => {
  await app.open();
  const field = page.getByLabel('Team', { exact: true });
  await field.focus();
  await page.keyboard.insertText('a'.repeat(79) + '😀');
  expect(await field.inputValue()).toMatch(/^a{79}(😀)?$/u);
  // As a script or an old browser would, past the field's own limit.
  await field.evaluate((team, text) => {
    team.value = text;
    team.dispatchEvent(new Event('input', { bubbles: true }));
  }, 'a'.repeat(77) + '🇩🇪🇫🇷👩‍👩‍👧‍👦');
  await page.getByRole('button', { name: 'Start quick check' }).click();
  await app.goTo('');
  await expect(page.locator('#title')).toHaveText('a'.repeat(77) + '🇩🇪');
});

test('a file is read as what it says it is, or refused with the place', async ({ app, page }) => {
  await app.open();
  const world = await known(app);
  const made = team(world, 1);
  made.body.team = 'Équipe 決済';
  const text = JSON.stringify(made, null, 1);
  const open = async (buffer) => {
    await page.evaluate(() => { location.hash = '#/'; });
    await page.getByLabel('Open a file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });
  };
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const buffer of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()]) {
    await open(buffer);
    await expect(page.locator('.file .tasks bdi', { hasText: 'Équipe 決済' })).toBeVisible();
    await page.getByRole('button', { name: 'Not now' }).click();
  }
  // As Windows writes it in Western Europe.
  await open(Buffer.from(text.replace('決済', ''), 'latin1'));
  const line = text.split('\n').findIndex((l) => l.includes('Équipe')) + 1;
  await expect(page.locator('.notice.problem')).toContainText(`byte ${Buffer.from(text).indexOf('É') + 1}, in line ${line}, is not UTF-8`);
  await expect(page.locator('.notice.problem')).toContainText('nothing was changed');
  // Among others, the one is named.
  await page.getByLabel('Open a file').setInputFiles([
    { name: 'good.json', mimeType: 'application/json', buffer: Buffer.from(text) }, { name: 'ältere.json', mimeType: 'application/json', buffer: Buffer.from('{"team": "\xe9"}', 'latin1') },
  ]);
  await expect(page.getByText('ältere.json: The file is not read: byte 11, in line 1, is not UTF-8')).toBeVisible();
  await expect(page.locator('.file .tasks bdi', { hasText: 'Équipe 決済' })).toBeVisible();
});

test('files that an organisation publishes may have names in any script', async ({ app, page, site }) => {
  const world = await known(app);
  const made = team(world, 1);
  site.put('portfolio/index.json', JSON.stringify({ format: 'plumbline/portfolio', version: 1, files: ['équipe.json', 'utf16.json', 'latin.json'] }));
  const other = team(world, 2);
  made.body.team = 'Équipe';
  other.body.team = 'Zwölf';
  site.put(encodeURI('portfolio/équipe.json'), JSON.stringify(made));
  site.put('portfolio/utf16.json', Buffer.from(`\ufeff${JSON.stringify(other)}`, 'utf16le'));
  site.put('portfolio/latin.json', Buffer.from(JSON.stringify({ ...team(world, 3) }).replace('Team', 'Équipe'), 'latin1'));
  await page.evaluate(() => { location.hash = '#/portfolio'; });
  await page.reload();
  await expect(page.getByRole('table', { name: 'Teams by dimensions' }).locator('tbody th')).toHaveText(['Équipe', 'Zwölf']);
});

/** What people write, at its worst. */
const texts = {
  wide: 'W'.repeat(80),
  'full width': 'Ｗ'.repeat(80),
  'right to left': 'צוות התשלומים (2) של ירושלים',
  stacked: `ก${'\u0e49'.repeat(6)}ป${'\u0e34\u0e4c'.repeat(3)}Z${'\u0335\u0321\u0360'.repeat(10)}algo`,
  turned: 'Pay\u202estnem',
};
const places = ['', 'check', 'results', 'roadmap', 'rounds', 'report', 'measurements', 'practice/slo-targets', 'dimension/slos', 'workshop', 'workshop/ballot', 'workshop/screen', 'workshop/screen/here', 'settings'];

for (const [label, name] of Object.entries(texts)) {
  test(`no page is wider than its window, and nothing beside is turned: ${label}`, async ({ app, page }) => {
    test.setTimeout(120_000);
    const line = name.length >= 80 ? 'x'.repeat(400) : `${name} ${'ש'.repeat(300)}`;
    const world = await withTeams(app, [{ name, group: name, tags: `${name}, b` }, { name: `${name}2`.slice(-80), group: '', tags: '' }]);
    const made = team(world, 0);
    Object.assign(made.body, { id: 'worst', team: name, about: { group: line, tags: line, respondents: '5' } });
    const [first, second] = world.practices;
    made.body.responses[first] = { notApplicable: line, note: line };
    made.body.responses[second] = { level: 2, note: `${line}\nsecond line`, evidence: [{ title: line, address: `https://example.com/${'y'.repeat(300)}`, date: '2026-01-01' }] };
    made.body.actions = [{ id: 'a1', what: line, owner: name, due: '2026-12-01', horizon: 'now' }];
    made.body.snapshots = [0, 1].map((n) => ({ id: `s${n}`, name: `${name.slice(0, 70)}${n}`, taken: `2026-0${n + 1}-01T10:00:00Z`, questionnaire: world.questionnaire, responses: made.body.responses }));
    await page.getByLabel('Open a file').setInputFiles(file(made));
    await page.getByRole('button', { name: 'Open as chosen' }).click();
    await expect(rows(page)).toHaveCount(3);
    if (process.env.PICTURES_OF_SCRIPTS) {
      await page.locator('.notice').first().screenshot({ path: path.join(root, `tests/e2e/results/scripts-${label}-notice.png`) });
      await page.evaluate(() => { location.hash = '#/a/worst/report'; });
      await page.locator('.report table', { hasText: 'Who' }).first().screenshot({ path: path.join(root, `tests/e2e/results/scripts-${label}-actions.png`) });
    }
    // A workshop with such a name and such people.
    await page.evaluate(() => { location.hash = '#/a/worst/workshop'; });
    await page.getByLabel('What to call it').fill(name);
    await page.getByLabel(/^Ask for names/).check();
    await page.getByRole('button', { name: 'Begin the workshop' }).click();
    await expect(page.getByLabel('Link for everyone')).toBeVisible();
    const link = await page.getByLabel('Link for everyone').inputValue();
    const addresses = [...places.map((place) => `#/a/worst/${place}`.replace(/\/$/, '')), '#/', '#/portfolio', '#/data', '#/compare/worst:s0/worst', link.replace(/^.*#/, '#')];
    const wider = [];
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const address of addresses) {
        await page.evaluate((to) => { if (location.hash !== to) { document.querySelector('#title').dataset.before = ''; location.hash = to; } }, address);
        await expect(page.locator('#title:not([data-before])')).toBeVisible();
        await page.evaluate(() => { for (const fold of document.querySelectorAll('details')) fold.open = true; });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) wider.push(`${address} at ${width}: by ${over}`);
        if (process.env.PICTURES_OF_SCRIPTS) await page.screenshot({ path: path.join(root, `tests/e2e/results/scripts-${label}-${width}-${address.replace(/\W+/g, '-').slice(0, 40)}.png`), fullPage: true });
      }
    }
    expect(wider).toEqual([]);
    // The report by itself.
    await page.evaluate(() => { location.hash = '#/a/worst/report'; });
    await app.document();
    const report = await app.download('Page (HTML)', { exact: false });
    const alone = await page.context().newPage();
    await alone.setViewportSize({ width: 320, height: 800 });
    await alone.setContent(await fs.readFile(report.path, 'utf8'));
    await fits(alone, 'the report alone');
    if (process.env.PICTURES_OF_SCRIPTS) await alone.screenshot({ path: path.join(root, `tests/e2e/results/scripts-${label}-report-alone.png`), fullPage: true });
  });
}
