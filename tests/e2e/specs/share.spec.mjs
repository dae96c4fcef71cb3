// Links that carry answers, earlier states to go back to, notes written at once, and tabs that hear
// of each other without localStorage.
import { practices } from '../support/questionnaire.mjs';
import { test, expect, App } from '../support/app.mjs';

/** The link of the open assessment, as the page shows it. */
async function link(page) {
  await page.getByText('Share as a link').click();
  const field = page.getByLabel('Link', { exact: true });
  await expect(field).toHaveValue(/#\/share\/[\w-]{40,}$/);
  return field.inputValue();
}

async function answered(app, page) {
  await app.open();
  await app.start('Zahlungen 🙂', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.answer('deployment-automation', '2 Emerging');
  await app.goTo('results');
  return link(page);
}

test('a link opens the results to look at, survives reloads, and becomes a copy when one wants it', async ({ app, page, browser, context, site }) => {
  const address = await answered(app, page);
  expect(address.length).toBeLessThan(site.url.length + 110);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  const brief = async (at) => (await at.locator('.summary').innerText()).replace(/\s*Add to plan\s*/g, '\n');
  const [title, sent] = [await app.heading(), await brief(page)];

  // Whoever gets it sees the same, and nothing of it is kept.
  const reader = await (await browser.newContext()).newPage();
  const other = new App(reader, site);
  await reader.goto(address);
  for (const _ of ['opened', 'reloaded']) {
    await expect(reader.locator('#title')).toHaveText(title);
    expect(await brief(reader)).toBe(sent);
    await expect(reader.getByText('nothing is kept in this browser')).toBeVisible();
    await expect(reader.locator('.status:not(.loud)')).toHaveText('');
    await expect(reader.getByRole('button', { name: 'Add to plan' })).toHaveCount(0);
    expect(reader.url()).toBe(address);
    await reader.reload();
  }
  // So do its answers, which cannot be changed, after a reload as well.
  await reader.getByRole('link', { name: 'See the answers' }).click();
  await other.practice('deployment-automation');
  await expect(other.choice('2 Emerging')).toBeChecked();
  await reader.reload();
  await expect(other.choice('2 Emerging')).toBeChecked();
  await expect(other.choice('2 Emerging')).toBeDisabled();
  expect(Object.keys(await other.stored()).filter((key) => key.includes(':assessment:'))).toEqual([]);

  // Kept, it is an assessment like any other; opened again, the link leads there.
  await reader.getByRole('button', { name: 'Keep a copy' }).click();
  await expect(reader.locator('#title')).toHaveText(title);
  await other.saved();
  await other.practice('deployment-automation');
  await expect(other.choice('2 Emerging')).toBeEnabled();
  const own = reader.url().match(/#\/a\/[^/]+/)[0];
  await reader.goto('about:blank');
  await reader.goto(address);
  await reader.getByRole('link', { name: 'Open yours' }).click();
  await expect(reader).toHaveURL(new RegExp(`${own}/results$`));
  // Once its answers are others, both can be had.
  await other.answer('ci-pipeline', '1 Initial');
  await other.saved();
  await reader.goto('about:blank');
  await reader.goto(address);
  await expect(reader.locator('#title')).toHaveText(title);
  await expect(reader.getByText('with other answers')).toBeVisible();
  await reader.getByRole('button', { name: 'Save as a second copy' }).click();
  await other.saved();
  expect(Object.keys(await other.stored()).filter((key) => key.includes(':assessment:'))).toHaveLength(2);
});

test('in a tab without storage, a link opens all the same', async ({ app, page, browser }) => {
  const address = await answered(app, page);
  const reader = await (await browser.newContext()).newPage();
  await reader.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get: () => { throw new DOMException('', 'SecurityError'); } }));
  await reader.goto(address);
  await reader.getByRole('link', { name: 'See the answers' }).click();
  await expect(reader.locator('#title')).toHaveText('Zahlungen 🙂');
  await reader.reload();
  await expect(reader.locator('#title')).toHaveText('There is nothing at this address');
});

test('a link that lost or changed a letter says so, and one that is read again says where it went', async ({ app, page, site }) => {
  const address = await answered(app, page);
  const code = address.split('/share/')[1];
  for (const [bad, said] of [
    [code.slice(0, -1), 'The end of this link seems to be missing'], [code.slice(0, 20), 'The end of this link seems to be missing'],
    [code.slice(0, 10) + (code[10] === 'x' ? 'y' : 'x') + code.slice(11), /lost or changed|seems to be missing/],
    ['<img src=x onerror=alert(1)>', 'This is no link from Plumbline'], ['x'.repeat(50000), 'This is no link from Plumbline'],
  ]) {
    await page.goto(`${site.url}#/share/${encodeURIComponent(bad)}`);
    await expect(page.getByRole('alert')).toContainText(said);
  }
  // A sentence's end behind it does no harm.
  await page.goto(`${address}).`);
  await expect(page.locator('main')).toContainText('Zahlungen 🙂');
  expect(page.url()).toBe(address);
});

test('earlier states are kept, shown, gone back to, and that is undone', async ({ app, page }) => {
  await page.clock.install({ time: new Date('2026-03-02T09:00:00') });
  await app.open();
  await app.start('Earlier', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  await page.clock.setFixedTime(new Date('2026-03-03T15:00:00'));
  await app.choose('1 Initial');
  await app.answer('deployment-automation', '2 Emerging');
  await app.goTo('settings');
  const fold = page.locator('details', { hasText: 'Earlier states' });
  await fold.getByText('Earlier states').click();
  const row = fold.getByRole('listitem').filter({ hasText: '2026-03-02 09:00' }).first();
  await expect(row).toContainText('1 of');
  await row.getByRole('button', { name: /Go back to this/ }).click();
  await expect(page.locator('.notice')).toContainText('Everything is as it was on 2026-03-02 09:00');
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.practice('deployment-automation');
  await expect(app.choice('2 Emerging')).toBeChecked();
  await app.goTo('settings');
  await fold.getByText('Earlier states').click();
  await row.getByRole('button', { name: /Go back to this/ }).click();
  await app.practice('deployment-automation');
  await expect(app.choice('2 Emerging')).not.toBeChecked();
  await app.practice('ci-pipeline');
  await expect(app.choice('4 Measured')).toBeChecked();
});

test('two notes on one practice, written in two tabs, are both kept', async ({ app, page, context, site }) => {
  await app.open();
  await app.start('Notes', { quick: true });
  await app.practice('ci-pipeline');
  const other = await context.newPage();
  await other.goto(page.url());
  const field = (tab) => tab.getByLabel('Note', { exact: true });
  for (const tab of [page, other]) await tab.getByText('Note, evidence and target').click();
  await field(page).focus();
  await field(other).focus();
  await field(page).pressSequentially('From the first.');
  await expect.poll(() => new App(other, site).stored().then((all) => Object.values(all).join())).toContain('From the first.');
  await field(other).pressSequentially('From the second.');
  await expect(field(other)).toHaveValue('From the second.');
  await field(page).blur();
  await field(other).blur();
  for (const tab of [page, other]) {
    await expect(field(tab)).toHaveValue(/From the second\.[^]*Also written at the same time[^]*From the first\./);
  }
  // Whoever has seen both may make one of them.
  await field(page).fill('Agreed.');
  await field(page).blur();
  await expect(field(other)).toHaveValue('Agreed.');
});

test('tabs hear of each other where localStorage is blocked', async ({ app, page, context, site }) => {
  await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
  await app.open();
  await app.start('Blocked', { quick: true });
  await app.practice('ci-pipeline');
  await expect(app.loud()).toContainText('Saved in this browser’s database');
  const other = new App(await context.newPage(), site);
  await other.page.goto(page.url());
  await expect(other.choice('4 Measured')).not.toBeChecked();
  await app.choose('4 Measured');
  await expect(other.choice('4 Measured')).toBeChecked();
  await other.choose('5 Optimizing');
  await expect(app.choice('5 Optimizing')).toBeChecked();
});

test('after many answers without a download, the list suggests one, and no more once it is done', async ({ app, page }) => {
  await app.open();
  await app.start('Nudge');
  await app.answerInTurn(3);
  await app.home();
  await expect(page.getByText('was never downloaded')).toHaveCount(0);
  await page.getByRole('heading', { name: 'Nudge' }).getByRole('link').click();
  for (const { id } of practices.slice(4, 20)) {
    await app.practice(id);
    await app.choose('3 Defined');
  }
  await app.goTo('measurements');
  for (const label of ['Deployment frequency', 'Change lead time', 'Change fail rate', 'Deployment rework rate']) await page.getByLabel(label, { exact: true }).fill('5');
  await app.home();
  await expect(page.getByText('“Nudge” was never downloaded.')).toBeVisible();
  await app.downloadOf('Nudge');
  await expect(page.getByText('was never downloaded')).toHaveCount(0);
});
