// Bad input and bad luck: a clear message, nothing lost.
import { test, expect } from '../support/app.mjs';

const body = (extra) => ({ id: 'x', team: 'X', questionnaire: { id: 'plumbline', version: '2.0.0' }, ...extra });
const file = (extra, head) => JSON.stringify({ format: 'plumbline/assessment', version: 1, ...head, body: body(extra) });

for (const [name, text, expected] of [
  ['is not JSON', '<!doctype html><p>', 'not JSON'],
  ['is not ours', '{"format":"someone/else"}', 'does not say "format"'],
  ['is empty', '', 'The file is empty'],
  ['was cut off', file({}).slice(0, 80), 'ends early'],
  ['comes from a newer version', file({}, { version: 99 }), 'format version 99'],
  ['has an unknown practice', file({ responses: { 'no-such': { level: 3 } } }), 'responses/no-such: there is no practice'],
  ['has a metric out of range', file({ measurements: { 'change-fail-rate': { value: 101 } } }), 'measurements/change-fail-rate: 101 is outside the range 0 to 100 %'],
  ['is nested too deep', '['.repeat(5000), 'nested deeper'],
]) {
  test(`an import that ${name} says so and changes nothing`, async ({ app, page }) => {
    await app.open();
    await app.start('Mine');
    await app.home();
    const before = await app.stored();
    await app.importText(text, { take: false });
    await expect(page.locator('.notice.problem')).toContainText('nothing was changed');
    await expect(page.locator('.notice.problem')).toContainText(expected);
    expect(await app.stored()).toEqual(before);
  });
}

test('a damaged record is set aside, offered and left as it is', async ({ app, page }) => {
  const key = 'plumbline:assessment:damaged';
  await page.addInitScript(([k]) => localStorage.setItem(k, '{"format": "plumb'), [key]);
  await app.open();
  await expect(page.locator('.notice.problem')).toContainText('could not be read');
  expect((await app.download('Download')).text).toBe('{"format": "plumb');
  await app.start('Other');
  expect((await app.stored())[key]).toBe('{"format": "plumb');
});

test('keys of other pages on the same origin are never touched', async ({ app, page }) => {
  await page.addInitScript(() => localStorage.setItem('neighbour', 'not json {'));
  await app.open();
  await app.start('Good neighbour');
  expect((await app.stored()).neighbour).toBe('not json {');
});

// It may be published beside the page, so that is looked for.
test.describe('an assessment that is not here', () => {
  test.use({ allowed: /404/ });
  test('an unknown address leads home', async ({ app, page }) => {
    await app.open('#/a/nobody/results');
    await expect(page.locator('#title')).toHaveText('There is nothing at this address');
    await app.home();
    await expect(page.locator('#title')).toHaveText(/^Where does your team stand/);
  });
});
