// Models of others are opened in the app: said as what they are, with what was taken over and what not, and corrected in the editor.
import AxeBuilder from '@axe-core/playwright';
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../support/app.mjs';

// They only look like such models: the words are ours.
const folder = fileURLToPath(new URL('../../it/models', import.meta.url));
const look = (name) => `${folder}/${name}`;
const open = (page, what) => page.getByLabel('Open a questionnaire').setInputFiles(what);
const bytes = (name, content) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const offered = (page) => page.locator('.offered');
const correct = (page) => page.getByRole('button', { name: 'Correct it in the editor' });
const card = (page, name) => page.locator('.questionnaires > li', { has: page.getByRole('heading', { name, exact: true }) });

for (const { name, title, is, taken, left, id, url } of [
  { name: 'cncf.yaml', title: 'How good is the kitchen?', is: 'as the CNCF writes it', taken: '6 of 7 options, 2 of 3 questions, 2 of 2 categories', left: 'questions with 4 options', id: 'cncf-platform-engineering', url: 'https://github.com/Cloud-Native-Platform-Engineering/pemm-assessment' },
  { name: 'aws.json', title: 'Bicycle lens', is: 'a custom lens of the AWS Well-Architected Tool', taken: '4 of 4 choices, 5 of 5 rules of risk, 1 of 2 links, 2 of 3 questions, 1 of 2 pillars', left: 'links that are not https', id: 'bicycle-lens-lens' },
  { name: 'dsomm.yaml', title: 'DevSecOps Maturity Model', is: 'OWASP’s DevSecOps Maturity Model', taken: '5 of 6 activities, 1 of 2 links, 3 of 3 subdimensions, 2 of 2 dimensions', left: 'links that are not https', id: 'dsomm', url: 'https://example.org/gardens' },
]) {
  test(`a model becomes a draft to correct: ${name}`, async ({ app, page }) => {
    await app.open('#/questionnaires');
    await open(page, look(name));
    await expect(offered(page).getByRole('heading', { name: title })).toBeVisible();
    await expect(offered(page)).toContainText(is);
    await expect(offered(page)).toContainText(`Taken over: ${taken}.`);
    await expect(offered(page)).toContainText(left);
    await expect(offered(page)).toContainText('They begin with “To be written”');
    await expect(offered(page)).toContainText('Licence: ');
    const way = offered(page).getByRole('link');
    await expect(way).toHaveCount(url ? 1 : 0);
    if (url) {
      await expect(way).toHaveAttribute('href', url);
      await expect(way).toHaveAttribute('rel', 'noopener noreferrer');
    }
    // Looking at it keeps nothing.
    expect(Object.keys(await app.stored()).filter((key) => key.includes('questionnaire'))).toEqual([]);
    await correct(page).click();
    await expect(page).toHaveURL(new RegExp(`#/questionnaires/${id}$`));
    // What is still to be written is remarked beside its field, and nothing is wrong.
    await expect(page.getByRole('button', { name: /to put right/ })).toBeHidden();
    const next = page.getByRole('button', { name: /things to look at/ });
    await next.click();
    await expect(page.locator('#elsewhere')).toContainText('no practice is part of the quick check');
    await next.click();
    const unwritten = page.locator('.field', { has: page.locator(':focus') });
    await expect(unwritten).toContainText('this is still to be written');
    const first = await page.evaluate(() => document.activeElement.id);
    // It leads from one to the next, and to the one behind what was mended.
    await page.locator(':focus').fill('It is written now.');
    await expect(page.locator(`#${first}-regret`)).not.toContainText('still to be written');
    await next.click();
    await expect.poll(() => page.evaluate(() => document.activeElement.id)).not.toBe(first);
    await expect(unwritten.locator('.regret')).not.toBeEmpty();
    await page.locator('.bar-of-it').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.locator('.state')).toContainText('Saved.');
    const { text } = await app.download('Download');
    expect(text).toMatch(/^# Made from /);
    expect(text).toContain('[source]\n');
    // The same model once more is another draft, under an id that is free.
    await app.open('#/questionnaires');
    await expect(card(page, `${title} 1.0.0`)).toBeVisible();
    await open(page, look(name));
    await correct(page).click();
    await expect(page).toHaveURL(new RegExp(`#/questionnaires/${id}-2$`));
  });
}

test('what is no model is said, with what can be opened, and nothing is changed', async ({ app, page }) => {
  await app.open('#/questionnaires');
  let bomb = 'a: &a [x, x, x, x, x, x, x, x, x, x]\n';
  for (const [own, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih', 'ji']) bomb += `${own}: &${own} [${Array(10).fill(`*${before}`).join(', ')}]\n`;
  for (const [what, said] of [
    [bytes('model.yaml', '%PDF-1.7\n'), 'This is a PDF. A questionnaire is one TOML file'],
    [bytes('model.yaml', 'a: b\n  c: [\n'), 'This is neither a questionnaire nor a model: line 2'],
    [bytes('model.json', '{"format": "plumbline/assessment", "version": 1}'), 'This is a file of Plumbline’s own. Drop it on the first page'],
    [bytes('words.txt', 'just words'), 'Nothing in this file tells whose model it is'],
    [bytes('bomb.yaml', bomb), 'those that it repeats by reference included'],
    [bytes('deep.json', '{"a":'.repeat(100_000)), 'more than 40 in one another'],
    [bytes('large.yaml', `a: ${'x'.repeat(5_000_000)}`), 'of a model at most 4,000,000 are read'],
    [bytes('bytes.yaml', Buffer.from([0x61, 0xff, 0x0a])), 'is not UTF-8'],
    // By its name it is a questionnaire, so that its author hears what is wrong with it.
    [bytes('ours.toml', 'title = "no head"'), 'This questionnaire cannot be used yet.'],
  ]) {
    await open(page, what);
    await expect(offered(page)).toContainText(said);
    await expect(correct(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Not now' }).click();
    await expect(offered(page)).toHaveCount(0);
  }
  expect(Object.keys(await app.stored()).filter((key) => key.includes('questionnaire'))).toEqual([]);
});

test('no text of a model becomes markup', async ({ app, page }) => {
  const text = (await fs.readFile(look('aws.json'), 'utf8')).replace('Bicycle lens', '<img src=x onerror=alert(1)>');
  await app.open('#/questionnaires');
  await open(page, bytes('lens.json', text));
  await expect(offered(page).locator('h2')).toHaveText('<img src=x onerror=alert(1)>');
  await correct(page).click();
  await expect(page.locator('#e-questionnaire-title')).toHaveValue('<img src=x onerror=alert(1)>');
  await expect(page.locator('main img')).toHaveCount(0);
});

test('a model is dropped, on a phone and in the dark, with nothing for axe to find', async ({ app, page }) => {
  await app.open('#/questionnaires');
  const model = await fs.readFile(look('dsomm.yaml'), 'utf8');
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'model.yaml'));
    return transfer;
  }, model);
  await page.locator('section.file').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(correct(page)).toBeVisible();
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  }
});
