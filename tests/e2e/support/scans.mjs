// Ballots that are scanned, from the phones to the facilitator.
import { expect } from './app.mjs';
import { begin, code, fillIn, setUp } from './rooms.mjs';

export const asked = ['Automated deployment', 'Delivery metrics in use', 'Error budget policy'];
const level = (n) => new RegExp(`^${n} `);
export const scan = (page) => page.getByRole('button', { name: 'Scan ballots' });
export const says = (page, text) => expect(page.locator('.scan').getByRole('status')).toContainText(text);
/** What is watched of the camera and of sounds; nothing of it is replaced. */
export const watched = () => {
  const devices = navigator.mediaDevices;
  window.tracks = [];
  window.tones = 0;
  if (devices) {
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      window.tracks.push(...stream.getTracks());
      return stream;
    };
  }
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) { window.tones += 1; return start.apply(this, at); };
};
export const states = (page) => page.evaluate(() => window.tracks.map((track) => track.readyState));
/** A workshop of `expected` people that has begun, and its link. */
export async function room(app, options = {}) {
  await app.page.addInitScript(watched);
  await setUp(app, { practices: asked, ...options });
  await app.page.getByLabel('People in the room').fill('4');
  return begin(app);
}
/** A phone with a ballot at its end: its page, a picture of its screen, and its code. */
export async function phone(browser, link, votes) {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(link);
  await fillIn(page, votes);
  const made = { page, screen: await page.screenshot(), code: await code(page) };
  await context.close();
  return made;
}
export const votes = [[1, 2, 3], [4, 4, 4], [5, 1, 2]].map((levels) => levels.map(level));
