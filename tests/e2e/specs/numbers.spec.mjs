// Numbers as people type them: read, asked about, refused, and said back in words.
import { test, expect } from '../support/app.mjs';
import { fits, looksRight } from '../support/looks.mjs';
import { begin, byHands, counted, setUp } from '../support/rooms.mjs';

const metric = (page, name) => page.locator('.measurement').filter({ has: page.getByLabel(name, { exact: true }) });
const field = (page, name) => page.getByLabel(name, { exact: true });
const band = (page, name) => metric(page, name).locator('.band');

async function measurements(app) {
  await app.open();
  await app.start('Numbers');
  await app.menu('Measurements');
  await expect(app.page.locator('#title')).toHaveText('Measurements');
}
/** What is stored of each, without the period that it covers. */
const stored = async (app) => {
  const all = Object.entries(JSON.parse((await app.download()).text).body.measurements ?? {});
  return Object.fromEntries(all.map(([id, { period, ...rest }]) => [id, rest]));
};
const quarters = (page) => page.getByLabel('Period', { exact: true }).locator('option').evaluateAll((all) => all.map((one) => one.value));

test('what can be read in two ways is asked, and nothing is stored before the answer', async ({ app, page }) => {
  await measurements(app);
  const name = 'Deployment frequency';
  await field(page, name).pressSequentially('1,234');
  await expect(metric(page, name).getByRole('status').filter({ hasText: 'Did you mean 1234 or 1.234?' })).toBeVisible();
  await expect(field(page, name)).toBeFocused();
  await expect(band(page, name)).toHaveText('Until you choose, nothing is stored.');
  expect(await stored(app)).toEqual({});
  // From the field to the answer and back, without a mouse.
  await field(page, name).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '1234 per week (between 1 and 2 thousand)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, name)).toBeFocused();
  await expect(field(page, name)).toHaveValue('1234');
  await expect(metric(page, name).getByText('Did you mean')).toHaveCount(0);
  await expect(band(page, name)).toContainText('Taken as 1234 per week · 5 Optimizing');
  // The other answer, while a value is stored.
  await field(page, name).fill('2.345');
  await expect(band(page, name)).toHaveText('Until you choose, 1234 per week is kept.');
  expect(await stored(app)).toEqual({ 'deployment-frequency': { value: 1234, source: 'typed' } });
  await page.getByRole('button', { name: '2.345 per week (between 2 and 3)' }).click();
  await expect(band(page, name)).toContainText('Taken as 2.345 per week (between 2 and 3) · ');
  expect(await stored(app)).toEqual({ 'deployment-frequency': { value: 2.345, source: 'typed' } });
});

test('a question is asked in one line, at every width, with nothing for axe to find', async ({ app, page }) => {
  await measurements(app);
  await field(page, 'Change fail rate').fill('0.12');
  await field(page, 'Change lead time').fill('1:30');
  await field(page, 'Deployment frequency').fill('often');
  await expect(page.getByText('Did you mean 1 h 30 min or 1 min 30 s?')).toBeVisible();
  await looksRight(page, { width: 1280, height: 900 }, 'desktop', 'number-question');
  await page.setViewportSize({ width: 320, height: 700 });
  await fits(page, 'number-question at 320');
  await page.getByRole('button', { name: '12 %', exact: true }).click();
  await expect(band(page, 'Change fail rate')).toContainText('Taken as 12 % · ');
  await page.getByRole('button', { name: '1 h 30 min', exact: true }).click();
  await expect(band(page, 'Change lead time')).toContainText('Taken as 1.5 h (1 h 30 min) · ');
});

test('what was taken stands beside the field in words', async ({ app, page }) => {
  await measurements(app);
  await page.getByText('Platform engineering: 0 of 10, optional').click();
  for (const [name, typed, said] of [
    ['Change lead time', '48', 'Taken as 48 h · 4 Measured'],
    ['Change lead time', '2h30', 'Taken as 2.5 h (2 h 30 min) · '],
    ['Change lead time', '< 1 h', 'Taken as 1 h; less than that reads the same level · 5 Optimizing'],
    ['Change lead time', 'up to 2 days', 'Taken as 48 h; less than that may read a higher level · '],
    ['Change lead time', '1 234,5', 'Taken as 1234.5 h'],
    ['Deployment frequency', 'twice a day', 'Taken as 14 per week · '],
    ['Change fail rate', '3 of 40', 'Taken as 7.5 % · '],
    ['Platform net promoter score', '\u22125', 'Taken as -5 points · '],
  ]) {
    await field(page, name).fill(typed);
    await expect(band(page, name)).toContainText(said);
  }
  for (const [typed, said] of [
    ['> 2 days', 'How much more?'],
    ['2-3 days', 'one number, not two'],
    ['n/a', 'leave the field empty'],
    ['12 %', 'measured in h. Understood are: 12, 1.5 h, 90 min'],
    ['quick', 'Please write a number'],
  ]) {
    await field(page, 'Change lead time').fill(typed);
    await expect(metric(page, 'Change lead time').getByRole('alert')).toContainText(said);
    await expect(band(page, 'Change lead time')).toHaveText('Keeping 1234.5 h (51 days 11 h).');
  }
  // It stands there when one comes back, too.
  await app.goTo('check');
  await app.goTo('measurements');
  await expect(band(page, 'Deployment frequency')).toContainText('Taken as 14 per week · ');
});

test('letters on the way to a text that cannot be taken leave nothing behind', async ({ app, page }) => {
  await measurements(app);
  await field(page, 'Change fail rate').pressSequentially('120');
  await expect(metric(page, 'Change fail rate').getByRole('alert')).toContainText('Not saved: must be 0 to 100 %.');
  await expect(band(page, 'Change fail rate')).toHaveText('Nothing is stored for this field.');
  await field(page, 'Deployment rework rate').fill('9');
  await field(page, 'Deployment rework rate').blur();
  await field(page, 'Deployment rework rate').pressSequentially('99');
  await expect(band(page, 'Deployment rework rate')).toHaveText('Keeping 9 %.');
  expect(await stored(app)).toEqual({ 'deployment-rework-rate': { value: 9, source: 'typed' } });
});

test('a number that is taken back leaves the field, too', async ({ app, page }) => {
  await measurements(app);
  await field(page, 'Change fail rate').fill('12');
  await expect(band(page, 'Change fail rate')).toContainText('Taken as 12 %');
  await page.locator('#title').focus();
  await page.keyboard.press('u');
  await expect(field(page, 'Change fail rate')).toHaveValue('');
  await expect(band(page, 'Change fail rate')).toBeHidden();
});

test('counts are read as counts, and what they were taken for is said', async ({ app, page }) => {
  await measurements(app);
  const own = metric(page, 'Deployment frequency');
  await own.getByText('Work it out from counts').click();
  await own.getByRole('button', { name: 'Use this number' }).click();
  await expect(own.locator('.sum output')).toHaveText('Please fill in both counts first.');
  await own.getByLabel('Deployments to production').fill('1,250');
  await own.getByLabel('Weeks in which you counted').fill('a few');
  await expect(own.locator('.sum output')).toContainText('two plain counts');
  await own.getByLabel('Weeks in which you counted').fill('12');
  await expect(own.locator('.sum output')).toHaveText('Taken as 1250 and 12: 104.17 per week');
  await own.getByRole('button', { name: 'Use this number' }).click();
  await expect(band(page, 'Deployment frequency')).toContainText('Taken as 104.17 per week · ');
  expect(await stored(app)).toEqual({ 'deployment-frequency': { value: 104.17, source: 'computed' } });
});

test('the error budget says what it allows, and which alerts cannot fire', async ({ app, page }) => {
  await measurements(app);
  await page.getByText('What does an objective allow?').click();
  await expect(page.getByText('Taken as 99.9 % over 28 days. That is 40 min 19 s of complete outage, or a smaller share of failed requests for longer: 10 % failing for 6 h 43 min.')).toBeVisible();
  const alerts = page.getByRole('table', { name: 'When to alert on the budget’s burning' }).getByRole('row');
  await page.getByLabel('Window, in days').fill('1 week');
  await expect(alerts.last().getByRole('cell')).toHaveText(['3 days and 6 h', '1', '0.1 %', '42.86 %']);
  await page.getByLabel('Objective, in %').fill('90');
  await expect(alerts.nth(1)).toContainText('Cannot fire: in 1 h even a complete outage spends only 5.95 % of the budget');
  await page.getByLabel('Objective, in %').fill('three nines');
  await expect(page.getByText('Taken as 99.9 % over 7 days.')).toBeVisible();
  await page.getByLabel('Window, in days').fill('soon');
  await expect(page.getByText('a window of 1 to 366 days')).toBeVisible();
});

test('the mouse wheel changes no number; arrow keys do', async ({ app, page }) => {
  await setUp(app);
  const minutes = page.getByLabel('Minutes to discuss');
  await minutes.focus();
  await minutes.hover();
  await page.mouse.wheel(0, 200);
  await page.mouse.wheel(0, -500);
  await expect(minutes).toHaveValue('60');
  await minutes.press('ArrowUp');
  await expect(minutes).toHaveValue('61');
  await minutes.fill('1 h 30');
  await expect(page.getByText('Taken as 90 min')).toBeVisible();
  await minutes.fill('');
  await expect(page.getByText('Taken as 60 min')).toBeVisible();
  await minutes.fill('0');
  // What was there before the field was emptied and written to.
  await expect(page.getByText('Please write a whole number from 1 to 600. Still kept: 61.')).toBeVisible();
  await minutes.fill('90');
  await begin(app);
  await byHands(page);
  await expect(page.getByText('90 minutes are left')).toBeVisible();
  await page.getByText('Count hands').click();
  const hands = page.getByRole('textbox', { name: '2 Emerging', exact: true });
  await hands.fill('7');
  await hands.hover();
  await page.mouse.wheel(0, 300);
  await expect(hands).toHaveValue('7');
  await hands.press('ArrowDown');
  await expect(hands).toHaveValue('6');
  await hands.fill('-3');
  await expect(page.getByText('Please write a whole number from 0 to 9999. Still kept: 6.')).toBeVisible();
  await expect.poll(() => counted(page)).toEqual(['0', '6', '0', '0', '0', '0', '0']);
  await hands.fill('1e1');
  await expect(page.getByText('Taken as 10 people')).toBeVisible();
  await expect.poll(() => counted(page)).toEqual(['0', '10', '0', '0', '0', '0', '0']);
});

test('respondents are a number, or the page says so', async ({ app, page }) => {
  await app.open();
  await app.start('People');
  await app.menu('Team and scope');
  const people = page.getByLabel('Respondents');
  await people.fill('8 people');
  await expect(page.getByText('Taken as 8 people')).toHaveCount(1);
  await people.fill('about a dozen');
  await expect(page.getByText('Please write a whole number from 0 to 9999. Still kept: 8.')).toBeVisible();
  const file = JSON.parse((await app.download()).text);
  expect(file.body.about).toEqual({ respondents: '8' });
});

test('new numbers cover the last whole quarter, another one, or what somebody writes; each can have its own', async ({ app, page }) => {
  await measurements(app);
  const [present, last, before] = await quarters(page);
  await expect(page.getByLabel('Period', { exact: true })).toHaveValue(last);
  await expect(page.getByLabel('Period', { exact: true }).locator('option').first()).toHaveText(`${present}, so far`);
  await expect(page.getByLabel('Period: Change fail rate')).toBeHidden();
  await field(page, 'Change fail rate').fill('12');
  await expect(page.getByLabel('Period: Change fail rate')).toHaveValue(last);
  await page.getByLabel('Period', { exact: true }).selectOption(before);
  await field(page, 'Change lead time').fill('30');
  await page.getByLabel('Period', { exact: true }).selectOption('Another period');
  await expect(page.getByLabel('Which', { exact: true })).toBeFocused();
  await page.getByLabel('Which', { exact: true }).fill('August');
  await field(page, 'Deployment frequency').fill('3');
  await page.getByLabel('Period: Deployment frequency').fill('July');
  await field(page, 'Deployment rework rate').fill('9');
  const periods = async () => Object.fromEntries(Object.entries(JSON.parse((await app.download()).text).body.measurements).map(([id, one]) => [id, one.period]));
  expect(await periods()).toEqual({ 'change-fail-rate': last, 'change-lead-time': before, 'deployment-frequency': 'July', 'deployment-rework-rate': 'August' });
  await app.goTo('check');
  await app.goTo('measurements');
  await expect(page.getByLabel('Which', { exact: true })).toHaveValue('August');
});

test('the five of DORA come first, the others are folded, and say how many are measured', async ({ app, page }) => {
  await measurements(app);
  await expect(page.locator('.measurement:visible')).toHaveCount(5);
  await expect(page.getByText(/: 0 of \d+, optional$/)).toHaveCount(4);
  const fold = page.locator('.more-metrics.sre');
  await fold.locator('summary').first().click();
  await field(page, 'Share of toil').fill('0.3');
  await expect(metric(page, 'Share of toil').getByRole('status').filter({ hasText: 'Did you mean 0.3 % or 30 %?' })).toBeVisible();
  await expect(metric(page, 'Share of toil').locator('.scale')).not.toHaveAttribute('data-level');
  await page.getByRole('button', { name: '30 %', exact: true }).click();
  await expect(metric(page, 'Share of toil').locator('.scale')).toHaveAttribute('data-level', /^[1-5]$/);
  await expect(page.getByText(/^SRE: 1 of 10, optional$/)).toBeVisible();
});

test('what was measured in the last round stands beside it, with the way it went', async ({ app, page }) => {
  await measurements(app);
  await field(page, 'Change fail rate').fill('12');
  await field(page, 'Deployment frequency').fill('3');
  await app.goTo('rounds');
  await page.getByText('Keep a snapshot without a new round').click();
  await page.getByLabel('Name', { exact: true }).fill('Spring');
  await page.getByRole('button', { name: 'Keep a snapshot' }).click();
  await app.goTo('measurements');
  const earlier = (name) => metric(page, name).locator('.earlier');
  await expect(earlier('Change fail rate')).toHaveText('Spring: 12 % · the same now');
  await field(page, 'Change fail rate').fill('8');
  await expect(earlier('Change fail rate')).toHaveText('Spring: 12 % · ▼ better now');
  await field(page, 'Deployment frequency').fill('2');
  await expect(earlier('Deployment frequency')).toHaveText('Spring: 3 per week · ▼ worse now');
  await expect(earlier('Change lead time')).toHaveCount(0);
});

test('all measurements, open, at 320 pixels, in light and dark, with nothing for axe to find', async ({ app, page }) => {
  await measurements(app);
  await field(page, 'Change fail rate').fill('12');
  await page.locator('.more-metrics').evaluateAll((all) => all.forEach((fold) => { fold.open = true; }));
  await page.setViewportSize({ width: 320, height: 700 });
  await looksRight(page, { width: 320, height: 700 }, 'phone', 'measuring');
});
