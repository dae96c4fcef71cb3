// Sealed ballots: what stands in the chat says that somebody voted, and the facilitator alone opens it.
import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { App, test, expect } from '../support/app.mjs';
import { begin, code, counted, fillIn, paste, setUp } from '../support/rooms.mjs';

const asked = ['Automated deployment', 'Error budget policy'];
const level = (n) => new RegExp(`^${n} `);
const ballotsIn = (page, n) => expect(page.getByRole('status').filter({ hasText: new RegExp(`^${n} ballots? (is|are) in\\.$`) })).toBeVisible();
/** The browser has no cryptography of its own, as an old one, or any on a page that came over plain HTTP. */
const without = () => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });

/** A phone on which a ballot was filled in, as far as its end. */
async function vote(browser, link, votes, { sentences = [], old = false } = {}) {
  const own = await browser.newContext({ serviceWorkers: 'block' });
  const phone = await own.newPage();
  if (old) await phone.addInitScript(without);
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Begin' }).click();
  for (const [i, n] of votes.entries()) {
    await expect(phone.getByText(`Question ${i + 1} of ${votes.length}`)).toBeVisible();
    await phone.getByRole('radio', { name: level(n) }).check();
    if (sentences[i]) {
      await phone.getByText('Say why in a sentence').click();
      await phone.getByRole('textbox', { name: 'Say why in a sentence' }).fill(sentences[i]);
    }
    await phone.getByRole('button', { name: i + 1 < votes.length ? 'Next' : 'To the end', exact: true }).click();
  }
  return { own, phone, text: await code(phone) };
}
/** Answers the first question otherwise, and goes to the end. */
async function change(phone, n) {
  await phone.getByRole('button', { name: 'Change my answers' }).click();
  await phone.getByRole('radio', { name: level(n) }).check();
  await phone.getByRole('button', { name: 'To the end' }).click();
  return code(phone);
}

/** Opens a code as the description of the format has it, with Node's own cryptography. */
function opened(text, keys) {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = 0n;
  for (const digit of text.slice(7, -4)) number = number * 58n + BigInt(digits.indexOf(digit));
  const hex = number.toString(16);
  // 32 bytes of key, 5 of the answers to two questions, 16 of the seal, and steps of 40 for sentences.
  const length = 32 + 5 + 16 + 40 * digits.indexOf(text[6]);
  const bytes = Buffer.from(hex.padStart(length * 2, '0'), 'hex');
  const [own, sealed, tag] = [bytes.subarray(0, 32), bytes.subarray(32, -16), bytes.subarray(-16)];
  const [room, secret] = [keys.slice(0, 64), keys.slice(64)].map((half) => Buffer.from(half, 'hex'));
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: own.toString('base64url') }, format: 'jwk' });
  const privateKey = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]), format: 'der', type: 'pkcs8' });
  const purpose = Buffer.concat([Buffer.from(`Plumbline ballot ${text.slice(0, 7)}`), own, room]);
  const key = hkdfSync('sha256', diffieHellman({ publicKey, privateKey }), '', purpose, 32);
  const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key), Buffer.alloc(12)).setAuthTag(tag);
  return Buffer.concat([cipher.update(sealed), cipher.final()]);
}

test('the chat says that somebody voted and not what; a download opens it elsewhere, and the end nowhere', async ({ app, page, browser, site }) => {
  await setUp(app, { practices: asked });
  const link = await begin(app);
  await expect(page.getByText('Ballots are sealed: whoever reads the chat sees that somebody voted, and not what.')).toBeVisible();
  const people = await Promise.all([[2, 3], [2, 3], [4, 3]].map((votes) => vote(browser, link, votes)));
  const codes = people.map(({ text }) => text);
  for (const { phone } of people) await expect(phone.getByText('Sealed: in the chat it says that you voted, and not what.')).toBeVisible();
  // Two people who say the same send codes that have nothing in common but the session.
  for (const text of codes) expect(text).toMatch(/^PS[1-9A-Za-z]{70,90}$/);
  expect(new Set(codes.map((text) => text.length)).size).toBe(1);
  expect(codes[0].slice(7, 20)).not.toBe(codes[1].slice(7, 20));
  const { text: file } = await app.download();
  const { keys, tag } = Object.values(JSON.parse(file).body.workshops)[0];
  // Node opens them, and finds the same answers behind different voters.
  const [a, b, c] = codes.map((text) => opened(text, keys));
  expect([a.length, b.length, c.length]).toEqual([5, 5, 5]);
  expect(link).not.toContain(Buffer.from(keys.slice(64), 'hex').toString('base64url').slice(2, 20));
  expect(tag).toBeGreaterThan(0);

  // Ann's is opened here, all of them on another laptop, from the file.
  await paste(page, codes[0]);
  await ballotsIn(page, 1);
  const elsewhere = await browser.newContext({ serviceWorkers: 'block' });
  const other = new App(await elsewhere.newPage(), site);
  await other.open();
  await other.importText(file);
  await other.page.getByRole('link', { name: 'Payments' }).click();
  await other.goTo('workshop');
  await expect(other.page.getByLabel('Link for everyone')).toHaveValue(link);
  const cut = codes[2].slice(0, -9);
  await paste(other.page, `Ann: ${codes[0]}\nBo 10:30\n> ${codes[1].slice(0, 30)}\n> ${codes[1].slice(30)}\n${cut}`);
  await ballotsIn(other.page, 2);
  await expect(other.page.locator('main li', { hasText: 'is incomplete or was changed on its way' })).toHaveCount(1);
  await elsewhere.close();

  await paste(page, codes.join(' '));
  await ballotsIn(page, 3);
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await expect.poll(() => counted(page)).toEqual(['0', '2', '0', '1', '0', '0', '0']);
  await page.getByRole('button', { name: 'Finish the workshop' }).click();
  await app.saved();
  const { text: after } = await app.download();
  expect(after).not.toContain(keys);
  expect(after).not.toContain(keys.slice(64));
  // Whoever comes now is told what became of it, after a reload too.
  await page.reload();
  await page.getByText(/^Workshop \d{4}-\d\d-\d\d$/).click();
  await page.getByText('A ballot came late').click();
  await paste(page, codes[0]);
  await expect(page.locator('main li', { hasText: 'came after its workshop was finished' })).toHaveCount(1);
  for (const { own } of people) await own.close();
});

test('a vote that was replaced does not come back with an older part of the chat', async ({ app, page, browser }) => {
  await setUp(app, { practices: asked });
  const { own, phone, text: first } = await vote(browser, await begin(app), [1, 3]);
  // Who looks again finds the code that they sent.
  await phone.reload();
  expect(await code(phone)).toBe(first);
  const second = await change(phone, 5);
  expect(second).not.toBe(first);
  await phone.reload();
  expect(await code(phone)).toBe(second);
  await own.close();
  // The newest message stands first.
  await paste(page, `${second}\n${first}`);
  await ballotsIn(page, 1);
  await paste(page, first);
  await expect(page.locator('main li', { hasText: 'was replaced by a later ballot of the same person' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await page.getByRole('button', { name: 'Reveal all the same' }).click();
  await page.locator('.agenda').getByRole('button', { name: 'Automated deployment' }).click();
  await expect.poll(() => counted(page)).toEqual(['0', '0', '0', '0', '1', '0', '0']);
});

test('sentences of a ballot are shown after the reveal, without names, and go into the report with its notes', async ({ app, page, browser }) => {
  await setUp(app, { practices: asked });
  const link = await begin(app);
  const said = ['We wait for <b>Ops</b> \u202e& others', 'Anyone may deploy', ''];
  const people = await Promise.all(said.map((sentence, n) => vote(browser, link, [n + 2, 3], { sentences: [sentence] })));
  const [long, , plain] = people.map(({ text }) => text.length);
  expect(long).toBeGreaterThan(plain);
  await paste(page, people.slice(0, 2).map(({ text }) => text).join('\n'));
  await ballotsIn(page, 2);
  await page.getByRole('button', { name: 'Reveal and discuss' }).click();
  await page.getByRole('button', { name: 'Reveal all the same' }).click();
  // Of two people, each would know what the other wrote.
  await expect(page.getByRole('heading', { name: 'Why, in the room’s words' })).toHaveCount(0);
  await page.getByText('Somebody came late').click();
  await paste(page, people[2].text);
  await expect(page.getByRole('heading', { name: 'Why, in the room’s words' })).toBeVisible();
  await expect(page.locator('li bdi').filter({ hasText: /Ops|Anyone/ })).toHaveText(['Anyone may deploy', said[0]]);
  await page.getByRole('link', { name: 'Show it in this window' }).click();
  await expect(page.locator('li bdi')).toHaveText(['Anyone may deploy', said[0]]);
  await page.getByRole('link', { name: 'Leave' }).click();
  await page.getByRole('button', { name: 'Finish the workshop' }).click();
  await app.place('Share');
  await app.document();
  const full = await app.download('Page (HTML)');
  expect(full.text).toContain('Anyone may deploy');
  expect(full.text).toContain('We wait for &lt;b&gt;Ops');
  await page.getByLabel(/Notes, evidence/).uncheck();
  const bare = await app.download('Page (HTML)');
  expect(bare.text).not.toContain('Anyone may deploy');
  const client = await app.download('Client copy (JSON)');
  expect(client.text).not.toContain('Anyone may deploy');

  // Too many for a camera, and then for a code.
  const { phone } = people[0];
  await phone.getByRole('button', { name: 'Change my answers' }).click();
  const why = phone.getByRole('textbox', { name: 'Say why in a sentence' });
  await expect(why).toHaveValue(said[0]);
  await why.fill('漢'.repeat(120));
  await expect(phone.getByRole('alert').filter({ hasText: /\w/ })).toHaveCount(0);
  await phone.getByRole('button', { name: 'Next', exact: true }).click();
  await phone.getByText('Say why in a sentence').click();
  await why.fill('漢'.repeat(90));
  await phone.getByRole('button', { name: 'To the end' }).click();
  await expect(phone.getByText('too long for a camera')).toBeVisible();
  await phone.getByRole('button', { name: 'Back', exact: true }).or(phone.getByRole('button', { name: 'Change my answers' })).click();
  await phone.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(why).toHaveValue('漢'.repeat(90));
  for (const { own } of people) await own.close();
});

test('where the facilitator’s browser cannot seal, ballots are open, and both sides are told', async ({ app, page, browser }) => {
  await page.addInitScript(without);
  await setUp(app, { practices: asked });
  const link = await begin(app);
  await expect(page.getByText('Ballots are not sealed in this workshop')).toBeVisible();
  const { own, phone, text } = await vote(browser, link, [2, 3]);
  expect(text).toMatch(/^PB/);
  await expect(phone.getByText('Not sealed: whoever has this code and the link can read it.')).toBeVisible();
  await phone.getByRole('button', { name: 'Change my answers' }).click();
  // Nothing in words would stand in the chat for all to read.
  await expect(phone.getByText('Say why in a sentence')).toHaveCount(0);
  await own.close();
  await paste(page, text);
  await ballotsIn(page, 1);
});

test('a phone that cannot seal gives an open code, and says so; a page that cannot open says what to do', async ({ app, page, browser }) => {
  await setUp(app, { practices: asked });
  const link = await begin(app);
  const old = await vote(browser, link, [2, 3], { sentences: ['Not in an open code'], old: true });
  expect(old.text).toMatch(/^PB/);
  await expect(old.phone.getByText('This browser cannot seal ballots, so this code is an open one')).toBeVisible();
  const other = await vote(browser, link, [4, 3]);
  await paste(page, `${old.text}\n${other.text}`);
  await ballotsIn(page, 2);
  // The same assessment, in a browser without the means.
  await app.saved();
  await page.addInitScript(without);
  await page.reload();
  await ballotsIn(page, 2);
  await paste(page, other.text);
  await expect(page.locator('main li', { hasText: 'is sealed, and this page cannot open it' })).toHaveCount(1);
  for (const { own } of [old, other]) await own.close();
});
