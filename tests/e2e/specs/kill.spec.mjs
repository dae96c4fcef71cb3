// A browser that is killed: what was said to be saved is there afterwards. A few kills here;
// `KILLS=200 LONGEST=60000 npx playwright test kill` for the whole of it.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { chromium, test, expect } from '@playwright/test';
import config from '../playwright.config.mjs';
import { App } from '../support/app.mjs';
import { serve } from '../support/site.mjs';

test.describe.configure({ retries: 0 });

const kills = Number(process.env.KILLS ?? 20);
const longest = Number(process.env.LONGEST ?? 1500);
const practices = ['shared-ownership', 'small-batches', 'automated-tests', 'slo-targets', 'golden-paths'];

async function launch(profile) {
  const { executablePath, args } = config.use.launchOptions;
  const context = await chromium.launchPersistentContext(profile, { executablePath, args, handleSIGINT: false });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Every process of the browser, at once, as a power cut or the system's own killer would. */
function kill(profile) {
  const found = execFileSync('sh', ['-c', `pgrep -f -- "--user-data-dir=${profile}" || true`], { encoding: 'utf8' });
  for (const pid of found.split('\n').filter(Boolean)) { try { process.kill(Number(pid), 'SIGKILL'); } catch { /* gone already */ } }
}

test(`${kills} kills, each up to ${longest / 1000} s after Saved: no answer is lost`, async () => {
  test.setTimeout(60_000 + kills * (longest + 12_000));
  const site = await serve();
  const lost = [];
  for (let i = 0; i < kills; i++) {
    const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'plumbline-kill-'));
    let { context, page } = await launch(profile);
    let app = new App(page, site);
    await app.open();
    await app.start(`Kill ${i}`, { quick: true });
    const given = {};
    for (const [n, id] of practices.slice(0, (i % practices.length) + 1).entries()) {
      given[id] = ((i + n) % 5) + 1;
      await app.answer(id, new RegExp(`^${given[id]} `));
    }
    await app.saved();
    const there = page.url();
    // From at once to the longest, evenly.
    await new Promise((done) => { setTimeout(done, (longest * i) / Math.max(1, kills - 1)); });
    kill(profile);
    await context.close().catch(() => {});
    await fs.rm(path.join(profile, 'SingletonLock'), { force: true });
    ({ context, page } = await launch(profile));
    app = new App(page, site);
    await page.goto(there);
    await app.heading();
    const file = await app.download().then((d) => JSON.parse(d.text), () => null);
    const kept = file?.body.responses ?? {};
    for (const [id, level] of Object.entries(given)) if (kept[id]?.level !== level) lost.push(`kill ${i}: ${id}`);
    await context.close();
    await fs.rm(profile, { recursive: true, force: true });
  }
  await site.stop();
  expect(lost).toEqual([]);
});
