// In the editor of questionnaires, what stands beside the practices: whose it is, how its bar looks, measurements, questions on what does not fit, and the glossary.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/app.mjs';
import { bar, field, make } from '../support/editing.mjs';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" onload="alert(1)"><script>alert(1)</script><rect width="8" height="8" fill="#8a1538"/></svg>';
const picture = (text) => ({ name: 'mark.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(text) });
const look = (page, theme) => page.locator(`.bar-shown.${theme}`);
const colour = (page, theme) => look(page, theme).locator('.does').evaluate((own) => getComputedStyle(own).backgroundColor);
const fold = (page, name) => page.locator('.facts > summary', { hasText: name });

test('name, colour and mark are set, shown in both themes, undone and removed', async ({ app, page }) => {
  await make(app, page, 'Acme', 'acme');
  await expect(page.locator('#chosen')).toHaveText('Acme 1.0.0');
  await expect(page.locator('.overview')).toContainText('It asks the same as Plumbline');
  await expect(page.locator('.overview')).toContainText('Nothing is to be put right.');
  const accent = field(page, 'brand/accent');
  await field(page, 'brand/name').fill('Bank of Acme');
  await accent.fill('#8a1538');
  await expect(page.locator('.overview')).toContainText('#8a1538 is read in the light theme: its contrast is 6.2 to 1 at worst');
  await expect.poll(() => colour(page, 'light')).toBe('rgb(138, 21, 56)');
  await expect(look(page, 'dark')).toContainText('Bank of Acme');
  // What cannot be read is said at once, beside its field and in the overview, and the nearest can be taken.
  await accent.fill('#ffee00');
  await expect(accent).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#e-brand-accent-wrong')).toContainText('#ffee00 cannot be read in the light theme');
  await page.locator('#title').click();
  await page.getByRole('button', { name: /^brand\/accent: #ffee00 cannot be read/ }).click();
  await expect(accent).toBeFocused();
  await page.getByRole('button', { name: /^Take #/ }).click();
  await expect(accent).not.toHaveAttribute('aria-invalid', 'true');
  await expect(accent).toBeFocused();
  await bar(page, 'Undo').click();
  await expect(accent).toHaveValue('#ffee00');
  await bar(page, 'Save').click();
  await expect(accent).toBeFocused();
  await accent.fill('#8a1538');
  // A mark is taken as what it draws, or it is said why not.
  await field(page, 'brand/mark').setInputFiles(picture('no picture'));
  await expect(page.getByRole('alert').filter({ hasText: 'neither SVG nor PNG' })).toBeVisible();
  await field(page, 'brand/mark').setInputFiles({ name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(70_000) });
  await expect(page.getByRole('alert').filter({ hasText: 'a mark at most 65536' })).toBeVisible();
  await field(page, 'brand/mark').setInputFiles(picture(svg));
  await expect(look(page, 'light').locator('img')).toHaveAttribute('src', /^data:image\/svg\+xml;base64,/);
  await bar(page, 'Save').click();
  await expect(page.locator('.state')).toContainText('Saved.');
  const { text } = await app.download('Download');
  expect(text).toMatch(/\[brand\]\nname = "Bank of Acme"\naccent = "#8a1538"\nmark = /);
  expect(text).not.toMatch(/script|onload/);
  // Pages of a team have it.
  await app.open('#/questionnaires');
  const card = page.locator('.questionnaires > li', { has: page.getByRole('heading', { name: 'Acme 1.0.0' }) });
  await card.getByText('Assess a team with it').click();
  await card.getByLabel('Team', { exact: true }).fill('Payments');
  await card.getByRole('button', { name: 'Start quick check' }).click();
  await expect(page.locator('#bar .house')).toContainText('Bank of Acme');
  // All of it goes, and comes back.
  await app.open('#/questionnaires/acme');
  await page.getByRole('button', { name: 'Remove all of this' }).click();
  await expect(field(page, 'brand/name')).toHaveValue('');
  await expect(look(page, 'light').locator('img')).toHaveCount(0);
  await bar(page, 'Undo').click();
  await expect(field(page, 'brand/name')).toHaveValue('Bank of Acme');
  await page.getByRole('button', { name: 'Remove the mark' }).click();
  await expect(look(page, 'light').locator('img')).toHaveCount(0);
});

test('measurements, questions and terms are left out, said otherwise and added', async ({ app, page }) => {
  await make(app, page, 'Acme', 'acme');
  await fold(page, 'Measurements').click();
  await page.locator('#row-metric-deployment-frequency').click();
  await expect(page.locator('#chosen')).toBeFocused();
  await expect(page.locator('.panel')).toContainText('docs/questionnaires.md');
  const cut = page.locator('#e-metric-deployment-frequency-cuts-2');
  await cut.fill('2');
  await cut.press('Tab');
  await expect(page.locator('.state')).toContainText('You have unsaved changes.');
  await page.getByRole('button', { name: 'As in Plumbline: Where a level ends' }).click();
  await expect(cut).toHaveValue('1');
  await cut.fill('a few');
  await cut.press('Tab');
  await expect(page.locator('.state')).toContainText('That is no number. What was there is kept.');
  await expect(cut).toHaveValue('1');
  // Bands that overlap are said beside them.
  await cut.fill('50');
  await cut.press('Tab');
  await expect(page.locator('#e-metric-deployment-frequency-cuts-wrong')).toContainText('cuts must run from worst to best');
  await bar(page, 'Undo').click();
  await field(page, 'metric/deployment-frequency/title').fill('How often we deploy');
  await page.locator('#keep-metric-change-lead-time').uncheck();
  await expect(page.locator('.row.out', { has: page.locator('#row-metric-change-lead-time') })).toBeVisible();
  await page.locator('#row-metric-change-lead-time').click();
  await expect(page.locator('.panel')).toContainText('This is left out. Tick it in the list to have it again.');
  await fold(page, 'Questions on what does not fit').click();
  await page.locator('[id^="row-rule-"]').first().click();
  await page.locator('.panel').getByLabel('What to discuss').fill('Why is that so?');
  await fold(page, 'Glossary').click();
  await page.getByText('Add a term').click();
  await page.locator('.facts').getByLabel('Title', { exact: true }).fill('Four eyes');
  await page.locator('.facts').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.locator('#chosen')).toHaveText('Four eyes');
  await expect(page.locator('#e-term-four-eyes-text-wrong')).toContainText('the text is missing');
  await field(page, 'term/four-eyes/text').fill('Two people look at each change before it is used.');
  await bar(page, 'Save').click();
  await expect(page.locator('.state')).toContainText('Saved.');
  const { text } = await app.download('Download');
  expect(text).toContain('[drop]\nmetric = ["change-lead-time"]');
  expect(text).toContain('[[change.metric]]\nid = "deployment-frequency"\ntitle = "How often we deploy"');
  expect(text).toMatch(/\[\[change\.rule\]\]\nid = "[a-z-]+"\nquestion = "Why is that so\?"/);
  expect(text).toContain('[[add.term]]\nid = "four-eyes"\ntitle = "Four eyes"');
});

test('the overview has nothing for axe to find, in light, dark and on a phone', async ({ app, page }) => {
  await make(app, page, 'Acme', 'acme');
  await field(page, 'brand/accent').fill('#ffee00');
  await fold(page, 'Glossary').click();
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
