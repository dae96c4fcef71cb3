// How long the radar takes to redraw, beside Chart.js, in a browser slowed down four times: some 20
// axes with value, interval and targets, against a radar of as many axes and three series. Nothing
// is asserted: machines differ.
import fs from 'node:fs/promises';
import { chromium } from '@playwright/test';
import config from '../playwright.config.mjs';
import { serve } from '../support/site.mjs';
import { note } from './table.mjs';

const SLOWER = 4;
const RUNS = 40;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const site = await serve();
const browser = await chromium.launch(config.use.launchOptions);
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, serviceWorkers: 'block' });
const page = await context.newPage();

// Each callback of a frame draws one figure; the canvas whose size it sets says which.
await page.addInitScript(() => {
  const size = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
  let drawn = null;
  Object.defineProperty(HTMLCanvasElement.prototype, 'width', { ...size, set(value) { drawn = this.id; size.set.call(this, value); } });
  const frame = window.requestAnimationFrame.bind(window);
  window.took = [];
  window.requestAnimationFrame = (call) => frame((now) => {
    drawn = null;
    const start = performance.now();
    call(now);
    // One radar a discipline: together they have the axes of the one beside them.
    if (drawn?.startsWith('radar')) window.took.push(performance.now() - start);
  });
});
await page.goto(site.url);
await page.getByRole('button', { name: 'See a sample' }).click();
await page.getByRole('button', { name: 'Radar', exact: true }).click();
await page.locator('#radar-devops').waitFor();
const cdp = await context.newCDPSession(page);
await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
// A figure is drawn anew for another theme, and for nothing that leaves it as it was.
await page.evaluate(() => { window.took.length = 0; });
for (let i = 0; i < RUNS; i++) {
  await page.emulateMedia({ colorScheme: i % 2 ? 'light' : 'dark' });
  await page.waitForTimeout(300);
}
const ours = await page.evaluate(() => window.took);
const each = ours.length / RUNS;
const redraws = Array.from({ length: RUNS }, (_, i) => ours.slice(i * each, (i + 1) * each).reduce((a, b) => a + b, 0));

const other = await context.newPage();
await other.setContent('<div style="width:736px;height:544px"><canvas id="c"></canvas></div>');
await other.addScriptTag({ content: await fs.readFile(new URL('../node_modules/chart.js/dist/chart.umd.js', import.meta.url), 'utf8') });
const throttle = await context.newCDPSession(other);
await throttle.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
const theirs = await other.evaluate(async (runs) => {
  const labels = Array.from({ length: 21 }, (_, i) => String(i + 1));
  const series = (seed) => labels.map((_, i) => ((i * 37 + seed * 17) % 80) + 10);
  // eslint-disable-next-line no-undef -- from the script above
  const chart = new Chart(document.querySelector('#c'), { type: 'radar', data: { labels, datasets: [0, 1, 2].map((n) => ({ label: `s${n}`, data: series(n), fill: n > 0 })) }, options: { animation: false, maintainAspectRatio: false } });
  const took = [];
  for (let i = 0; i < runs; i++) {
    chart.data.datasets.forEach((set, n) => { set.data = series(n + i); });
    const start = performance.now();
    chart.update('none');
    took.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 60));
  }
  return took;
}, RUNS);
console.log(`CPU ${SLOWER} x slower, median of ${RUNS} redraws; 21 axes`);
console.log(`radar  ours ${median(redraws).toFixed(1)} ms (${each} radars)   Chart.js ${median(theirs).toFixed(1)} ms   ratio ${(median(redraws) / median(theirs)).toFixed(2)} x`);
note(`radar drawn anew, CPU ${SLOWER} x slower`, median(redraws), 'ms', ['Chart.js', median(theirs)]);
await browser.close();
await site.stop();
