// The start: under any path, checked, private, and honest when it fails.
import { test, expect, App } from '../support/app.mjs';
import { serve } from '../support/site.mjs';

test.describe('under a sub-path', () => {
  test.use({ siteOptions: { prefix: '/some/prefix/' } });
  test('pages, deep links and reloads work', async ({ app, page }) => {
    await app.open();
    await app.start('Prefixed');
    await app.answerInTurn(2);
    await page.reload();
    await app.heading();
    await expect(page.locator('.where')).toContainText('2 of');
    await page.goBack();
    await expect(page.locator('.where')).toContainText('1 of');
  });
});

test('the page has its words before and without the app', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where does your team stand?');
  await expect(page.locator('noscript p')).toContainText('no account, no server, no tracking, and needs JavaScript');
  await expect(page.getByRole('button')).toHaveCount(0);
  await context.close();
});

const broken = {
  'tampered wasm': (name, body) => (name.endsWith('.wasm') ? Buffer.concat([body, Buffer.from([0, 1, 0])]) : body),
  'a cut wasm': (name, body) => (name.endsWith('.wasm') ? body.subarray(0, 1000) : body),
  'a missing wasm': (name, body) => (name.endsWith('.wasm') ? null : body),
  'a missing glue': (name, body) => (/plumbline-.*\.js$/.test(name) ? null : body),
};
for (const [name, tamper] of Object.entries(broken)) {
  test.describe(name, () => {
    test.use({ siteOptions: { tamper }, allowed: /./ });
    test('shows what happened and gives the data back', async ({ page, site, watch }) => {
      void watch;
      await page.addInitScript(() => localStorage.setItem('plumbline:assessment:kept', '{"an": "answer"}'));
      await page.goto(site.url);
      await expect(page.getByRole('dialog')).toContainText('could not be started');
      const data = await new App(page, site).download('Download my data');
      expect(JSON.parse(data.text).records).toMatchObject({ 'plumbline:assessment:kept': '{"an": "answer"}' });
      await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    });
  });
}

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
