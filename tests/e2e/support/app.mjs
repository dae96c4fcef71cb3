// What a user sees and does, by the names on the screen.
import fs from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { serve } from './site.mjs';
import { verdict } from './verdict.mjs';

export class App {
  constructor(page, site) { this.page = page; this.site = site; }

  async open(fragment = '') {
    await this.page.goto(this.site.url + fragment);
    await this.heading();
  }
  /** Waits until the app, not the static page, shows the heading of a page, not of the wait for it. */
  async heading() {
    await expect(this.page.locator('#title')).toHaveText(/^(?!Opening…)./);
    return this.page.locator('#title').innerText();
  }

  async start(team, { quick = false } = {}) {
    await this.page.getByLabel('Team', { exact: true }).fill(team);
    if (quick) await this.page.getByLabel(/Quick check/).check();
    await this.page.getByRole('button', { name: 'Start' }).click();
    await expect(this.page.locator('#title')).toHaveText(team);
  }
  /** The practices that are asked, by title, in their order: as the built catalogue has them. */
  async goTo(place) {
    // What opens an assessment may still wait for the rest of the app.
    await expect(this.page).toHaveURL(/#\/a\/[^/]+/);
    const base = this.page.url().match(/#\/a\/[^/]+/)[0];
    await this.page.evaluate((to) => { location.hash = to; }, `${base}/${place}`);
  }
  async practice(id) {
    await this.goTo(`practice/${id}`);
    await expect(this.page.locator(`#form-${id}`)).toBeVisible();
  }
  choice(name) { return this.page.getByRole('radio', { name, exact: typeof name === 'string' }); }
  async answer(id, name) {
    await this.practice(id);
    await this.choice(name).check();
  }
  /** Answers the first `count` practices with levels 1 to 5 in turn, one page after the other. */
  async answerInTurn(count) {
    await this.page.getByRole('link', { name: /^Begin with/ }).click();
    for (let i = 0; i < count; i++) {
      await expect(this.page.locator('.where')).toContainText(`${i + 1} of`);
      await this.choice(new RegExp(`^${(i % 5) + 1} `)).check();
      if (i + 1 < count) await this.page.getByRole('link', { name: 'Next' }).click();
    }
  }
  async measure(values) {
    await this.page.getByRole('link', { name: 'Measurements' }).first().click();
    for (const [label, value] of Object.entries(values)) await this.page.getByLabel(label, { exact: true }).fill(value);
  }
  async results() {
    await this.page.getByRole('link', { name: 'Results' }).first().click();
    await expect(this.page.locator('#title')).toHaveText(verdict);
    return this.tables();
  }
  /** Opens every fold of the results, and gives what stands in its tables: disciplines, dimensions, then the others. */
  async tables() {
    const numbers = this.page.locator('.numbers table');
    await expect(numbers.first()).toBeAttached();
    await this.page.locator('.results details').evaluateAll((all) => all.forEach((fold) => { fold.open = true; }));
    await expect(numbers.first()).toBeVisible();
    return [...await numbers.allInnerTexts(), ...await this.page.locator('.results section:not(.numbers) table').allInnerTexts()];
  }
  async download(name = 'Download', options = {}) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name, ...options }).click()]);
    return { name: download.suggestedFilename(), path: await download.path(), text: await fs.readFile(await download.path(), 'utf8') };
  }
  async importText(text, { name = 'file.json', take = true } = {}) {
    await this.page.getByLabel('Choose an assessment file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    if (take) await this.page.getByRole('button', { name: 'Open as chosen' }).click();
  }
  /** Waits until the page says that all is kept. */
  saved() { return expect(this.page.locator('.status')).toHaveText(/^Saved in this browser \d\d:\d\d$/); }
  /** What the database holds, as texts by key. */
  database() {
    return this.page.evaluate(() => new Promise((done, fail) => {
      const asked = indexedDB.open('plumbline');
      asked.onerror = () => fail(asked.error);
      asked.onsuccess = () => {
        const store = asked.result.transaction('records').objectStore('records');
        const [keys, texts] = [store.getAllKeys(), store.getAll()];
        store.transaction.oncomplete = () => { asked.result.close(); done(Object.fromEntries(keys.result.map((key, i) => [key, texts.result[i]]))); };
      };
    }));
  }
  stored() { return this.page.evaluate(() => ({ ...localStorage })); }
}

/** Every test also fails on a console error, a policy violation or a request off the origin. */
export const test = base.extend({
  siteOptions: [{}, { option: true }],
  /** What a test provokes on purpose. */
  allowed: [/(?!)/, { option: true }],
  site: async ({ siteOptions }, use) => { const site = await serve(siteOptions); await use(site); await site.stop(); },
  watch: async ({ page, site, allowed }, use) => {
    const seen = [];
    page.on('console', (m) => { if (m.type() === 'error') seen.push(`console: ${m.text()}`); });
    page.on('pageerror', (e) => seen.push(`page: ${e}`));
    const isForeign = (r) => /^https?:/.test(r.url()) && !r.url().startsWith(site.origin + '/');
    page.on('requestfinished', (r) => { if (isForeign(r)) seen.push(`request: ${r.url()}`); });
    page.on('requestfailed', (r) => { if (isForeign(r)) seen.push(`${r.failure()?.errorText === 'csp' ? 'blocked' : 'request'}: ${r.url()}`); });
    await use(seen);
    expect(seen.filter((line) => !allowed.test(line))).toEqual([]);
  },
  app: async ({ page, site, watch }, use) => { const app = new App(page, site); app.seen = watch; await use(app); },
});
export { expect };

export const measurements = {
  'Deployment frequency': '3', 'Change lead time': '30', 'Change fail rate': '12,5',
  'Failed deployment recovery time': '2', 'Deployment rework rate': '9',
};
