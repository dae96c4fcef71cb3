// What files bring: teams that share an id are kept apart, and a time that cannot be spoils nothing.
import { test, expect } from '../support/app.mjs';
import { title } from '../support/questionnaire.mjs';
import { byHands } from '../support/rooms.mjs';

const questionnaire = { id: 'plumbline', version: '1.0.0' };

/** The file of a team that was made from one template: an id of its own it has not. */
function team(name, writer, answers, at = '1a1ee565e00') {
  const responses = Object.fromEntries(Object.entries(answers).map(([id, level]) => [id, { level }]));
  const stamped = Object.keys(answers).map((id) => [`responses/${id}`, `${at}-1-${writer}`]);
  return JSON.stringify({
    format: 'plumbline/assessment', version: 1, app: '1.0.0', savedAt: '2026-11-20T10:00:00.000Z',
    body: { id: 'one-template', team: name, questionnaire, responses, measurements: {}, targets: {} },
    stamps: Object.fromEntries([['team', `${at}-0-${writer}`], ...stamped]),
  });
}
const red = team('Red team', 'bb22', { 'ci-pipeline': 5, 'deployment-automation': 5 });
const blue = team('Blue team', 'cc33', { 'ci-pipeline': 1, 'security-in-pipeline': 1 });
const green = team('Green team', 'dd44', { 'ci-pipeline': 2 });
const asFile = (text, name) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

const field = (page) => page.getByLabel('Open a file');
const choice = (page, name) => page.getByLabel(`What to do with “${name}”`);
const take = (page) => page.getByRole('button', { name: 'Open as chosen' }).click();
const rows = (page) => page.locator('.teams > li');
const home = (page) => page.getByRole('link', { name: 'Plumbline', exact: true }).click();
/** What is kept of each team. */
const kept = async (app) => Object.fromEntries(Object.values(await app.database()).map((text) => JSON.parse(text).body)
  .filter((body) => !body.removed).map(({ team, responses }) => [team, Object.fromEntries(Object.entries(responses).map(([id, r]) => [id, r.level]))]));

test('three teams of one template, chosen together, stay three', async ({ app, page }) => {
  await app.open();
  await field(page).setInputFiles([asFile(red, 'red.json'), asFile(blue, 'blue.json'), asFile(green, 'green.json')]);
  await expect(page.getByText('It has the same id as “Red team” and is not a copy of it')).toHaveCount(2);
  await expect(choice(page, 'Red team')).toHaveValue('join');
  for (const name of ['Blue team', 'Green team']) await expect(choice(page, name)).toHaveValue('both');
  await take(page);
  await expect(rows(page)).toHaveText([/^Blue team/, /^Green team/, /^Red team/]);
  await expect.poll(() => kept(app)).toEqual({
    'Red team': { 'ci-pipeline': 5, 'deployment-automation': 5 },
    'Blue team': { 'ci-pipeline': 1, 'security-in-pipeline': 1 },
    'Green team': { 'ci-pipeline': 2 },
  });
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
});

test('one after the other, too; each file finds its own team again; whoever wants to may join', async ({ app, page }) => {
  await app.open();
  await app.importText(red);
  await expect(rows(page)).toHaveCount(1);
  await app.importText(blue);
  await expect(rows(page)).toHaveText([/^Blue team/, /^Red team/]);
  await expect(page.getByText('“Blue team” was opened beside the one that was here.')).toBeVisible();
  // Blue went on, and sends its file once more.
  const more = team('Blue team', 'cc33', { 'ci-pipeline': 1, 'security-in-pipeline': 4 }, '1a1ee565e01');
  await app.importText(more.replace('1a1ee565e01-0-cc33', '1a1ee565e00-0-cc33'), { take: false });
  await expect(page.getByText('is not a copy of it')).toHaveCount(0);
  await expect(choice(page, 'Blue team')).toHaveValue('join');
  await take(page);
  await expect(page.getByText('“Blue team” was here already.')).toBeVisible();
  await expect.poll(async () => (await kept(app))['Blue team']).toEqual({ 'ci-pipeline': 1, 'security-in-pipeline': 4 });
  // Asked for, strangers are joined; and taken apart again.
  await app.importText(green, { take: false });
  await choice(page, 'Green team').selectOption('Join: keep the later answer of each question');
  await take(page);
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await kept(app))['Red team']).toEqual({ 'ci-pipeline': 5, 'deployment-automation': 5 });
});

test('a file of the same name without stamps is proposed beside, one with the same answers is joined', async ({ app, page }) => {
  await app.open();
  await app.importText(red);
  const { stamps, ...bare } = JSON.parse(red);
  expect(Object.keys(stamps)).toHaveLength(3);
  await app.importText(JSON.stringify(bare), { take: false });
  await expect(choice(page, 'Red team')).toHaveValue('join');
  await page.getByRole('button', { name: 'Not now' }).click();
  bare.body.responses['ci-pipeline'] = { level: 2 };
  await app.importText(JSON.stringify(bare), { take: false });
  await expect(page.getByText('nothing shows whether this is a copy of it')).toBeVisible();
  await expect(choice(page, 'Red team')).toHaveValue('both');
  await take(page);
  await expect(rows(page)).toHaveText([/^Red team/, /^Red team \(copy\)/]);
});

for (const [name, at] of [['2099', '3b3d512ac00'], ['4046', '3b9aca000000'], ['no calendar', 'ffffffffffffffff']]) {
  test(`a file from the year ${name} opens, is edited, and tells no such time`, async ({ app, page }) => {
    await app.open();
    await app.start('Other', { quick: true });
    await app.answer('ci-pipeline', '2 Emerging');
    await app.home();
    await app.importText(team('Clock ahead', 'ff66', { 'ci-pipeline': 5 }, at).replace('one-template', 'ahead'));
    await expect(page.getByRole('link', { name: 'Clock ahead' })).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/2099|4046/);
    // Edits stand, here and in the other assessment, after a reload too.
    await page.getByRole('link', { name: 'Clock ahead' }).click();
    await app.answer('ci-pipeline', '3 Defined');
    await app.answer('deployment-automation', '4 Measured');
    await app.saved();
    await page.reload();
    await expect(app.choice('4 Measured')).toBeChecked();
    await app.practice('ci-pipeline');
    await expect(app.choice('3 Defined')).toBeChecked();
    await app.home();
    await page.getByRole('link', { name: 'Other' }).click();
    await app.answer('ci-pipeline', '1 Initial');
    await app.saved();
    await page.reload();
    await expect(app.choice('1 Initial')).toBeChecked();
    const texts = await app.database();
    const other = JSON.parse(Object.values(texts).find((text) => text.includes('"Other"')));
    const times = Object.values(other.stamps).map((stamp) => parseInt(stamp.split('-')[0], 16));
    expect(Math.max(...times)).toBeLessThan(Date.now() + 86_400_000);
    // The very file once more changes nothing. A time that cannot be is no time, so nothing but the
    // name shows then that it is a copy: it is proposed beside, and left.
    await app.home();
    const again = team('Clock ahead', 'ff66', { 'ci-pipeline': 5 }, at).replace('one-template', 'ahead');
    if (name === 'no calendar') {
      await app.importText(again, { take: false });
      await expect(choice(page, 'Clock ahead')).toHaveValue('both');
      await page.getByRole('button', { name: 'Not now' }).click();
    } else {
      await app.importText(again);
    }
    await expect.poll(async () => (await kept(app))['Clock ahead']).toEqual({ 'ci-pipeline': 3, 'deployment-automation': 4 });
    // It can be removed and brought back.
    await app.remove('Clock ahead');
    await expect(rows(page)).toHaveCount(1);
    await page.reload();
    await expect(rows(page)).toHaveCount(1);
    await page.getByText('Removed in the last 30 days').click();
    await page.getByRole('button', { name: 'Bring back Clock ahead' }).click();
    await expect(rows(page)).toHaveCount(2);
  });
}

test('the room’s screen does not show an answer that claims to be late, and shows what the room chooses', async ({ app, page }) => {
  await app.open();
  await app.importText(team('Clock ahead', 'ff66', { 'ci-pipeline': 5 }, '3b3d512ac00'));
  await page.getByRole('link', { name: 'Clock ahead' }).click();
  await expect(page.locator('#title')).toHaveText('Clock ahead');
  await app.goTo('workshop');
  await page.getByLabel('What to ask').selectOption('Choose practices');
  await page.getByLabel(title('ci-pipeline'), { exact: true }).check();
  await page.getByRole('button', { name: 'Begin the workshop' }).click();
  await byHands(page);
  await expect(page.getByRole('heading', { name: title('ci-pipeline') })).toBeVisible();
  const agreed = page.locator('.screen').getByText('What the room agrees on');
  await app.goTo('workshop/screen/here');
  await expect(page.locator('.screen #title')).toHaveText(title('ci-pipeline'));
  await expect(agreed).toHaveCount(0);
  await app.goTo('workshop');
  await app.choose('2 Emerging');
  await app.goTo('workshop/screen/here');
  await expect(agreed).toBeVisible();
  await expect(page.locator('.screen .notice')).toContainText('2 Emerging');
});

test('a key with a separator in it is no answer, at the next start neither', async ({ app, page }) => {
  await app.open();
  const smuggled = JSON.parse(red);
  smuggled.body.id = 'smug';
  smuggled.body['responses\u001fslo-targets'] = { level: 9 };
  await app.importText(JSON.stringify(smuggled));
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Red team' }).click();
  await app.answer('deployment-automation', '1 Initial');
  await app.saved();
  await page.reload();
  await expect(app.choice('1 Initial')).toBeChecked();
  await app.practice('slo-targets');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  const file = JSON.parse((await app.download()).text);
  expect(file.body['responses\u001fslo-targets']).toEqual({ level: 9 });
});
