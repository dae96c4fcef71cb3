// The README's pictures, and whether they still show the app: by their words on every machine, by
// their pixels where the fonts are those that they were taken with.
import crypto from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from './app.mjs';
import { root } from './site.mjs';

const notes = path.join(root, 'tests/e2e/pictures.json');
const digest = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');

/** What the window shows: each text that is at least partly in it. */
const texts = (page) => page.evaluate(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const range = document.createRange();
    range.selectNode(walker.currentNode);
    const { top, bottom, width } = range.getBoundingClientRect();
    if (data.trim() && width && bottom > 0 && top < innerHeight && parentElement.checkVisibility({ visibilityProperty: true })) found.push(data.trim().replace(/\s+/g, ' '));
  }
  return found;
});
/** How wide the fonts of this machine are. */
const fonts = (page) => page.evaluate(() => {
  const context = document.createElement('canvas').getContext('2d');
  return ['system-ui', 'ui-monospace, monospace'].map((family) => {
    context.font = `100px ${getComputedStyle(document.body).fontFamily}, ${family}`;
    return Math.round(context.measureText('Where does your team stand? 0123456789').width);
  }).join();
});

/**
 * The window is what docs/`name`.png shows, and the README shows that. Fonts differ from machine to
 * machine, so a picture is taken anew only on request: PICTURES=1.
 */
export async function isPictured(page, name) {
  const file = path.join(root, `docs/${name}.png`);
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const now = { picture: digest(shot), fonts: await fonts(page), texts: await texts(page) };
  const all = JSON.parse(await fs.readFile(notes, 'utf8').catch(() => '{}'));
  if (process.env.PICTURES) {
    await fs.writeFile(file, shot);
    await fs.writeFile(notes, `${JSON.stringify({ ...all, [name]: now }, null, 2)}\n`);
    return;
  }
  const again = 'the picture is of another day: PICTURES=1 npx playwright test specs/looks.spec.mjs -g README takes it anew';
  const then = all[name];
  expect(digest(await fs.readFile(file)), `${name}: pictures.json is about another picture`).toBe(then.picture);
  // With other fonts the window ends elsewhere: what stands in the picture stands on the page.
  const everything = await page.locator('body').evaluate((body) => body.textContent.replace(/\s+/g, ' '));
  expect(then.texts.filter((text) => !everything.includes(text)), `${name}: ${again}`).toEqual([]);
  if (then.fonts === now.fonts) expect(shot, `${name}: ${again}`).toMatchSnapshot(`${name}.png`, { maxDiffPixelRatio: 0.002 });
  expect(await fs.readFile(path.join(root, 'README.md'), 'utf8')).toContain(`docs/${name}.png`);
}
