// While the app is still on its way, somebody who is new can use the copy of its first page.
import { test, expect } from '../support/app.mjs';
import { verdict } from '../support/verdict.mjs';

/** Opens the page, with the app held back until it is let go. */
async function hold({ page, site }, fragment = '') {
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route('**/*.wasm', async (route) => { await held; await route.continue(); });
  await page.goto(site.url + fragment, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.plumblineBoot);
  return release;
}
const usable = (page) => page.locator('main').locator('input, button').filter({ visible: true });

test('what is typed, chosen and pressed before the app is there, is done once it is', async ({ app, page, site }) => {
  const release = await hold({ page, site });
  await page.getByLabel('Team', { exact: true }).fill('Payments');
  await page.getByText('Adjust', { exact: true }).click();
  await page.getByLabel('Platform engineering').uncheck();
  await page.getByLabel('Team', { exact: true }).press('Enter');
  await expect(page.locator('#loading')).toHaveText('One moment: the rest of the app is on its way.');
  release();
  await expect(page).toHaveURL(/practice/);
  await app.goTo('settings');
  await expect(page.getByLabel('Team', { exact: true })).toHaveValue('Payments');
  await expect(page.getByLabel(/Quick check/)).toBeChecked();
  await expect(page.getByLabel('Platform engineering')).not.toBeChecked();
  await expect(page.getByLabel('DevOps', { exact: true })).toBeChecked();
});

test('who is still typing goes on typing', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site });
  const team = page.getByLabel('Team', { exact: true });
  await team.focus();
  await page.keyboard.type('Pents');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  release();
  await expect(page.locator('#title')).toBeVisible();
  await expect(team).toBeFocused();
  await page.keyboard.type('ym');
  await expect(team).toHaveValue('Peymnts');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/practice/);
  await expect(page.getByRole('button', { name: 'Peymnts' })).toBeVisible();
});

test('the sample can be asked for early', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site });
  await page.getByRole('button', { name: 'See a sample' }).click();
  release();
  await expect(page.locator('#title')).toHaveText(verdict);
});

// A browser forgets the press of a button that goes before it is let go.
for (const [how, down, up] of [
  ['the mouse', (page) => page.mouse.down(), (page) => page.mouse.up()],
  ['the space bar', (page) => page.keyboard.down(' '), (page) => page.keyboard.up(' ')],
]) {
  test(`what is being pressed with ${how} when the app comes, is pressed`, async ({ page, site, watch }) => {
    void watch;
    const release = await hold({ page, site });
    const sample = page.getByRole('button', { name: 'See a sample' });
    await sample.hover();
    await sample.focus();
    await down(page);
    const here = page.waitForEvent('requestfinished', (request) => request.url().endsWith('_bg.wasm'));
    release();
    await here;
    await page.evaluate(() => new Promise((done) => { requestIdleCallback(done, { timeout: 1000 }); }));
    await up(page);
    await expect(page.locator('#title')).toHaveText(verdict);
  });
}

test('who opens what can be adjusted finds it open', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site });
  await page.getByText('Adjust', { exact: true }).click();
  release();
  await expect(page.locator('#title')).toBeVisible();
  await expect(page.getByLabel('We use a platform', { exact: true })).toBeVisible();
});

test('a file can be chosen early', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site });
  await page.getByLabel('Open a file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  release();
  await expect(page.getByRole('heading', { name: 'The file was not opened, and nothing was changed.' })).toBeVisible();
});

test('a file can be dropped early', async ({ page, site, watch }) => {
  void watch;
  const release = await hold({ page, site });
  const files = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['{}'], 'x.json', { type: 'application/json' }));
    return dropped;
  });
  await page.getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer: files });
  release();
  await expect(page.getByRole('heading', { name: 'The file was not opened, and nothing was changed.' })).toBeVisible();
});

test('the copy is what the app shows, and nothing jumps when it comes', async ({ page, site, watch }) => {
  void watch;
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  const release = await hold({ page, site });
  // Its words, its fields with their attributes, and where each of them is.
  const shown = () => page.evaluate(() => [...document.querySelectorAll('main :is(.home, .lead, .glimpse, h1, h2, h3, label, legend, summary, .muted, .strip, .strip *, .val, input, button)')].map((found) => {
    const { x, y, width, height } = found.getBoundingClientRect();
    const attributes = [...found.attributes].filter(({ name }) => !(found.matches('h1') && ['id', 'tabindex'].includes(name))).map(({ name, value }) => `${name}=${value}`);
    // Only the copy speaks to browsers without scripts.
    const text = found.matches('.home') ? '' : found.textContent;
    // What is folded away has a place only when a browser happens to have laid it out.
    const isFolded = !found.matches('summary') && found.closest('details:not([open])');
    return [found.localName, text, attributes.sort().join(' '), ...(isFolded ? [] : [x, y, width, height])].join(' | ');
  }));
  await expect(usable(page).first()).toBeVisible();
  const before = await shown();
  release();
  await expect(page.locator('#title')).toBeVisible();
  expect(await shown()).toEqual(before);
  expect(await page.evaluate(() => window.shift)).toBeLessThan(0.001);
});

for (const [who, records, fragment] of [
  ['somebody who has assessments', { 'plumbline:assessment:kept': '{}' }, ''],
  ['somebody who follows a link', {}, '#/about'],
]) {
  test(`${who} is not shown the form of the first visit`, async ({ page, site, watch }) => {
    void watch;
    await page.addInitScript((found) => { for (const [key, text] of Object.entries(found)) localStorage.setItem(key, text); }, records);
    const release = await hold({ page, site }, fragment);
    await expect(usable(page)).toHaveCount(0);
    release();
    await expect(page.locator('#title')).toBeVisible();
  });
}
