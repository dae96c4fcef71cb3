// Every document of ten assessments as unlike as they come: on one page where one is asked for, with
// nothing cut off, and without what was to stay behind. `OUT=folder` keeps them, to be looked at.
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, expect } from '../support/app.mjs';
import { read } from '../support/paper.mjs';
import { varied } from '../support/varied.mjs';

/** Keeps a file, if somebody wants to look at it. */
async function keep(name, bytes) {
  if (!process.env.OUT) return;
  await fs.mkdir(process.env.OUT, { recursive: true });
  await fs.writeFile(path.join(process.env.OUT, name), bytes);
}

for (const [name, file] of varied) {
  test(`the documents of an assessment: ${name}`, async ({ app, page }) => {
    await app.open();
    await app.importText(file);
    const { team } = JSON.parse(file).body;
    const isSecret = name === 'withheld';
    await page.getByRole('heading', { name: team }).getByRole('link').click();
    await app.document({ notes: !isSecret });
    if (isSecret) await page.getByLabel(/^Names: of the team/).uncheck();
    const hasNone = (text, what) => { if (isSecret) expect(text.includes('ZEBRA'), what).toBe(false); };
    for (const [form, label] of [['full', /^Full report/], ['brief', /^One page/]]) {
      await page.getByLabel(label).check();
      await expect(page.locator(form === 'brief' ? '.report.brief' : '.report:not(.brief)')).toBeVisible();
      for (const [button, ending] of [['Word (DOCX)', 'docx'], ['Page (HTML)', 'html'], ['Markdown', 'md']]) {
        const made = await app.download(button);
        hasNone(made.text, ending);
        await keep(`${name}-${form}.${ending}`, await fs.readFile(made.path));
      }
      for (const format of form === 'brief' ? ['A4', 'Letter'] : ['A4']) {
        const pdf = await page.pdf({ format, preferCSSPageSize: true });
        await keep(`${name}-${form}-${format}.pdf`, pdf);
        const pages = await read(pdf);
        expect(pages.flatMap(({ cut }) => cut), `${form} on ${format}`).toEqual([]);
        hasNone(pages.map(({ text }) => text).join(' '), format);
        if (form === 'brief') expect(pages, format).toHaveLength(1);
      }
    }
    const badge = await app.download('Badge (SVG)');
    hasNone(badge.text, 'badge');
    await keep(`${name}-badge.svg`, badge.text);
    await app.goTo('results');
    await app.heading();
    // What is known too little of has no chart to save.
    const radar = page.getByRole('button', { name: 'Radar' });
    if (!(await radar.count())) return;
    await radar.click();
    await app.tables();
    for (const form of ['SVG', 'PNG']) {
      const save = page.getByRole('button', { name: new RegExp(`^Save as ${form}`) }).first();
      if (!(await save.count())) continue;
      const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
      await keep(`${name}-radar.${form.toLowerCase()}`, await fs.readFile(await download.path()));
    }
  });
}
