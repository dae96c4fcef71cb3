// Deleting for good: what goes is gone from both stores, what is said to stay stays.
import { test, expect } from '../support/app.mjs';

/** Every text that the browser keeps of the app, in whatever place. */
async function everything(page) {
  return page.evaluate(async () => {
    const opened = await new Promise((done, fail) => { const asked = indexedDB.open('plumbline'); asked.onsuccess = () => done(asked.result); asked.onerror = fail; });
    const texts = {};
    for (const name of opened.objectStoreNames) {
      const store = opened.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()].map((asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); })));
      keys.forEach((key, n) => { texts[`${name}:${key}`] = values[n]; });
    }
    opened.close();
    for (const [where, storage] of Object.entries({ quick: localStorage, tab: sessionStorage })) {
      for (const [key, text] of Object.entries(storage)) texts[`${where}:${key}`] = text;
    }
    return texts;
  });
}
const about = (texts, what) => Object.entries(texts).filter(([key, text]) => `${key}${text}`.includes(what)).map(([key]) => key);

test('one team is deleted for good with its earlier states, and the others stay', async ({ app, page }) => {
  await page.clock.install({ time: new Date('2026-03-02T09:00:00') });
  await app.open();
  await app.start('Stays', { quick: true });
  await app.answer('ci-pipeline', '2 Emerging');
  await app.home();
  await app.start('Goes', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  // A day later, its earlier state is kept.
  await page.clock.setFixedTime(new Date('2026-03-03T15:00:00'));
  await app.choose('1 Initial');
  await app.saved();
  const id = page.url().match(/#\/a\/([^/]+)/)[1];
  await expect.poll(async () => about(await everything(page), id).some((key) => key.startsWith('earlier:'))).toBe(true);
  await app.home();
  await app.remove('Goes');
  await page.getByText(/^Removed in the last 30 days/).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Goes' });
  await row.getByText('Delete', { exact: true }).click();
  await expect(row).toContainText('There is no way back.');
  await row.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.locator('.notice.toast')).toContainText('Deleted for good.');
  await expect(page.locator('.notice.toast').getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(page.getByText(/^Removed in the last 30 days/)).toHaveCount(0);
  await expect.poll(async () => about(await everything(page), id)).toEqual([]);
  await page.reload();
  await expect(page.locator('.teams > li')).toHaveCount(1);
  await expect(page.locator('.teams')).toContainText('Stays');
  await expect(page.getByText(/^Removed in the last 30 days/)).toHaveCount(0);
});

test('everything is deleted: both stores, settings, drafts and the tab, but no file of other pages', async ({ app, page }) => {
  await app.open();
  await page.evaluate(() => { localStorage.setItem('of-another-page', 'stays'); sessionStorage.setItem('of-another-page', 'stays'); localStorage.setItem('plumbline:ballot:x', '"draft"'); });
  await app.start('Payments', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.stay();
  await app.saved();
  await app.home();
  await app.start('Removed', { quick: true });
  await app.saved();
  await app.home();
  await app.remove('Removed');
  await page.evaluate(() => { location.hash = '#/data'; });
  await page.getByText('Delete everything in this browser', { exact: true }).click();
  const fold = page.locator('details.delete');
  for (const said of ['those that were removed', 'earlier states', 'drafts of ballots', 'offline copy of the app', 'downloaded', 'no way back']) await expect(fold).toContainText(said);
  await fold.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.locator('#title')).toHaveText(/^Where does your team stand/);
  await expect(page.locator('.teams > li')).toHaveCount(0);
  // The new start counts itself.
  expect(Object.keys(await everything(page)).filter((key) => !key.endsWith(':of-another-page'))).toEqual(['tab:plumbline:starts']);
  expect(about(await everything(page), 'stays').sort()).toEqual(['quick:of-another-page', 'tab:of-another-page']);
  // It is as on the first day.
  await app.start('Anew', { quick: true });
  await app.answer('ci-pipeline', '3 Defined');
  await app.saved();
});

test('a tab that still shows what another one deletes lets go of it, and writes it nowhere again', async ({ app, page, context }) => {
  await app.open();
  await app.start('Goes', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  const id = page.url().match(/#\/a\/([^/]+)/)[1];
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('radio', { name: /^4 / })).toBeChecked();
  await app.home();
  await app.remove('Goes');
  await page.getByText(/^Removed in the last 30 days/).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Goes' });
  await row.getByText('Delete', { exact: true }).click();
  await row.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.locator('.notice.toast')).toContainText('Deleted for good.');
  await expect(other.locator('#title')).toHaveText('There is nothing at this address');
  await expect(other.locator('.notice.toast')).toContainText('Deleted for good.');
  // Looked at again, as when one comes back to it.
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(async () => about(await everything(page), id)).toEqual([]);
  await page.reload();
  await expect(page.locator('#team')).toBeVisible();
  expect(about(await everything(page), id)).toEqual([]);
});
