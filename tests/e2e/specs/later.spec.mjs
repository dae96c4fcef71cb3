// The app comes in files that follow one another. With the first one alone somebody can fill in the form, nothing
// is lost, and the page says what it waits for; a ballot on a phone loads what a ballot needs.
import { App, test, expect } from '../support/app.mjs';
import { closing } from '../support/closing.mjs';
import { begin, code, fillIn, setUp } from '../support/rooms.mjs';
import { quick } from '../support/questionnaire.mjs';
import { verdict } from '../support/verdict.mjs';

/** What changes and keeps assessments. */
const BASE = '_base.wasm';
const end = (url) => /plumbline-[0-9a-f]+(_\w+\.wasm)$/.exec(url)?.[1];
/** The files of the app that a page asks for, by the ends of their names; nothing is asked for ahead of time. */
async function listen(page) {
  await page.addInitScript(() => { window.requestIdleCallback = () => 0; });
  const asked = [];
  page.on('request', (request) => { asked.push(request.url()); });
  return asked;
}

/** Opens the page with what follows the first file held back until it is let go. */
async function hold({ page, site }, fragment = '', what = BASE) {
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route(`**/*${what}`, async (route) => { await held; await route.continue(); });
  await page.goto(site.url + fragment);
  await expect(page.locator('#title')).toBeVisible();
  return release;
}
const waiting = (page) => page.getByText('One moment: the rest of the app is on its way.');

test('who starts before the rest is here, starts when it comes, once', async ({ app, page, site }) => {
  const release = await hold({ page, site });
  await page.getByLabel('Team', { exact: true }).fill('Payments');
  const start = page.getByRole('button', { name: 'Start quick check' });
  await start.click();
  await expect(waiting(page)).toBeVisible();
  await start.click();
  await expect(page.getByLabel('Team', { exact: true })).toHaveValue('Payments');
  release();
  await expect(page).toHaveURL(/practice/);
  await expect(page.locator('.progress')).toContainText('1 of');
  await expect(page.locator('#title')).toBeFocused();
  await expect(waiting(page)).toHaveCount(0);
  await app.saved();
  expect(Object.keys(await app.stored()).filter((key) => key.startsWith('plumbline:assessment:'))).toHaveLength(1);
});

const atRest = (page) => page.evaluate(() => new Promise((done) => { requestIdleCallback(done, { timeout: 1000 }); }));

test('what is being pressed when the rest comes, is pressed', async ({ app, page, site }) => {
  const release = await hold({ page, site });
  await page.getByRole('button', { name: 'See a sample' }).hover();
  await page.mouse.down();
  const here = page.waitForEvent('requestfinished', (request) => request.url().endsWith(BASE));
  release();
  await here;
  await atRest(page);
  await page.mouse.up();
  await expect(page.locator('#title')).toHaveText(verdict);
  await app.saved();
});

test('what is being pressed when another tab says something, is pressed', async ({ app, page, context, site }) => {
  await app.open();
  await page.getByRole('button', { name: 'See a sample' }).click();
  const add = page.locator('.first').getByRole('button', { name: /^Add to plan: / }).first();
  const title = (await add.getAttribute('aria-label')).replace('Add to plan: ', '');
  await add.hover();
  await page.mouse.down();
  const other = new App(await context.newPage(), site);
  await other.open(new URL(page.url()).hash);
  await other.answer('slo-targets', '5 Optimizing');
  await other.saved();
  await atRest(page);
  await page.mouse.up();
  await expect(page.getByRole('link', { name: `In your plan: ${title}` }).first()).toBeVisible();
});

test('what is kept stands there as soon as it was read, and the first page not before', async ({ app, page }) => {
  await app.open();
  await app.start('Payments');
  await app.saved();
  await page.goto('about:blank');
  const release = await hold({ page, site: app.site });
  await expect(page.locator('#title')).toHaveText('Opening…');
  await expect(page.getByLabel('Team', { exact: true })).toHaveCount(0);
  release();
  await expect(page.getByRole('link', { name: 'Payments', exact: true })).toBeVisible();
  await expect(page.getByLabel('Team', { exact: true })).toBeVisible();
});

test.describe('where the line breaks', () => {
  test.use({ allowed: /ERR_FAILED|Failed to fetch/ });
  test('an address of an assessment waits until it was read, and says so where that fails', async ({ app, page }) => {
    await app.open();
    await app.start('Payments');
    await app.saved();
    const at = page.url();
    await page.goto('about:blank');
    await page.route(`**/*${BASE}`, (route) => route.abort());
    await page.goto(at);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.unroute(`**/*${BASE}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('#title')).toHaveText('Payments');
  });
});

test('a question stands before it can be changed; what is answered by then is kept as soon as that is here', async ({ app, page, site }) => {
  await withSample(app);
  const release = await hold({ page, site }, pieces.answer[0]);
  const radios = page.locator('#form-slo-targets').getByRole('radio');
  await radios.nth(2).check();
  await expect(page.locator('.status:not(.loud)')).toHaveText('Saving…');
  await radios.nth(3).focus();
  await radios.nth(3).check();
  await radios.nth(3).evaluate((found) => { found.isTheSame = true; });
  const before = await app.stored();
  release();
  await app.saved();
  expect(await app.stored()).not.toEqual(before);
  await expect(radios.nth(3)).toBeFocused();
  expect(await radios.nth(3).evaluate((found) => found.isTheSame)).toBe(true);
  await page.reload();
  await expect(radios.nth(3)).toBeChecked();
});

test.describe('where what keeps answers does not come', () => {
  test.use({ allowed: /ERR_FAILED|Failed to fetch/ });
  for (const [name, place, shown] of [
    ['a question', 'answer', (page) => page.locator('#form-slo-targets').getByRole('radio').first()],
    ['the results', 'results', (page) => page.locator('.results canvas').first()],
    ['the plan', 'plan', (page) => page.locator('.planned')],
  ]) {
    test(`${name} can be looked at, and it is said that nothing can be saved`, async ({ app, page, site }) => {
      await withSample(app);
      await page.route(`**/*${BASE}`, (route) => route.abort());
      await page.goto(site.url + pieces[place][0]);
      await expect(shown(page)).toBeVisible();
      await expect(page.getByText('The rest of the app could not be loaded.')).toBeVisible();
    });
  }

  test('an answer waits, closing the page asks, and trying again saves it', async ({ app, page, site }) => {
    await withSample(app);
    await page.route(`**/*${BASE}`, (route) => route.abort());
    await page.goto(site.url + pieces.answer[0]);
    const failed = page.getByText('The rest of the app could not be loaded.');
    await expect(failed).toBeVisible();
    const radio = page.locator('#form-slo-targets').getByRole('radio').nth(4);
    await radio.check();
    await expect(page.locator('.status:not(.loud)')).toHaveText('Saving…');
    expect(await closing(page)).toEqual(['beforeunload']);
    await page.unroute(`**/*${BASE}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await app.saved();
    await expect(failed).toHaveCount(0);
    await page.reload();
    await expect(radio).toBeChecked();
  });
});

test.describe('what changes assessments comes after what needs it', () => {
  test.use({ allowed: /ERR_FAILED|Failed to fetch/ });
  test('what was asked for is done all the same', async ({ page, site }) => {
    // The first time, and once more past the cache.
    let broken = 0;
    await page.route(`**/*${BASE}`, (route) => (++broken > 2 ? route.continue() : route.abort()));
    await page.goto(site.url);
    await expect.poll(() => broken).toBe(2);
    await page.getByRole('button', { name: 'See a sample' }).click();
    await expect(page.locator('#title')).toHaveText(verdict);
    await expect(waiting(page)).toHaveCount(0);
  });
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
  const arrived = page.waitForResponse(`**/*${BASE}`);
  release();
  await (await arrived).finished();
  await team.pressSequentially('ments');
  await expect(team).toHaveValue('Payments');
  await expect(team).toBeFocused();
});

/** A page of each piece of the app, a part of its heading, and the files that it needs beside the first one. */
const pieces = {
  answer: ['#/a/sample/practice/slo-targets', /./],
  results: ['#/a/sample/results', verdict],
  plan: ['#/a/sample/roadmap', /./],
  workshop: ['#/a/sample/workshop', 'Workshop'],
  share: ['#/a/sample/report', /./],
  measure: ['#/a/sample/measurements', 'Measurements'],
  teams: ['#/portfolio', 'Portfolio'],
  data: ['#/about', 'About the questionnaire'],
};
/** What comes to a page that stands without it. */
const next = { results: ['advice', 'findings'] };
/** And what the app asks for then. */
const last = { results: ['numbers'] };
/** The files that a page of the built app names for pieces. */
const filesOf = (page, ...of) => page.evaluate((of) => [...document.querySelectorAll('link[rel=later]')]
  .filter((link) => link.dataset.for?.split(' ').some((piece) => of.includes(piece))).map((link) => link.href), of);
/** Opens the sample, and leaves it. */
async function withSample(app) {
  await app.open();
  await app.page.getByRole('button', { name: 'See a sample' }).click();
  await expect(app.page.locator('#title')).toHaveText(verdict);
  await app.saved();
  await app.page.goto('about:blank');
}

for (const [piece, [place, title]] of Object.entries(pieces)) {
  test.describe(`the piece for ${piece}`, () => {
    test('is asked for by its address, with nothing that its page does not need', async ({ app, page, site }) => {
      await withSample(app);
      const asked = await listen(page);
      let release;
      const held = new Promise((done) => { release = done; });
      // Before there is any app that could ask.
      await page.route('**/*_bg.wasm', async (route) => { await held; await route.continue(); });
      await page.goto(site.url + place, { waitUntil: 'commit' });
      const ahead = () => asked.filter((url) => url.endsWith('.wasm') && end(url) !== '_bg.wasm').sort();
      await expect.poll(async () => ahead()).not.toEqual([]);
      const needed = (await filesOf(page, piece, ...next[piece] ?? [])).sort();
      await expect.poll(async () => ahead()).toEqual(needed);
      release();
      await expect(page.locator('#title')).toHaveText(title);
      await expect(page.locator('#title')).not.toHaveText('Opening…');
      // The page, three files that begin, and no more; beside that, the list of what is published is looked for.
      expect((await filesOf(page, piece)).length + 4).toBeLessThanOrEqual({ answer: 9, results: 9, plan: 11, measure: 16, data: 15, share: 20 }[piece] ?? 19);
      // What changes and keeps it comes by itself, and nothing else.
      const all = (await filesOf(page, piece, ...next[piece] ?? [], ...last[piece] ?? [], 'keep')).sort();
      await expect.poll(async () => ahead()).toEqual(all);
    });

    const spoilt = {
      'is missing': () => null,
      'was tampered with': (body) => Buffer.concat([body, Buffer.from([0, 1, 0])]),
      'was cut': (body) => body.subarray(0, body.length / 2),
    };
    for (const [what, spoil] of Object.entries(spoilt)) {
      test.describe(`that ${what}`, () => {
        let spoiled = '';
        test.use({ allowed: /404|integrity|digest|HTTP 404|Failed to fetch/, siteOptions: { tamper: (name, body) => (spoiled && name.endsWith(spoiled) ? spoil(body) : body) } });
        test.beforeEach(() => { spoiled = ''; });
        test('is not run; the page says so, and goes on once it is there', async ({ app, page, site }) => {
          await withSample(app);
          await page.goto(site.url);
          const files = (await filesOf(page, piece, ...next[piece] ?? [])).map(end);
          expect(files).toContain(`_${piece}.wasm`);
          for (const file of files) {
            spoiled = file;
            await page.goto('about:blank');
            await page.goto(site.url + place);
            const failed = page.getByText('The rest of the app could not be loaded.');
            await expect(failed.first()).toBeVisible();
            // What is found in results, and what changes them, may want the same file; one press asks for both.
            const again = page.getByRole('button', { name: 'Try again' }).first();
            await again.click();
            await expect(failed.first()).toBeVisible();
            spoiled = '';
            await again.click();
            await expect(page.locator('#title')).toHaveText(title);
            await expect(failed).toHaveCount(0);
          }
        });
      });
    }
  });
}

test.describe('a file that is missing at the start', () => {
  let isMissing;
  test.use({ allowed: /404|integrity|Failed to fetch/, siteOptions: { tamper: (name, body) => (isMissing && name.endsWith(BASE) ? null : body) } });
  test.beforeEach(() => { isMissing = true; });
  test('keeps nobody from starting, and is said when it is needed', async ({ app, page, site }) => {
    await page.goto(site.url);
    await app.heading();
    await page.getByLabel('Team', { exact: true }).fill('Payments');
    await page.getByRole('button', { name: 'Start quick check' }).click();
    await expect(page.getByText('The rest of the app could not be loaded.')).toBeVisible();
    isMissing = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.progress')).toContainText('1 of');
    await app.saved();
  });
});

test.describe('a piece that nobody has asked for', () => {
  let isMissing;
  test.use({ allowed: /404|integrity|Failed to fetch/, siteOptions: { tamper: (name, body) => (isMissing && name.endsWith('_results.wasm') ? null : body) } });
  test.beforeEach(() => { isMissing = true; });
  test('may be missing unnoticed, and is asked for once more by whoever goes there', async ({ app, page, site }) => {
    const missed = page.waitForResponse((response) => response.url().endsWith('_results.wasm') && response.status() === 404);
    await page.goto(site.url);
    await app.start('Payments', { quick: true });
    await missed;
    await app.answerInTurn(2);
    await expect(page.getByText('could not be loaded')).toHaveCount(0);
    isMissing = false;
    await app.place('Results');
    await expect(page.locator('.results')).toBeVisible();
  });
});

test('numbers and strips stand before what is found in them; nothing jumps or is built anew when that comes', async ({ app, page, site }) => {
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  await withSample(app);
  const release = await hold({ page, site }, pieces.results[0], '_advice.wasm');
  await expect(page.locator('#title')).toHaveText(verdict);
  await expect(page.locator('.stat')).toHaveCount(5);
  await expect(page.locator('.stat .reading').first()).toHaveText(/^\d+/);
  const strip = page.locator('.profile-part .stripe a').first();
  await strip.focus();
  await strip.evaluate((found) => { found.isTheSame = true; });
  const { y } = await strip.boundingBox();
  release();
  await expect(page.locator('.do .plan')).toHaveCount(3);
  // What to do comes with what finds it.
  for (const act of await page.locator('.do .act').all()) await expect(act).toHaveText(/./);
  await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible();
  expect(await strip.evaluate((found) => found.isTheSame)).toBe(true);
  await expect(strip).toBeFocused();
  expect(Math.abs((await strip.boundingBox()).y - y)).toBeLessThan(24);
  expect(await page.evaluate(() => window.shift)).toBeLessThan(0.1);
});

test('what to do first stands before what is found below', async ({ app, page, site }) => {
  await withSample(app);
  const release = await hold({ page, site }, pieces.results[0], '_findings.wasm');
  await expect(page.locator('.do .plan')).toHaveCount(3);
  for (const act of await page.locator('.do .act').all()) await expect(act).toHaveText(/./);
  await expect(page.getByRole('heading', { name: 'Next steps' })).toHaveCount(0);
  const step = page.locator('.do a').first();
  await step.focus();
  release();
  await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible();
  await expect(step).toBeFocused();
});

test('each file of the results is asked for once, even where the browser says late which ones have ended', async ({ app, page, site }) => {
  await withSample(app);
  await page.addInitScript(() => {
    const late = [];
    window.PerformanceObserver = class extends PerformanceObserver {
      constructor(hear) { super((...heard) => { late.push(() => hear.apply(this, heard)); }); }
    };
    window.hearLate = () => { for (const hear of late) hear(); };
  });
  const asked = await listen(page);
  await page.goto(site.url + pieces.results[0]);
  await expect(page.locator('.results canvas').first()).toBeVisible();
  // What changes it comes last.
  await expect.poll(() => asked.some((url) => url.endsWith(BASE))).toBe(true);
  // What that asks for is asked for before this.
  await page.evaluate(() => { window.hearLate(); return fetch('icon.svg'); });
  const files = asked.filter((url) => url.endsWith('.wasm')).map(end);
  expect(files.sort()).toEqual([...new Set(files)]);
});

test('who asks for a part of the results that is still to come is led there when it comes', async ({ app, page, site }) => {
  await withSample(app);
  const release = await hold({ page, site }, pieces.results[0], '_findings.wasm');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('button', { name: 'Numbers' }).click();
  await page.getByRole('button', { name: 'Radar' }).click();
  await expect(page.getByText('One moment: the rest of the app is on its way.').first()).toBeVisible();
  release();
  await expect(page.locator('#part-numbers')).toBeFocused();
  await expect(page.locator('.profile-part canvas').first()).toBeVisible();
});

test.describe('where what is found in results does not come', () => {
  test.use({ allowed: /ERR_FAILED|Failed to fetch/ });
  test('the numbers stand, it is said, and answers can be given and kept', async ({ app, page, site }) => {
    await withSample(app);
    await page.route('**/*_findings.wasm', (route) => route.abort());
    await page.goto(site.url + pieces.results[0]);
    const failed = page.getByText('The rest of the app could not be loaded.');
    await expect(failed).toBeVisible();
    await expect(page.locator('.stat .reading').first()).toHaveText(/^\d+/);
    await app.place('Assess');
    await page.goto(site.url + pieces.answer[0]);
    const radio = page.locator('#form-slo-targets').getByRole('radio').nth(4);
    await radio.check();
    await app.saved();
    await app.place('Results');
    await page.unroute('**/*_findings.wasm');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.results canvas').first()).toBeVisible();
    await expect(failed).toHaveCount(0);
  });

  test('tables and radars alone may be missing: it is said where they would stand, and they come when asked for once more', async ({ app, page, site }) => {
    await withSample(app);
    await page.route('**/*_numbers.wasm', (route) => route.abort());
    await page.goto(site.url + pieces.results[0]);
    await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible();
    await expect(page.locator('.numbers')).toContainText('The rest of the app could not be loaded.');
    await page.getByRole('button', { name: 'Radar' }).click();
    await expect(page.locator('.profile-part')).toContainText('The rest of the app could not be loaded.');
    await page.unroute('**/*_numbers.wasm');
    await page.locator('.numbers').getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.profile-part canvas').first()).toBeVisible();
    await page.locator('.numbers').getByText('Show as table').click();
    await expect(page.locator('.numbers table').first()).toBeVisible();
    await expect(page.getByText('The rest of the app could not be loaded.')).toHaveCount(0);
  });
});

test('a page is not built anew when other pieces come, and the focus stays', async ({ app, page, site }) => {
  await withSample(app);
  const release = await hold({ page, site }, pieces.answer[0], '_results.wasm');
  const radio = page.locator('#form-slo-targets').getByRole('radio').first();
  await radio.focus();
  await radio.evaluate((found) => { found.isTheSame = true; });
  const complete = page.waitForResponse('**/*_data.wasm');
  release();
  await complete;
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  expect(await radio.evaluate((found) => found.isTheSame)).toBe(true);
  await expect(radio).toBeFocused();
});

/** A question that a quick check does not ask. */
const other = '#/a/sample/practice/error-budget-policy';

test('a question of a quick check waits for no others; one that is no such waits for them, and is then asked', async ({ app, page, site }) => {
  await withSample(app);
  const release = await hold({ page, site }, pieces.answer[0], '_questions.wasm');
  await expect(page.locator('#form-slo-targets').getByRole('radio')).toHaveCount(7);
  await page.evaluate((to) => { location.hash = to; }, other);
  await expect(page.locator('#title')).toHaveText('Opening…');
  await expect(page.locator('#title')).toBeFocused();
  release();
  await expect(page.locator('#form-error-budget-policy').getByRole('radio')).toHaveCount(7);
  await expect(page.locator('#title')).toBeFocused();
});

test.describe('the questions that a quick check does not ask', () => {
  let isMissing;
  test.use({ allowed: /404|integrity|Failed to fetch/, siteOptions: { tamper: (name, body) => (isMissing && name.endsWith('_questions.wasm') ? null : body) } });
  test.beforeEach(() => { isMissing = false; });
  test('are missed by whoever asks for one of them, and can be asked for once more', async ({ app, page, site }) => {
    await withSample(app);
    isMissing = true;
    await page.goto(site.url + other);
    await expect(page.getByText('The rest of the app could not be loaded.')).toBeVisible();
    isMissing = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('#form-error-budget-policy').getByRole('radio')).toHaveCount(7);
    await page.goto('about:blank');
    isMissing = true;
    await page.goto(site.url + pieces.answer[0]);
    await expect(page.locator('#form-slo-targets').getByRole('radio')).toHaveCount(7);
  });
});

test('on a metered line, what nobody has asked for comes later', async ({ page, site, watch }) => {
  void watch;
  const asked = [];
  page.on('request', (request) => { if (end(request.url())) asked.push(end(request.url())); });
  await page.clock.install();
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true, effectiveType: '4g' } }));
  await page.goto(`${site.url}#/about`);
  await expect(page.locator('#title')).toHaveText('About the questionnaire');
  await page.clock.runFor(9_000);
  expect(asked).not.toContain('_answer.wasm');
  await page.clock.runFor(2_000);
  await expect.poll(() => asked).toContain('_answer.wasm');
});

for (const gone of ['connection', 'requestIdleCallback']) {
  test(`a browser without ${gone} gets everything, too`, async ({ page, site, watch }) => {
    void watch;
    await page.addInitScript((name) => { delete Navigator.prototype[name]; delete window[name]; }, gone);
    const last = page.waitForResponse('**/*_data.wasm');
    await page.goto(site.url);
    expect((await last).ok()).toBe(true);
  });
}

test.describe('a server that calls it something else', () => {
  test('is no reason to fail', async ({ page, site, watch }) => {
    void watch;
    await page.route(`**/*${BASE}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
    });
    await page.goto(`${site.url}#/about`);
    await expect(page.locator('#title')).toHaveText('About the questionnaire');
  });
});

test('a ballot that is opened where only what keeps assessments is here has its questions', async ({ app, browser, site }) => {
  await setUp(app);
  const link = await begin(app);
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  const release = await hold({ page, site }, '', '_answer.wasm');
  await page.waitForFunction((base) => performance.getEntriesByName(document.querySelector(`link[href$="${base}"]`).href).some(({ responseEnd }) => responseEnd), BASE);
  await page.evaluate((to) => { location.hash = new URL(to).hash; }, link);
  await fillIn(page, quick.map((_, i) => new RegExp(`^${(i % 5) + 1} `)));
  release();
  expect((await code(page)).length).toBeGreaterThan(10);
  await page.context().close();
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
  expect(loaded.filter(Boolean).sort()).toEqual(['ballot', 'bg', 'choices', 'codes', 'others', 'shared']);
  const before = loaded.length;
  await phone.getByRole('link', { name: 'Plumbline', exact: true }).click();
  await expect(phone.locator('#title')).toHaveText(/^Where does your team stand/);
  await phone.getByRole('button', { name: 'See a sample' }).click();
  await expect(phone.locator('#title')).toHaveText(verdict);
  expect(loaded.slice(before)).toContain('results');
  for (const once of ['bg', 'ballot', 'choices', 'codes', 'others', 'shared']) expect(loaded.filter((name) => name === once)).toHaveLength(1);
  await phone.goBack();
  await phone.goBack();
  await expect(phone.getByLabel('Your ballot code')).toBeVisible();
  await phone.context().close();
});
