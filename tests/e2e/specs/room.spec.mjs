// A browser that says how much room there is: newer Chromium hides that unless it is told not to.
import { test, expect } from '../support/app.mjs';
import { launchOptions } from '../support/chromium.mjs';
import { file, kept, known, team } from '../support/teams.mjs';

test.use({ allowed: /404/, launchOptions: launchOptions('StaticStorageQuota') });

test('storage that cannot hold them says so before, and shows them all the same', async ({ app, page, site }) => {
  const world = await known(app);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 60_000 });
  await page.getByLabel('Open a file').setInputFiles(Array.from({ length: 25 }, (_, n) => file(team(world, n))));
  await expect(page.getByRole('alert')).toContainText('MB left for this page');
  await expect(page.getByRole('button', { name: 'Open as chosen' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Look at them without keeping them' }).click();
  await page.getByRole('link', { name: 'See all teams together' }).click();
  await expect(page.getByText('25 teams.')).toBeVisible();
  expect(await kept(app)).toEqual([]);
});

test('a database that is full is said, and the quick store takes over', async ({ app, page }) => {
  const world = await known(app);
  await page.getByLabel('Open a file').setInputFiles(Array.from({ length: 25 }, (_, n) => file(team(world, n))));
  await expect(page.getByText('25 new, 0 here already')).toBeVisible();
  // It fills up between the look and the taking in.
  await page.evaluate(() => { IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }; });
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(app.loud()).toContainText('its database cannot be used');
  await page.reload();
  await app.heading();
  await expect(page.locator('.teams > li')).toHaveCount(20);
  await expect(page.getByText('and 5 more')).toBeVisible();
});
