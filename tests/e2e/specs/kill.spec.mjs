// A browser that is killed: what was said to be saved is there afterwards. A few kills here;
// `KILLS=200 LONGEST=60000 npx playwright test kill` for the whole of it.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { chromium, test, expect } from '@playwright/test';
import { App } from '../support/app.mjs';
import { launchOptions } from '../support/chromium.mjs';
import { serve } from '../support/site.mjs';

const kills = Number(process.env.KILLS ?? 20);
const longest = Number(process.env.LONGEST ?? 1500);
/** So many in one profile, each after the browser before has been looked into. */
const chain = 5;
const practices = ['ci-pipeline', 'deployment-automation', 'security-in-pipeline', 'slo-targets', 'self-service-provisioning'];

async function launch(profile, site) {
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), handleSIGINT: false });
  return { context, app: new App(context.pages()[0] ?? (await context.newPage()), site) };
}

/** Every process of the browser, at once, as a power cut or the system's own killer would. */
function kill(profile) {
  const found = execFileSync('sh', ['-c', `pgrep -f -- "--user-data-dir=${profile}" || true`], { encoding: 'utf8' });
  for (const pid of found.split('\n').filter(Boolean)) { try { process.kill(Number(pid), 'SIGKILL'); } catch { /* gone already */ } }
}

for (let first = 0; first < kills; first += chain) {
  const last = Math.min(first + chain, kills) - 1;
  test(`kills ${first + 1} to ${last + 1} of ${kills}, each up to ${longest / 1000} s after Saved: no answer is lost`, async () => {
    test.setTimeout(300_000 + chain * longest);
    const site = await serve();
    const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'plumbline-kill-'));
    const given = {};
    let { context, app } = await launch(profile, site);
    await app.open();
    await app.start('Killed', { quick: true });
    for (let i = first; i <= last; i++) {
      // One answer, then two at once, to five.
      for (const [n, id] of practices.slice(0, (i % practices.length) + 1).entries()) {
        given[id] = ((i + n) % 5) + 1;
        await app.answer(id, new RegExp(`^${given[id]} `));
      }
      await app.saved();
      const there = app.page.url();
      // From at once to the longest, evenly: this wait is what is tried.
      await new Promise((done) => { setTimeout(done, (longest * i) / Math.max(1, kills - 1)); });
      kill(profile);
      await context.close().catch(() => {});
      await fs.rm(path.join(profile, 'SingletonLock'), { force: true });
      ({ context, app } = await launch(profile, site));
      await app.page.goto(there);
      expect(await app.heading(), `kill ${i + 1}`).not.toBe('There is nothing at this address');
      const { body } = JSON.parse((await app.download()).text);
      expect(Object.fromEntries(Object.entries(body.responses).map(([id, { level }]) => [id, level])), `kill ${i + 1}`).toEqual(given);
    }
    await context.close();
    await fs.rm(profile, { recursive: true, force: true });
    await site.stop();
  });
}
