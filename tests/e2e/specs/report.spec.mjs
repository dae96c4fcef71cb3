// Reports as a reader gets them: printed, as a page without a network, as tables, without notes.
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, expect, App } from '../support/app.mjs';
import { read } from '../support/paper.mjs';

async function sample(app, place = 'report') {
  await app.open();
  await app.page.getByRole('button', { name: 'See a sample' }).click();
  if (place === 'report') await app.document();
  else await app.goTo(place);
  await app.heading();
}

for (const format of ['A4', 'Letter']) {
  test(`printed on ${format}: every practice, nothing cut off, one page where one is asked for`, async ({ app, page }) => {
    await sample(app);
    const titles = await page.locator('.report tbody th').allInnerTexts();
    expect(titles.length).toBeGreaterThan(100);
    const whole = await read(await page.pdf({ format, preferCSSPageSize: true }));
    expect(whole.length).toBeGreaterThan(4);
    expect(whole.length).toBeLessThan(18);
    expect(whole.flatMap((p) => p.cut)).toEqual([]);
    const text = whole.map((p) => p.text).join(' ').replace(/\s+/g, '');
    for (const title of titles) expect(text).toContain(title.replace(/\s+/g, ''));
    expect(text).toContain('Sample:Checkout');
    // Nothing of the screen is on the paper.
    expect(text).not.toContain('Handoutadocument');
    expect(text).not.toContain('Removethesample');
    // A table that goes on has its head again.
    const heads = whole.filter((p) => /Practice Answer/.test(p.text));
    expect(heads.length).toBeGreaterThan(2);
    await page.getByLabel(/^One page/).check();
    const one = await read(await page.pdf({ format, preferCSSPageSize: true }));
    expect(one).toHaveLength(1);
    expect(one[0].text).toContain('Next steps');
    expect(one[0].cut).toEqual([]);
  });
}

test('printed results are what is worth paper: the numbers, and not what is folded beside each figure', async ({ app, page }) => {
  // Whoever prints before the browser has had an idle moment gets what waits for one.
  await page.addInitScript(() => { window.requestIdleCallback = () => 0; });
  await sample(app, 'results');
  await expect(page.locator('.numbers > .live > details').first()).toBeAttached();
  await expect(page.locator('.numbers caption').filter({ hasText: 'By discipline' })).toHaveCount(0);
  const pages = await read(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  expect(pages.flatMap((p) => p.cut)).toEqual([]);
  expect(pages.length).toBeLessThan(6);
  // Where letters are joined, a reader of PDF parts them.
  const closed = (text) => text.replace(/\s+/g, '');
  const text = closed(pages.map((p) => p.text).join(''));
  for (const said of ['Do first', 'By discipline', 'By dimension', 'Measurements', 'What stands out', 'would it last if the people changed']) expect(text).toContain(closed(said));
  for (const said of ['The worked sums', 'Published figures', 'Show as table', 'Share as a link', 'Your answers stay']) expect(text).not.toContain(closed(said));
  // What somebody has unfolded is wanted.
  await page.getByText('The worked sums').first().click();
  const more = await read(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  expect(closed(more.map((p) => p.text).join(''))).toContain('Lowestpossible');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 740 } });
  test('the document comes right after what it is made of, can be read, and hides nothing behind its length', async ({ app, page }) => {
    await sample(app, 'report');
    const y = (locator) => locator.evaluate((e) => e.getBoundingClientRect().top + scrollY);
    const link = page.getByRole('heading', { name: 'Send a link' });
    expect(await y(page.locator('.report'))).toBeLessThan(await y(link));
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4000);
    // Its chart is wider than the page, and scrolls by itself.
    const chart = page.locator('.report figure .scroll').first();
    await expect(chart).toHaveAttribute('tabindex', '0');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  });
});

test('dark on the screen is light on paper', async ({ browser, site }) => {
  const page = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
  const app = new App(page, site);
  await sample(app);
  await page.emulateMedia({ media: 'print' });
  const colours = await page.locator('.report').evaluate((e) => [getComputedStyle(e).backgroundColor, getComputedStyle(e.querySelector('th')).color]);
  expect(colours[0]).toBe('rgb(255, 255, 255)');
  expect(colours[1]).not.toMatch(/rgb\(2\d\d/);
});

test('the page opens without a network, shows the same, and Plumbline opens it again as the same', async ({ app, page, browser }, info) => {
  await sample(app);
  const before = JSON.parse((await app.download()).text);
  const file = await app.download('Page (HTML)');
  expect(file.name).toMatch(/^plumbline_Sample-Checkout_\d{4}-\d\d-\d\d\.html$/);
  const there = path.join(info.outputDir, 'report.html');
  await fs.mkdir(info.outputDir, { recursive: true });
  await fs.writeFile(there, file.text);
  const context = await browser.newContext({ offline: true });
  const reader = await context.newPage();
  const seen = [];
  reader.on('console', (m) => seen.push(m.text()));
  reader.on('request', (r) => { if (!r.url().startsWith('file:')) seen.push(r.url()); });
  await reader.goto(`file://${there}`);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Sample: Checkout');
  await expect(reader.locator('svg').first()).toBeVisible();
  const words = async (p, root) => (await p.locator(root).innerText()).replace(/\s+/g, ' ').toLowerCase();
  for (const row of (await page.locator('.report tbody tr').allInnerTexts()).slice(0, 40)) {
    expect(await words(reader, 'main')).toContain(row.replace(/\s+/g, ' ').toLowerCase());
  }
  expect(seen).toEqual([]);
  await context.close();
  // Taken away, and brought back from the report.
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await page.getByLabel('Open a file').setInputFiles(there);
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await page.getByRole('link', { name: 'Sample: Checkout' }).click();
  const after = JSON.parse((await app.download()).text);
  // Only that it was away for a while is known of it.
  delete after.stamps.removed;
  expect({ ...after, savedAt: '' }).toEqual({ ...before, savedAt: '' });
});

test('tables, Markdown and badge are files with fitting names', async ({ app }) => {
  await sample(app);
  const answers = await app.download('Answers (CSV)');
  expect(answers.name).toMatch(/\.answers\.csv$/);
  expect(answers.text).toContain('slo-targets');
  expect((await app.download('Scores (CSV)')).text).toMatch(/overall,overall,Overall,\d/);
  expect((await app.download('Measurements (CSV)')).text).toContain('Deployment frequency');
  const markdown = await app.download('Markdown');
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toMatch(/^# Sample: Checkout\n/);
  expect((await app.download('Badge (SVG)')).text).toMatch(/^<svg [^]*Emerging/);
});

test('without notes and name, neither is in any file, nor on the paper', async ({ app, page }) => {
  await app.open();
  await app.start('SECRET team', { quick: true });
  await app.practice('ci-pipeline');
  await app.choose('Does not apply to us');
  await page.getByLabel('Why does it not apply?').fill('SECRET reason');
  await page.getByText('Note, evidence and target').click();
  await page.getByLabel('Note', { exact: true }).fill('SECRET note');
  await app.document();
  await expect(page.locator('.report')).toContainText('SECRET note');
  await page.getByLabel(/Notes, evidence/).uncheck();
  await page.getByLabel(/^Names: of the team/).uncheck();
  await expect(page.locator('.report')).not.toContainText('SECRET');
  for (const form of ['Word (DOCX)', 'Page (HTML)', 'Markdown', 'Answers (CSV)', 'Scores (CSV)', 'Measurements (CSV)', 'Badge (SVG)']) {
    const file = await app.download(form);
    expect(file.text, form).not.toContain('SECRET');
    expect(file.name.toUpperCase()).not.toContain('SECRET');
  }
});

test('the chart is saved as SVG and as PNG', async ({ app }) => {
  await sample(app, 'results');
  await app.page.getByRole('button', { name: 'Radar' }).click();
  await app.tables();
  const svg = await app.download(/^Save as SVG: .*SRE/);
  expect(svg.text).toMatch(/^<svg [^]*<\/svg>\s*$/);
  // It stands alone on a slide: the team, what it is, and the day.
  expect(svg.text).toMatch(/Checkout · SRE · \d{4}-\d\d-\d\d/);
  for (const axis of ['observability', 'objectives']) expect(svg.text).toContain(axis);
  const png = await app.download(/^Save as PNG: .*SRE/);
  expect((await fs.readFile(png.path)).subarray(1, 4).toString()).toBe('PNG');
});

/** The parts of a Word document that are texts, as the reader of zips in Node's own library has them. */
const parts = (bytes) => {
  const end = bytes.length - 22;
  const files = {};
  for (let at = bytes.readUInt32LE(end + 16); at < end;) {
    const [size, length, local] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const from = local + 30 + length;
    files[name] = bytes.subarray(from, from + size);
    at += 46 + length;
  }
  return files;
};

test('the Word document holds what the page shows, its parts are XML, and its pictures are pictures', async ({ app, page }) => {
  await sample(app);
  // The app's own page makes no document of a text.
  const reader = await page.context().newPage();
  for (const form of [/^One page/, /^Full report/]) {
    await page.getByLabel(form).check();
    const file = await app.download('Word (DOCX)');
    expect(file.name).toMatch(/^plumbline_Sample-Checkout_.*\.docx$/);
    const files = parts(await fs.readFile(file.path));
    const read = await reader.evaluate((texts) => Object.entries(texts).map(([name, text]) => {
      const made = new DOMParser().parseFromString(text, 'application/xml');
      const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
      return { name, wrong: made.querySelector('parsererror')?.textContent, said: [...made.getElementsByTagNameNS(w, 'p')].map((p) => p.textContent) };
    }), Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith('.png')).map(([name, bytes]) => [name, bytes.toString('utf8')])));
    for (const { name, wrong } of read) expect(wrong, name).toBeUndefined();
    const { said } = read.find(({ name }) => name === 'word/document.xml');
    const squeezed = (text) => text.replace(/\s+/g, '');
    // Every text of the page, in its order.
    const shown = await page.locator('.report').evaluate((report) => [...report.querySelectorAll('h2, h3, h4, p, li, caption, th, td, figcaption')].filter((part) => !part.parentElement.closest('caption, li, th, td, figcaption')).map((part) => part.textContent));
    expect(said.slice(0, -1).map(squeezed).filter(Boolean)).toEqual(shown.map(squeezed).filter(Boolean));
    const pictures = Object.entries(files).filter(([name]) => name.endsWith('.png'));
    expect(pictures).toHaveLength(await page.locator('.report figure').count());
    for (const [, png] of pictures) {
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.readUInt32BE(16)).toBe(3 * 736);
    }
  }
});

test('Markdown and the page follow what is chosen, as the preview does', async ({ app, page }) => {
  await sample(app);
  const whole = [await app.download('Markdown'), await app.download('Page (HTML)')];
  await page.getByLabel(/^One page/).check();
  const short = [await app.download('Markdown'), await app.download('Page (HTML)')];
  for (const file of whole) expect(file.text).toContain('Every answer');
  for (const file of short) {
    expect(file.text).not.toContain('Every answer');
    expect(file.text).toContain('Next steps');
  }
});
