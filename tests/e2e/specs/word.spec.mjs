// The Word document, opened by a word processor: LibreOffice, where there is one. Nothing installs it; its
// parts are held to Word's rules without it, natively.
import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { test, expect } from '../support/app.mjs';
import { read } from '../support/paper.mjs';
import { varied } from '../support/varied.mjs';

const office = (() => {
  try { return execFileSync('sh', ['-c', 'command -v pdfimages >&2 && command -v soffice'], { encoding: 'utf8', stdio: 'pipe' }).trim(); } catch { return ''; }
})();

test('headings, tables and pictures of the Word document open in LibreOffice', async ({ app, page }) => {
  test.skip(!office, 'LibreOffice or poppler’s pdfimages is not installed');
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'plumbline-word-'));
  for (const [name, file] of varied.filter(([own]) => ['rounds', 'actions', 'measured'].includes(own))) {
    await app.open();
    await app.importText(file);
    const { team } = JSON.parse(file).body;
    await page.getByRole('heading', { name: team }).getByRole('link').first().click();
    await app.document({ notes: true });
    await page.getByLabel(/^Full report/).check();
    await expect(page.locator('.report:not(.brief)')).toBeVisible();
    const words = (locator) => locator.evaluateAll((all) => all.map((one) => one.textContent.trim().replace(/\s+/g, ' ')).filter(Boolean));
    const headings = await words(page.locator('.report :is(h1, h2, h3, h4)'));
    const heads = await words(page.locator('.report th[scope=col]'));
    const made = await app.download('Word (DOCX)');
    const own = path.join(folder, `${name}.docx`);
    await fs.copyFile(made.path, own);
    await promisify(execFile)(office, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, own]);
    const pages = await read(await fs.readFile(own.replace('.docx', '.pdf')));
    const text = pages.map((one) => one.text).join(' ').replaceAll(' ', '');
    expect(headings.length, name).toBeGreaterThan(5);
    expect([...headings, ...heads].filter((one) => !text.includes(one.replaceAll(' ', ''))), name).toEqual([]);
    // Each figure of the report is a picture of the document, and no text of it lies off the page.
    const figures = await page.locator('.report figure').count();
    const pictures = execFileSync('sh', ['-c', `pdfimages -list "${own.replace('.docx', '.pdf')}" | grep -c " image "`], { encoding: 'utf8' });
    expect(Number(pictures), name).toBeGreaterThanOrEqual(figures);
    expect(pages.flatMap(({ cut }) => cut), name).toEqual([]);
  }
  await fs.rm(folder, { recursive: true, force: true });
});
