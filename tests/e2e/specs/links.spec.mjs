// Links and ballot codes after chats, mails and hosts had their way with them.
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, expect, App } from '../support/app.mjs';
import { fits } from '../support/looks.mjs';
import { hasCopy } from '../support/offline.mjs';
import { root } from '../support/site.mjs';
import { begin, code, fillIn, paste, setUp } from '../support/rooms.mjs';

test.use({ siteOptions: { prefix: '/some/prefix/' } });

const shareFold = (page) => page.getByText('Share as a link');
async function shareLink(page) {
  await shareFold(page).click();
  const field = page.getByLabel('Link', { exact: true });
  await expect(field).toHaveValue(/#\/share\/[\w-]{40,}[A-Za-z0-9]$/);
  return field.inputValue();
}
/** A team that is asked for some disciplines only, and its link. */
async function team(app, name, disciplines, answer) {
  const { page } = app;
  await app.open();
  await page.getByText('Adjust', { exact: true }).click();
  for (const all of ['DevOps', 'SRE', 'Platform engineering', 'Across teams']) {
    await page.getByLabel(all, { exact: true }).setChecked(disciplines.includes(all));
  }
  await app.start(name);
  if (answer) await app.answer(answer, '3 Defined');
  await app.goTo('results');
  return shareLink(page);
}
const preview = async (page, name) => {
  await expect(page.getByRole('link', { name: 'See the answers' })).toBeVisible();
  await expect(page.locator('main')).toContainText(name);
};

test.describe('an address that the host does not know', () => {
  // The browser says in its console that the host answered 404.
  test.use({ allowed: /404/ });

  test('a link whose # became %23 opens all the same', async ({ app, page, site }) => {
    const address = await team(app, 'Payments', ['SRE']);
    const [, place] = address.split('#');
    const encoded = encodeURIComponent(place);
    for (const mangled of [`%23${place}`, `%23${encoded}`, `%2523${encodeURIComponent(encoded)}`, `index.html%23${place}`, `%23${place}?utm_source=chat`, `%23${place}%3E`]) {
      await page.goto('about:blank');
      await page.goto(site.url + mangled);
      await preview(page, 'Payments');
      expect(page.url()).toMatch(/\/some\/prefix\/(index\.html)?#\/share\//);
    }
  });

  test('anything else leads home, from any folder', async ({ page, site, watch }) => {
    void watch;
    for (const place of ['nowhere', 'nowhere/', 'no/where/at/all.html']) {
      await page.goto(site.url + place);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
      const home = page.getByRole('link', { name: 'Go to Plumbline' });
      await expect.poll(() => home.evaluate((link) => link.href)).toBe(site.url);
      await fits(page, place);
    }
    await page.getByRole('link', { name: 'Go to Plumbline' }).click();
    await expect(page.locator('#title')).toHaveText(/^Where does your team stand/);
  });

  test('no address of a host makes it lead to another one', async ({ page, site, watch }) => {
    void watch;
    for (const place of [`//example.invalid${new URL(site.url).pathname}%23/about`, `${new URL(site.url).pathname}/example.invalid/%23/about`, `${new URL(site.url).pathname}%23/about%23//example.invalid`]) {
      await page.goto(site.origin + place);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/About the questionnaire|nothing at this address/);
      expect(new URL(page.url()).origin).toBe(site.origin);
    }
  });
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow', allowed: /404/ });
  test('the copy of the app opens links whose # became %23, and those with a campaign in them', async ({ app, page, site, context }) => {
    const address = await team(app, 'Payments', ['SRE']);
    await hasCopy(page);
    await site.stop();
    const [, place] = address.split('#');
    for (const mangled of [`%23${place}`, `?utm_source=chat#${place}`]) {
      const other = await context.newPage();
      await other.goto(site.url + mangled);
      await preview(other, 'Payments');
    }
  });
});

test('a quoted, wrapped or decorated link opens, and so does one with a campaign', async ({ app, page, site }) => {
  const address = await team(app, 'Payments', ['DevOps', 'SRE']);
  const half = address.length - 20;
  for (const mangled of [
    `${address}">`, `${address}…`, `${address}).`, `${address}_`, `${address}?utm_source=chat&utm_medium=x`, `${address}&fbclid=x`,
    `${address.slice(0, half)}%0A%3E%20${address.slice(half)}`, `${address.slice(0, half)}\u00ad${address.slice(half)}`,
    address.replace('#/share/', '#%2Fshare%2F'), address.replace('#/share/', '#&#x2F;share&#x2F;'), address.replace('#', '?utm_source=chat#'),
  ]) {
    await page.goto('about:blank');
    await page.goto(mangled);
    await preview(page, 'Payments');
  }
  // What is taken over and shared again is without the campaign.
  await page.getByRole('link', { name: 'Open yours' }).click();
  expect((await shareLink(page)).split('#')[0]).toBe(site.url);
});

test('what is shown has a card for each chosen discipline, and none for others', async ({ app, page }) => {
  for (const [chosen, answer] of [[['SRE'], 'slo-targets'], [['SRE', 'Platform engineering'], 'slo-targets'], [['Across teams', 'DevOps'], 'ci-pipeline']]) {
    const name = `Team of ${chosen.join(' and ')}`;
    const address = await team(app, name, chosen, answer);
    await page.goto('about:blank');
    await page.goto(address);
    await preview(page, name);
    const names = await page.locator('.stats .name').allInnerTexts();
    expect(names.sort()).toEqual(['Overall', ...chosen].sort());
    await page.goto('about:blank');
  }
});

test('a link that cannot be read stays in the address, so that a reload may help', async ({ app, page }) => {
  const address = await team(app, 'Payments', ['SRE']);
  await page.goto('about:blank');
  await page.goto(address.slice(0, -3));
  await expect(page.getByRole('alert')).toContainText('The end of this link seems to be missing.');
  expect(page.url()).toBe(address.slice(0, -3));
  await page.goto(address);
  await preview(page, 'Payments');
});

test('other addresses are mended, also while one is in the app', async ({ app, page, site }) => {
  await page.goto(`${site.url}#%2Fabout`);
  await expect(page.locator('#title')).toHaveText('About the questionnaire');
  expect(page.url()).toBe(`${site.url}#/about`);
  await page.evaluate(() => { location.hash = '#/data).'; });
  await expect(page.locator('#title')).toHaveText('Your data');
  expect(page.url()).toBe(`${site.url}#/data`);
  await page.goBack();
  await expect(page.locator('#title')).toHaveText('About the questionnaire');
  await page.evaluate(() => { location.hash = '#/weather'; });
  await expect(page.locator('#title')).toHaveText('There is nothing at this address');
  void app;
});

test('who comes to vote with a bad link hears what helps a voter', async ({ app, page, site }) => {
  await setUp(app);
  const link = await begin(app);
  for (const [bad, said] of [
    [link.slice(0, -4), 'The end of this link seems to be missing.'],
    [link.replace(/.(?=.{20}$)/, (c) => (c === 'x' ? 'y' : 'x')), 'A character of this link was lost or changed'],
    [`${site.url}#/vote/dQw4w9WgXcQ`, 'This is no link from Plumbline'],
    [`${site.url}#/vote`, 'The end of this link seems to be missing.'],
  ]) {
    await page.goto('about:blank');
    await page.goto(bad);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(said);
    await expect(alert).toContainText('Ask the facilitator to send the link again, or scan the QR code.');
    await expect(page.locator('main')).not.toContainText('file');
  }
});

test('a mangled invitation opens, and loads no more than a whole one', async ({ app, page, browser }) => {
  await setUp(app);
  const link = await begin(app);
  const context = await browser.newContext();
  const phone = await context.newPage();
  const loaded = [];
  phone.on('request', (r) => { if (r.url().endsWith('.wasm')) loaded.push(r.url().replace(/.*_/, '')); });
  for (const mangled of [`${link}>`, link.replace('#/vote/', '#%2Fvote%2F'), `${link}?utm_source=chat`]) {
    await phone.goto('about:blank');
    await phone.goto(mangled);
    await expect(phone.getByRole('heading', { name: 'Your ballot' })).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
  }
  expect(loaded.filter((name) => !['bg.wasm', 'ballot.wasm', 'choices.wasm', 'codes.wasm', 'others.wasm', 'shared.wasm'].includes(name))).toEqual([]);
  await context.close();
});

test('the chats of four tools, with ballots and with words that begin like one', async ({ app, page, browser }) => {
  test.setTimeout(90_000);
  await setUp(app, { practices: ['Automated deployment', 'Golden paths'], names: true });
  const link = await begin(app);
  const codes = [];
  for (const name of ['Ann', null, 'Cleo', null]) {
    const context = await browser.newContext({ viewport: { width: 375, height: 750 } });
    const phone = await context.newPage();
    await phone.goto(link);
    await fillIn(phone, [/^3 /, /^4 /], { name });
    codes.push(await code(phone));
    await context.close();
  }
  const chat = `--- saved Zoom chat ---
10:02:11\t From  Ann Example  to  Everyone:
\tPBI 4711 is blocked by the database upgrade, can somebody look?
10:03:40\t From  Ann Example  to  Everyone:
\t${codes[0]}
10:04:02\t From  Bo Sample  to  Everyone: ${codes[1]}
--- WhatsApp ---
[12.03.26, 10:05:01] Cleo Test: ${codes[2]}
--- Slack ---
Dan Probe
  10:06 AM
${codes[3]}
PBR notes are in the wiki, thank you all`;
  await paste(page, chat);
  await expect(page.getByText('4 ballots are new.')).toBeVisible();
  await expect(page.locator('main li', { hasText: '…' })).toHaveCount(0);
  // Cut, it is named once; the words around it never are.
  await paste(page, chat.replace(codes[3], codes[3].slice(0, -5)));
  await expect(page.locator('main li', { hasText: '…' })).toHaveCount(1);
  await expect(page.locator('main li', { hasText: '…' })).toContainText('is incomplete or was changed on its way. Ask for it once more.');
  await paste(page, 'PBI 4711 is blocked. PBR at 3.');
  await expect(page.getByText('There is no ballot code of this workshop in this text.')).toBeVisible();
});

test('a page that others cannot open says so where it gives links for others', async ({ app, page, context }) => {
  const hint = 'Other devices cannot open this link: its address means this very computer.';
  await setUp(app);
  await begin(app);
  await expect(page.getByText(hint)).toBeVisible();
  const [screen] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Open the screen for the room' }).click()]);
  await expect(screen.getByText(hint)).toBeVisible();
  await app.goTo('results');
  await expect(page.getByText(hint)).toHaveCount(0);
  await shareFold(page).click();
  await expect(page.getByText(hint)).toBeVisible();
});

test.describe('under a name that everybody knows', () => {
  // Played by the browser, so every request is a foreign one.
  test.use({ allowed: /plumbline\.example/ });
  test('there is no such hint', async ({ page, watch }) => {
    void watch;
    const origin = 'http://plumbline.example';
    await page.route(`${origin}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1) || 'index.html';
      const body = await fs.readFile(path.join(root, 'dist', name));
      await route.fulfill({ body, contentType: { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' }[name.split('.').pop()] });
    });
    const app = new App(page, { url: `${origin}/`, origin });
    await app.open();
    await app.start('Public', { quick: true });
    await app.goTo('results');
    await shareFold(page).click();
    await expect(page.getByLabel('Link', { exact: true })).toHaveValue(/^http:\/\/plumbline\.example\/#/);
    await expect(page.locator('main')).not.toContainText('cannot open this link');
  });
});
