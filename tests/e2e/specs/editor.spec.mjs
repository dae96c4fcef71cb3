// A questionnaire of one's own is written on the page: chosen from, reworded, added to, put in order, kept as a draft, saved and handed on.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/app.mjs';
import { LEVELS, add, bar, card, field, fill, make, of, row } from '../support/editing.mjs';

const draft = (page, id) => page.evaluate((key) => localStorage.getItem(key), `plumbline:questionnaire-draft:${id}`);

test('the built-in one is made one’s own, saved, handed on and opened again', async ({ app, page }) => {
  await make(app, page, 'Acme Engineering', 'acme-engineering');
  // Five are left out.
  const gone = ['ci-pipeline', 'code-review', 'test-data', 'database-change', 'team-autonomy'];
  for (const id of gone) {
    await page.locator(`#ask-${id}`).uncheck();
    await expect(page.locator('.row.out', { has: row(page, id) })).toBeVisible();
  }
  // One comes back by itself, and goes again.
  await bar(page, 'Undo').click();
  await expect(page.locator('#ask-team-autonomy')).toBeChecked();
  await bar(page, 'Redo').click();
  await expect(page.locator('#ask-team-autonomy')).not.toBeChecked();
  // Three are said otherwise.
  for (const id of ['version-control', 'trunk-based', 'slo-targets']) {
    if (await row(page, id).count() === 0) throw new Error(`there is no ${id}`);
    await page.evaluate((own) => { document.getElementById(own).closest('details').open = true; }, `row-practice-${id}`);
    await row(page, id).click();
    await of(page, id)('title').fill(`Ours: ${id}`);
    await expect(row(page, id)).toContainText(`Ours: ${id}`);
    await expect(page.locator('.row', { has: row(page, id) })).toContainText('changed');
  }
  // One of them goes back to what it was, and forth.
  await page.getByRole('button', { name: 'As in Plumbline: Title' }).click();
  await expect(of(page, 'slo-targets')('title')).not.toHaveValue(/Ours/);
  await bar(page, 'Undo').click();
  await expect(of(page, 'slo-targets')('title')).toHaveValue('Ours: slo-targets');
  // What is written is there after a reload.
  await page.reload();
  await expect(page.locator('.state')).toContainText('You have unsaved changes.');
  await expect(row(page, 'version-control')).toContainText('Ours: version-control');
  // Two are added, with five levels side by side.
  await add(page, 'Integration and testing', 'Four eyes');
  await expect(page.locator('.five .field')).toHaveCount(5);
  const tops = await page.locator('.five textarea').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
  await fill(page, 'four-eyes');
  await add(page, 'Integration and testing', 'Ways out');
  await fill(page, 'ways-out');
  // The second comes before the first, weighs double, and is asked in the quick check.
  await page.getByRole('button', { name: 'Up: Ways out' }).click();
  await expect(page.getByRole('button', { name: 'Up: Ways out' })).toBeFocused();
  await of(page, 'ways-out')('weight').selectOption('2');
  await of(page, 'ways-out')('quick').check();
  await of(page, 'ways-out')('effort/3').selectOption('L');
  await expect(page.locator('.row', { has: row(page, 'ways-out') })).toContainText('quick×2');
  await expect(page.locator('.preview .asks')).toHaveText('How does the team know about ways-out?');
  await page.locator('.preview').getByRole('radio', { name: /^4/ }).check();
  await expect(page.locator('.preview .dot.now')).toHaveText('4');
  await expect(page.locator('.preview')).toContainText('It counts for');
  await bar(page, 'Save').click();
  await expect(page.locator('.state')).toContainText('Saved.');
  await expect(page.locator('.state')).toContainText('Everything is saved.');
  expect(await draft(page, 'acme-engineering')).toBe(null);
  const { text, name } = await app.download('Download');
  expect(name).toContain('acme-engineering-1-0-0');
  expect(text).toContain('extends = "plumbline@2"');
  for (const id of gone) expect(text.match(/\[drop\]\npractice = \[([^\]]*)\]/)[1]).toContain(`"${id}"`);
  expect(text.match(/\[\[change\.practice\]\]/g)).toHaveLength(3);
  expect(text.match(/\[\[add\.practice\]\]/g)).toHaveLength(2);
  expect(text).toContain('order = [');
  expect(text).toContain('weight = 2\n');
  expect(text).toContain('effort = ["M", "M", "L", "M"]');
  for (const level of LEVELS) expect(text).toContain(`"ways-out: ${level}"`);
  // The library knows it as this version: the file holds nothing else.
  await app.open('#/questionnaires');
  await expect(card(page, 'Acme Engineering 1.0.0')).toBeVisible();
  await page.getByLabel('Open a questionnaire').setInputFiles({ name: 'back.toml', mimeType: 'application/toml', buffer: Buffer.from(text) });
  await expect(page.locator('.offered')).toContainText('It is kept here already.');
  await expect(page.locator('.offered')).toContainText('2 new, 3 changed and 5 left out');
  // A change of words raises the version by itself, and so does one of what is asked.
  await page.getByRole('link', { name: 'Edit Acme Engineering 1.0.0' }).click();
  await row(page, 'version-control').click();
  await of(page, 'version-control')('question').fill('Is everything in one place?');
  await bar(page, 'Save').click();
  await expect(page.locator('.state')).toContainText('Saved as version 1.0.1');
  await page.locator('#ask-version-control').uncheck();
  await bar(page, 'Save').click();
  await expect(page.locator('.state')).toContainText('Saved as version 1.1.0');
  await page.reload();
  await expect(field(page, 'questionnaire/version')).toHaveValue('1.1.0');
  await expect(page.locator('#ask-version-control')).not.toBeChecked();
});

test('what is wrong is said beside its field, and is not saved', async ({ app, page }) => {
  await make(app, page, 'Acme', 'acme');
  await row(page, 'version-control').click();
  const title = of(page, 'version-control')('title');
  await title.fill('');
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  const said = await title.getAttribute('aria-describedby');
  await expect(page.locator(`#${said.split(' ')[0]}`)).toHaveText('the text is missing');
  await expect(row(page, 'version-control')).toContainText('1 to put right');
  // What may be regretted is a hint, and no error.
  const why = of(page, 'version-control')('why');
  await why.fill('Because. '.repeat(60));
  await expect(why).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#e-practice-version-control-why-regret')).toContainText('420 fit the screen');
  // Saving leads to it instead.
  await row(page, 'code-review').click();
  await bar(page, 'Save').click();
  await expect(title).toBeFocused();
  await app.open('#/questionnaires');
  await expect(card(page, 'Acme')).toContainText('Not saved yet');
  expect(Object.keys(await app.stored()).filter((key) => key.startsWith('plumbline:questionnaire:'))).toEqual([]);
  await page.getByRole('link', { name: 'Go on editing' }).click();
  await page.getByRole('button', { name: /^1 thing to put right/ }).click();
  await expect(title).toBeFocused();
  await title.fill('Everything in one place');
  await why.fill('Because it is found there.');
  await expect(page.getByRole('button', { name: /to put right/ })).toBeHidden();
  // No text becomes markup.
  await title.fill('<img src=x onerror=alert(1)>');
  await expect(page.locator('#chosen')).toHaveText('<img src=x onerror=alert(1)>');
  expect(await page.locator('.editor img').count()).toBe(0);
  await bar(page, 'Save').click();
  await expect(page.locator('.state')).toContainText('Saved.');
});

test('a draft is discarded, and two tabs do not write over one another', async ({ app, page, context }) => {
  await make(app, page, 'Acme', 'acme');
  await bar(page, 'Save').click();
  await expect(page.locator('.state')).toContainText('Everything is saved.');
  await page.locator('#ask-code-review').uncheck();
  await page.getByRole('button', { name: 'Discard the changes' }).click();
  await expect(page.locator('#ask-code-review')).toBeChecked();
  await expect(page.locator('.state')).toContainText('Everything is saved.');
  expect(await draft(page, 'acme')).toBe(null);
  // What was discarded is a step like any other.
  await bar(page, 'Undo').click();
  await expect(page.locator('#ask-code-review')).not.toBeChecked();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator('#ask-test-data').uncheck();
  await page.locator('#ask-database-change').uncheck();
  await expect(page.locator('.state')).toContainText('Another tab has changed this draft.');
  expect(await draft(page, 'acme')).toContain('test-data');
  await page.getByRole('button', { name: 'Take the other tab’s' }).click();
  await expect(page.locator('#ask-test-data')).not.toBeChecked();
  await expect(page.locator('#ask-database-change')).toBeChecked();
  await bar(page, 'Undo').click();
  await expect(page.locator('#ask-database-change')).not.toBeChecked();
  expect(await draft(page, 'acme')).toContain('database-change');
});

test('by keyboard alone', async ({ app, page }) => {
  await make(app, page, 'Acme', 'acme');
  await row(page, 'code-review').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#chosen')).toBeFocused();
  // The fields follow, and the way back to the list comes before them.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Back to the list' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(of(page, 'code-review')('title')).toBeFocused();
  await page.keyboard.type(' of each change');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(row(page, 'code-review')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Up: / })).toBeFocused();
  const places = () => page.locator('.within', { has: row(page, 'code-review') }).locator('li .pick').evaluateAll((all) => all.map((one) => one.id));
  const before = (await places()).indexOf('row-practice-code-review');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await places()).indexOf('row-practice-code-review')).toBe(before - 1);
  await expect(page.getByRole('button', { name: /^Up: / })).toBeFocused();
  // Outside fields, the keys take back and do again.
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await places()).indexOf('row-practice-code-review')).toBe(before);
  await row(page, 'code-review').focus();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await places()).indexOf('row-practice-code-review')).toBe(before - 1);
  await page.locator('#ask-test-data').focus();
  await page.keyboard.press(' ');
  await expect(page.locator('#ask-test-data')).not.toBeChecked();
  await expect(page.locator('#ask-test-data')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.locator('.state')).toContainText('Saved.');
});

test('on a phone, with nothing for axe to find in light and dark', async ({ app, page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await make(app, page, 'Acme', 'acme');
  // What is said of the whole comes on the second screen, not after everything that is asked.
  expect(await page.locator('.overview').evaluate((e) => e.getBoundingClientRect().top)).toBeLessThan(2 * 740);
  const fold = page.locator('.parts summary', { hasText: /^DevOps$/ });
  await fold.click();
  await add(page, 'Integration and testing', 'Four eyes');
  await expect(page.locator('#chosen')).toBeInViewport();
  await fold.click();
  await of(page, 'four-eyes')('question').fill('Who looks?');
  await expect(page.locator('.preview .asks')).toHaveText('Who looks?');
  const lefts = await page.locator('.five textarea').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  expect(new Set(lefts).size).toBe(1);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(row(page, 'four-eyes')).toBeInViewport();
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 375, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  }
});

test.describe('where the browser keeps nothing', () => {
  test('it is said, and the document can still be taken away', async ({ app, page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await make(app, page, 'Acme', 'acme');
    await expect(page.locator('.state')).toContainText('What you write is not kept');
    await page.locator('#ask-code-review').uncheck();
    const { text } = await app.download('Download');
    expect(text).toContain('"code-review"');
  });
});
