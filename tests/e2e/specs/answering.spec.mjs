// One question on one screen: all of it is seen, nothing moves, and the next one comes by itself.
import { test, expect } from '../support/app.mjs';
import { verdict } from '../support/verdict.mjs';
import { practices, quick } from '../support/questionnaire.mjs';

const desk = { width: 1280, height: 800 };
const phone = { width: 375, height: 740 };
const level = (name) => new RegExp(`^${name} `);

async function first(app, { quick: isQuick = true } = {}) {
  await app.open();
  await app.start('Payments', { quick: isQuick });
  await app.page.getByRole('link', { name: /^Begin with/ }).click();
  await app.isAt(1);
}
const box = (locator) => locator.evaluate((found) => { const { x, y, width, height } = found.getBoundingClientRect(); return [x, y, width, height]; });
/** Runs the page's clock on, further than anything there waits. */
const later = (page) => page.clock.runFor(10_000);

/** How many levels are seen whole, from the first one on, above the bar with the ways on; and whether Next is. */
const seen = (page) => page.evaluate(() => {
  const isWhole = (top, bottom, found) => { const b = found.getBoundingClientRect(); return b.height > 0 && b.top >= top && b.bottom <= bottom; };
  const [head, foot] = [document.querySelector('.top'), document.querySelector('.answerbar')].map((bar) => bar.getBoundingClientRect());
  const levels = [...document.querySelectorAll('.choice.level')].map((one) => isWhole(head.bottom, foot.top, one));
  return { levels: levels.indexOf(false) < 0 ? levels.length : levels.indexOf(false), next: isWhole(0, innerHeight, document.querySelector('#next')), scrolled: scrollY };
});
/** The questions of the whole questionnaire that show fewer levels. */
async function without(app, levels) {
  await first(app, { quick: false });
  const missing = [];
  for (const { id } of practices) {
    await app.practice(id);
    const found = await seen(app.page);
    expect([found.next, found.scrolled], id).toEqual([true, 0]);
    if (found.levels < levels) missing.push(`${id}: ${found.levels}`);
  }
  return missing;
}

test.describe('on a laptop', () => {
  test.use({ viewport: desk });

  test('nine of ten questions show all levels and Next without scrolling', async ({ app }, info) => {
    const missing = await without(app, 5);
    info.annotations.push({ type: `without all levels, of ${practices.length}`, description: missing.join(', ') });
    expect(missing.length, missing.join('\n')).toBeLessThanOrEqual(practices.length / 10);
  });

  test('the whole quick check takes a click for each question and one to the results, and no scrolling', async ({ app, page }) => {
    await first(app);
    let clicks = 0;
    /** Where it stands, without the help of a test that scrolls. */
    const click = async (locator) => {
      const [x, y, width, height] = await box(locator);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(desk.height);
      await page.mouse.click(x + width / 2, y + height / 2);
      clicks += 1;
    };
    for (let i = 0; i < quick.length; i++) {
      await app.isAt(i + 1, quick.length);
      await click(page.locator('.choice.level').nth(i % 5));
    }
    await expect(app.choice(level((quick.length - 1) % 5 + 1))).toBeChecked();
    await expect(app.next()).toHaveText('See your results');
    await click(app.next());
    await expect(page.locator('#title')).toHaveText(verdict);
    await expect(page.locator('main table').first()).toContainText('100 %');
    expect(clicks).toBeLessThanOrEqual(20);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true });

  test('every question shows two levels and Next without scrolling', async ({ app }) => {
    expect(await without(app, 2)).toEqual([]);
  });

  test('the whole quick check goes by touch', async ({ app, page }) => {
    await first(app);
    let taps = 0;
    const tap = async (locator) => {
      const [x, y, width, height] = await box(locator);
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      taps += 1;
    };
    for (let i = 0; i < quick.length; i++) {
      await app.isAt(i + 1, quick.length);
      await tap(page.locator('.choice.level').nth(i % 2));
    }
    await expect(app.next()).toHaveText('See your results');
    await tap(app.next());
    await expect(page.locator('#title')).toHaveText(verdict);
    await expect(page.locator('main table').first()).toContainText('100 %');
    expect(taps).toBe(quick.length + 1);
  });

  test('the setting stands beside the question where there are no keys', async ({ app, page }) => {
    await page.clock.install();
    await first(app);
    await app.stay();
    await app.choice(level(2)).tap();
    await later(page);
    await app.isAt(1);
    await expect(app.choice(level(2))).toBeChecked();
  });

  test('the bars take little of the screen', async ({ app, page }) => {
    await app.open();
    await app.start('Payments', { quick: true });
    const bars = () => page.evaluate(() => ['.top', '.places', '.answerbar'].map((name) => document.querySelector(name)?.getBoundingClientRect()).filter((b) => b?.height && b.top < innerHeight).reduce((sum, b) => sum + b.height, 0));
    for (const place of ['', 'results', 'roadmap', 'report', 'measurements', 'practice/slo-targets']) {
      await app.goTo(place);
      await expect.poll(bars, place).toBeGreaterThan(80);
      expect(await bars(), place).toBeLessThanOrEqual(104);
    }
  });
});

test('the whole quick check and its results by keyboard alone', async ({ app, page }) => {
  await app.open();
  const tabTo = async (name) => {
    for (let i = 0; i < 80; i++) {
      if (await page.evaluate((wanted) => (document.activeElement?.textContent ?? '').trim().startsWith(wanted) || document.activeElement?.id === wanted, name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`never reached ${name}`);
  };
  await tabTo('team');
  await page.keyboard.type('Keys only');
  await page.keyboard.press('Enter');
  for (let i = 0; i < quick.length; i++) {
    await app.isAt(i + 1, quick.length);
    await page.keyboard.press(String((i % 5) + 1));
  }
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(app.next()).toHaveText('See your results');
  await page.keyboard.press('Enter');
  await expect(page.locator('#title')).toHaveText(verdict);
  await expect(page.locator('.numbers table').first()).toContainText('100 %');
  await tabTo('How scoring works');
  await page.keyboard.press('Enter');
  await expect(page.locator('#title')).toHaveText('How scoring works');
});

for (const [where, viewport] of Object.entries({ laptop: desk, phone })) {
  test(`on a ${where}, Next stays where it is whatever is answered`, async ({ app, page }) => {
    await page.setViewportSize(viewport);
    await first(app);
    // In the middle, and at the end, where it leads to a question that is open and at last to the results.
    for (const id of [quick[3].id, quick.at(-1).id]) {
      await app.practice(id);
      const at = () => box(app.next());
      const place = await at();
      for (const name of [level(3), 'We don’t know', level(5)]) {
        await app.choose(name);
        expect(await at(), `${id}: ${name}`).toEqual(place);
      }
      await page.getByRole('button', { name: 'Clear answer' }).click();
      await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
      expect(await at(), `${id}: cleared`).toEqual(place);
      await app.choose(level(2));
    }
  });

  test(`on a ${where}, nothing shifts on answering`, async ({ app, page }) => {
    await page.setViewportSize(viewport);
    await first(app);
    await app.stay();
    await page.evaluate(() => {
      window.shifts = [];
      window.observer = new PerformanceObserver((list) => window.shifts.push(...list.getEntries()));
      window.observer.observe({ type: 'layout-shift' });
    });
    /** What moved, once two frames were painted: entries of what a script does, since whoever uses a mouse or a key is taken to want it. */
    const shifts = (act) => page.evaluate(`new Promise((done) => {
      (${act})();
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        window.shifts.push(...window.observer.takeRecords());
        done(window.shifts.splice(0).filter((entry) => !entry.hadRecentInput).map((entry) => entry.sources.map(({ node }) => node?.className || node?.nodeName)));
      })));
    })`);
    // Half a second after what the test did by hand, a shift counts.
    await expect.poll(() => shifts(() => { document.body.style.paddingTop = document.body.style.paddingTop ? '' : '60px'; })).not.toEqual([]);
    await page.evaluate(() => { document.body.style.paddingTop = ''; });
    await shifts(() => {});
    const key = (name) => `() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', bubbles: true, cancelable: true }))`;
    const click = (choice) => `() => document.querySelector('input[value="${choice}"]').click()`;
    for (const [act, checked] of [[click('3'), '3'], [click('dont-know'), 'dont-know'], [click('1'), '1'], [key('4'), '4'], [key('d'), 'dont-know'], [key('c'), undefined], [key('2'), '2']]) {
      expect(await shifts(act), act).toEqual([]);
      expect(await page.evaluate(() => document.querySelector('.choices :checked')?.value)).toBe(checked);
    }
  });
}

test('the next question comes by itself, and Undo leads back and takes the answer back', async ({ app, page }) => {
  await first(app);
  const undo = page.locator('.toast').getByRole('button', { name: 'Undo' });
  await app.choice('3 Defined').click();
  await app.isAt(2, quick.length);
  await expect(page.locator('#title')).toBeFocused();
  await expect(page.locator('.toast')).toContainText('Answered: 3 Defined');
  await undo.click();
  await app.isAt(1, quick.length);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(undo).toHaveCount(0);
  // By a key, for what nobody knows, and twice.
  await page.keyboard.press('d');
  await app.isAt(2, quick.length);
  await expect(page.locator('.toast')).toContainText('Answered: We don’t know');
  await page.keyboard.press('5');
  await app.isAt(3, quick.length);
  await expect(page.locator('.toast')).toContainText('Answered: 5 Optimizing');
  await undo.press('Enter');
  await app.isAt(2, quick.length);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await app.saved();
  const [text] = Object.values(await app.database());
  expect(JSON.parse(text).body.responses).toEqual({ [quick[0].id]: { dontKnow: true } });
});

test('what the question before was answered with goes as soon as something else is done', async ({ app, page }) => {
  await page.clock.install();
  await first(app);
  await app.choice('3 Defined').click();
  await page.clock.runFor(500);
  await app.isAt(2, quick.length);
  await expect(page.locator('.toast')).toContainText('Answered: 3 Defined');
  // Long before it would go by itself.
  await page.keyboard.press('Control+z');
  await expect(page.locator('.toast')).toHaveCount(0);
  await app.goTo(`practice/${quick[0].id}`);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('it comes only after an answer to what was open, and only once that is wanted', async ({ app, page }) => {
  await page.clock.install();
  await first(app);
  // Space and arrows look around.
  await app.choose(level(1));
  await page.keyboard.press('ArrowDown');
  await expect(app.choice(level(2))).toBeChecked();
  await later(page);
  await app.isAt(1);
  // Another answer is a second thought.
  await app.choice(level(4)).click();
  await later(page);
  await app.isAt(1);
  // What does not apply wants a reason.
  await app.next().click();
  await app.isAt(2);
  await app.choice('Does not apply to us').click();
  await expect(page.getByLabel('Why does it not apply?')).toBeVisible();
  await later(page);
  await app.isAt(2);
  // An answer that is cleared at once stays, too.
  await app.next().click();
  await app.isAt(3);
  await app.choice(level(2)).click();
  await page.getByRole('button', { name: 'Clear answer' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('the setting switches it off, for later visits too, and on again', async ({ app, page }) => {
  await page.clock.install();
  await first(app);
  await app.stay();
  await app.choice(level(3)).click();
  await later(page);
  await app.isAt(1);
  await page.reload();
  await app.heading();
  await app.next().click();
  await app.isAt(2);
  await page.keyboard.press('4');
  await expect(app.choice(level(4))).toBeChecked();
  await later(page);
  await app.isAt(2);
  await app.next().click();
  await app.isAt(3);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByLabel('Go on by itself after an answer').check();
  await page.keyboard.press('Escape');
  await app.choice(level(5)).click();
  await later(page);
  await app.isAt(4);
});
