// Two stores, each of which may be missing, full, blocked, wiped or damaged. What was said to be
// saved is there; what is not saved is said to be so.
import { test, expect, App } from '../support/app.mjs';
import { quick as asked } from '../support/questionnaire.mjs';

/** Ways in which localStorage fails, in all browsers' spellings. */
const quick = {
  'is blocked': () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
  'is missing': () => Object.defineProperty(window, 'localStorage', { value: null }),
  'cannot be read': () => { Storage.prototype.getItem = () => { throw new DOMException('no', 'UnknownError'); }; },
  'is full': () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  'is full, as Firefox says it': () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'NS_ERROR_DOM_QUOTA_REACHED'); }; },
  'is full, as old WebKit says it': () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QUOTA_EXCEEDED_ERR'); }; },
  'throws what is no error': () => { Storage.prototype.setItem = () => { throw 'odd'; }; },
  'throws nothing at all': () => { Storage.prototype.setItem = () => { throw undefined; }; },
  'forgets': () => { Storage.prototype.setItem = () => {}; },
};
/** Ways in which IndexedDB fails. */
const safe = {
  'is missing': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'is null': () => Object.defineProperty(window, 'indexedDB', { value: null }),
  'may not be touched': () => Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } }),
  'refuses to open': () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; },
  'fails to open': () => { const real = IDBFactory.prototype.open; IDBFactory.prototype.open = function open(name) { return real.call(this, name, 0.5 + 1e18); }; },
  'never answers': () => { IDBFactory.prototype.open = () => new EventTarget(); },
  'has no transactions': () => { IDBDatabase.prototype.transaction = () => { throw new DOMException('no', 'InvalidStateError'); }; },
  'aborts what is written': () => { const real = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function put(...args) { const done = real.apply(this, args); this.transaction.abort(); return done; }; },
  'is full': () => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
};

test('a page that is not seen, and so gets no frames, keeps an answer in both stores', async ({ app, page }) => {
  await app.open();
  await app.start('Hidden');
  await app.practice('ci-pipeline');
  await page.evaluate(() => { window.requestAnimationFrame = () => 0; });
  await app.choose('4 Measured');
  await expect.poll(async () => Object.values(await app.database()).join()).toContain('"ci-pipeline":{"level":4');
  await app.saved();
});

for (const [name, init] of Object.entries(quick)) {
  test(`a quick store that ${name}: the database keeps it, and the page says so`, async ({ app, page }) => {
    await page.addInitScript(init);
    await app.open();
    await app.start('Slow');
    await app.answer('ci-pipeline', '4 Measured');
    await expect(app.loud()).toContainText('Saved in this browser’s database');
    await page.reload();
    await expect(app.choice('4 Measured')).toBeChecked();
  });
}

for (const [name, init] of Object.entries(safe)) {
  test(`a database that ${name}: the quick store keeps it, and the page says what that means`, async ({ app, page }) => {
    await page.addInitScript(init);
    await app.open();
    await app.start('Light');
    await app.answer('ci-pipeline', '4 Measured');
    await expect(app.loud()).toContainText('If the browser crashes, the last minute may be lost');
    await page.reload();
    await app.heading();
    await expect(app.choice('4 Measured')).toBeChecked();
  });
}

for (const [name, init] of Object.entries(quick)) {
  test(`no database, and a quick store that ${name}: the app works from memory and says so loudly`, async ({ app, page }) => {
    await page.addInitScript(init);
    await page.addInitScript(safe['is missing']);
    await app.open();
    await app.start('Memory');
    await app.answer('ci-pipeline', '4 Measured');
    await expect(app.loud()).toContainText('Not saved');
    await expect(app.loud()).toContainText('Download');
    const saved = JSON.parse((await app.download()).text);
    expect(Object.values(saved.body.responses)).toEqual([{ level: 4 }]);
  });
}

test('a quick store that cannot be listed: what is in the database is shown', async ({ app, page }) => {
  await page.addInitScript(() => { Storage.prototype.key = () => { throw new DOMException('no', 'UnknownError'); }; });
  await app.open();
  await app.start('Unlisted');
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  await page.reload();
  await expect(app.choice('4 Measured')).toBeChecked();
});

test('one store wiped: the other gives everything back, and both have it again', async ({ app, page }) => {
  await app.open();
  await app.start('Twice', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  const key = Object.keys(await app.stored()).find((k) => k.includes('assessment'));
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(app.choice('4 Measured')).toBeChecked();
  await expect.poll(async () => (await app.stored())[key] ?? '').toContain('"level":4');
  await page.evaluate(() => new Promise((done) => { const asked = indexedDB.open('plumbline'); asked.onsuccess = () => { const t = asked.result.transaction('records', 'readwrite'); t.objectStore('records').clear(); t.oncomplete = () => { asked.result.close(); done(); }; }; }));
  await page.reload();
  await expect(app.choice('4 Measured')).toBeChecked();
  await expect.poll(async () => (await app.database())[key] ?? '').toContain('"level":4');
});

test('a page left at once after an answer has it when one comes back', async ({ app, page }) => {
  await app.open();
  await app.start('Quick exit', { quick: true });
  await app.practice('ci-pipeline');
  const there = page.url();
  await page.evaluate(() => { document.querySelector('input[value="4"]').click(); location.href = 'about:blank'; });
  await page.waitForURL('about:blank');
  await page.goto(there);
  await expect(app.choice('4 Measured')).toBeChecked();
  await expect.poll(async () => Object.values(await app.database()).join()).toContain('"ci-pipeline":{"level":4}');
});

for (const [name, damage] of Object.entries({
  garbage: () => '\u0000ÿ garbage', 'a cut': (text) => text.slice(0, text.length / 2), nothing: () => '', 'a number': () => '7', 'a list': () => '[]', 'another shape': (text) => text.replace('"responses":{', '"responses":[{').replace('},"team"', '}],"team"'), 'deep nesting': () => '['.repeat(100000),
})) {
  test(`${name} in the place of a record: nothing is lost, and the bytes are kept`, async ({ app, page }) => {
    await app.open();
    await app.start('Damaged', { quick: true });
    await app.answer('ci-pipeline', '4 Measured');
    await app.savedInBoth('"level":4');
    const [key, text] = Object.entries(await app.stored()).find(([k]) => k.includes('assessment'));
    const bad = damage(text);
    expect(bad).not.toBe(text);
    await page.evaluate(([k, value]) => localStorage.setItem(k, value), [key, bad]);
    await page.reload();
    await expect(app.choice('4 Measured')).toBeChecked();
    await app.choose('5 Optimizing');
    await app.saved();
    const records = await app.stored();
    expect(JSON.parse(records[key]).body.responses).toEqual({ 'ci-pipeline': { level: 5 } });
    expect(Object.values(records)).toContain(bad);
    await app.home();
    await expect(page.locator('.notice.problem')).toContainText('could not be read');
  });
}

test('what a newer version wrote is not touched, and an old tab says so', async ({ app, page }) => {
  await app.open();
  await app.start('Newer', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.savedInBoth('"level":4');
  const [key, text] = Object.entries(await app.stored()).find(([k]) => k.includes('assessment'));
  const newer = text.replace('"version":1}', '"version":2}');
  expect(newer).not.toBe(text);
  // Another tab, of a newer version, writes to both stores.
  await page.evaluate(([k, value]) => new Promise((done) => {
    localStorage.setItem(k, value);
    const asked = indexedDB.open('plumbline');
    asked.onsuccess = () => { const t = asked.result.transaction('records', 'readwrite'); t.objectStore('records').put(value, k); t.oncomplete = () => { asked.result.close(); done(); }; };
  }), [key, newer]);
  await app.choose('1 Initial');
  await expect(page.locator('.notice.problem')).toContainText('newer version of Plumbline');
  await expect(app.choice('1 Initial')).toBeDisabled();
  expect((await app.download('Download it as it is stored')).text).toBe(newer);
  expect((await app.stored())[key]).toBe(newer);
  expect((await app.database())[key]).toBe(newer);
  await page.goto(app.site.url);
  await page.reload();
  await expect(page.locator('.notice.problem')).toContainText('format version 2');
  expect((await app.stored())[key]).toBe(newer);
});

test('a full quota, to the last unit: said, and nothing is lost', async ({ app, page }) => {
  await app.open();
  await app.start('Full', { quick: true });
  await app.answer('ci-pipeline', '2 Emerging');
  await app.saved();
  await page.evaluate(() => { for (let size = 4e6; size >= 1;) { try { localStorage.setItem(`neighbour${Math.random()}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); } } });
  await app.answer('deployment-automation', '5 Optimizing');
  await expect(app.loud()).toContainText('storage is full');
  await page.reload();
  await expect(app.choice('5 Optimizing')).toBeChecked();
  await page.evaluate(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('neighbour')) localStorage.removeItem(key); });
  await app.answer('security-in-pipeline', '3 Defined');
  await app.saved();
  expect(Object.values(await app.stored()).join()).toContain('"deployment-automation":{"level":5}');
});

/** How many tabs and clicks: a bounded share here, `TABS=16 CLICKS=10000` once. */
const [tabs, clicks] = [Number(process.env.TABS ?? 4), Number(process.env.CLICKS ?? 200)];
test(`${clicks} clicks over ${tabs} tabs: each practice ends with its last answer, in every tab and both stores`, async ({ app, page, context, site }) => {
  test.setTimeout(300_000 + clicks * 120);
  await app.open();
  await app.start('Tabs', { quick: true });
  const base = page.url();
  const all = [app];
  while (all.length < tabs) all.push(new App(await context.newPage(), site));
  // Fewer than there are tabs: some answer a practice of their own, others the same one.
  const practices = ['ci-pipeline', 'deployment-automation', 'security-in-pipeline', 'slo-targets', 'error-budget-policy', 'self-service-provisioning'].slice(0, tabs - 1);
  const own = (tab) => practices[tab % practices.length];
  await Promise.all(all.map(async (one, i) => {
    await one.page.goto(`${base}/dimension/slos`);
    await one.page.goto(`${base}/practice/${own(i)}`);
    await one.page.locator('.form').waitFor();
  }));
  // The last click of each tab, with the moments before and after it.
  const last = await Promise.all(all.map((one, i) => one.page.evaluate(async ([count, seed]) => {
    let click;
    for (let k = 0; k < count; k++) {
      const level = ((seed * 7 + k * 3) % 5) + 1;
      const before = Date.now();
      document.querySelector(`input[value="${level}"]`).click();
      click = { level, before, after: Date.now() };
      // As long as no frame of another tab, and as long as several.
      await new Promise((done) => setTimeout(done, (seed * 13 + k * 7) % 11));
    }
    return click;
  }, [Math.ceil(clicks / tabs), i])));
  await Promise.all(all.map((one) => one.saved()));
  // The latest counts. Only clicks within the same millisecond are as late as each other.
  const right = Object.fromEntries(practices.map((id) => {
    const given = last.filter((_, i) => own(i) === id);
    const latest = Math.max(...given.map(({ before }) => before));
    return [id, given.filter(({ after }) => after >= latest).map(({ level }) => level)];
  }));
  const told = (text) => Object.fromEntries(Object.entries(JSON.parse(text).body.responses).map(([id, answer]) => [id, answer.level]));
  const record = (store) => told(Object.entries(store).find(([k]) => k.includes('assessment'))[1]);
  const final = record(await app.database());
  expect(Object.keys(final).sort()).toEqual([...practices].sort());
  for (const [id, level] of Object.entries(final)) expect(right[id], id).toContain(level);
  await expect.poll(async () => record(await app.stored())).toEqual(final);
  for (const one of all) {
    for (const [id, level] of Object.entries(final)) {
      await one.practice(id);
      await expect(one.page.getByRole('radio', { checked: true })).toHaveValue(String(level));
    }
  }
});

test('a tab that slept takes in what others wrote before it writes', async ({ app, page, context, site }) => {
  await app.open();
  await app.start('Sleep', { quick: true });
  await app.practice('ci-pipeline');
  // A frozen tab hears nothing.
  await page.evaluate(() => window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
  const other = new App(await context.newPage(), site);
  await other.page.goto(page.url());
  await other.choose('4 Measured');
  await other.saved();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(app.choice('4 Measured')).toBeChecked();
});

test('an import is looked at first, done as chosen, and undone in one click', async ({ app, page }) => {
  await app.open();
  await app.start('Mine', { quick: true });
  await app.answer('ci-pipeline', '2 Emerging');
  const old = (await app.download()).text;
  await app.answer('ci-pipeline', '4 Measured');
  await app.answer('deployment-automation', '3 Defined');
  await app.home();
  const answers = async () => Object.values(await app.database()).map((text) => JSON.parse(text).body).filter((b) => !b.removed).map((b) => [b.team, b.responses]);
  const [[, mine]] = await answers();
  // Looking changes nothing; leaving it changes nothing.
  await app.importText(old, { take: false });
  await expect(page.getByRole('heading', { name: 'What is in the file' })).toBeVisible();
  await expect(page.getByText(`here already: 2 of ${asked.length} answered`)).toBeVisible();
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(await answers()).toEqual([['Mine', mine]]);
  // Join keeps what is later here.
  await app.importText(old);
  await expect(page.getByText('later answer of each question was kept')).toBeVisible();
  expect(await answers()).toEqual([['Mine', mine]]);
  // Replace makes it as in the file, and undo makes it as before.
  await app.importText(old, { take: false });
  await page.getByLabel('What to do with “Mine”').selectOption('Replace the one that is here');
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect.poll(answers).toEqual([['Mine', { 'ci-pipeline': { level: 2 } }]]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(answers).toEqual([['Mine', mine]]);
  // Beside it: two, and undo takes the new one away.
  await app.importText(old, { take: false });
  await page.getByLabel('What to do with “Mine”').selectOption('Open beside it');
  await page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(page.getByRole('link', { name: 'Mine (copy)' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Mine (copy)' })).toHaveCount(0);
});

test('everything goes into one file and comes back from it; parts that cannot are named', async ({ app, page, browser, site }) => {
  await app.open();
  for (const team of ['One', 'Two']) {
    await app.start(team, { quick: true });
    await app.answer('ci-pipeline', '3 Defined');
    await app.home();
  }
  const file = await app.download('Download everything');
  expect(file.name).toMatch(/^plumbline_everything_\d{4}-\d\d-\d\d\.json$/);
  await expect(page.getByText('never downloaded')).toHaveCount(0);
  const broken = file.text.replace('"level":3', '"level":33');
  const context = await browser.newContext();
  const other = new App(await context.newPage(), site);
  await other.open();
  await other.importText(broken, { take: false });
  await expect(other.page.getByText(/Assessment 1 of the file: .*should be a whole number from 1 to 5/s)).toBeVisible();
  await other.page.getByRole('button', { name: 'Open as chosen' }).click();
  await expect(other.page.locator('.teams h2 a')).toHaveCount(1);
  await other.importText(file.text);
  await expect(other.page.locator('.teams h2 a')).toHaveCount(2);
  expect(JSON.parse((await other.download('Download everything')).text)).toMatchObject({ format: 'plumbline/workspace', assessments: JSON.parse(file.text).assessments.map((a) => ({ body: a.body, stamps: a.stamps })) });
  await context.close();
});

test('the page about the data says how both stores are, looked at anew', async ({ app, page }) => {
  await app.open();
  await app.start('Health', { quick: true });
  await app.answer('ci-pipeline', '4 Measured');
  await app.saved();
  await page.getByRole('link', { name: 'Your data' }).click();
  const rows = page.locator('main tbody tr');
  await expect(rows).toHaveText([/Quick store.*1 assessment, whole/, /Database.*1 assessment, whole/]);
  await page.evaluate(() => { const key = Object.keys(localStorage).find((k) => k.includes('assessment')); localStorage.setItem(key, localStorage.getItem(key).slice(0, 50)); });
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(rows).toHaveText([/Quick store.*0 assessments, whole; 1 cannot be read/, /Database.*1 assessment, whole/]);
});
