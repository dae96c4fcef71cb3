// A real Firefox, driven over WebDriver BiDi: Playwright drives only a Firefox of its own making.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { test as base, expect } from '@playwright/test';
import { serve } from './site.mjs';

/** What a user sees and does, as far as the tests in Firefox need it. */
export class Tab {
  constructor(page, site) { this.page = page; this.site = site; }
  async open(fragment = '') {
    await this.page.goto(this.site.url + fragment);
    await this.page.waitForSelector('#title');
  }
  text(selector) { return this.page.$eval(selector, (found) => found.innerText); }
  sees(selector, text) { return expect.poll(() => this.text(selector).catch(() => '(nothing)')).toMatch(text); }
  async click(selector) { await this.page.locator(selector).click(); }
  async start(team) {
    await this.page.locator('#team').fill(team);
    await this.click('::-p-aria(Start[role="button"])');
    await this.sees('#title', team);
  }
  async go(place) {
    await this.page.evaluate((to) => { location.hash = `${location.hash.match(/#\/a\/[^/]+/)[0]}/${to}`; }, place);
  }
  /** Gives a level, and waits until the page says that it is kept. */
  async answer(practice, level) {
    await this.go(`practice/${practice}`);
    await this.click(`#form-${practice} input[value="${level}"]`);
    await this.holds(practice, level);
    await this.sees('.status', /^Saved in this browser/);
  }
  holds(practice, level) {
    return expect.poll(() => this.page.$eval(`#form-${practice} input:checked`, (input) => input.value).catch(() => 'none')).toBe(String(level));
  }
}

/** `firefox({ prefs, profile })` starts one; each is closed, and may have said nothing in its console. */
export const test = base.extend({
  /** What a test provokes on purpose. */
  allowed: [/(?!)/, { option: true }],
  site: async ({}, use) => { const site = await serve(); await use(site); await site.stop(); },
  folder: async ({}, use) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'plumbline-firefox-'));
    await use(folder);
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  firefox: async ({ site, allowed }, use) => {
    const started = [];
    const said = [];
    await use(async ({ prefs = {}, profile, downloads } = {}) => {
      // puppeteer insists that it is there.
      if (profile) await fs.appendFile(path.join(profile, 'user.js'), '');
      const browser = await puppeteer.launch({
        browser: 'firefox', executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr', headless: true, userDataDir: profile,
        defaultViewport: { width: 1280, height: 900 },
        extraPrefsFirefox: { ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }), ...prefs },
      });
      started.push(browser);
      const tab = async () => {
        const page = await browser.newPage();
        page.on('console', (message) => { if (message.type() === 'error') said.push(`console: ${message.text()}`); });
        page.on('pageerror', (error) => said.push(`page: ${error.message}`));
        page.on('request', (request) => { if (/^https?:/.test(request.url()) && !request.url().startsWith(`${site.origin}/`)) said.push(`request: ${request.url()}`); });
        return new Tab(page, site);
      };
      return { browser, tab };
    });
    for (const browser of started) await browser.close().catch(() => { /* It was killed. */ });
    expect(said.filter((line) => !allowed.test(line))).toEqual([]);
  },
});
export { expect };
