// What is chosen: reasons that come back, one target for all, and what cannot be removed.
import { test, expect } from '../support/app.mjs';

const reason = (page) => page.getByLabel('Why does it not apply?');
const saved = async (app) => JSON.parse(Object.values(await app.database())[0]).body;

test('a reason is there again after a look at other choices, by mouse, arrows and keys', async ({ app, page }) => {
  await app.open();
  await app.start('Reasons', { quick: true });
  await app.answer('ci-pipeline', 'Does not apply to us');
  await reason(page).fill('We run nothing');
  await app.choose('3 Defined');
  await expect(reason(page)).toHaveCount(0);
  await app.choose('Does not apply to us');
  await expect(reason(page)).toHaveValue('We run nothing');
  // Arrow keys go through the group, and choose what they pass.
  await app.choice('Does not apply to us').press('ArrowUp');
  await expect(app.choice('We don’t know')).toBeChecked();
  await expect(reason(page)).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(app.choice('Does not apply to us')).toBeChecked();
  await expect(reason(page)).toHaveValue('We run nothing');
  // Keys, and an answer that was cleared.
  await page.locator('#title').focus();
  await page.keyboard.press('2');
  await page.keyboard.press('x');
  await expect(reason(page)).toHaveValue('We run nothing');
  await page.getByRole('button', { name: 'Clear answer' }).click();
  await app.choose('Does not apply to us');
  await expect(reason(page)).toHaveValue('We run nothing');
  await app.saved();
  expect((await saved(app)).responses['ci-pipeline']).toEqual({ notApplicable: 'We run nothing' });
  // An emptied field stays empty, and another practice has none.
  await reason(page).fill('');
  await app.choose('1 Initial');
  await app.choose('Does not apply to us');
  await expect(reason(page)).toHaveValue('');
  await app.answer('deployment-automation', 'Does not apply to us');
  await expect(reason(page)).toHaveValue('');
});

test('one target for all practices keeps place and focus, and is one step to be undone', async ({ app, page }) => {
  await app.open();
  await app.start('Targets');
  await app.goTo('dimension/slos');
  await expect(page.locator('#title')).toHaveText('Service level objectives');
  const forms = page.locator('.form');
  const count = await forms.count();
  expect(count).toBeGreaterThan(2);
  for (const fold of await page.getByText('Note, evidence and target').all()) await fold.click();
  const own = (at) => forms.nth(at).getByLabel('Target', { exact: true });
  await own(1).selectOption('2 Emerging');
  const all = page.getByLabel('Target', { exact: true }).last();
  await expect(all).toHaveValue('');
  await all.scrollIntoViewIfNeeded();
  await all.focus();
  // Where it stands in the window: what is said above it may make the page longer.
  const top = () => all.evaluate((select) => select.getBoundingClientRect().top);
  const place = await top();
  await all.selectOption('4 Measured');
  for (let at = 0; at < count; at++) await expect(own(at)).toHaveValue('4');
  await expect(all).toBeFocused();
  expect(Math.abs(await top() - place)).toBeLessThan(2);
  await app.saved();
  expect(Object.keys((await saved(app)).targets)).toHaveLength(count);
  // One target of its own leaves none for all.
  await own(0).selectOption('3 Defined');
  await expect(all).toHaveValue('');
  await page.locator('#title').focus();
  await page.keyboard.press('u');
  await expect(all).toHaveValue('4');
  await page.keyboard.press('u');
  await expect(own(0)).toHaveValue('');
  await expect(own(1)).toHaveValue('2');
  await expect(own(2)).toHaveValue('');
  await expect(all).toHaveValue('');
  await page.keyboard.press('Shift+U');
  await expect(all).toHaveValue('4');
  await app.saved();
  await page.reload();
  await app.heading();
  await expect(page.getByLabel('Target', { exact: true }).last()).toHaveValue('4');
});

test('what a newer version wrote cannot be removed, and says why', async ({ app, page }) => {
  await app.open();
  await app.start('Newer', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.savedInBoth('"level":4');
  const [key, text] = Object.entries(await app.stored()).find(([k]) => k.includes('assessment'));
  await page.evaluate(([k, value]) => new Promise((done) => {
    localStorage.setItem(k, value);
    const asked = indexedDB.open('plumbline');
    asked.onsuccess = () => { const t = asked.result.transaction('records', 'readwrite'); t.objectStore('records').put(value, k); t.oncomplete = () => { asked.result.close(); done(); }; };
  }), [key, text.replace('"version":1}', '"version":2}')]);
  await page.goto(app.site.url);
  await page.reload();
  const row = page.locator('.teams > li').filter({ hasText: 'Newer' });
  await expect(row).toContainText('written by a newer version, cannot be changed or removed here');
  await expect(row.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  // A file of it is not joined to it, either.
  await app.importText(text, { take: false });
  await expect(page.getByText('was written by a newer version of Plumbline and cannot be changed')).toBeVisible();
  await expect(page.getByLabel('What to do with “Newer”').locator('option')).toHaveText(['Open beside it', 'Leave it']);
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(page.getByRole('link', { name: 'Newer (copy)' })).toBeVisible();
});
