// One key for each thing that one does often; off where one types; can be switched off.
import { test, expect } from '../support/app.mjs';
import { quick } from '../support/questionnaire.mjs';

async function first(app) {
  await app.open();
  await app.start('Keys', { quick: true });
  await app.page.getByRole('link', { name: /^Begin with/ }).click();
  await app.isAt(1);
  // These tests look at one question for longer than it stays by itself.
  await app.stay();
}

test('levels, between, do not know, not applicable, clear', async ({ app, page }) => {
  await first(app);
  await page.keyboard.press('3');
  await expect(app.choice('3 Defined')).toBeChecked();
  await page.keyboard.press('b');
  await expect(app.choice('Between 3 and 4')).toBeChecked();
  await page.keyboard.press('d');
  await expect(app.choice('We don’t know')).toBeChecked();
  await page.keyboard.press('x');
  await expect(app.choice('Does not apply to us')).toBeChecked();
  await page.getByLabel('Why does it not apply?').fill('no 5 dx');
  await page.locator('#title').focus();
  await page.keyboard.press('x');
  await expect(page.getByLabel('Why does it not apply?')).toHaveValue('no 5 dx');
  await page.keyboard.press('c');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('j and k step through practices, brackets through dimensions, and both stop at the ends', async ({ app, page }) => {
  await first(app);
  await page.keyboard.press('k');
  await app.isAt(1, quick.length);
  await page.keyboard.press('j');
  await app.isAt(2, quick.length);
  // A bracket leads to the first question of a dimension.
  const second = quick.findIndex((practice) => practice.dimension !== quick[0].dimension);
  await page.keyboard.press(']');
  await app.isAt(second + 1, quick.length);
  await page.keyboard.press('[');
  await app.isAt(1, quick.length);
  await page.goto(page.url().replace(/practice\/.*/, `practice/${quick.at(-1).id}`));
  await app.isAt(quick.length, quick.length);
  await page.keyboard.press('j');
  await app.isAt(quick.length, quick.length);
});

test('undo and redo go to where it happened, and are kept like any answer', async ({ app, page }) => {
  await first(app);
  await page.keyboard.press('4');
  await page.keyboard.press('j');
  await app.isAt(2, quick.length);
  await page.keyboard.press('2');
  await page.keyboard.press('u');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await app.isAt(1, quick.length);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(app.choice('4 Measured')).toBeChecked();
  await page.reload();
  await app.heading();
  await expect(app.choice('4 Measured')).toBeChecked();
});

test('in a field letters are letters, and the keys can be switched off', async ({ app, page }) => {
  await first(app);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(help.getByText('Between this level and the next')).toBeVisible();
  // Behind the dialog, keys do what they say there.
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.getByText('Note, evidence and target').click();
  await page.getByLabel('Note', { exact: true }).fill('');
  await page.getByLabel('Note', { exact: true }).pressSequentially('3 dxbc?');
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('3 dxbc?');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('button', { name: /^Keyboard/ }).click();
  await page.getByLabel('Use these keys').uncheck();
  await page.keyboard.press('Escape');
  await page.locator('#title').focus();
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.reload();
  await app.heading();
  await page.locator('#title').focus();
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('note, evidence and target are kept, and travel in the file', async ({ app, page }) => {
  await first(app);
  await page.getByText('Note, evidence and target').click();
  const odd = 'Line one\n<b>two</b> 🙂 \u202Eright to left';
  await page.getByLabel('Note', { exact: true }).fill(odd);
  await page.getByLabel('Target').selectOption('5 Optimizing');
  for (const [i, piece] of [['Review', 'https://example.org/review', '2026-10-02'], ['', 'javascript:alert(1)', '']].entries()) {
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await page.getByLabel('What it is').nth(i).fill(piece[0]);
    await page.getByLabel('Address').nth(i).fill(piece[1]);
    await page.getByLabel('Seen on').nth(i).fill(piece[2]);
  }
  await page.reload();
  await app.heading();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue(odd);
  await expect(page.getByLabel('Target')).toHaveValue('5');
  await expect(page.getByLabel('What it is').first()).toHaveValue('Review');
  await expect(page.getByLabel('Seen on').first()).toHaveValue('2026-10-02');
  // Only a web address can be followed; anything else is just shown.
  await expect(page.getByLabel('Address').nth(1)).toHaveValue('javascript:alert(1)');
  await expect(page.getByRole('link', { name: 'Open', exact: true })).toHaveCount(1);
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
  const file = JSON.parse((await app.download()).text);
  expect(file.body.responses[quick[0].id]).toEqual({ note: odd, evidence: [{ title: 'Review', address: 'https://example.org/review', date: '2026-10-02' }, 'javascript:alert(1)'] });
  expect(file.body.targets).toEqual({ [quick[0].id]: 5 });
  await page.getByRole('button', { name: 'Remove evidence 1' }).click();
  await expect(page.getByLabel('Address')).toHaveValue('javascript:alert(1)');
  await page.reload();
  await app.heading();
  await expect(page.getByLabel('Address')).toHaveValue('javascript:alert(1)');
});
