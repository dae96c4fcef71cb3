// A room without a network: twelve phones load the link, and from then on everything goes by light, from
// their screens into the facilitator's camera.
import { allHere, test, expect } from '../support/app.mjs';
import { away, photographed, show, withCamera } from '../support/camera.mjs';
import { begin, fillIn, setUp } from '../support/rooms.mjs';
import { says, scan } from '../support/scans.mjs';

test.use({ launchOptions: withCamera() });
test.afterAll(away);

const asked = ['Automated deployment', 'Delivery metrics in use', 'Error budget policy', 'Toil known and measured', 'Golden paths'];
const level = (n) => new RegExp(`^${n} `);
/** Three camps of four people each. */
const camps = [
  [level(3), level(1), level(2), level(4), 'Between 2 and 3'],
  [level(3), level(2), /^We don’t know/, level(4), level(3)],
  [level(3), level(5), level(2), level(4), null],
];
const agendaOf = (page, title) => page.locator('.agenda div', { has: page.getByRole('heading', { name: title }) }).last().getByRole('button', { name: /./ });

test('twelve phones vote, are scanned, vote once more, and the report counts them right', async ({ app, page, browser, context, site }) => {
  await context.grantPermissions(['camera']);
  await setUp(app, { practices: asked });
  await page.getByLabel('People in the room').fill('12');
  const link = await begin(app);

  const phones = await Promise.all(Array.from({ length: 12 }, async (_, n) => {
    const size = n % 2 ? { width: 375, height: 667 } : { width: 390, height: 844 };
    const own = await browser.newContext({ viewport: size, deviceScaleFactor: 2, hasTouch: true, isMobile: true, serviceWorkers: 'block' });
    const phone = await own.newPage();
    await phone.goto(link);
    await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
    await own.setOffline(true);
    return phone;
  }));
  // What scans is loaded once while there is a network; without one it would come from the copy.
  await show(await photographed(context, [null]));
  await scan(page).click();
  await says(page, 'Ready. Show the first code.');
  await page.getByRole('button', { name: 'Stop scanning' }).click();
  await allHere(page);
  await context.setOffline(true);
  await site.stop();

  const screens = await Promise.all(phones.map(async (phone, n) => {
    await fillIn(phone, camps[n % 3]);
    await expect(phone.getByRole('img', { name: 'QR code of the ballot code' })).toBeInViewport({ ratio: 1 });
    return phone.screenshot();
  }));
  await show(await photographed(context, screens));
  await scan(page).click();
  await says(page, 'Ballot 12 of 12 is in.');
  await expect(page.getByText('All 12 ballots are in.')).toBeVisible();
  await page.getByRole('button', { name: 'Stop scanning' }).click();

  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await expect(page.locator('#on-the-table')).toHaveText('Delivery metrics in use');
  await expect(page.getByText('answers go from 1 to 5')).toBeVisible();

  // The first camp is persuaded, and shows its new codes.
  const again = await Promise.all(phones.filter((_, n) => n % 3 === 0).map(async (phone) => {
    await phone.getByRole('button', { name: 'Change my answers' }).tap();
    await phone.getByRole('button', { name: 'Next', exact: true }).tap();
    await phone.getByRole('radio', { name: level(2) }).check();
    await phone.getByRole('button', { name: 'To the end' }).tap();
    await expect(phone.getByRole('img', { name: 'QR code of the ballot code' })).toBeVisible();
    return phone.screenshot();
  }));
  await show(await photographed(context, again));
  await page.getByText('Somebody came late').click();
  await scan(page).click();
  await expect(page.getByText('answers go from 2 to 5')).toBeVisible();
  await page.getByRole('button', { name: 'Stop scanning' }).click();

  await page.getByRole('radio', { name: level(2) }).check();
  await page.getByRole('button', { name: 'Agreed, next' }).click();
  await page.getByRole('button', { name: 'Take these 2 answers' }).click();
  await expect(agendaOf(page, 'Done (3)')).toHaveCount(3);
  await page.getByRole('button', { name: 'Finish the workshop' }).click();
  await expect(page.getByRole('status').getByText('The workshop is finished: 3 practices agreed, 12 ballots counted.')).toBeVisible();

  await app.place('Share');
  await app.document();
  const { text } = await app.download('Page (HTML)');
  const report = await browser.newPage();
  await report.setContent(text);
  const rows = await report.locator('tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
  const said = (title) => rows.find(([first, second]) => first === title && /\d at \d/.test(second))?.slice(1, 4);
  expect(asked.map(said)).toEqual([
    ['12 at 3', '3 Defined', '3 Defined'],
    ['8 at 2, 4 at 5; at first 4 at 1, 4 at 2, 4 at 5', '2 Emerging', '2 Emerging'],
    ['8 at 2, 4 don’t know', '2 Emerging', 'Not answered'],
    ['12 at 4', '4 Measured', '4 Measured'],
    ['4 at 2½, 4 at 3', expect.anything(), 'Not answered'],
  ]);
  await Promise.all(phones.map((phone) => phone.context().close()));
});
