// What every page must be in every size and theme.
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from './app.mjs';
import { root } from './site.mjs';

export const sizes = {
  desktop: { viewport: { width: 1280, height: 900 } },
  'desktop-dark': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 375, height: 800 }, deviceScaleFactor: 2 },
  'phone-dark': { viewport: { width: 375, height: 800 }, deviceScaleFactor: 2, colorScheme: 'dark' },
};

/** Nothing stands outside the window. */
export async function fits(page, name) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Axe finds nothing, nothing scrolls sideways, and a picture is kept under `label`-`name`. */
export async function looksRight(page, viewport, label, name) {
  // Tall enough for all of it, so that the profile at the foot of a phone covers nothing.
  await page.setViewportSize({ width: viewport.width, height: await page.evaluate(() => Math.max(document.documentElement.scrollHeight, 800)) });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
  await fits(page, name);
  await page.screenshot({ path: path.join(root, `tests/e2e/results/${label}-${name}.png`), fullPage: true });
  await page.setViewportSize(viewport);
}
