// Ballots come back without a network and without a camera at the desk: by photos of the codes.
import { test, expect } from '../support/app.mjs';
import { photographed } from '../support/camera.mjs';
import { paste } from '../support/rooms.mjs';
import { phone, room, says, scan, votes } from '../support/scans.mjs';

test('photos of codes are chosen, pasted and dropped; what is no ballot is named', async ({ app, page, browser, context }) => {
  const link = await room(app);
  const phones = [];
  for (const said of votes) phones.push(await phone(browser, link, said));
  const photos = await photographed(context, [...phones.map(({ screen }) => screen), null]);
  const file = (buffer, n = 0) => ({ name: `photo_${n}.jpg`, mimeType: 'image/jpeg', buffer });
  const choose = (...files) => page.getByLabel('Or choose a photo of codes').setInputFiles(files);
  await choose(file(photos[0]), file(photos[1], 1));
  await says(page, 'Ballot 2 of 4 is in.');
  const hand = (photo, type) => page.evaluate(([bytes, kind]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], 'x.jpg', { type: 'image/jpeg' }));
    const at = kind === 'paste' ? document.querySelector('#ballots') : document.querySelector('.scan');
    at.dispatchEvent(kind === 'paste' ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true }) : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [photo.toString('base64'), type]);
  await hand(photos[2], 'paste');
  await says(page, 'Ballot 3 of 4 is in.');
  await paste(page, phones[0].code);
  await expect(page.getByText('0 ballots are new. 1 was there already.')).toBeVisible();

  await hand(photos[3], 'drop');
  await says(page, 'There is no QR code to be seen in this picture.');
  await choose({ name: 'text.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await says(page, 'The browser cannot open this file as a picture.');
  await choose(file(await page.getByRole('img', { name: 'QR code of the link' }).screenshot()));
  await says(page, 'This is the link to the workshop.');
  await expect(page.getByText('3 of 4 ballots are in.', { exact: true })).toBeVisible();
});

test('where there is no camera, or none may be used, the page says what to do, and other ways stay', async ({ app, page }) => {
  await room(app);
  await scan(page).click();
  await says(page, 'This device has no camera that the browser can use.');
  await expect(scan(page)).toBeVisible();
  await expect(page.getByLabel('Or choose a photo of codes')).toBeVisible();
  await expect(page.getByLabel('Ballots from the chat')).toBeVisible();
});

test('a part that cannot be loaded is said, and the camera is off', async ({ app, page }) => {
  await page.route('**/*_scan.wasm', (route) => route.abort());
  await room(app);
  await page.getByLabel('Or choose a photo of codes').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: await page.screenshot() });
  await says(page, 'The part of Plumbline that reads codes could not be loaded.');
  app.seen.splice(0, app.seen.length, ...app.seen.filter((line) => !line.includes('ERR_FAILED')));
});
