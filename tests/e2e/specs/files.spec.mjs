// Measurements from files of other tools: dropped, read beside the page, computed, explained, used.
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execFileSync } from 'node:child_process';
import { App, test, expect } from '../support/app.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const exportsOf = path.join(root, 'tests/exports');
const expected = JSON.parse(await fs.readFile(path.join(exportsOf, 'expected.json'), 'utf8'));
const card = (page) => page.getByRole('region', { name: 'From your tools’ files' });
const number = (page, id) => page.locator(`#number-${id}`);
async function measuring(app) {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.goTo('measurements');
}
/** What the command line says of a file. */
const measured = (file, metric) => JSON.parse(execFileSync(path.join(root, 'target/debug/plumbline'), ['measure', file, '--metric', metric], { encoding: 'utf8' }));
const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test.describe('with clocks in UTC', () => {
  test.use({ timezoneId: 'UTC' });

  test('each export gives in the browser what was worked out by hand', async ({ app, page }) => {
    test.setTimeout(300_000);
    await measuring(app);
    const byFile = new Map();
    for (const one of expected.filter(({ metric }) => metric)) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
    expect(byFile.size).toBeGreaterThanOrEqual(25);
    for (const [file, cases] of byFile) {
      // One choice of a file, and the number is there.
      await page.setInputFiles('#tables', path.join(exportsOf, file));
      await expect(card(page).locator('.files > li'), file).toHaveCount(1);
      for (const { metric, n, value } of cases) {
        const one = number(page, metric);
        // Rows that can be about several things are about what one says.
        const about = page.locator('#about-0');
        if (await about.locator(`option[value="${metric}"]`).count() && await about.inputValue() !== metric) {
          if (!await about.isVisible()) await page.getByText('What the columns mean').click();
          await about.selectOption(metric);
        }
        await expect(one, `${file}: ${metric}`).toBeVisible();
        const [shown] = /-?[\d.]+/.exec(await one.locator('.big').textContent());
        expect(Math.abs(Number(shown) - value), `${file}: ${metric} is ${shown}`).toBeLessThanOrEqual(Math.max(Math.abs(value) * 0.01, 0.005));
        await expect(one.locator('.rests'), file).toContainText(new RegExp(`^${n} (of|cases?)`));
        // The command line says the same.
        const said = measured(path.join(exportsOf, file), metric);
        await expect(one.locator('.big'), `${file}: ${metric}`).toHaveText(said.text);
        await expect(one.locator('.rests'), `${file}: ${metric}`).toHaveText([said.cases, said.days].filter(Boolean).join(', '));
      }
      await card(page).getByRole('button', { name: /^Remove/ }).click();
      await expect(card(page).locator('.files > li')).toHaveCount(0);
    }
  });

  test('a number is used in three clicks, says what it rests on, and is taken back', async ({ app, page }) => {
    await measuring(app);
    await page.getByRole('button', { name: 'Try a made-up example' }).click();
    await page.getByRole('button', { name: 'Use all 5' }).click();
    await expect(page.locator('.notice.toast')).toContainText('5 numbers were taken.');
    const field = page.getByLabel('Change fail rate', { exact: true });
    await expect(field).toHaveValue(/^11\.1111/);
    const own = page.locator('.measurement', { has: field });
    await expect(own.locator('.basis')).toHaveText('Computed from example-deployments.csv: 3 of 27, 2026-09-28 to 2026-11-20.');
    // It is kept with what it rests on, and the rows are not.
    await app.saved();
    const [text] = Object.values(await app.database());
    const { body: { measurements } } = JSON.parse(text);
    expect(measurements['change-fail-rate']).toMatchObject({ source: 'computed', period: '28 September to 20 November 2026', from: { files: ['example-deployments.csv'], cases: 3, of: 27, rule: 'fail-rate', begins: '2026-09-28', ends: '2026-11-20' } });
    expect(text).not.toContain('2026-09-29T10:04');
    await expect(page.getByRole('button', { name: 'Used: Change fail rate' })).toHaveText('Used');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(field).toHaveValue('');
    await expect(own.locator('.basis')).toHaveText('');
    await expect(page.getByRole('button', { name: 'Use it: Change fail rate' })).toHaveText('Use it');
  });

  test('the rows of a large file are there, though its text was not kept, as long as the file is', async ({ app, page }, info) => {
    await measuring(app);
    const at = (i) => `${new Date(Date.UTC(2026, 0, 1) + i * 124_000).toISOString().slice(0, 19)}Z`;
    const rows = Array.from({ length: 200_000 }, (_, i) => `run-${i},${i % 7 ? 'production' : 'staging'},${at(i)},${i % 13 === 0}`);
    const large = info.outputPath('large.csv');
    await fs.writeFile(large, `id,environment,finished_at,failed\n${rows.join('\n')}\n`);
    expect((await fs.stat(large)).size).toBeGreaterThan(8 * 2 ** 20);
    await page.setInputFiles('#tables', large);
    const one = number(page, 'change-fail-rate');
    await expect(one.locator('.big')).toHaveText(measured(large, 'change-fail-rate').text);
    await one.getByText('The rows', { exact: true }).click();
    await one.getByRole('button', { name: /^Counted: / }).click();
    await expect(one.getByRole('table')).toContainText('run-');
    const [download] = await Promise.all([page.waitForEvent('download'), one.getByRole('button', { name: 'Save these rows as CSV' }).click()]);
    expect(await fs.readFile(await download.path(), 'utf8')).toContain(',production,run-199999,false');
    // One that is gone is asked for once more.
    await page.reload();
    await page.locator('#tables').waitFor();
    await page.setInputFiles('#tables', large);
    await expect(one.locator('.big')).toHaveText(measured(large, 'change-fail-rate').text);
    await fs.writeFile(large, 'gone');
    await page.setInputFiles('#tables', csv('more.csv', 'id,environment,finished_at,failed\n1,production,2026-10-05T10:00:00Z,true\n'));
    await expect(card(page)).toContainText('Drop it once more.');
  });

  test('what is being read can be stopped, and all is as it was', async ({ app, page }, info) => {
    await measuring(app);
    await page.getByRole('button', { name: 'Try a made-up example' }).click();
    const status = card(page).locator('p[role=status]');
    const big = number(page, 'change-fail-rate').locator('.big');
    const before = await big.textContent();
    const rows = Array.from({ length: 1_000_000 }, (_, i) => `${i},production,${new Date(Date.UTC(2026, 0, 1) + i * 31_000).toISOString()},true`);
    const large = info.outputPath('large.csv');
    await fs.writeFile(large, `id,environment,finished_at,failed\n${rows.join('\n')}\n`);
    // Somebody who is quick stops it before anything was read, too.
    for (const progress of [/^Reading the file/, /^Reading the file: [1-9]\d* %$/]) {
      await page.setInputFiles('#tables', large);
      await expect(status).toHaveText(progress);
      await card(page).getByRole('button', { name: 'Stop' }).click();
      await expect(status).toHaveText('Stopped. All is as it was before.');
      await expect(card(page).getByRole('button', { name: 'Stop' })).toHaveCount(0);
      await expect(page.locator('#tables')).toBeFocused();
      await expect(card(page).locator('.files > li')).toHaveCount(1);
      await expect(big).toHaveText(before);
    }
    // The next worker knows what the one before knew.
    await page.setInputFiles('#tables', csv('more.csv', 'id,environment,finished_at,failed\n1,production,2026-10-05T10:00:00Z,true\n'));
    await expect(card(page).locator('.files > li')).toHaveCount(2);
    await expect(big).not.toHaveText(before);
  });

  test('app and command line say a number in the same words', async ({ app, page }) => {
    await measuring(app);
    const file = path.join(exportsOf, 'argo_app.json');
    await page.setInputFiles('#tables', file);
    const one = number(page, 'change-fail-rate');
    const said = measured(file, 'change-fail-rate');
    await expect(one.locator('.big')).toHaveText(said.text);
    await expect(one.locator('.rests')).toHaveText(`${said.cases}, ${said.days}`);
    await expect(one).toContainText(said.rule);
    for (const doubt of said.doubts) await expect(one).toContainText(doubt);
  });

  test('what columns and values mean is changed, and remembered for the next export', async ({ app, page }) => {
    await measuring(app);
    const days = Array.from({ length: 28 }, (_, d) => `2026-10-${String(d + 1).padStart(2, '0')}T10:00:00Z,${d % 2 ? 'blue' : 'green'}`);
    const file = csv('ours.csv', `deployed at,environment\n${days.join('\n')}\n`);
    await page.setInputFiles('#tables', file);
    await page.getByText('What the columns mean').click();
    const ticks = page.getByRole('group', { name: 'Which of these are production?' });
    await ticks.getByLabel('blue (14)').check();
    await ticks.getByLabel('green (14)').uncheck();
    // The fold stays open and the focus where it was.
    await expect(ticks.getByLabel('green (14)')).toBeFocused();
    await page.getByLabel('Which weeks').selectOption({ label: 'All there is' });
    const one = number(page, 'deployment-frequency');
    await expect(one.locator('.rests')).toContainText('13 cases');
    await page.getByRole('button', { name: 'Use it: Deployment frequency' }).click();
    await page.reload();
    await app.heading();
    await page.setInputFiles('#tables', { ...file, name: 'next quarter.csv' });
    await expect(card(page)).toContainText('Read as last time.');
    await page.getByLabel('Which weeks').selectOption({ label: 'All there is' });
    await expect(one.locator('.rests')).toContainText('13 cases');
  });

  test('one choice of how a file is read leaves the others as they are', async ({ app, page }) => {
    await measuring(app);
    const rows = Array.from({ length: 14 }, (_, d) => `2026-10-${String(d + 1).padStart(2, '0')}T10:00:00Z|Zürich`);
    const buffer = Buffer.from(`finished_at|service\n${rows.join('\n')}\n`, 'latin1');
    await page.setInputFiles('#tables', { name: 'a.csv', mimeType: 'text/csv', buffer });
    await page.getByText('What the columns mean').click();
    await page.getByLabel('Separator').selectOption('comma');
    const own = card(page).locator('.files > li');
    await expect(own).toContainText(/finished_at\|service/);
    await page.getByLabel('Text encoding').selectOption('UTF-8');
    await expect(page.getByLabel('Text encoding')).toHaveValue('utf-8');
    await expect(page.getByLabel('Separator')).toHaveValue(',');
  });

  test('a day that can be read in two ways is asked about, with both readings', async ({ app, page }) => {
    await measuring(app);
    const rows = ['03/04/2026 10:30', '07/06/2026 09:00', '05/05/2026 10:00', '02/08/2026 10:00'];
    await page.setInputFiles('#tables', csv('ours.csv', `id,deployed at\n${rows.map((day, n) => `${n},${day}`).join('\n')}\n`));
    const which = page.getByRole('group', { name: /Which day is .03\/04\/2026 10:30/ });
    // Neither is taken for granted, and nothing is used before somebody has said which.
    await expect(which.getByRole('radio')).toHaveCount(2);
    await expect(which.getByRole('radio', { checked: true })).toHaveCount(0);
    const use = card(page).getByRole('button', { name: 'Use it: Deployment frequency' });
    await expect(use).toHaveAttribute('aria-disabled', 'true');
    await expect(use).toHaveAccessibleDescription(/^Say above which day is meant/);
    await use.click({ force: true });
    await expect(use).toHaveText('Use it');
    const own = card(page).locator('.files > li');
    await expect(own).toContainText('3 April to 2 August 2026');
    await which.getByLabel('4 March 2026, 10:30').check();
    await expect(own).toContainText('8 February to 6 July 2026');
    await expect(which.getByLabel('4 March 2026, 10:30')).toBeChecked();
    await expect(which.getByLabel('4 March 2026, 10:30')).toBeFocused();
    await expect(use).toHaveAccessibleDescription('');
    await use.click();
    await expect(card(page).getByRole('button', { name: 'Used: Deployment frequency' })).toHaveText('Used');
  });

  test('hours of work, a shift and the days that files cover are chosen, and stay', async ({ app, page }) => {
    await measuring(app);
    const rows = Array.from({ length: 10 }, (_, d) => `${d},2026-10-${String(d + 1).padStart(2, '0')}T10:00:00Z`);
    await page.setInputFiles('#tables', csv('ours.csv', `id,deployed at\n${rows.join('\n')}\n`));
    await page.getByLabel('Which weeks').selectOption({ label: 'All there is' });
    await page.getByText('Rules to choose').click();
    const covers = page.getByRole('group', { name: /The files cover/ });
    await covers.getByLabel('From').fill('2026-09-12');
    await covers.getByLabel('Until').fill('2026-10-21');
    await covers.getByLabel('Until').blur();
    await expect(number(page, 'deployment-frequency').locator('.rests')).toHaveText('10 cases, 12 September to 21 October 2026');
    const works = page.getByRole('group', { name: /Working hours/ });
    await works.getByLabel('Fri').uncheck();
    await expect(works.getByLabel('Fri')).not.toBeChecked();
    await expect(works.getByLabel('Thu')).toBeChecked();
    await page.getByLabel('Hours of a shift').fill('8');
    await page.getByLabel('Hours of a shift').blur();
    await expect(page.getByLabel('Hours of a shift')).toHaveValue('8');
    await expect(covers.getByLabel('From')).toHaveValue('2026-09-12');
  });

  test('weeks are chosen on the strip, by keyboard too', async ({ app, page }) => {
    await measuring(app);
    await page.getByRole('button', { name: 'Try a made-up example' }).click();
    const weeks = page.getByRole('group', { name: /Choose the first and the last week/ }).getByRole('button');
    await weeks.nth(2).focus();
    await page.keyboard.press('Enter');
    await expect(weeks.nth(2)).toHaveAttribute('aria-pressed', 'true');
    await expect(weeks.nth(2)).toBeFocused();
    await weeks.nth(4).click();
    for (const at of [2, 3, 4]) await expect(weeks.nth(at)).toHaveAttribute('aria-pressed', 'true');
    await expect(weeks.nth(1)).toHaveAttribute('aria-pressed', 'false');
    await expect(number(page, 'deployment-frequency').locator('.rests')).toContainText(/October to .* 2026/);
  });
});

test('the rows behind a number are there, with those left out and why', async ({ app, page }) => {
  await measuring(app);
  await page.getByRole('button', { name: 'Try a made-up example' }).click();
  const one = number(page, 'change-fail-rate');
  await one.getByText('The rows', { exact: true }).click();
  await one.getByRole('button', { name: 'Counted: 3' }).click();
  await expect(one.getByRole('row')).toHaveCount(4);
  await one.getByRole('button', { name: '10: not production' }).click();
  await expect(one.getByRole('row')).toHaveCount(11);
  await expect(one.getByRole('table')).toContainText('staging');
  const [download] = await Promise.all([page.waitForEvent('download'), one.getByRole('button', { name: 'Save these rows as CSV' }).click()]);
  expect((await fs.readFile(await download.path(), 'utf8')).trim().split('\n')).toHaveLength(28);
  await one.getByText('Over other times', { exact: false }).click();
  await expect(one.getByText(/^26 weeks: /)).toBeVisible();
  await expect(one.getByText(/would say/).first()).toBeVisible();
  // A look at another number leaves this one as it is.
  const other = number(page, 'change-lead-time');
  await other.getByText('Over other times', { exact: false }).click();
  await expect(other.getByText(/^26 weeks: /)).toBeVisible();
  await expect(one.getByText(/^26 weeks: /)).toBeVisible();
  await expect(one.getByRole('table')).toContainText('staging');
});

const WRONG = {
  'a workbook': [Buffer.from('PK\u0003\u0004 xl/workbook.xml [Content_Types].xml'), /Excel|ZIP/],
  'a PDF': [Buffer.from('%PDF-1.7\n1 0 obj'), /This is a PDF/],
  'an empty file': [Buffer.alloc(0), /The file is empty/],
  'only a header': [Buffer.from('id,finished_at,status\n'), /no rows/],
  'a page': [Buffer.from('<!doctype html><html><body><table></table></body></html>'), /web page/],
  'half a JSON': [Buffer.from('[{"id": 1, "created_at": "2026-'), /breaks off/],
  'deep JSON': [Buffer.from('['.repeat(100_000)), /nested|breaks off/],
  'NULs': [Buffer.alloc(5000), /no text|empty/],
  'a file of our own': [Buffer.from('{\n  "format": "plumbline/assessment",\n  "version": 1}'), /file of Plumbline’s own/],
};
test('what is no table is named, and everything is as it was', async ({ app, page }) => {
  await measuring(app);
  await app.saved();
  const before = await app.database();
  for (const [name, [buffer, said]] of Object.entries(WRONG)) {
    await page.setInputFiles('#tables', { name: `${name}.csv`, mimeType: 'text/csv', buffer });
    await expect(card(page).locator('.files .problem'), name).toHaveText(said);
    await card(page).getByRole('button', { name: /^Remove/ }).click();
  }
  expect(await app.database()).toEqual(before);
  // After all of that a good file is read as ever.
  await page.getByRole('button', { name: 'Try a made-up example' }).click();
  await expect(number(page, 'deployment-frequency')).toBeVisible();
});

test('hostile cells stay texts', async ({ app, page }) => {
  await measuring(app);
  const evil = '<img src=x onerror="document.title=1">';
  const rows = Array.from({ length: 15 }, (_, d) => `${d},2026-11-${String(d + 1).padStart(2, '0')}T10:00:00Z,"${evil.replaceAll('"', '""')}",=HYPERLINK("x")\u202e`);
  await page.setInputFiles('#tables', csv(`${evil.replaceAll('/', '')}.csv`, `id,finished_at,environment,${evil.replaceAll('"', '')}\n${rows.join('\n')}\n`));
  await expect(card(page).locator('.files > li')).toHaveCount(1);
  await page.getByText('What the columns mean').click();
  await expect(page.getByRole('group', { name: 'Which of these are production?' })).toContainText(evil);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('files are dropped anywhere on the page, and read without asking anybody', async ({ app, page, site }) => {
  await measuring(app);
  const text = await fs.readFile(path.join(exportsOf, 'gitlab_deployments.json'), 'utf8');
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('header').first().evaluate((element, text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'gitlab.json'));
    // Whatever is not taken, the browser leaves the page for.
    for (const sort of ['dragover', 'drop']) {
      const event = new DragEvent(sort, { dataTransfer: data, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error(`${sort} was left to the browser`);
    }
  }, text);
  await expect(card(page)).toContainText('GitLab deployments');
  await page.getByLabel('Time zone').selectOption('UTC');
  await expect(page.getByLabel('Time zone')).toHaveValue('UTC');
  // What reads it is a file of the app; nothing else is asked for, and nothing is sent.
  expect(asked.filter((url) => !new RegExp(`^${site.url}plumbline-[0-9a-f]{16}(_[a-z]+)?\\.(js|wasm)$`).test(url))).toEqual([]);
  expect(asked.filter((url) => url.endsWith('_tables.wasm'))).toHaveLength(1);
});

test.describe('with a file that does not arrive', () => {
  test.use({ allowed: /net::ERR_FAILED/ });
  test('where what reads files cannot be loaded, that is said, and the rest works', async ({ app, page }) => {
    await measuring(app);
    await page.route('**/*_tables.wasm', (route) => route.abort());
    await page.getByRole('button', { name: 'Try a made-up example' }).click();
    await expect(card(page).getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
    await page.unroute('**/*_tables.wasm');
    await page.getByRole('button', { name: 'Try a made-up example' }).click();
    await expect(number(page, 'deployment-frequency')).toBeVisible();
  });
});
