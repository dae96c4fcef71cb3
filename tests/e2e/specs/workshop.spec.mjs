// Workshops: everyone answers, nobody is led, the room decides.
import { App, allHere, test as base, expect } from '../support/app.mjs';
import { looksRight, sizes } from '../support/looks.mjs';
import { begin, byHands, code, counted, fillIn, passOn, paste, setUp } from '../support/rooms.mjs';
import { serve } from '../support/site.mjs';

const asked = ['Automated deployment', 'Delivery metrics in use', 'Error budget policy', 'Toil known and measured', 'Golden paths', 'Who owns what'];
const level = (n) => new RegExp(`^${n} `);
const roles = ['Development', 'Operations', 'Platform'];
/** Nine people agree on two practices, differ on two, half know nothing of one, and leave one open. */
const nine = Array.from({ length: 9 }, (_, p) => [level(3), level((p % 5) + 1), p < 4 ? level(2) : /^We don’t know/, level(4), level(p < 6 ? 3 : 4), null]);
const ballotsIn = (page, n) => expect(page.getByRole('status').filter({ hasText: new RegExp(`^${n} ballots? (is|are) in\\.$`) })).toBeVisible();
/** Nothing of a vote is on a page. */
async function saysNothing(page, codes) {
  await expect(page.locator('.votes, .said')).toHaveCount(0);
  const html = await page.content();
  for (const said of [...codes.map((c) => c.replace(/^.*: /, '')), 'Initial', 'Emerging', 'Optimizing']) expect(html).not.toContain(said);
}
/** A workshop with the ballots of the first three, made once: the file of its assessment, the link's fragment, and a code that was cut. */
const test = base.extend({
  underWay: [async ({ browser }, use) => {
    const site = await serve();
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const app = new App(await context.newPage(), site);
    await setUp(app, { practices: asked, roles: true, names: true });
    const link = await begin(app);
    const codes = [];
    for (const [n, votes] of nine.slice(0, 3).entries()) {
      const own = await browser.newContext({ serviceWorkers: 'block' });
      const phone = await own.newPage();
      await phone.goto(link);
      await fillIn(phone, votes, { role: roles[n], name: 'Ann' });
      codes.push(await code(phone));
      await own.close();
    }
    await paste(app.page, codes.join('\n'));
    await ballotsIn(app.page, 3);
    const { text } = await app.download();
    await context.close();
    await site.stop();
    await use({ file: text, fragment: link.slice(link.indexOf('#')), cut: codes[0].slice(0, -5) });
  }, { scope: 'worker' }],
});
const agendaOf = (page, title) => page.locator('.agenda div', { has: page.getByRole('heading', { name: title }) }).last().getByRole('button', { name: /./ });

test('nine people with nine devices, with and without network, from the link to the report', async ({ app, page, browser, context, site }) => {
  await setUp(app, { practices: asked, roles: true, names: true });
  const link = await begin(app);
  expect(link.startsWith(site.url)).toBe(true);
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(page.getByText('No ballot is in yet.')).toBeVisible();

  const names = ['Ann', 'Bob', 'Cem', 'Dora', 'Eva', 'Finn', 'Gül', 'Hana', 'Ivo'];
  const codes = await Promise.all(nine.map(async (votes, p) => {
    const own = await browser.newContext({ viewport: { width: 375, height: 750 } });
    const phone = await own.newPage();
    const requests = [];
    await phone.goto(link);
    await expect(phone.getByRole('heading', { name: 'Your ballot' })).toBeVisible();
    phone.on('request', (r) => { if (r.url().startsWith('http')) requests.push(r.url()); });
    if (p % 2) await own.setOffline(true);
    await fillIn(phone, votes, { role: roles[p % 3], name: names[p] });
    await expect(phone.getByText('5 of 6 answered')).toBeVisible();
    const text = await code(phone);
    // A ballot never sends anything by itself.
    expect(requests).toEqual([]);
    await own.close();
    return text;
  }));
  expect(codes.every((c, p) => c.startsWith(`${names[p]}: PS`))).toBe(true);

  // The room's screen follows from a second window.
  const [screen] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Open the screen for the room' }).click()]);
  await expect(screen.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(screen.getByRole('button')).toHaveCount(0);

  // What a chat makes of codes: broken over lines, in quotes, cut, forged, foreign, twice.
  const [first, second, third, ...others] = codes;
  const bare = (c) => c.replace(/^.*: /, '');
  const changed = bare(others[0]).replace(/.$/, (c) => (c === '2' ? '3' : '2'));
  const foreign = `PS2222${bare(others[1]).slice(6)}`;
  await paste(page, [
    'Ann 10:31', `${first.slice(0, 14)}\n${first.slice(14)}`, `> “${second}”`, `Cem: ${bare(third).slice(0, -5)}`, `Dora: ${changed}`, foreign, second, 'thanks all!',
  ].join('\n'));
  await ballotsIn(page, 2);
  const said = page.locator('main li', { hasText: '…' });
  await expect(said.filter({ hasText: 'is incomplete or was changed on its way. Ask for it once more.' })).toHaveCount(2);
  await expect(said.filter({ hasText: 'belongs to another workshop' })).toHaveCount(1);
  await expect(said.filter({ hasText: 'was there already, and counts once.' })).toHaveCount(1);
  await expect(screen.getByText('2 ballots are in.')).toBeVisible();
  await paste(page, 'nothing of note was said');
  await expect(page.getByText('There is no ballot code of this workshop in this text.')).toBeVisible();
  await paste(page, others.join(' '));
  await ballotsIn(page, 8);
  await page.getByText('Ballots that are in').click();
  await expect(page.locator('.voters li')).toHaveCount(8);
  await expect(page.locator('.voters li').first()).toContainText('5 of 6 answered');
  await saysNothing(page, codes);
  await saysNothing(screen, codes);
  await app.saved();
  await page.reload();
  await ballotsIn(page, 8);
  await saysNothing(page, codes);

  // Nothing needs the network from here on.
  await Promise.all([page, screen].map(allHere));
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await expect(page.locator('#on-the-table')).toHaveText('Error budget policy');
  await expect(agendaOf(page, 'To discuss (3)')).toHaveText(['Error budget policy', 'Delivery metrics in use', 'Golden paths']);
  await expect(agendaOf(page, 'Everyone agrees (2)').first()).toHaveText('Automated deployment');
  await expect(agendaOf(page, 'Nobody answered (1)')).toHaveText(['Who owns what']);
  const say = (wanted) => Promise.all([page, screen].map((on) => expect.poll(() => counted(on)).toEqual(wanted)));
  await say(['0', '3', '0', '0', '0', '5', '0']);
  await expect(page.locator('main')).toContainText('5 do not know.');
  await expect(screen.locator('#title')).toHaveText('Error budget policy');
  await expect(screen.getByRole('timer')).toHaveText(/^[45]:\d\d$/);

  // The ninth ballot came late.
  await page.getByText('Somebody came late').click();
  await paste(page, third);
  await say(['0', '4', '0', '0', '0', '5', '0']);

  // Skipped, it comes back after all others.
  await page.getByRole('button', { name: 'Agreed, next' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Choose the answer that the room agrees on' })).toBeVisible();
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await expect(page.locator('#on-the-table')).toHaveText('Delivery metrics in use');
  await expect(page.locator('#on-the-table')).toBeFocused();
  await say(['2', '2', '2', '2', '1', '0', '0']);
  await expect(page.locator('main')).toContainText('answers go from 1 to 5');
  await expect(screen.locator('.notice')).toHaveCount(0);
  await page.getByRole('button', { name: 'Take the middle: 3 Defined' }).click();
  await expect(screen.locator('.notice')).toContainText('3 Defined');
  await page.getByRole('radio', { name: level(1) }).check();
  await expect(screen.locator('.notice')).toContainText('1 Initial');
  await page.getByText('Who sees it differently, and why').first().click();
  await page.getByLabel('Who sees it differently, and why').fill('Not for the batch jobs');
  await page.getByRole('button', { name: 'Add an action' }).click();
  const what = page.getByRole('textbox', { name: 'What', exact: true });
  await expect(what).toBeFocused();
  await what.fill('Count deployments');
  await page.getByRole('button', { name: 'Agreed, next' }).click();
  await expect(page.locator('#on-the-table')).toHaveText('Golden paths');
  await expect(agendaOf(page, 'Done (1)')).toHaveText(['Delivery metrics in use']);

  // Agreed by mistake, and undone.
  await page.getByRole('radio', { name: level(4) }).check();
  await page.getByRole('button', { name: 'Agreed, next' }).click();
  await expect(page.locator('#on-the-table')).toHaveText('Error budget policy');
  await expect(agendaOf(page, 'Done (2)')).toHaveCount(2);
  await page.locator('#on-the-table').focus();
  await page.keyboard.press('u');
  await expect(page.locator('#on-the-table')).toHaveText('Golden paths');
  await expect(agendaOf(page, 'Done (1)')).toHaveText(['Delivery metrics in use']);
  await page.getByRole('button', { name: 'Take these 2 answers' }).click();
  await expect(agendaOf(page, 'Done (3)')).toHaveCount(3);
  await agendaOf(page, /^If there is time/).filter({ hasText: 'Error budget' }).click();
  await expect(page.locator('#on-the-table')).toHaveText('Error budget policy');
  await page.getByRole('radio', { name: level(2) }).check();
  await page.getByRole('button', { name: 'Agreed, next' }).click();
  await context.setOffline(false);
  await app.saved();
  await page.reload();
  await expect(agendaOf(page, 'Done (4)')).toHaveCount(4);

  // After: distributions and names in the order of the alphabet, and no ballot.
  await page.getByRole('button', { name: 'Finish the workshop' }).click();
  await expect(page.getByRole('status').getByText('The workshop is finished: 4 practices agreed, 9 ballots counted.')).toBeVisible();
  await expect(screen.locator('#title')).toHaveText('Thank you all.');
  await page.getByText(/^Workshop \d{4}-\d\d-\d\d$/).click();
  await expect(page.getByText(`9 people took part: ${names.join(', ')}.`)).toBeVisible();
  const rows = await page.getByRole('table', { name: 'What the room says' }).locator('tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
    ['Automated deployment', '9 at 3', '3 Defined', '3 Defined', 'none'],
    ['Delivery metrics in use', '2 at 1, 2 at 2, 2 at 3, 2 at 4, 1 at 5', '3 Defined', '1 Initial', 'Not for the batch jobs'],
    ['Error budget policy', '4 at 2, 5 don’t know', '2 Emerging', '2 Emerging', 'none'],
    ['Toil known and measured', '9 at 4', '4 Measured', '4 Measured', 'none'],
    ['Golden paths', '6 at 3, 3 at 4', '3 Defined', '4 Measured', 'none'],
    ['Who owns what', 'none', 'none', 'Not answered', 'none'],
  ].map((row) => row.map((cell) => (cell === 'none' ? expect.stringMatching(/^(none|None|–|not reached)$/i) : cell))));
  await app.saved();
  const stored = JSON.stringify(Object.values(await app.database()).map((text) => JSON.parse(text).body));
  for (const text of [...codes.map(bare), '"keys"', '"ballots":{"']) expect(stored.replace(/"ballots":\{\}/g, '')).not.toContain(text);

  // The report says what the room said; without notes and names it does not say who and why.
  await app.place('Share');
  await app.document();
  const full = await app.download('Page (HTML)');
  expect(full.text).toContain('4 at 2, 5 don’t know');
  expect(full.text).toContain('Not for the batch jobs');
  await page.getByLabel(/Notes, evidence/).uncheck();
  await page.getByLabel(/^Names: of the team/).uncheck();
  const bareReport = await app.download('Page (HTML)');
  expect(bareReport.text).toContain('4 at 2, 5 don’t know');
  for (const gone of ['Not for the batch jobs', 'Dora']) expect(bareReport.text).not.toContain(gone);
});

test('a ballot leaves the assessments of its browser alone, keeps its draft, and is deleted when asked', async ({ app, page, browser, site }) => {
  await setUp(app, { practices: asked.slice(0, 3) });
  const link = await begin(app);
  const own = await browser.newContext();
  const phone = await own.newPage();
  const voter = new app.constructor(phone, site);
  await voter.open();
  await voter.start('Own team', { quick: true });
  await voter.answerInTurn(3);
  await voter.saved();
  const kept = async () => {
    const stored = Object.entries(await voter.stored());
    return { quick: stored.filter(([key]) => !key.startsWith('plumbline:ballot:')), database: await voter.database(), drafts: stored.length };
  };
  const before = await kept();
  await phone.goto(link);
  await expect(phone.getByText('Your own assessments in this browser stay as they are.')).toBeVisible();
  await phone.getByRole('button', { name: 'Begin' }).click();
  await phone.getByRole('radio', { name: level(2) }).check();
  // Keys that undo elsewhere do nothing to the assessments from here.
  await phone.keyboard.press('u');
  await phone.keyboard.press('Control+z');
  await phone.getByRole('button', { name: 'Next', exact: true }).click();
  await phone.getByRole('button', { name: 'Between two levels', exact: true }).click();
  await phone.getByRole('radio', { name: /^Between 3 and 4/ }).check();
  const during = await kept();
  expect(during.quick).toEqual(before.quick);
  expect(during.database).toEqual(before.database);
  expect(during.drafts).toBe(before.drafts + 2);

  await phone.reload();
  await phone.getByRole('button', { name: 'Go on' }).click();
  await expect(phone.getByText('Question 3 of 3')).toBeVisible();
  await phone.getByRole('radio', { name: level(5) }).check();
  await phone.getByRole('button', { name: 'To the end' }).click();
  const first = await code(phone);
  await phone.reload();
  expect(await code(phone)).toBe(first);

  // A changed ballot replaces the first one.
  await paste(page, first);
  await ballotsIn(page, 1);
  await phone.getByRole('button', { name: 'Change my answers' }).click();
  await expect(phone.getByRole('radio', { name: level(2) })).toBeChecked();
  await phone.getByRole('radio', { name: level(4) }).check();
  await phone.getByRole('button', { name: 'To the end' }).click();
  const second = await code(phone);
  expect(second).not.toBe(first);
  await paste(page, second);
  await expect(page.getByText('replaces an earlier one of the same person')).toBeVisible();
  await ballotsIn(page, 1);

  await phone.getByRole('button', { name: 'Delete my ballot from this browser' }).click();
  await expect(phone.getByRole('heading', { name: 'Your ballot is deleted from this browser.' })).toBeVisible();
  expect(await kept()).toEqual(before);
  await own.close();
});

test('a damaged or foreign link is named', async ({ app, page }) => {
  await setUp(app, { practices: asked.slice(0, 2) });
  const link = await begin(app);
  const fragment = link.slice(link.indexOf('#'));
  for (const bad of [fragment.slice(0, -3), '#/vote/', '#/vote/%00<script>', fragment.replace(/.{8}$/, ''), fragment.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'))]) {
    await page.evaluate((to) => { location.hash = to; }, bad);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Begin' })).toHaveCount(0);
  }
});

test('one device goes round: each ballot is hidden before the next, and no key brings it back', async ({ app, page }) => {
  await setUp(app, { practices: asked.slice(0, 2) });
  await begin(app);
  await passOn(page);
  for (const votes of [[level(2), level(5)], [level(2), level(1)]]) {
    await fillIn(page, votes);
    await page.getByRole('button', { name: 'Hand in my ballot' }).click();
    await expect(page.getByRole('heading', { name: 'Your ballot is in. Thank you.' })).toBeVisible();
    await page.keyboard.press('u');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('radio')).toHaveCount(0);
    await expect(page.locator('main')).not.toContainText(/Initial|Emerging|Optimizing|PB/);
    await page.getByRole('button', { name: 'Next person' }).click();
    await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.goBack();
  await ballotsIn(page, 2);
  await saysNothing(page, []);
  // Of two ballots everybody can tell whose they are: that is asked about, and said to the room.
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await expect(page.locator('#reveal-few')).toBeFocused();
  await expect(page.locator('#reveal-few')).toContainText('Only 2 ballots are in.');
  await page.getByRole('button', { name: 'Reveal all the same' }).click();
  await expect(agendaOf(page, 'To discuss (1)')).toHaveText(['Delivery metrics in use']);
  await expect(page.locator('main')).toContainText('Two camps, half of the room each: 1 and below, 5 and above.');
  await expect(page.getByRole('button', { name: /^Take the middle/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Show it in this window' }).click();
  await expect(page.locator('.screen')).toContainText(/Revealed at \d\d:\d\d with 2 ballots\. With so few, you can tell who said what\./);
  // The room sees the words that it votes on.
  await expect(page.locator('.screen .says')).toHaveCount(5);
  await expect(page.locator('.screen .says').first()).toHaveText(/\w{3}/);
  await page.getByRole('link', { name: 'Leave' }).click();
  await expect(agendaOf(page, 'Everyone agrees (1)')).toHaveText(['Automated deployment', 'Take this answer']);
});

test('a show of hands needs no ballots', async ({ app, page }) => {
  await setUp(app, { practices: asked.slice(0, 2) });
  await begin(app);
  await byHands(page);
  await agendaOf(page, 'Nobody answered (2)').filter({ hasText: 'Delivery metrics' }).click();
  await page.getByText('Count hands').click();
  await page.getByRole('textbox', { name: '2 Emerging', exact: true }).fill('4');
  await page.getByRole('textbox', { name: '4 Measured', exact: true }).fill('3');
  await expect(page.locator('main')).toContainText('The middle is 2 Emerging; answers go from 2 to 4.');
  await page.getByRole('button', { name: 'Take the middle: 2 Emerging' }).click();
  await page.getByRole('button', { name: 'One minute more' }).click();
  await expect(page.getByRole('timer')).toHaveText(/^[56]:\d\d$/);
  await page.getByRole('button', { name: 'Agreed, next' }).click();
  await page.getByRole('button', { name: 'Finish the workshop' }).click();
  await page.getByText(/^Workshop \d{4}-\d\d-\d\d$/).click();
  await expect(page.getByRole('table', { name: 'What the room says' })).toContainText('4 at 2, 3 at 4');
  // And back to the table.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(agendaOf(page, 'Done (1)')).toHaveText(['Delivery metrics in use']);
});

test('a room halfway between two levels is taken at its word, an earlier answer leads nobody, and a second vote replaces the first', async ({ app, page, browser }) => {
  await setUp(app, { practices: asked.slice(0, 2) });
  await page.getByLabel('People in the room').fill('4');
  const link = await begin(app);
  const vote = async (votes) => {
    const own = await browser.newContext();
    const phone = await own.newPage();
    await phone.goto(link);
    await fillIn(phone, votes);
    return { own, phone };
  };
  const people = [];
  for (const n of [1, 2, 5]) people.push(await vote(['Between 2 and 3', level(n)]));
  await paste(page, (await Promise.all(people.map(({ phone }) => code(phone)))).join('\n'));
  await expect(page.getByText('3 of 4 ballots are in.')).toBeVisible();
  // What the team answered before is no word of the room.
  await app.answer('delivery-metrics', '4 Measured');
  await app.goTo('workshop');
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await expect(page.locator('#on-the-table')).toHaveText('Delivery metrics in use');
  await expect(page.getByText('Before the workshop: 4 Measured.')).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Agreed, next' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Choose the answer that the room agrees on' })).toBeVisible();
  await page.getByRole('button', { name: 'Take this answer' }).click();
  await expect(agendaOf(page, 'Done (1)')).toHaveText(['Automated deployment']);

  // The third one has heard the others, and sends another code.
  const [{ phone }] = people.slice(-1);
  await phone.getByRole('button', { name: 'Change my answers' }).click();
  await phone.getByRole('button', { name: 'Next', exact: true }).click();
  await phone.getByRole('radio', { name: level(3) }).check();
  await phone.getByRole('button', { name: 'To the end' }).click();
  await page.getByText('Somebody came late').click();
  await expect(page.getByLabel('Link for everyone')).toHaveValue(link);
  await paste(page, await code(phone));
  const counts = () => counted(page);
  await expect.poll(counts).toEqual(['1', '1', '1', '0', '0', '0', '0']);
  // Then all raise their hands.
  await page.getByText('Vote once more by hands').click();
  await page.getByRole('textbox', { name: '2 Emerging', exact: true }).fill('4');
  await expect.poll(counts).toEqual(['0', '4', '0', '0', '0', '0', '0']);
  await expect(page.getByText('At first: 1 at 1, 1 at 2, 1 at 3.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the middle: 2 Emerging' }).click();
  await expect(page.getByText('Before the workshop')).toHaveCount(0);
  await page.getByRole('button', { name: 'Agreed, next' }).click();
  await page.getByRole('button', { name: 'Finish the workshop' }).click();
  await page.getByText(/^Workshop \d{4}-\d\d-\d\d$/).click();
  await expect(page.getByText('4 people took part.')).toBeVisible();
  const rows = page.getByRole('table', { name: 'What the room says' }).locator('tbody tr');
  await expect(rows.nth(0)).toContainText(/3 at 2½\s*Between 2 and 3\s*Between 2 and 3/);
  await expect(rows.nth(1)).toContainText('4 at 2; at first 1 at 1, 1 at 2, 1 at 5');
  for (const { own } of people) await own.close();
});

test('an open workshop says what the room says while it says it; given up, it comes back', async ({ app, page, browser }) => {
  await setUp(app, { practices: asked.slice(0, 2), secret: false });
  const link = await begin(app);
  const own = await browser.newContext();
  const phone = await own.newPage();
  await phone.goto(link);
  await fillIn(phone, [level(2), null]);
  await paste(page, await code(phone));
  await own.close();
  await page.getByText('What the room says so far').click();
  await expect(page.locator('.votes')).toHaveCount(1);
  await expect(page.locator('.votes tr', { hasText: '2 Emerging' }).locator('.count')).toHaveText('1');
  await page.getByRole('button', { name: 'Give up the workshop' }).click();
  await expect(page.getByRole('button', { name: 'Begin the workshop' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await ballotsIn(page, 1);
  // With one screen only, the same window shows what the room may see, and leads back.
  await page.getByRole('link', { name: 'Show it in this window' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await page.getByRole('link', { name: 'Leave' }).click();
  await ballotsIn(page, 1);
});

for (const [label, use] of Object.entries(sizes)) {
  test.describe(label, () => {
    test.use(use);
    const look = (page, name) => looksRight(page, use.viewport, label, name);
    /** The workshop with three ballots in, and one text that is none. */
    const collecting = async (app, underWay) => {
      await app.open();
      await app.importText(underWay.file);
      await app.page.getByRole('link', { name: 'Payments' }).click();
      await app.goTo('workshop');
      await ballotsIn(app.page, 3);
    };

    test('setting up a workshop passes axe, light and dark, and fits its width', async ({ app, page }) => {
      await setUp(app, { practices: asked, roles: true, names: true });
      await look(page, 'workshop-set-up');
    });

    test('a ballot passes axe, light and dark, and fits its width', async ({ app, underWay, page }) => {
      await app.open(underWay.fragment);
      await look(page, 'ballot-start');
      await fillIn(page, nine[0], { role: roles[0], name: 'Ann' });
      await look(page, 'ballot-end');
      await page.getByRole('button', { name: 'Change my answers' }).click();
      await look(page, 'ballot-question');
    });

    test('collecting ballots passes axe, light and dark, and fits its width', async ({ app, underWay, page }) => {
      await collecting(app, underWay);
      await paste(page, underWay.cut);
      await expect(page.getByText('is incomplete or was changed on its way')).toBeVisible();
      await page.getByText('Ballots that are in').click();
      await look(page, 'workshop-collect');
      await page.getByRole('link', { name: 'Show it in this window' }).click();
      await look(page, 'room-collect');
    });

    test('discussing them passes axe, light and dark, and fits its width', async ({ app, underWay, page }) => {
      await collecting(app, underWay);
      await page.getByRole('button', { name: 'Reveal and discuss' }).click();
      await page.getByText('Vote once more by hands').click();
      await page.getByRole('button', { name: 'Add an action' }).click();
      await page.getByRole('button', { name: /^Take the middle/ }).click();
      await look(page, 'workshop-discuss');
      await page.getByRole('link', { name: 'Show it in this window' }).click();
      await look(page, 'room-discuss');
      await page.getByRole('link', { name: 'Leave' }).click();
      await page.getByRole('button', { name: 'Finish the workshop' }).click();
      await page.getByText(/^Workshop \d{4}-\d\d-\d\d$/).click();
      await look(page, 'workshop-finished');
    });
  });
}
