// A real Firefox, driven over WebDriver BiDi: Playwright drives only a Firefox of its own making.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { test as base, expect } from '@playwright/test';
import { serve } from './site.mjs';

// For what hangs. Puppeteer's own 30 seconds are short on a loaded machine.
const long = 120_000;

/** What a user sees and does, as far as the tests in Firefox need it. */
export class Tab {
  constructor(page, site) { this.page = page; this.site = site; }
  async open(fragment = '') {
    await this.page.goto(this.site.url + fragment);
    await this.page.waitForSelector('#title');
  }
  text(selector) { return this.page.$eval(selector, (found) => found.innerText); }
  sees(selector, text) { return expect.poll(() => this.text(selector).catch(() => '(nothing)')).toMatch(text); }
  /** An element, as soon as it stands still. Whether it can be used puppeteer would ask by an `eval`, which the page's policy forbids. */
  found(selector) { return this.page.locator(selector).setWaitForEnabled(false); }
  async click(selector) { await this.found(selector).click(); }
  async start(team) {
    await this.found('#team').fill(team);
    await this.click('.start .go .link');
    // It begins with the first question.
    await this.page.waitForSelector('.answerbar');
    await this.go('');
    await this.sees('#title', team);
  }
  async go(place) {
    await this.page.evaluate((to) => { location.hash = `${location.hash.match(/#\/a\/[^/]+/)[0]}/${to}`; }, place);
  }
  /** Gives a level by the space bar, after which the page stays. */
  async choose(practice, level) {
    const radio = `#form-${practice} input[value="${level}"]`;
    await this.page.waitForSelector(radio);
    await this.page.focus(radio);
    await this.page.keyboard.press(' ');
  }
  /** Gives a level, and waits until the page says that it is kept. */
  async answer(practice, level) {
    await this.go(`practice/${practice}`);
    await this.choose(practice, level);
    await this.holds(practice, level);
    await expect.poll(() => this.page.$$eval('.status', (all) => all.map((one) => one.innerText).join(''))).toMatch(/^Saved .*\d/);
  }
  /** Opens every fold of the results, and gives what stands in its tables. */
  async tables() {
    await this.page.waitForSelector('.numbers table');
    await this.page.$$eval('.results details', (all) => all.forEach((fold) => { fold.open = true; }));
    await this.sees('.numbers table', /SRE/);
    return this.page.$$eval('.results table', (all) => all.map((table) => table.innerText));
  }
  holds(practice, level) {
    return expect.poll(() => this.page.$eval(`#form-${practice} input:checked`, (input) => input.value).catch(() => 'none')).toBe(String(level));
  }
}

async function launch({ prefs = {}, profile, downloads } = {}) {
  // puppeteer insists that it is there.
  if (profile) await fs.appendFile(path.join(profile, 'user.js'), '');
  return puppeteer.launch({
    browser: 'firefox', executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr', headless: true, userDataDir: profile,
    defaultViewport: { width: 1280, height: 900 }, timeout: long, protocolTimeout: long,
    extraPrefsFirefox: { ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }), ...prefs },
  });
}

/** Opens tabs in `where`, a browser or a context of it, and takes down what their consoles say. */
const tabs = (where, site, said) => async () => {
  const page = await where.newPage();
  page.setDefaultTimeout(long);
  page.on('console', (message) => { if (message.type() === 'error') said.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => said.push(`page: ${error.message}`));
  page.on('request', (request) => { if (/^https?:/.test(request.url()) && !request.url().startsWith(`${site.origin}/`)) said.push(`request: ${request.url()}`); });
  return new Tab(page, site);
};

// Firefox hashes what it has of a file of ours that was still on its way as the page was left: nothing. Which file
// that is, and whether there is one, says only how busy this machine is.
const BROKEN_OFF = 'The computed hash is “47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=”';

/**
 * `tab()` opens a tab in a Firefox that many tests share, in a container of the test's own, and those of
 * `await newContainer()` in a further one; `firefox({ prefs, profile })` starts a Firefox of its own. No
 * console may have said anything.
 */
export const test = base.extend({
  /** What a test provokes on purpose. */
  allowed: [/(?!)/, { option: true }],
  site: async ({}, use) => { const site = await serve(); await use(site); await site.stop(); },
  folder: async ({}, use) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'plumbline-firefox-'));
    await use(folder);
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  said: async ({ allowed }, use) => {
    const said = [];
    await use(said);
    expect(said.filter((line) => !allowed.test(line) && !line.includes(BROKEN_OFF))).toEqual([]);
  },
  shared: [async ({}, use) => {
    const downloads = await fs.mkdtemp(path.join(os.tmpdir(), 'plumbline-firefox-'));
    const browser = await launch({ downloads });
    await use({ browser, downloads });
    await browser.close();
    await fs.rm(downloads, { recursive: true, force: true, maxRetries: 5 });
  }, { scope: 'worker' }],
  newContainer: async ({ shared, site, said }, use) => {
    const opened = [];
    await use(async () => {
      const container = await shared.browser.createBrowserContext();
      opened.push(container);
      return tabs(container, site, said);
    });
    for (const container of opened) await container.close();
  },
  tab: async ({ newContainer }, use) => { await use(await newContainer()); },
  /** Where what those tabs download ends up. */
  downloads: async ({ shared }, use) => {
    for (const name of await fs.readdir(shared.downloads)) await fs.rm(path.join(shared.downloads, name));
    await use(shared.downloads);
  },
  firefox: async ({ site, said }, use) => {
    const started = [];
    await use(async (options) => {
      const browser = await launch(options);
      started.push(browser);
      return { browser, tab: tabs(browser, site, said) };
    });
    for (const browser of started) await browser.close().catch(() => { /* It was killed. */ });
  },
});
export { expect };
