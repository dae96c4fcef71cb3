// The start: under any path, checked, private, and honest when it fails.
import crypto from 'node:crypto';
import fs from 'node:fs/promises';
import { test, expect, App } from '../support/app.mjs';
import { built, serve } from '../support/site.mjs';

test.describe('under a sub-path', () => {
  test.use({ siteOptions: { prefix: '/some/prefix/' } });
  test('pages, deep links and reloads work', async ({ app, page }) => {
    await app.open();
    await app.start('Prefixed');
    await app.answerInTurn(2);
    await page.reload();
    await app.heading();
    await app.isAt(2);
    await page.goBack();
    await app.isAt(1);
  });
});

test('the page has its words before and without the app', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Where does your team stand/);
  await expect(page.locator('noscript p')).toContainText('no account, no server, no tracking, and needs JavaScript');
  await expect(page.getByRole('button')).toHaveCount(0);
  // That is the whole reason; what the style says to others would be another.
  await expect(page.locator('#late')).toHaveCSS('display', 'none');
  await context.close();
});

const isBoot = (name) => name.endsWith('_boot.js');
const isGlue = (name) => /plumbline-[0-9a-f]+\.js$/.test(name);
const page404 = '<!doctype html><title>Not here</title><p>Perhaps later.';
const dialog = (page) => page.getByRole('dialog');
/** Puts a text into the database that the app would make, before the page is there. */
const putInDatabase = ([key, text]) => new Promise((done) => {
  const asked = indexedDB.open('plumbline', 2);
  asked.onupgradeneeded = () => { for (const name of ['records', 'earlier']) asked.result.createObjectStore(name); };
  asked.onsuccess = () => {
    const transaction = asked.result.transaction('records', 'readwrite');
    transaction.objectStore('records').put(text, key);
    transaction.oncomplete = () => { asked.result.close(); done(); };
  };
});

const broken = {
  'tampered wasm': (name, body) => (name.endsWith('.wasm') ? Buffer.concat([body, Buffer.from([0, 1, 0])]) : body),
  'a cut wasm': (name, body) => (name.endsWith('.wasm') ? body.subarray(0, 1000) : body),
  'a missing wasm': (name, body) => (name.endsWith('.wasm') ? null : body),
  'a missing glue': (name, body) => (isGlue(name) ? null : body),
  'a glue that is called a text': (name, body) => (isGlue(name) ? { body, type: 'text/plain' } : body),
};
for (const [name, tamper] of Object.entries(broken)) {
  test.describe(name, () => {
    test.use({ siteOptions: { tamper }, allowed: /./ });
    test('shows what happened and gives the data back', async ({ page, site, watch }) => {
      void watch;
      await page.addInitScript(() => localStorage.setItem('plumbline:assessment:kept', '{"an": "answer"}'));
      await page.goto(site.url);
      await expect(dialog(page)).toContainText('could not be started');
      await expect(dialog(page)).toContainText('check the network');
      await expect(dialog(page)).toContainText('What was saved is kept in this browser');
      const data = await new App(page, site).download('Download my data');
      expect(JSON.parse(data.text).records).toMatchObject({ 'plumbline:assessment:kept': '{"an": "answer"}' });
      await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    });
  });
}

test.describe('a wasm that is called something else', () => {
  test.use({ siteOptions: { tamper: (name, body) => (name.endsWith('.wasm') ? { body, type: 'application/octet-stream' } : body) } });
  test('starts all the same', async ({ app }) => {
    await app.open();
    await app.start('Octets');
  });
});

/** What the style alone shows once its time has come; no test waits for it. */
const late = (page) => page.locator('#late');
async function passTime(page) {
  const delay = await page.evaluate(() => {
    const [animation] = document.getAnimations().filter((one) => one.animationName === 'late');
    animation.currentTime = animation.effect.getTiming().delay + 1;
    return animation.effect.getTiming().delay;
  });
  expect(delay).toBe(10_000);
}
const places = (page) => page.evaluate(() => [...document.querySelectorAll('body *:not(#late)')].map((found) => {
  const { x, y, width, height } = found.getBoundingClientRect();
  return `${found.localName} ${x} ${y} ${width} ${height}`;
}));
async function saysSoItself(page) {
  await expect(page.locator('#loading')).toHaveText('Opening…');
  await expect(late(page)).toBeHidden();
  // What is hidden so is not read out either, and is when it appears: in a region that is there already.
  await expect(page.getByRole('status').filter({ has: late(page) })).toHaveCount(1);
  const before = await places(page);
  await passTime(page);
  await expect(late(page)).toBeVisible();
  await expect(late(page)).toContainText('has not started yet');
  await expect(late(page)).toContainText('reload the page');
  expect(await places(page)).toEqual(before);
  const [box, width] = [await late(page).boundingBox(), await page.evaluate(() => document.documentElement.scrollWidth)];
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(width).toBeLessThanOrEqual(page.viewportSize().width);
  // Nothing stands under it.
  await expect(page.locator('main').locator('input, button').filter({ visible: true })).toHaveCount(0);
}

for (const [name, change] of Object.entries({
  'is the page of an error, with 200': () => ({ body: Buffer.from(page404), type: 'text/html' }),
  'is another script': () => Buffer.from('globalThis.x = 1;'),
  'is missing': () => null,
  'is called a text': (body) => ({ body, type: 'text/plain' }),
  'was cut': (body) => body.subarray(0, 500),
  'does not end': (body) => ({ body: body.subarray(0, 500), isEndless: true }),
})) {
  test.describe(`a start script that ${name}`, () => {
    test.use({ siteOptions: { tamper: (file, body) => (isBoot(file) ? change(body) : body) }, allowed: /./ });
    test('leaves a page that says what to do', async ({ page, site, watch }) => {
      void watch;
      await page.goto(site.url, { waitUntil: 'commit' });
      await page.locator('footer').waitFor();
      await saysSoItself(page);
    });
  });
}

test.describe('on a narrow screen', () => {
  test.use({ siteOptions: { tamper: (file, body) => (isBoot(file) ? null : body) }, allowed: /./, viewport: { width: 320, height: 640 } });
  test('what is to be done without a start script fits', async ({ page, site, watch }) => {
    void watch;
    await page.goto(site.url);
    await saysSoItself(page);
  });
});

test('a page that was opened as a file says where to open it', async ({ page }) => {
  await page.goto(`file://${built}/index.html`);
  await saysSoItself(page);
  await expect(late(page)).toContainText('from a web server');
});

test('a page that starts says nothing of it', async ({ app, page, site }) => {
  await page.route('**/*.wasm', () => { /* Held for ever. */ });
  await page.goto(site.url);
  await page.waitForFunction(() => window.plumblineBoot);
  await expect(late(page)).toHaveCount(0);
  await page.unroute('**/*.wasm');
  await app.open();
  await expect(late(page)).toHaveCount(0);
});

for (const [name, init] of Object.entries({
  'is not there': () => { delete window.WebAssembly; },
  'may not compile': () => { for (const how of ['instantiateStreaming', 'instantiate']) WebAssembly[how] = async () => { throw new WebAssembly.CompileError('disallowed by embedder'); }; },
})) {
  test(`where WebAssembly ${name}, the browser is the reason, and neither network nor answers`, async ({ page, site }) => {
    await page.addInitScript(init);
    await page.addInitScript(() => localStorage.setItem('plumbline:assessment:kept', '{"an": "answer"}'));
    await page.goto(site.url);
    // However often it is tried.
    for (let tried = 0; tried < 4; tried++) {
      await expect(dialog(page)).toContainText('this browser does not run WebAssembly');
      await expect(dialog(page)).toContainText('What was saved is kept');
      await expect(dialog(page)).not.toContainText('network');
      await expect(dialog(page).getByRole('listitem')).toHaveCount(0);
      await dialog(page).getByRole('button', { name: 'Reload' }).click();
    }
  });
}

test.describe('what is said of what is kept', () => {
  let isBroken;
  test.use({ siteOptions: { tamper: (name, body) => (isBroken && name.endsWith('.wasm') ? null : body) }, allowed: /./ });
  test.beforeEach(() => { isBroken = true; });
  const kept = (page) => page.locator('#overlay-kept');
  const save = (page) => dialog(page).getByRole('button', { name: 'Download my data' });

  test('somebody who is new: nothing is stored', async ({ page, site, watch }) => {
    void watch;
    await page.goto(site.url);
    await expect(kept(page)).toHaveText('Nothing is stored in this browser yet.');
    await expect(save(page)).toHaveCount(0);
  });

  test('settings are no answers', async ({ page, site, watch }) => {
    void watch;
    await page.addInitScript(() => { localStorage.setItem('plumbline:keys', '"off"'); localStorage.setItem('neighbour', 'x'); });
    await page.goto(site.url);
    await expect(kept(page)).toHaveText('Nothing is stored in this browser yet.');
  });

  test('somebody whose browser is not asked for a database has none made', async ({ page, site, watch }) => {
    void watch;
    await page.goto(site.url);
    await expect(kept(page)).not.toBeEmpty();
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });

  test('what the database alone holds is kept, and can be downloaded', async ({ page, site, watch }) => {
    void watch;
    await page.goto(`${site.url}icon.svg`);
    await page.evaluate(putInDatabase, ['plumbline:assessment:x', '{"in": "the database"}']);
    await page.goto(site.url);
    await expect(kept(page)).toContainText('What was saved is kept in this browser');
    const data = await new App(page, site).download('Download my data');
    expect(JSON.parse(data.text)).toEqual({ format: 'plumbline/raw', records: {}, database: { 'plumbline:assessment:x': '{"in": "the database"}' } });
  });

  for (const [name, init] of Object.entries({
    'localStorage is blocked': () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
    'the database is blocked': () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; },
  })) {
    test(`where ${name}, the page does not know`, async ({ page, site, watch }) => {
      void watch;
      await page.addInitScript(init);
      await page.goto(site.url);
      await expect(kept(page)).toContainText('does not know what is kept there');
      // Whatever can be had is handed out, with the reason for the rest.
      const data = await new App(page, site).download('Download my data');
      expect(data.text).toContain('SecurityError');
    });
  }

  test('a database that never answers is not waited for', async ({ page, site, watch }) => {
    void watch;
    await page.clock.install();
    await page.addInitScript(() => { IDBFactory.prototype.open = () => new EventTarget(); });
    await page.goto(site.url);
    await expect(dialog(page)).toBeVisible();
    await page.clock.fastForward(5_000);
    await expect(kept(page)).toContainText('does not know what is kept there');
  });
});

test('what the page runs is named by what is in it, and sealed', async () => {
  const html = await fs.readFile(`${built}/index.html`, 'utf8');
  const tags = [...html.matchAll(/<(?:link|script)\b[^>]*\b(?:href|src)="([^"]+\.(?:js|wasm))"[^>]*>/g)];
  expect(tags.length).toBeGreaterThanOrEqual(5);
  for (const [tag, name] of tags) {
    const bytes = await fs.readFile(`${built}/${name}`);
    const digest = (kind, as) => crypto.createHash(kind).update(bytes).digest(as);
    expect(tag).toContain(`integrity="sha256-${digest('sha256', 'base64')}"`);
    expect(name).toContain(`plumbline-${digest('sha384', 'hex').slice(0, 16)}`);
  }
  // The worker alone has a name that stays: that is how browsers find the next one.
  const code = (await fs.readdir(`${built}`)).filter((name) => /\.(js|wasm)$/.test(name));
  expect(code.filter((name) => !tags.some(([, named]) => named.endsWith(name)))).toEqual(['sw.js']);
  expect(html).not.toContain('<!--');
});

test.describe('the watch itself', () => {
  // The second site has an origin of its own, and the foreign name leads nowhere.
  test.use({ allowed: /example\.invalid|Content.Security.Policy|http:\/\/127\.0\.0\.1|ERR_NAME_NOT_RESOLVED/ });
  test('the policy stops a foreign image; without the policy the watch sees it', async ({ app, page, watch }) => {
    await app.open();
    const add = () => page.evaluate(() => new Promise((done) => { const i = new Image(); i.onerror = i.onload = () => done(); i.src = 'https://example.invalid/x.png'; document.body.append(i); }));
    await add();
    expect(watch.filter((l) => l.startsWith('request:'))).toEqual([]);
    expect(watch.some((l) => l.startsWith('blocked: https://example.invalid/'))).toBe(true);
    expect(watch.join()).toMatch(/Content.Security.Policy/);
    const open = await serve({ tamper: (name, body) => (name === 'index.html' ? Buffer.from(body.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')) : body) });
    await page.goto(open.url);
    await add();
    expect(watch.some((l) => l.startsWith('request: https://example.invalid/'))).toBe(true);
    await open.stop();
  });
});

test.describe('the policy', () => {
  test('the policy is as strict as promised', async ({ app, page }) => {
    await app.open();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const style = policy.split('; ').find((part) => part.startsWith('style-src'));
    expect(style).toMatch(/^style-src 'sha256-[\w+/]{43}='$/);
    for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"]) expect(policy.split('; ')).toContain(part);
    expect(policy).not.toContain('unsafe-inline');
    expect(await page.locator('script:not([src])').count()).toBe(0);
  });
});
