// The app comes in files that follow one another. With the first one alone somebody can start, nothing
// is lost, and the page says what it waits for; a ballot on a phone loads what a ballot needs.
import { test, expect } from '../support/app.mjs';
import { begin, code, fillIn, setUp } from '../support/rooms.mjs';
import { quick } from '../support/questionnaire.mjs';
import { verdict } from '../support/verdict.mjs';

const isLater = (name) => /_(later|shared)\.wasm$/.test(name);

/** Opens the page with the second file held back until it is let go. */
async function hold({ page, site }, fragment = '') {
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route('**/*_later.wasm', async (route) => { await held; await route.continue(); });
  await page.goto(site.url + fragment);
  await expect(page.locator('#title')).toBeVisible();
  return release;
}
const waiting = (page) => page.getByText('One moment: the rest of the app is on its way.');

test('an assessment can be started, is kept, and opens when the rest comes', async ({ app, page, site }) => {
  const release = await hold({ page, site });
  await page.getByLabel('Team', { exact: true }).fill('Payments');
  await page.getByRole('button', { name: 'Start quick check' }).click();
  await expect(page.locator('#title')).toHaveText('Opening…');
  await expect(page.locator('#title')).toBeFocused();
  await expect(waiting(page)).toBeVisible();
  await expect.poll(async () => Object.keys(await app.database()).join()).toContain('plumbline:assessment:');
  release();
  await expect(page).toHaveURL(/practice/);
  await expect(page.locator('.progress')).toContainText('1 of');
  await expect(page.locator('#title')).toBeFocused();
  await expect(waiting(page)).toHaveCount(0);
});

test('what was asked for waits, and is done once', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site });
  await page.getByRole('button', { name: 'See a sample' }).click();
  await expect(waiting(page)).toBeVisible();
  release();
  await expect(page.locator('#title')).toHaveText(verdict);
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Sample: Checkout', exact: true })).toHaveCount(1);
});

test('a file that was chosen waits', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site });
  await page.getByLabel('Open a file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(waiting(page)).toBeVisible();
  release();
  await expect(page.getByRole('heading', { name: 'The file was not opened, and nothing was changed.' })).toBeVisible();
  await expect(waiting(page)).toHaveCount(0);
});

test('a deep link waits on its own page, and leaves the focus where it is', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site }, '#/about');
  await expect(page.locator('#title')).toHaveText('Opening…');
  release();
  await expect(page.locator('#title')).toHaveText('About the questionnaire');
  await expect(page.locator('#title')).not.toBeFocused();
});

test('who types a name while the rest comes, is not disturbed', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site });
  const team = page.getByLabel('Team', { exact: true });
  await team.pressSequentially('Pay');
  const arrived = page.waitForResponse('**/*_later.wasm');
  release();
  await (await arrived).finished();
  await team.pressSequentially('ments');
  await expect(team).toHaveValue('Payments');
  await expect(team).toBeFocused();
});

for (const [what, spoil] of [['is missing', () => null], ['was tampered with', (body) => Buffer.concat([body, Buffer.from([0, 1, 0])])]]) {
  test.describe(`a second file that ${what}`, () => {
    let isSpoilt;
    test.use({ allowed: /404|integrity|digest|HTTP 404|Failed to fetch/, siteOptions: { tamper: (name, body) => (isSpoilt && isLater(name) ? spoil(body) : body) } });
    test.beforeEach(() => { isSpoilt = true; });
    test('is not run; the page says so, and goes on once it is there', async ({ app, page, site }) => {
      await page.goto(site.url);
      await app.heading();
      await page.getByLabel('Team', { exact: true }).fill('Payments');
      await page.getByRole('button', { name: 'Start quick check' }).click();
      const failed = page.getByText('The rest of the app could not be loaded.');
      await expect(failed).toBeVisible();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(failed).toBeVisible();
      isSpoilt = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.locator('.progress')).toContainText('1 of');
      await app.saved();
    });
  });
}

test.describe('a server that calls it something else', () => {
  test('is no reason to fail', async ({ page, site, watch }) => {
    void watch;
    await page.route('**/*_later.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
    });
    await page.goto(`${site.url}#/about`);
    await expect(page.locator('#title')).toHaveText('About the questionnaire');
  });
});

test('a phone that comes for a ballot loads what that needs, and the rest only if it goes on', async ({ app, browser }) => {
  await setUp(app);
  const link = await begin(app);
  const phone = await (await browser.newContext({ viewport: { width: 375, height: 800 }, serviceWorkers: 'block' })).newPage();
  const loaded = [];
  phone.on('response', (r) => loaded.push(/_(\w+)\.wasm$/.exec(r.url())?.[1] ?? ''));
  await phone.goto(link);
  const levels = quick.map((_, i) => new RegExp(`^${(i % 5) + 1} `));
  await fillIn(phone, levels);
  expect((await code(phone)).length).toBeGreaterThan(10);
  expect(loaded.filter(Boolean).sort()).toEqual(['ballot', 'bg', 'shared']);
  await phone.getByRole('link', { name: 'Plumbline', exact: true }).click();
  await expect(phone.locator('#title')).toHaveText(/^Where does your team stand/);
  await phone.getByRole('button', { name: 'See a sample' }).click();
  await expect(phone.locator('#title')).toHaveText(verdict);
  expect(loaded.filter(Boolean).sort()).toEqual(['ballot', 'bg', 'later', 'shared']);
  await phone.goBack();
  await phone.goBack();
  await expect(phone.getByLabel('Your ballot code')).toBeVisible();
  await phone.context().close();
});
