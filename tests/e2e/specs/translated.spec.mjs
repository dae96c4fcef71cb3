// A browser that translates the page changes it behind the app's back. What is live follows all the same.
import { test, expect } from '../support/app.mjs';
import { Tab, test as inFirefox } from '../support/firefox.mjs';
import { begin, code, fillIn, paste, setUp } from '../support/rooms.mjs';
import { translate, ways } from '../support/translator.mjs';
import { quick } from '../support/questionnaire.mjs';
import { verdict } from '../support/verdict.mjs';

const overall = (page) => page.locator('.profile .row.overall dd');

for (const way of Object.keys(ways)) {
  test.describe(`translated into ${way}`, () => {
    test('status, profile, choices and undo follow the answers', async ({ app, page }) => {
      await app.open();
      await translate(page, way);
      await app.start('Payments', { quick: true });
      await app.saved();
      await page.getByRole('link', { name: /^Begin with/ }).click();
      await app.isAt(1, quick.length);
      await app.peek();
      const before = await overall(page).innerText();
      await app.choose(/^3 /);
      await expect.poll(() => overall(page).innerText()).not.toBe(before);
      await expect(page.locator('.profile .row.devops dd')).toContainText('% known');
      const one = await overall(page).innerText();
      // What comes and goes with the answer.
      await expect(page.getByRole('button', { name: 'Clear answer' })).toBeVisible();
      await app.choose('Does not apply to us');
      await page.getByLabel('Why does it not apply?').fill('None here');
      await app.choose(/^5 /);
      await expect(page.getByLabel('Why does it not apply?')).toHaveCount(0);
      await page.keyboard.press('u');
      await page.keyboard.press('u');
      await expect(app.choice(/^3 /)).toBeChecked();
      await expect.poll(() => overall(page).innerText()).toBe(one);
      await page.getByRole('button', { name: 'Clear answer' }).click();
      await expect(page.getByRole('button', { name: 'Clear answer' })).toHaveCount(0);
      await expect.poll(() => overall(page).innerText()).not.toBe(one);
      await app.next().click();
      await app.isAt(2, quick.length);
      await page.getByRole('link', { name: 'Previous' }).click();
      await app.isAt(1, quick.length);
      // By itself, and back.
      await app.choice(/^4 /).check();
      await app.isAt(2, quick.length);
      await expect(page.locator('.notice')).toContainText('Answered: 4');
      await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
      await app.isAt(1, quick.length);
      await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
      await expect(page.locator('.notice')).toHaveCount(0);
      await expect(page.locator('#title')).toHaveCount(1);
    });

    test('what a number was taken for, and what is wrong with it', async ({ app, page }) => {
      await app.open();
      await app.start('Payments');
      await app.measure({});
      await translate(page, way);
      const field = page.getByLabel('Change fail rate', { exact: true });
      const section = page.locator('.measurement', { has: field });
      await field.fill('12.5');
      await expect(section.locator('.band')).toContainText(/Level|[1-5] /);
      const band = await section.locator('.band').innerText();
      await field.fill('101');
      await expect(section.locator('.error')).toContainText('100');
      await field.fill('2');
      await expect(section.locator('.error')).toHaveText('');
      await expect.poll(() => section.locator('.band').innerText()).not.toBe(band);
      await page.getByText('What does an objective allow?').click();
      await page.getByLabel('Objective, in %').fill('99');
      await expect(page.getByText('Taken as 99 % over 28 days. That is 6 h 43 min of complete outage')).toBeVisible();
    });

    test('lists, names, snapshots, steps and reports', async ({ app, page }) => {
      test.slow();
      await app.open();
      await translate(page, way);
      await page.getByRole('button', { name: 'See a sample' }).click();
      await expect(page.locator('#title')).toHaveText(verdict);
      await app.home();
      await app.start('Payments', { quick: true });
      await app.menu('Team and scope');
      await page.getByLabel('Team', { exact: true }).fill('Checkout 2');
      await expect(page.getByRole('button', { name: 'Checkout 2' })).toBeVisible();
      await app.place('Assess');
      await expect(page.locator('#title')).toHaveText('Checkout 2');
      await expect(page.getByRole('heading', { name: 'SRE', level: 2 })).toBeVisible();
      await app.menu('Team and scope');
      await page.getByLabel('SRE', { exact: true }).uncheck();
      await app.practice('ci-pipeline');
      await expect((await app.peek()).locator('.row.devops')).toBeVisible();
      await expect(page.locator('.profile .row.sre')).toHaveCount(0);
      await app.choose(/^2 /);
      await app.place('Assess');
      await expect(page.getByRole('link', { name: /: 2 Emerging$/ })).toHaveText('2');
      await expect(page.getByRole('heading', { name: 'SRE', level: 2 })).toHaveCount(0);
      await app.goTo('check');
      await page.getByLabel('Find a practice').fill('ownership');
      await expect(page.locator('main [role=status]').last()).toContainText(/\d/);
      await app.goTo('roadmap');
      await page.getByRole('button', { name: 'Add an action: Now' }).click();
      await page.getByLabel('What', { exact: true }).fill('Do it');
      await page.getByRole('button', { name: 'Remove: Do it' }).click();
      await expect(page.getByLabel('What', { exact: true })).toHaveCount(0);
      await app.goTo('rounds');
      await page.getByText('Keep a snapshot without a new round').click();
      await page.getByLabel('Name', { exact: true }).fill('Spring');
      await page.getByRole('button', { name: 'Keep a snapshot' }).click();
      await expect(page.locator('.notice')).toContainText('“Spring” is kept.');
      await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
      await expect(page.locator('.notice')).toHaveCount(0);
      await app.goTo('report');
      await expect(page.locator('.report')).toHaveClass(/brief/);
      await page.getByLabel(/^Full report/).check();
      await expect(page.locator('.report:not(.brief)')).toHaveCount(1);
      await app.home();
      await app.remove('Checkout 2');
      await expect(page.locator('.notice')).toContainText('“Checkout 2” was removed.');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.locator('.teams')).toContainText('Checkout 2');
      await app.importText('{', { take: false });
      await expect(page.locator('.notice.problem')).toContainText('ends early');
    });

    test('a workshop, from both sides', async ({ app, page, browser }) => {
      await setUp(app, { practices: ['Error budget policy', 'Delivery metrics in use'] });
      await translate(page, way);
      const link = await begin(app);
      const codes = [];
      for (const votes of [[/^2 /, /^2 /], [/^3 /, /^3 /]]) {
        const phone = await browser.newPage();
        await phone.goto(link);
        await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
        await translate(phone, way);
        await fillIn(phone, votes);
        await expect(phone.getByText('2 of 2 answered')).toBeVisible();
        codes.push(await code(phone));
        await phone.close();
      }
      await paste(page, codes.join(' '));
      await expect(page.locator('main')).toContainText('2 ballots are in.');
      await page.getByRole('button', { name: 'Reveal and discuss' }).click();
      await page.getByRole('button', { name: 'Reveal all the same' }).click();
      await expect(page.locator('#on-the-table')).toHaveText(/Error budget policy|Delivery metrics in use/);
      const first = await page.locator('#on-the-table').innerText();
      await expect(page.getByRole('timer')).toHaveText(/\d/);
      await page.getByRole('button', { name: /^Take the middle/ }).click();
      await page.getByRole('button', { name: 'Agreed, next' }).click();
      await expect(page.locator('.agenda')).toContainText('Done (1)');
      await expect(page.locator('#on-the-table')).not.toHaveText(first);
    });

    test('when nothing can be kept, the red line says so', async ({ app, page }) => {
      await page.addInitScript(() => {
        window.full = false;
        const refuse = (where, name) => {
          const own = where[name];
          where[name] = function (...given) { if (window.full) throw new DOMException('full', 'QuotaExceededError'); return own.apply(this, given); };
        };
        refuse(Storage.prototype, 'setItem');
        refuse(IDBObjectStore.prototype, 'put');
      });
      await app.open();
      await app.start('Payments', { quick: true });
      await app.saved();
      await app.practice('slo-targets');
      await translate(page, way);
      await page.evaluate(() => { window.full = true; });
      await app.choose(/^3 /);
      await expect(app.loud()).toHaveText(/^Not saved: /);
      await page.evaluate(() => { window.full = false; });
      await app.choose(/^4 /);
      await app.saved();
      await expect(app.loud()).toBeEmpty();
    });

    test('the sample can be asked for before the app is there', async ({ page, site, watch }) => {
      void watch;
      let release;
      const held = new Promise((done) => { release = done; });
      await page.route('**/*.wasm', async (route) => { await held; await route.continue(); });
      await page.goto(site.url, { waitUntil: 'commit' });
      await page.waitForFunction(() => window.plumblineBoot);
      await translate(page, way);
      // On the text itself, which is the browser's by now.
      await page.getByRole('button', { name: 'See a sample' }).click();
      await expect(page.locator('#loading')).toHaveText('One moment: the rest of the app is on its way.');
      release();
      await expect(page.locator('#title')).toHaveText(verdict);
    });
  });

  inFirefox(`in Firefox, translated into ${way}, status and profile follow`, async ({ firefox }) => {
    inFirefox.setTimeout(60_000);
    const { tab } = await firefox();
    const own = await tab();
    expect(own).toBeInstanceOf(Tab);
    await own.open();
    await own.start('Payments');
    await translate(own.page, way);
    await own.go('practice/slo-targets');
    await own.click('.profile summary');
    await own.sees('.profile .row.sre dd', /No answers yet/);
    await own.answer('slo-targets', 3);
    await own.sees('.profile .row.sre dd', /Too early to say/);
    const before = await own.text('.profile .row.sre dd');
    await own.answer('slo-targets', 5);
    await expect.poll(() => own.text('.profile .row.sre dd')).not.toBe(before);
  });
}
