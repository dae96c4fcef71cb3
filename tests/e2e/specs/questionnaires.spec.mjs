// Questionnaires of one's own: brought, kept, answered, handed on with the answers, and removed.
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { App, expect, test } from '../support/app.mjs';
import { begin, code, fillIn, paste } from '../support/rooms.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const example = (name) => `${root}/examples/questionnaires/${name}.toml`;
const file = async (name, change = (text) => text) => ({ name: 'ours.toml', mimeType: 'application/toml', buffer: Buffer.from(change(await fs.readFile(example(name), 'utf8'))) });
/** Another person's browser. */
async function elsewhere(browser, site) {
  const page = await (await browser.newContext({ serviceWorkers: 'block', acceptDownloads: true })).newPage();
  return { page, app: new App(page, site) };
}
const card = (page, name) => page.locator('.questionnaires > li', { has: page.getByRole('heading', { name, exact: true }) });

/** Opens a questionnaire's file, and keeps it. */
async function bring(app, page, what) {
  await app.open('#/questionnaires');
  await page.getByLabel('Open a questionnaire').setInputFiles(what);
  await page.getByRole('button', { name: 'Keep it here' }).click();
}
/** Starts an assessment with it, and answers the first question. */
async function assess(page, name, team) {
  await card(page, name).getByText('Assess a team with it').click();
  await card(page, name).getByLabel('Team', { exact: true }).fill(team);
  await card(page, name).getByRole('button', { name: 'Start quick check' }).click();
  await expect(page).toHaveURL(/\/practice\//);
}

test('a bank’s questionnaire is brought, kept over a reload, and answered', async ({ app, page }) => {
  await app.open('#/questionnaires');
  await page.getByLabel('Open a questionnaire').setInputFiles(example('bank'));
  await expect(page.locator('.offered')).toContainText('Acme Bank');
  await expect(page.locator('.offered')).toContainText('2 new, 1 changed and 1 left out');
  // Looking at it keeps nothing.
  expect(Object.keys(await app.stored()).filter((key) => key.includes('questionnaire'))).toEqual([]);
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await expect(card(page, /^Acme Bank/)).toContainText('No team answers it yet.');
  await page.reload();
  await assess(page, /^Acme Bank/, 'Payments');
  await app.choose(/^3/);
  await app.goTo('practice/four-eyes');
  await app.choose(/^2/);
  await app.goTo('');
  await expect(page.locator('#title')).toHaveText('Payments');
  await page.reload();
  await app.goTo('practice/four-eyes');
  await expect(app.choice(/^2/)).toBeChecked();
  await expect(page.locator('#title')).toContainText('Nobody changes production alone');
  await app.open('#/questionnaires');
  await expect(card(page, /^Acme Bank/)).toContainText('Answered by Payments.');
  await expect(card(page, /^Acme Bank/)).toContainText('It stays as long as 1 assessment answers it.');
  // A name that is there is asked about, as on the first page.
  const own = card(page, /^Acme Bank/);
  await own.getByText('Assess a team with it').click();
  await own.getByLabel('Team', { exact: true }).fill('payments');
  await own.getByRole('button', { name: /^Answer everything \(88 questions, .* minutes\)$/ }).click();
  await expect(own.getByRole('alert').filter({ hasText: 'already' })).toBeVisible();
  await own.getByRole('button', { name: 'Start “payments (2)” beside it' }).click();
  await expect(page).toHaveURL(/\/practice\//);
  await app.goTo('');
  await expect(page.locator('#title')).toHaveText('payments (2)');
});

test('a file carries the questions to another computer, where they can be used, and a report does', async ({ app, page, browser, site }) => {
  await bring(app, page, example('bank'));
  await assess(page, /^Acme Bank/, 'Payments');
  await app.choose(/^3/);
  await app.goTo('practice/four-eyes');
  await app.choose(/^2/);
  await app.goTo('');
  const { text: json } = await app.download();
  expect(JSON.parse(json).questionnaires).toEqual([await fs.readFile(example('bank'), 'utf8')]);
  await app.document();
  const { text: html } = await app.download('Page (HTML)');
  for (const [name, text] of [['a.json', json], ['a.html', html]]) {
    const other = await elsewhere(browser, site);
    await other.app.open('');
    await other.page.locator('#import').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
    await other.page.getByRole('button', { name: 'Open as chosen' }).click();
    await other.page.getByRole('link', { name: 'Payments' }).click();
    await expect(other.page.getByRole('link', { name: 'Acme Bank 1.0.0' })).toBeVisible();
    // It is kept with them.
    await other.page.reload();
    await other.app.goTo('practice/four-eyes');
    await expect(other.app.choice(/^2/)).toBeChecked();
    await other.app.goTo('results');
    await expect(other.page.locator('#title')).toBeVisible();
    await other.page.context().close();
  }
});

test('a questionnaire dropped on the first page is shown where it can be kept', async ({ app, page }) => {
  await app.open('');
  await page.locator('#import').setInputFiles(example('bank'));
  await expect(page).toHaveURL(/#\/questionnaires$/);
  await expect(page.getByRole('button', { name: 'Keep it here' })).toBeVisible();
});

test('what is wrong with a questionnaire is said with its lines, and nothing is changed', async ({ app, page }) => {
  await app.open('#/questionnaires');
  const wrong = await file('bank', (text) => text.replace('id = "incident-roles"', 'id = "no-such-practice"').replace('version = "1.0.0"', 'version = "one"'));
  await page.getByLabel('Open a questionnaire').setInputFiles(wrong);
  await expect(page.locator('.offered')).toContainText('This questionnaire cannot be used yet. Nothing was changed.');
  await expect(page.locator('.remarks li')).toHaveCount(2);
  await expect(page.locator('.remarks')).toContainText(/Line \d+, questionnaire\/version: a version has three numbers/);
  await expect(page.getByRole('button', { name: 'Keep it here' })).toHaveCount(0);
});

test('two that claim one number are told apart, and both are kept', async ({ app, page }) => {
  await bring(app, page, example('bank'));
  await page.getByLabel('Open a questionnaire').setInputFiles(await file('bank', (text) => text.replace('weight = 2', 'weight = 3')));
  await expect(page.locator('.offered')).toContainText('Another Acme Bank 1.0.0 is here');
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await expect(card(page, /^Acme Bank/)).toHaveCount(2);
  await expect(card(page, /^Acme Bank/).first()).toContainText(/Content [0-9a-f]{8}: another one has the same number\./);
});

test('a team moves to a later version when it wants to, takes its answers along, and back', async ({ app, page }) => {
  await bring(app, page, example('bank'));
  await assess(page, /^Acme Bank/, 'Payments');
  await app.answer('four-eyes', /^2/);
  await app.answer('trunk-based', /^4/);
  await app.goTo('');
  await expect(page.getByRole('button', { name: 'Move to the present version' })).toHaveCount(0);
  const team = page.url();
  const later = (text) => text.replace('version = "1.0.0"', 'version = "1.1.0"').replace('"progressive-delivery"', '"progressive-delivery", "trunk-based"').replace('Nobody changes production alone', 'No change by one person');
  await bring(app, page, await file('bank', later));
  await expect(card(page, 'Acme Bank 1.1.0')).toContainText('No team answers it yet.');
  // Until it moves, it is asked what it was asked.
  await page.goto(team);
  await expect(page.getByRole('link', { name: 'Acme Bank 1.0.0' })).toBeVisible();
  await app.goTo('practice/four-eyes');
  await expect(page.locator('#title')).toContainText('Nobody changes production alone');
  await app.goTo('');
  await page.getByRole('button', { name: 'Move to the present version' }).click();
  await expect(page.getByRole('link', { name: 'Acme Bank 1.1.0' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Acme Bank 1.0.0' })).toBeVisible();
  await page.getByRole('button', { name: 'Move to the present version' }).click();
  await expect(page.getByRole('link', { name: 'Acme Bank 1.1.0' })).toBeVisible();
  await app.goTo('practice/four-eyes');
  await expect(page.locator('#title')).toContainText('No change by one person');
  await expect(app.choice(/^2/)).toBeChecked();
  await page.reload();
  await expect(app.choice(/^2/)).toBeChecked();
  // What is no longer asked is kept, and goes along in the file.
  await app.goTo('');
  const { body } = JSON.parse((await app.download()).text);
  expect(body.responses['trunk-based'].level).toBe(4);
  expect(body.questionnaire.version).toMatch(/^1\.1\.0\+/);
});

test('one that nobody answers is removed, and brought back', async ({ app, page }) => {
  await bring(app, page, example('bank'));
  const own = card(page, /^Acme Bank/);
  await own.getByRole('button', { name: 'Remove' }).click();
  await own.getByRole('button', { name: 'Bring it back' }).click();
  await expect(own).toContainText('No team answers it yet.');
  await own.getByRole('button', { name: 'Remove' }).click();
  await expect(own).toContainText('Removed.');
  await page.reload();
  await expect(card(page, /^Plumbline/)).toBeVisible();
  await expect(own).toHaveCount(0);
});

test('answers whose questions are gone are kept, and say what to do', async ({ app, page }) => {
  await bring(app, page, example('bank'));
  await assess(page, /^Acme Bank/, 'Payments');
  await app.choose(/^3/);
  const at = page.url();
  // Somebody cleared part of the browser's data.
  await page.evaluate(async () => {
    const own = (key) => key.startsWith('plumbline:questionnaire:');
    Object.keys(localStorage).filter(own).forEach((key) => localStorage.removeItem(key));
    await new Promise((done) => {
      indexedDB.open('plumbline').onsuccess = ({ target: { result } }) => {
        const change = result.transaction('records', 'readwrite');
        const keys = change.objectStore('records').getAllKeys();
        keys.onsuccess = () => keys.result.filter(own).forEach((key) => change.objectStore('records').delete(key));
        change.oncomplete = () => { result.close(); done(); };
      };
    });
  });
  await page.reload();
  await expect(page.locator('#title')).toHaveText('The questions are not here');
  await expect(page.locator('main')).toContainText('acme-bank');
  await page.getByRole('link', { name: 'Open a questionnaire' }).click();
  await page.getByLabel('Open a questionnaire').setInputFiles(example('bank'));
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await page.goto(at);
  await expect(app.choice(/^3/)).toBeChecked();
});

test('an invitation to a workshop asks a phone for the questionnaire’s file once, and the ballot counts', async ({ app, page, browser, site }) => {
  await bring(app, page, example('bank'));
  await assess(page, /^Acme Bank/, 'Payments');
  await app.goTo('workshop');
  await page.getByLabel('What to ask').selectOption('Choose practices');
  const asked = ['Nobody changes production alone', 'Incident command at Acme'];
  for (const title of asked) await page.getByLabel(title, { exact: true }).check();
  const link = await begin(app);
  await expect(page.getByText('Phones do not have it yet')).toBeVisible();
  const { text: document } = await app.download('Download');
  const phone = await elsewhere(browser, site);
  await phone.page.goto(link);
  await expect(phone.page.getByRole('alert')).toContainText('another questionnaire');
  // A file of another kind changes nothing, and says so.
  await phone.page.getByLabel('Open the questionnaire’s file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(phone.page.getByText('That file holds no questionnaire')).toBeVisible();
  await phone.page.getByLabel('Open the questionnaire’s file').setInputFiles({ name: 'acme.toml', mimeType: 'application/toml', buffer: Buffer.from(document) });
  await expect(phone.page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await phone.page.reload();
  await fillIn(phone.page, [/^4 /, /^2 /]);
  await expect(phone.page.locator('#title')).toBeVisible();
  await paste(page, await code(phone.page));
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await page.getByRole('button', { name: 'Reveal all the same' }).click();
  await page.getByRole('button', { name: 'Take these 2 answers' }).click();
  await page.getByRole('button', { name: 'Finish the workshop' }).click();
  await app.goTo('practice/incident-roles');
  await expect(app.choice(/^4/)).toBeChecked();
  await app.goTo('practice/four-eyes');
  await expect(app.choice(/^2/)).toBeChecked();
});

test('a link to answers opens where their questionnaire is known', async ({ app, page, browser, site }) => {
  await bring(app, page, example('bank'));
  await assess(page, /^Acme Bank/, 'Payments');
  await app.choose(/^3/);
  await app.goTo('report');
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  const other = await elsewhere(browser, site);
  await other.page.goto(link);
  await expect(other.page.getByRole('alert')).toContainText('another questionnaire');
  await other.page.getByLabel('Open the questionnaire’s file').setInputFiles(example('bank'));
  await expect(other.page.locator('.looked-at')).toContainText('Payments');
});

test('teams with different questionnaires are compared over what both are asked, and it is said what is left out', async ({ app, page }) => {
  await bring(app, page, example('bank'));
  await assess(page, /^Acme Bank/, 'Payments');
  await app.answer('ci-pipeline', /^4/);
  await app.answer('four-eyes', /^2/);
  await app.open('');
  await app.start('Search');
  await app.answer('ci-pipeline', /^2/);
  await app.answer('progressive-delivery', /^5/);
  await app.open('#/portfolio');
  const said = page.locator('.notice', { hasText: 'These teams answer' });
  await expect(said).toContainText('These teams answer Plumbline 2.0.0 and Acme Bank 1.0.0. They are compared over the 86 practices that all of these ask');
  await said.getByText('What only some of them ask').click();
  await expect(said).toContainText('Only Plumbline 2.0.0 asks: Progressive delivery and rollback.');
  await expect(said).toContainText('Nobody changes production alone');
  await expect(page.getByRole('rowheader', { name: 'Payments' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Search' })).toBeVisible();
});

test('teams whose questionnaires have nothing in common are looked at apart', async ({ app, page }) => {
  await bring(app, page, example('accessibility'));
  for (const team of ['Shop', 'Checkout', 'Search']) {
    await app.open('#/questionnaires');
    await assess(page, /^An accessible product/, team);
    await app.choose(/^3/);
  }
  await app.open('');
  for (const team of ['Payments', 'Ledger']) {
    await app.open('');
    await app.start(team);
    await app.answer('ci-pipeline', /^4/);
  }
  await app.open('#/portfolio');
  await expect(page.getByRole('rowheader', { name: 'Shop' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Ledger' })).toHaveCount(0);
  await page.getByLabel('Teams that answer').selectOption({ label: 'Plumbline (2 teams)' });
  await expect(page.getByRole('rowheader', { name: 'Ledger' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Shop' })).toHaveCount(0);
});

test('text of a questionnaire is text, whatever stands in it', async ({ app, page }) => {
  const odd = '<img src=x onerror=\\"document.title=1\\"><script>document.title=1</script>';
  const change = (text) => text
    .replace(/title = "Incident command at Acme"/, `title = "${odd.slice(0, 30)}"`)
    .replace(/question = "When a payment service fails[^"]*"/, `question = "${odd}?"`)
    .replace('title = "Acme Bank"', 'title = "<b>Acme</b>"')
    .replace('name = "Acme Bank"', 'name = "<i>Acme</i>"');
  await app.open('#/questionnaires');
  await page.getByLabel('Open a questionnaire').setInputFiles(await file('bank', change));
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await assess(page, /^<b>Acme<\/b>/, 'Payments');
  await app.practice('incident-roles');
  await expect(page.locator('#title')).toContainText('<script>document.title=1</script>');
  await app.goTo('results');
  await app.goTo('report');
  await expect(page.locator('main b, main script, .house i, [onerror]')).toHaveCount(0);
  expect(await page.title()).not.toBe('1');
});

test('of a mark, what would run or fetch is not shown', async ({ app, page }) => {
  const odd = '<script>document.title=1</script><image href="https://example.invalid/a.png"/><path onclick="document.title=1" fill';
  await app.open('#/questionnaires');
  await page.getByLabel('Open a questionnaire').setInputFiles(await file('bank', (text) => text.replace('<path fill', odd)));
  await page.getByRole('button', { name: 'Keep it here' }).click();
  await assess(page, /^Acme Bank/, 'Payments');
  const mark = atob((await page.locator('.house img').getAttribute('src')).split(',')[1]);
  expect(mark).toContain('<path');
  expect(mark).not.toMatch(/script|example\.invalid|onclick/);
});

test('links elsewhere than http, colours that cannot be read, and odd ids are refused with their lines', async ({ app, page }) => {
  const bad = [
    (text) => text.replace(/url = "https:/, 'url = "javascript:'),
    (text) => text.replace('accent = "#8a1538"', 'accent = "#ffee00"'),
    (text) => text.replace('id = "acme-bank"', 'id = "plumbline"'),
    (text) => text.replace('id = "acme-bank"', 'id = "../acme"'),
    (text) => text.replace('extends = "plumbline@2"', 'extends = "acme-bank@1"'),
  ];
  await app.open('#/questionnaires');
  for (const change of bad) {
    const changed = await file('bank', change);
    expect(changed.buffer.toString()).not.toBe(await fs.readFile(example('bank'), 'utf8'));
    await page.getByLabel('Open a questionnaire').setInputFiles(changed);
    await expect(page.locator('.offered')).toContainText('This questionnaire cannot be used yet.');
    await expect(page.locator('.remarks')).toContainText(/Line \d+/);
    await page.getByRole('button', { name: 'Not now' }).click();
    await expect(page.locator('.offered')).toHaveCount(0);
  }
});

test('without a store, a questionnaire serves until the page is closed, and it is said that it is not kept', async ({ app, page }) => {
  await page.addInitScript(() => {
    const refused = () => { throw new DOMException('no', 'QuotaExceededError'); };
    Storage.prototype.setItem = refused;
    IDBFactory.prototype.open = refused;
  });
  await bring(app, page, example('bank'));
  await expect(page.getByText('The questionnaire could not be kept in this browser')).toBeVisible();
});
