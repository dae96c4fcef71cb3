// A camera that sees what a test has photographed: Chromium plays a film in place of one. Everything
// from the camera's stream on is the real thing.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchOptions } from './chromium.mjs';

const film = path.join(os.tmpdir(), `plumbline_camera_${process.pid}.mjpeg`);
/** Pictures that stand still for so many of the film's thirty a second. */
const STILL = 18;

/** Launch options of a Chromium whose camera plays the film, and that reaches this machine under another name, too. */
export function withCamera() {
  const options = launchOptions();
  return { ...options, args: [...options.args, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`, '--host-resolver-rules=MAP plumbline.test 127.0.0.1'] };
}

/** Lays screenshots on a desk, a little askew, and photographs each: pictures as a camera makes them. */
export async function photographed(context, screens, { width = 1280, height = 720 } = {}) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const photos = [];
  for (const [n, screen] of screens.entries()) {
    const source = screen && `data:image/png;base64,${screen.toString('base64')}`;
    const turned = [0, 4, -5, 2, -2, 7][n % 6];
    await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:linear-gradient(70deg,#3b3a36,#a39d90);overflow:hidden">
      ${source ? `<img src="${source}" style="height:92vh;border:18px solid #111;border-radius:30px;transform:perspective(1400px) rotateY(${turned}deg) rotateX(${-turned}deg) rotate(${turned}deg)">` : ''}</body>`);
    if (source) await page.locator('img').evaluate((img) => img.decode());
    photos.push(await page.screenshot({ type: 'jpeg', quality: 80 }));
  }
  await page.close();
  return photos;
}

/** From the next time on that the camera is opened, it shows these photos, one after the other, and begins anew at the end. */
export const show = (photos) => fs.writeFile(film, Buffer.concat(photos.flatMap((photo) => Array(STILL).fill(photo))));
export const away = () => fs.rm(film, { force: true });
