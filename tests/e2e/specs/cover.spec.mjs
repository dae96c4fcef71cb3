// What somebody hands to a client: a cover, a copy without what a team wrote for itself, and a page that
// is read in the dark.
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, expect } from '../support/app.mjs';
import { read } from '../support/paper.mjs';
import { logo, varied } from '../support/varied.mjs';

const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

async function share(app, page, name) {
  await app.open();
  await app.importText(Object.fromEntries(varied)[name]);
  await page.getByRole('heading', { level: 3 }).or(page.getByRole('heading', { level: 2 })).getByRole('link').first().click();
  await app.goTo('report');
  await expect(page.locator('.report')).toBeVisible();
}

test('a cover is filled in, seen at once, printed, kept, and taken back', async ({ app, page }) => {
  await share(app, page, 'measured');
  await page.locator('summary').getByText('Cover').click();
  await page.getByLabel('For whom').fill('Acme <b>Holding</b>');
  await page.getByLabel('By whom').fill('Ada Ltd');
  await page.getByLabel('Summary', { exact: true }).fill('It stands.\nWhat is next: an owner.');
  const report = page.locator('.report');
  await expect(report).toContainText('Prepared for Acme <b>Holding</b>, by Ada Ltd.');
  await expect(report).toContainText('It stands. What is next: an owner.');
  const choose = page.getByLabel('Logo', { exact: true });
  for (const [bad, said] of [[file('a.gif', 'GIF89a'), /neither SVG nor PNG/], [file('a.svg', '<svg viewBox="0 0 1 1"><image href="x"/></svg>'), /Nothing in the file draws/], [file('a.svg', 'x'.repeat(70_000)), /has 70000 bytes, and a logo at most 65536/]]) {
    await choose.setInputFiles(bad);
    await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
    await expect(report.locator('.logo')).toHaveCount(0);
  }
  await choose.setInputFiles(file('acme.svg', logo.replace('<circle', '<script>alert(1)</script><circle onclick="alert(2)"')));
  const shown = report.locator('.logo');
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((img) => img.naturalWidth)).toBe(600);
  const kept = JSON.parse((await app.download()).text).body.about;
  expect(kept.logo).toMatch(/^<svg /);
  expect(kept.logo).not.toMatch(/script|onclick/);
  expect(kept.summary).toBe('It stands.\nWhat is next: an owner.');
  for (const format of ['A4', 'Letter']) {
    const pages = await read(await page.pdf({ format, preferCSSPageSize: true }));
    expect(pages).toHaveLength(1);
    expect(pages[0].text).toContain('Prepared for Acme <b>Holding</b>, by Ada Ltd.');
  }
  await page.getByText('Other formats').click();
  expect((await app.download('Markdown')).text).toContain('by Ada Ltd');
  const word = await app.download('Word (DOCX)');
  expect(word.text).toContain('word/media/logo.png');
  // Drawn, not empty: a blank picture of this size is far smaller.
  const bytes = await fs.readFile(word.path);
  const at = bytes.indexOf('word/media/logo.png');
  expect(bytes.readUInt32LE(at - 12)).toBeGreaterThan(2_000);
  // It is there after a reload, and a removed logo comes back by undo.
  await app.saved();
  await page.reload();
  await expect(shown).toBeVisible();
  await page.locator('summary').getByText('Cover').click();
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await expect(shown).toHaveCount(0);
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await expect(shown).toBeVisible();
});

test('a client’s copy opens elsewhere with the same results and none of the notes', async ({ app, page }) => {
  await share(app, page, 'withheld');
  const copy = await app.download('Client copy (JSON)');
  expect(copy.name).toMatch(/\.client\.json$/);
  expect(copy.text).not.toContain('ZEBRA note');
  const before = await page.locator('.report td').allInnerTexts();
  await app.home();
  await app.remove('ZEBRA Unit 7');
  await app.importText(copy.text);
  await page.getByRole('heading', { name: 'ZEBRA Unit 7' }).getByRole('link').click();
  await app.goTo('report');
  await expect.poll(() => page.locator('.report td').allInnerTexts()).toEqual(before);
});

test('the page is dark where the reader’s screen is, with the charts, and light on paper', async ({ app, page, browser }, info) => {
  await share(app, page, 'quick');
  await page.getByText('Other formats').click();
  const there = path.join(info.outputDir, 'page.html');
  await fs.mkdir(info.outputDir, { recursive: true });
  await fs.writeFile(there, (await app.download('Page (HTML)')).text);
  const reader = await (await browser.newContext({ colorScheme: 'dark', offline: true })).newPage();
  const problems = [];
  reader.on('console', (m) => problems.push(m.text()));
  await reader.goto(`file://${there}`);
  const colours = () => reader.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color, getComputedStyle(document.querySelector('svg text')).fill]);
  expect(await colours()).toEqual(['rgb(16, 22, 28)', 'rgb(230, 235, 242)', 'rgb(230, 235, 242)']);
  expect(await reader.locator('.logo').evaluate((img) => img.complete && img.naturalWidth)).toBe(600);
  if (process.env.OUT) await reader.screenshot({ path: path.join(process.env.OUT, 'page-dark.png'), fullPage: true });
  await reader.emulateMedia({ media: 'print' });
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(28, 36, 48)', 'rgb(28, 36, 48)']);
  expect(problems).toEqual([]);
});

for (const width of [1366, 1280, 375]) {
  test(`no level is cut on the one-page report at ${width} pixels`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await share(app, page, 'measured');
    const cut = await page.locator('.report.brief td, .report.brief th').evaluateAll((cells) => cells.filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      const [text, box] = [range.getBoundingClientRect(), cell.closest('.scroll, .report').getBoundingClientRect()];
      return text.right > box.right + 1 || cell.scrollWidth > cell.clientWidth + 1;
    }).map((cell) => cell.textContent));
    expect(cut).toEqual([]);
    if (process.env.OUT) await page.screenshot({ path: path.join(process.env.OUT, `share-${width}.png`), fullPage: true });
  });
}
