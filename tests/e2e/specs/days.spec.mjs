// A day, and a quarter, are those of whoever sits there, not of Greenwich.
import { test, expect } from '../support/app.mjs';

const places = [
  { timezoneId: 'America/Los_Angeles', now: '2026-10-01T01:30:00Z', day: '2026-09-30', quarter: '2026 Q3' },
  { timezoneId: 'Australia/Sydney', now: '2026-12-31T22:15:00Z', day: '2027-01-01', quarter: '2027 Q1' },
  { timezoneId: 'Pacific/Auckland', now: '2026-06-30T12:30:00Z', day: '2026-07-01', quarter: '2026 Q3' },
];

for (const { timezoneId, now, day, quarter } of places) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId });
    test('files, snapshots, workshops and reports carry the day of the place', async ({ app }) => {
      const { page } = app;
      await page.clock.setFixedTime(now);
      await app.open();
      await app.start('Payments', { quick: true });
      expect((await app.download()).name).toContain(day);
      await app.goTo('rounds');
      await expect(page.locator('.timeline').getByRole('heading').first()).toHaveText(quarter);
      await app.goTo('workshop');
      await expect(page.getByLabel('What to call it')).toHaveValue(new RegExp(day));
      await app.goTo('report');
      await expect(page.locator('main')).toContainText(day);
    });
  });
}
