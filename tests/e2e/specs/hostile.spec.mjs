// Hostile texts in every field, file and link; and every request of the complete journey.
import { test, expect } from '../support/app.mjs';
import { begin, passOn, paste } from '../support/rooms.mjs';
import { verdict } from '../support/verdict.mjs';

const run = 'window.ran=1';
const attacks = [
  `<script>${run}</script>`, `<img src=x onerror=${run}>`, `<svg onload=${run}>`, `<svg><script>${run}</script></svg>`, `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="javascript:parent.ran=1">`, `<a href="javascript:${run}">x</a>`, `javascript:${run}`, `<body onload=${run}>`, `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`, `<video><source onerror=${run}></video>`, `<object data="javascript:${run}">`, `<embed src="javascript:${run}">`, `<math href="javascript:${run}">x</math>`,
  `<base href="https://example.invalid/">`, `<link rel=stylesheet href="https://example.invalid/a.css">`, `<meta http-equiv=refresh content="0;url=https://example.invalid/">`, `<style>@import "https://example.invalid/a.css";</style>`, `<img src="https://example.invalid/a.png">`,
  `<form action="https://example.invalid/"><button>x`, `{{constructor.constructor('${run}')()}}`, `\${${run}}`, `=HYPERLINK("https://example.invalid/","x")`, `<marquee onstart=${run}>\u202e\u0000\ufeff`,
];
/** A hundred: each alone, and behind what closes an attribute, an element or a comment. */
const strings = attacks.flatMap((text) => [text, `">${text}`, `'-->${text}`, `</script></title></textarea></svg>${text}`]);

/** No text has become an element, an attribute or a script. */
async function isText(page, where) {
  const found = await page.evaluate(() => {
    const odd = 'iframe, object, embed, math, base, marquee, video:not(#camera), source, form[action], meta[http-equiv=refresh], [href^="javascript:" i], [src*="example.invalid"], link[href*="example.invalid"], body style';
    const elements = [...document.querySelectorAll(odd)].map((e) => e.outerHTML);
    for (const e of document.querySelectorAll('*')) for (const { name } of e.attributes) if (/^on/i.test(name)) elements.push(e.outerHTML);
    return { ran: window.ran, elements, scripts: [...document.scripts].filter((s) => !s.src).length };
  });
  expect(found, where).toEqual({ ran: undefined, elements: [], scripts: 0 });
}

/** Goes through every page of an assessment, and does something on each once it is there. */
async function everyPage(app, each) {
  const { page } = app;
  const base = page.url().match(/#\/a\/[^/]+/)[0];
  const ends = ['', '/measurements', '/check', '/results', '/roadmap', '/rounds', '/report', '/workshop', '/workshop/ballot', '/workshop/screen/here', '/settings', '/practice/slo-targets', '/dimension/slos', '/why/discipline/sre'];
  for (const address of [...ends.map((end) => base + end), '#/', '#/portfolio', '#/data', '#/about', '#/scoring']) {
    // The heading of the page before would pass for this one's.
    await page.evaluate((to) => {
      if (location.hash === to) return;
      document.querySelector('#title').dataset.before = '';
      location.hash = to;
    }, address);
    const title = page.locator('#title:not([data-before])');
    await expect(title).toBeVisible();
    await expect(title).not.toHaveText('There is nothing at this address');
    await each(address);
  }
  await page.evaluate((to) => { location.hash = to; }, base);
}

test('a hundred hostile texts in every field of a file stay texts on every page and in every export', async ({ app, page }) => {
  expect(new Set(strings).size).toBe(100);
  await app.open();
  await app.start('Payments', { quick: true });
  const { text } = await app.download();
  const { body } = JSON.parse(text);
  const catalogue = await page.evaluate(() => new Promise((done) => { location.hash = location.hash.replace(/$/, '/check'); requestAnimationFrame(() => requestAnimationFrame(() => done([...document.querySelectorAll('main a[href*="/practice/"]')].map((a) => a.getAttribute('href').split('/').pop())))); }));
  const practices = [...new Set(catalogue)];
  expect(practices.length).toBeGreaterThan(10);
  let next = 0;
  const hostile = () => strings[next++ % strings.length].replaceAll('\u0000', '');
  // Names are no longer than that.
  const short = () => hostile().slice(0, 80);
  const whole = {
    id: 'hostile', team: hostile(), questionnaire: body.questionnaire, about: { group: hostile(), tags: hostile() },
    responses: Object.fromEntries(practices.map((id, n) => [id, n % 5 ? { level: 1 + (n % 5), note: hostile(), evidence: [{ address: hostile(), title: hostile(), date: '2026-10-02' }, hostile()] } : { notApplicable: hostile(), note: hostile() }])),
    actions: [0, 1, 2].map((n) => ({ id: `x${n}`, practice: practices[n], level: 3, what: hostile(), owner: hostile(), state: 'doing', horizon: 'next' })),
    snapshots: [0, 1].map((n) => ({ id: `s${n}`, name: short(), taken: `2026-0${n + 1}-01T10:00:00Z`, questionnaire: body.questionnaire, responses: { [practices[1]]: { level: 2, note: hostile() } } })),
    workshops: { w: { title: short(), began: '2026-10-02T10:00:00Z', phase: 'finished', practices: practices.slice(0, 3), minutes: 60, each: 5, secret: true, tag: 1, people: 2, names: [short(), short()] } },
    outcomes: Object.fromEntries(practices.slice(0, 3).map((id) => [`w/${id}`, { levels: [1, 0, 0, 1, 0], dissent: hostile(), settled: 'agreed' }])),
  };
  expect(next).toBeGreaterThan(50);
  const file = JSON.stringify({ format: 'plumbline/assessment', version: 1, body: whole });
  await page.evaluate(() => { location.hash = '#/'; });
  await app.importText(file, { name: `${attacks[1]}.json` });
  await page.locator('.teams h2').getByRole('link', { name: /script/ }).first().click();
  await everyPage(app, (address) => isText(page, address));
  for (const address of ['/results', '/report']) {
    await page.evaluate((to) => { location.hash = location.hash.replace(/(#\/a\/[^/]+).*/, `$1${to}`); }, address);
    await expect(page.locator('#title')).toHaveText(address === '/results' ? verdict : 'Share');
    await isText(page, address);
  }
  // The report as a page of its own, opened as a browser would.
  await app.document();
  const report = await app.download('Page (HTML)');
  const own = await page.context().newPage();
  const asked = [];
  own.on('request', (r) => { if (!r.url().startsWith(app.site.origin)) asked.push(r.url()); });
  app.site.put('report.html', report.text);
  await own.goto(`${app.site.url}report.html`);
  await expect(own.locator('h1')).toBeVisible();
  const inReport = await own.evaluate(() => ({ ran: window.ran, odd: document.querySelectorAll('iframe, object, embed, base, marquee, video, [onerror], [onload], [href^="javascript:" i]').length }));
  expect(inReport).toEqual({ ran: undefined, odd: 0 });
  expect(asked).toEqual([]);
  await own.close();
});

test('hostile texts in fields stay texts', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  const home = page.url();
  await app.practice('slo-targets');
  const note = page.getByRole('textbox', { name: 'Note' }).first();
  if (!(await note.isVisible())) await page.getByText('Note', { exact: false }).first().click();
  for (const text of strings) {
    await note.fill(text);
    await isText(page, `note ${text}`);
  }
  await page.goto(`${home}/check`);
  for (const text of attacks) {
    await page.getByRole('searchbox').fill(text);
    await isText(page, `search ${text}`);
  }
});

test('hostile texts in a workshop and in its chat stay texts', async ({ app, page }) => {
  await app.open();
  await app.start('Payments', { quick: true });
  await app.goTo('workshop');
  for (const text of attacks) await page.getByLabel('What to call it').fill(text);
  const link = await begin(app);
  for (const text of strings) await paste(page, `${text} PB${text}`);
  await isText(page, 'pasted');
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await isText(page, 'ballot');
});

for (const path of ['', 'vote/', 'share/', 'a/', 'compare/']) {
  test(`hostile texts in links to #/${path} stay texts`, async ({ app, page }) => {
    await app.open();
    for (const text of strings) {
      // Until the app has heard of it, and its page is drawn.
      await page.evaluate((to) => new Promise((done) => {
        addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(done)), { once: true });
        location.hash = to;
      }), `#/${path}${path ? encodeURIComponent(text) : text}`);
      await expect(page.locator('#title')).toBeVisible();
      await isText(page, `link ${text}`);
    }
  });
}

test.describe('the complete journey', () => {
  test.use({ serviceWorkers: 'allow' });
  test('sends no request off the origin, and none with a body or an answer in it', async ({ app, page, context, site }) => {
      const requests = [];
    // The context hears the worker's requests too.
    context.on('request', (r) => { if (/^(https?|wss?):/.test(r.url())) requests.push(r); });
    await app.open();
    await app.start('Confidential team', { quick: true });
    await app.answerInTurn(15);
    const home = page.url().match(/^.*#\/a\/[^/]+/)[0];
    await everyPage(app, async () => {});
    for (const [place, ...names] of [['results', 'Save as SVG'], ['report', 'Word (DOCX)', 'Page (HTML)', 'Markdown', /Badge/]]) {
      await page.goto(`${home}/${place}`);
      if (place === 'results') await app.tables();
      else await app.document();
      for (const name of names) {
        const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
        expect(saved.url()).toMatch(/^blob:/);
      }
    }
    await app.download();
    await page.goto(`${home}/workshop`);
    await begin(app);
    await passOn(page);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('radio', { name: /^2 / }).check();
    await page.getByRole('button', { name: 'To the end' }).click();
    await page.getByRole('button', { name: 'Hand in my ballot' }).click();
    await page.goto(`${home}/workshop`);
    await page.getByRole('button', { name: 'Reveal and discuss' }).click();
    await page.getByRole('button', { name: 'Reveal all the same' }).click();
    await page.getByRole('button', { name: 'Finish the workshop' }).click();
    await context.setOffline(true);
    await app.goTo('results');
    await expect(page.locator('#title')).toHaveText(verdict);
    await context.setOffline(false);
    await page.reload();
    await app.heading();

    expect(requests.length).toBeGreaterThan(5);
    for (const r of requests) {
      const { origin, search, pathname } = new URL(r.url());
      expect(origin, r.url()).toBe(site.origin);
      expect([r.method(), r.postData(), search], r.url()).toEqual(['GET', null, '']);
      expect(pathname, r.url()).toMatch(/^\/(|index\.html|sw\.js|icon\.svg|manifest\.webmanifest|portfolio\/index\.json|favicon\.ico|main-[0-9a-f]+\.css|plumbline-[0-9a-f]+(_boot\.js|_worker\.js|_[a-z]+\.wasm|\.js))$/);
      expect(r.headers().referer ?? '', r.url()).not.toContain('#');
    }
  });
});
