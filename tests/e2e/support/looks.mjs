// What every page must be in every size and theme, and an assessment that fills every page.
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { App, expect, measurements } from './app.mjs';
import { root, serve } from './site.mjs';

/** The sizes; each page is looked at in light and dark in both. */
export const sizes = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 375, height: 800 }, deviceScaleFactor: 2 },
};

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours: a theme changes nothing else. */
const colours = ['color-contrast', 'link-in-text-block'];

/** Nothing stands outside the window. */
export async function fits(page, name) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** As wide as A4 and Letter are inside their margins, whichever is narrower, at the 96 pixels of an inch. */
const paper = 688;

/** Nothing is cut off on paper, where nobody can scroll. */
async function fitsPaper(page, name) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: paper, height: 900 });
  const wide = () => page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && !e.closest('.spoken') && e.getBoundingClientRect().right > innerWidth + 1)
    .map((e) => `${e.localName}.${e.className} ends at ${e.getBoundingClientRect().right}`));
  expect(await wide(), `${name} on paper`).toEqual([]);
  await page.emulateMedia({ media: null });
}

/** Axe finds nothing. In legacy mode, which opens no second page for each look: there are no frames. */
async function passes(axe, name) {
  const { violations, passes: passed } = await axe.setLegacyMode(true).analyze();
  expect(violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
  expect(passed.map((p) => p.id)).toContain('color-contrast');
}

/**
 * In light and dark axe finds nothing; nothing scrolls sideways, at 320 pixels, as at 400 % zoom, either.
 * With PICTURES=1, pictures are kept in results/ as `label`-`name`.
 */
export async function looksRight(page, viewport, label, name) {
  const tall = () => page.evaluate(() => Math.max(document.documentElement.scrollHeight, 800));
  // Tall enough for all of it, so that the profile at the foot of a phone covers nothing.
  await page.setViewportSize({ width: viewport.width, height: await tall() });
  await passes(new AxeBuilder({ page }).withTags(rules), name);
  await fits(page, name);
  await kept(page, `${label}-${name}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await passes(new AxeBuilder({ page }).withRules(colours), `${name}, dark`);
  await kept(page, `${label}-dark-${name}`);
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 320, height: 640 });
  await fits(page, `${name} at 320 pixels`);
  await fitsPaper(page, name);
  await page.setViewportSize(viewport);
}
async function kept(page, name) {
  if (process.env.PICTURES) await page.screenshot({ path: path.join(root, `tests/e2e/results/${name}.png`), fullPage: true });
}

/**
 * For tests of looks: `filled` is the file of an assessment that has answers, measurements and three
 * snapshots, made once; `payments` has it open.
 */
export const fixtures = {
  filled: [async ({ browser }, use) => {
    const site = await serve();
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const app = new App(await context.newPage(), site);
    await app.open();
    await app.start('Payments', { quick: true });
    await app.answerInTurn(15);
    await app.measure(measurements);
    for (const [snapshot, ...levels] of [['Spring', 2, 3], ['Summer', 4, 5], ['Autumn', 3, 5]]) {
      await app.goTo('rounds');
      await app.page.getByText('Keep a snapshot without a new round').click();
      await app.page.getByLabel('Name', { exact: true }).fill(snapshot);
      await app.page.getByRole('button', { name: 'Keep a snapshot' }).click();
      await expect(app.page.locator('main .timeline > li', { hasText: snapshot }).first()).toBeVisible();
      await app.answer('ci-pipeline', new RegExp(`^${levels[0]} `));
      await app.answer('slo-targets', new RegExp(`^${levels[1]} `));
    }
    const { text } = await app.download();
    await context.close();
    await site.stop();
    await use(text);
  }, { scope: 'worker' }],
  payments: async ({ app, filled }, use) => {
    await app.open();
    await app.importText(filled);
    await app.page.getByRole('link', { name: 'Payments' }).click();
    await expect(app.page.locator('#title')).toHaveText('Payments');
    await use(app);
  },
};
