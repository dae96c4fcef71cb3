// The bar on top and the browser's own ways: menus by keyboard, the other teams, titles, and the way back.
import { test, expect } from '../support/app.mjs';
import { verdict } from '../support/verdict.mjs';

const button = (page, name) => page.locator('#bar').getByRole('button', { name, exact: true });

for (const width of [1280, 375]) {
  test(`at ${width} pixels, both menus open and close by keyboard, and give the focus back`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 740 });
    await app.open();
    await app.start('Payments', { quick: true });
    for (const [name, id, item] of [['Payments', 'teams', 'Payments'], ['More', 'more', 'Measurements']]) {
      const menu = page.locator(`#${id}`);
      for (const key of ['Enter', 'Space']) {
        await button(page, name).focus();
        await page.keyboard.press(key);
        await expect(menu).toBeVisible();
        // The first one is the next stop.
        await page.keyboard.press('Tab');
        await expect(menu.getByRole('link', { name: item, exact: true })).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(menu).toBeHidden();
        await expect(button(page, name)).toBeFocused();
      }
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('#title')).toHaveText('Measurements');
    await expect(page.locator('#title')).toBeFocused();
    await expect(page.locator('#more')).toBeHidden();
  });
}

test('a menu closes when something is taken from it that leaves the page as it is', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.menu('Rounds');
  await expect(page.locator('#title')).toHaveText('Rounds');
  await app.menu('Rounds');
  await expect(page.locator('#more')).toBeHidden();
  await app.download();
  await expect(page.locator('#more')).toBeHidden();
  await app.place('Assess');
  await button(page, 'Payments').click();
  await page.locator('#teams').getByRole('link', { name: 'Payments', exact: true }).click();
  await expect(page.locator('#teams')).toBeHidden();
});

test('the switcher leads to the same place in the other team, and the titles tell them apart', async ({ app, page }) => {
  await app.open();
  for (const team of ['Payments', 'Search']) {
    await app.start(team, { quick: true });
    await app.answer('slo-targets', /^3 /);
    await app.place('Results');
    await expect(page).toHaveTitle(/Results · Plumbline$/);
    if (team === 'Payments') await app.home();
  }
  expect(await page.title()).toContain('Search');
  await button(page, 'Search').click();
  const teams = page.locator('#teams');
  await expect(teams.getByRole('link', { name: 'Search', exact: true })).toHaveAttribute('aria-current', 'true');
  await teams.getByRole('link', { name: 'Payments', exact: true }).click();
  await expect(button(page, 'Payments')).toBeVisible();
  await expect(page.locator('#title')).toHaveText(verdict);
  await expect(page).toHaveTitle(/Payments.* · Results · Plumbline$/);
  await button(page, 'Payments').click();
  await teams.getByRole('link', { name: 'All 2 assessments, or a new one' }).click();
  await expect(page.getByRole('link', { name: 'Search' })).toBeVisible();
});

test('a key that is pressed as one goes back does not take the place away', async ({ app, page }) => {
  await app.open();
  await app.start('Payments');
  await app.answer('slo-targets', /^3 /);
  await app.goTo('check');
  await expect(page.locator('main .tasks a').first()).toBeVisible();
  const link = page.locator('main .tasks a').last();
  await link.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await link.click();
  await expect(page.locator('#title')).toHaveText(/\?$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  // The browser is at the entry before, and its page is still to be built.
  await page.evaluate(() => addEventListener('popstate', () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true })), { once: true }));
  await page.goBack();
  await expect(page.locator('main .tasks a').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
});

test('Back leads to where one was on the page, after a reload too; a new page begins at its top', async ({ app, page }) => {
  await app.open();
  await app.start('Payments');
  const scrolled = () => page.evaluate(() => scrollY);
  await app.answer('slo-targets', /^3 /);
  // What comes to the results has links, too: the last one is meant.
  for (const [place, links, last] of [['check', 'main .tasks a'], ['', 'main .dot'], ['results', 'main a[href^="#/a/"]', '.numbers details']]) {
    await app.goTo(place);
    await expect(page.locator(last ?? links).first()).toBeAttached();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight), place).toBeGreaterThan(300);
    // What is followed is seen where one is.
    const link = page.locator(links).filter({ visible: true }).last();
    await link.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const at = await scrolled();
    expect(at, place).toBeGreaterThan(200);
    const title = await page.title();
    await link.click();
    await expect(page).not.toHaveTitle(title);
    await expect.poll(scrolled, place).toBe(0);
    await page.goBack();
    await expect(page).toHaveTitle(title);
    await expect.poll(async () => Math.abs(await scrolled() - at), place).toBeLessThanOrEqual(50);
    await page.reload();
    await app.heading();
    await expect.poll(async () => Math.abs(await scrolled() - at), place).toBeLessThanOrEqual(50);
  }
});
