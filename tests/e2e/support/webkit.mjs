// A real WebKit, Safari's engine, as WebKitGTK has it, driven over WebDriver on a screen of its own.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { serve } from './site.mjs';

const browser = fileURLToPath(new URL('webkit-window.py', import.meta.url));
const driver = process.env.WEBKIT || '/usr/bin/WebKitWebDriver';

async function look() {
  if (driver === 'none') return 'WebKit is left out: WEBKIT=none';
  for (const file of [driver, '/usr/bin/Xvfb', '/usr/bin/python3']) {
    if (!(await fs.access(file).then(() => true, () => false))) return `WebKit is left out: there is no ${file}`;
  }
  return '';
}
/** Why WebKit cannot be tested here, or nothing. */
export const missing = await look();

/** The port on which a process listens, as Linux tells it: the driver chooses one, and does not say which. */
async function listening(pid) {
  const names = await fs.readdir(`/proc/${pid}/fd`);
  const sockets = await Promise.all(names.map((name) => fs.readlink(`/proc/${pid}/fd/${name}`).catch(() => '')));
  const rows = (await fs.readFile('/proc/net/tcp', 'utf8')).split('\n').map((row) => row.trim().split(/\s+/));
  const own = rows.find(([, , , state, , , , , , inode]) => state === '0A' && sockets.includes(`socket:[${inode}]`));
  return own && parseInt(own[1].split(':')[1], 16);
}

/** A WebDriver session: one browser with its windows. */
class Session {
  /** Starts a driver and, through it, the browser, with `options` for webkit-window.py. */
  static async start(display, options, said) {
    const session = new Session();
    // A group of their own, so that they can be killed all at once.
    session.process = spawn(driver, ['--port=0'], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DISPLAY: display, NO_AT_BRIDGE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } });
    session.ended = once(session.process, 'close');
    // The window's requests come on one, the page's console on the other.
    for (const stream of [session.process.stdout, session.process.stderr]) readline.createInterface({ input: stream }).on('line', said);
    let port;
    await expect.poll(async () => { port = await listening(session.process.pid); return port; }, { intervals: [20] }).toBeTruthy();
    session.root = `http://127.0.0.1:${port}`;
    const { sessionId, capabilities } = await session.call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: options } } } });
    session.root += `/session/${sessionId}`;
    session.version = capabilities.browserVersion;
    session.current = await session.call('GET', '/window');
    await session.call('POST', '/timeouts', { script: 120_000 });
    return session;
  }
  async call(method, place, body = {}) {
    const response = await fetch(this.root + place, { method, ...(method === 'POST' && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (response.ok) return value;
    throw Object.assign(new Error(`${method} ${place}: ${value.error}: ${value.message}`), { name: value.error });
  }
  /** Every process at once, as a power cut would. */
  async kill() {
    try { process.kill(-this.process.pid, 'SIGKILL'); } catch { /* gone already */ }
    await this.ended;
  }
}

const element = 'element-6066-11e4-a52e-4f735466cecf';

/** What a user sees and does in one window, as far as the tests in WebKit need it. */
export class Tab {
  constructor(session, handle, site) { Object.assign(this, { session, handle, site }); }
  async call(method, place, body) {
    if (this.session.current !== this.handle) {
      await this.session.call('POST', '/window', { handle: this.handle });
      this.session.current = this.handle;
    }
    return this.session.call(method, place, body);
  }
  /** Runs a function in the page, which may be asynchronous, and gives what it returns. */
  async evaluate(act, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${act})(...[...arguments].slice(0, -1))).then((value) => done([value]), (error) => done([null, String(error)]));`;
    const [value, error] = await this.call('POST', '/execute/async', { script, args });
    if (error) throw new Error(error);
    return value;
  }
  /** Runs a script as it is. */
  run(script) { return this.call('POST', '/execute/sync', { script, args: [] }); }
  async goto(address) { await this.call('POST', '/url', { url: address }); }
  async open(fragment = '') {
    await this.goto(this.site.url + fragment);
    await this.sees('#title', /^(?!Opening…)./);
  }
  async reload() { await this.call('POST', '/refresh'); }
  address() { return this.call('GET', '/url'); }
  /** A text on the screen; none, where nothing is found. */
  text(selector) { return this.evaluate((wanted) => document.querySelector(wanted)?.innerText ?? '', selector); }
  sees(selector, text) { return expect.poll(() => this.text(selector)).toMatch(text); }
  /** Finds an element by CSS, or a control by its name on the screen: `button=Start`. */
  async find(what) {
    const [, kind, name] = /^(button|a)=(.*)$/.exec(what) ?? [];
    const query = kind ? { using: 'xpath', value: `//${kind}[normalize-space()="${name}"]` } : { using: 'css selector', value: what };
    return (await this.call('POST', '/element', query))[element];
  }
  /** Does something with an element, as soon as it is there and can be used. */
  async use(what, act) {
    const unready = ['no such element', 'stale element reference', 'element not interactable', 'element click intercepted'];
    await expect.poll(async () => {
      try { await act(await this.find(what)); return ''; } catch (error) { if (unready.includes(error.name)) return error.message; throw error; }
    }, { intervals: [50, 100] }).toBe('');
  }
  click(what) { return this.use(what, (found) => this.call('POST', `/element/${found}/click`)); }
  /** Types into a field, presses keys, or chooses a file, by its path. */
  type(what, text) { return this.use(what, (found) => this.call('POST', `/element/${found}/value`, { text })); }
  async start(team) {
    await this.type('#team', team);
    await this.click('.start .go .link');
    // It begins with the first question.
    await this.sees('.answerbar', /./);
    await this.go('');
    await this.sees('#title', team);
  }
  go(place) {
    return this.evaluate((to) => { location.hash = `${location.hash.match(/#\/a\/[^/]+/)[0]}/${to}`; }, place);
  }
  /** Gives a level by the space bar, after which the page stays. */
  choose(practice, level) { return this.type(`#form-${practice} input[value="${level}"]`, ' '); }
  /** Gives a level, and waits until the page says that it is kept. */
  async answer(practice, level) {
    await this.go(`practice/${practice}`);
    await this.choose(practice, level);
    await this.holds(practice, level);
    await expect.poll(() => this.evaluate(() => [...document.querySelectorAll('.status')].map((one) => one.innerText).join(''))).toMatch(/^Saved .*\d/);
  }
  /** Opens every fold of the results, and gives what stands in its tables. */
  async tables() {
    await expect.poll(() => this.evaluate(() => {
      for (const fold of document.querySelectorAll('.results details')) fold.open = true;
      return document.querySelector('.numbers table')?.innerText;
    })).toMatch(/SRE/);
    return this.evaluate(() => [...document.querySelectorAll('.results table')].map((table) => table.innerText));
  }
  holds(practice, level) {
    return expect.poll(() => this.evaluate((form) => document.querySelector(`${form} input:checked`)?.value ?? 'none', `#form-${practice}`)).toBe(String(level));
  }
}

// Says only how busy this machine is. Whether a file is asked for twice, the tests of the first visit count.
const LATE = /was preloaded using link preload but not used within a few seconds/;
// WebKit's words for a file of ours that was still on its way as the page was left, and what the loader makes of
// it: which file that is, and whether there is one, says only how busy this machine is. A file that is missed on
// a page that stays is missed by the tests, too.
const BROKEN_OFF = /annot load http:\/\/127\.0\.0\.1:\S+(\.wasm|\/sw\.js) due to access control checks|CONSOLE ERROR TypeError: Load failed$/;

/**
 * `webkit({ profile, without, quota })` starts a WebKit; `tab()` opens a window of it, and `kill()` ends
 * it. No console may have said anything that `allowed` does not match.
 */
export const test = base.extend({
  siteOptions: [{}, { option: true }],
  allowed: [/(?!)/, { option: true }],
  site: async ({ siteOptions }, use) => { const site = await serve(siteOptions); await use(site); await site.stop(); },
  folder: async ({}, use) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'plumbline-webkit-'));
    await use(folder);
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  display: [async ({}, use) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = await once(server.stdio[3], 'data');
    await use(`:${String(number).trim()}`);
    server.kill();
  }, { scope: 'worker' }],
  webkit: async ({ site, display, folder, allowed }, use) => {
    const started = [];
    const said = [];
    const hear = (line) => {
      const [, asked] = /^REQUEST (https?:.*)/.exec(line) ?? [];
      if (asked ? !asked.startsWith(`${site.origin}/`) : /CONSOLE (\w+ )?(ERROR|WARN)/.test(line)) said.push(line);
    };
    await use(async ({ profile = path.join(folder, `profile-${started.length}`), without = [], quota } = {}) => {
      const downloads = path.join(folder, 'downloads');
      for (const made of [profile, downloads]) await fs.mkdir(made, { recursive: true });
      const options = ['--profile', profile, '--downloads', downloads, ...without.flatMap((name) => ['--without', name]), ...(quota ? ['--quota', String(quota)] : [])];
      const session = await Session.start(display, options, hear);
      started.push(session);
      let isFirst = true;
      const tab = async () => {
        const handle = isFirst ? session.current : (await session.call('POST', '/window/new', { type: 'window' })).handle;
        isFirst = false;
        return new Tab(session, handle, site);
      };
      return { tab, downloads, version: session.version, kill: () => session.kill() };
    });
    for (const session of started) await session.kill();
    expect(said.filter((line) => !allowed.test(line) && !LATE.test(line) && !BROKEN_OFF.test(line))).toEqual([]);
  },
});
export { expect };
