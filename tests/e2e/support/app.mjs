// What a user sees and does, by the names on the screen.
import fs from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { serve } from './site.mjs';
import { verdict } from './verdict.mjs';

/** Waits until every piece of the app has arrived: from then on no page needs the network. */
export const allHere = (page) => page.waitForFunction(() => [...document.querySelectorAll('link[data-for]')].every(({ href }) => performance.getEntriesByName(href).some(({ responseEnd }) => responseEnd)));

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

  /** Starts an assessment, and goes from its first question to its overview. */
  async start(team, { quick = false } = {}) {
    await this.page.getByLabel('Team', { exact: true }).fill(team);
    await this.page.getByRole('button', { name: quick ? 'Start quick check' : /^Answer everything/ }).click();
    await expect(this.page).toHaveURL(/#\/a\/[^/]+\/practice\//);
    await this.goTo('');
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
  /** A radio of the question. A click on it answers, and the next question comes by itself. */
  choice(name) { return this.page.getByRole('radio', { name, exact: typeof name === 'string' }); }
  /** Answers by the space bar, after which the page stays. What lies between two levels is shown first. */
  async choose(name) {
    if (/^Between/.test(name)) await this.showBetween();
    await this.choice(name).press(' ');
    await expect(this.choice(name)).toBeChecked();
  }
  async showBetween() {
    const between = this.page.getByRole('button', { name: 'Between two levels', exact: true });
    if (await between.getAttribute('aria-expanded') !== 'true') await between.click();
  }
  async answer(id, name) {
    await this.practice(id);
    await this.choose(name);
  }
  /** Waits for the question with this number. */
  isAt(number, of = '') { return expect(this.page.locator('.progress')).toContainText(new RegExp(`^${number} of ${of}`)); }
  /** The way on at the foot of a question, whatever it says. */
  next() { return this.page.locator('.answerbar .primary'); }
  /** From now on no question comes by itself: switched off in the dialog of the keys, or on a phone beside the question. */
  async stay() {
    const keys = this.page.getByRole('button', { name: /^Keyboard/ });
    const isDesk = await keys.isVisible();
    if (isDesk) await keys.click();
    await this.page.getByLabel('Go on by itself after an answer').filter({ visible: true }).uncheck();
    if (isDesk) await this.page.keyboard.press('Escape');
    await expect(this.page.locator('.keys-dialog')).toBeHidden();
  }
  /** Opens the score so far, which is folded beside a question. */
  async peek() {
    await this.page.getByText('Peek at the score so far').click();
    return this.page.locator('.profile');
  }
  /** Answers the first `count` practices with levels 1 to 5 in turn, one page after the other. */
  async answerInTurn(count) {
    await this.page.getByRole('link', { name: /^Begin with/ }).click();
    for (let i = 0; i < count; i++) {
      await this.isAt(i + 1);
      await this.choose(new RegExp(`^${(i % 5) + 1} `));
      if (i + 1 < count) await this.page.getByRole('link', { name: 'Next', exact: true }).click();
    }
  }
  async measure(values) {
    await this.menu('Measurements');
    for (const [label, value] of Object.entries(values)) await this.page.getByLabel(label, { exact: true }).fill(value);
  }
  async results() {
    await this.place('Results');
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
  /** Opens what one does with a team now and then, on its card. */
  async card(team) {
    const more = this.page.locator('summary').and(this.page.getByLabel(`More for ${team}`, { exact: true }));
    if (!(await more.evaluate((found) => found.parentElement.open))) await more.click();
  }
  async remove(team) {
    await this.card(team);
    await this.page.getByRole('button', { name: `Remove ${team}`, exact: true }).click();
  }
  async downloadOf(team) {
    await this.card(team);
    return this.download(`Download ${team}`);
  }
  /** One of the four places of the open assessment. */
  place(name) { return this.page.locator('.places').getByRole('link', { name, exact: true }).click(); }
  /** What one does now and then: opens the menu and takes it there. */
  async menu(name) {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.locator('#more').getByText(name, { exact: true }).click();
  }
  /** The page of all assessments. */
  home() { return this.page.getByRole('link', { name: 'Plumbline', exact: true }).click(); }
  /** The page for handing out: everything goes into the document, and the other formats are unfolded. */
  async document({ notes = true } = {}) {
    await this.goTo('report');
    await this.page.getByLabel(/^Full report/).check();
    await this.page.getByLabel(/^Notes, evidence/).setChecked(notes);
    await this.page.getByText('Other formats').click();
  }
  /** What a button hands out as a file; without its name, the open assessment, from the menu. */
  async download(name, options = {}) {
    const press = () => (name ? this.page.getByRole('button', { name, ...options }).click() : this.menu('Download'));
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), path: await download.path(), text: await fs.readFile(await download.path(), 'utf8') };
  }
  async importText(text, { name = 'file.json', take = true } = {}) {
    await this.page.getByLabel('Open a file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    if (take) await this.page.getByRole('button', { name: 'Open as chosen' }).click();
  }
  /** Waits until the page says that all is kept. */
  saved() { return expect(this.page.locator('.status:not(.loud)')).toHaveText(/^Saved \d\d:\d\d$/); }
  /** Waits until the database has something as well: it follows the quick store, and writes over what a test puts there before. */
  async savedInBoth(what) {
    await this.saved();
    await expect.poll(async () => Object.values(await this.database()).join()).toContain(what);
  }
  /** What the page says loudly: that not all is kept, or nothing. */
  loud() { return this.page.locator('.status.loud'); }
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
