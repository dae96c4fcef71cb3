// A workshop, as its facilitator and the people in the room go through it.
import { expect } from './app.mjs';

/** Goes to the workshop page of a new assessment and fills the form in. */
export async function setUp(app, { practices, secret = true, roles = false, names = false } = {}) {
  const { page } = app;
  await app.open();
  // Whichever practices are chosen, a full assessment has them.
  await app.start('Payments', { quick: !practices });
  await page.getByRole('link', { name: 'Answer together in a workshop' }).click();
  await expect(page.locator('#title')).toHaveText('Workshop');
  if (practices) {
    await page.getByLabel('What to ask').selectOption('Choose practices');
    for (const title of practices) await page.getByLabel(title, { exact: true }).check();
  }
  await page.getByLabel('Secret until revealed').setChecked(secret);
  await page.getByLabel(/^Ask from where/).setChecked(roles);
  await page.getByLabel(/^Ask for names/).setChecked(names);
}

/** Begins the workshop, and gives the link for everyone. */
export async function begin(app) {
  await app.page.getByRole('button', { name: 'Begin the workshop' }).click();
  return app.page.getByLabel('Link for everyone').inputValue();
}

/** Fills a ballot in, from its first page to its end. `votes` are names of radios; null leaves one open. */
export async function fillIn(page, votes, { role, name } = {}) {
  if (role) await page.getByLabel('From where you see the work').selectOption(role);
  if (name) await page.getByLabel('Your name, if you like').fill(name);
  await page.getByRole('button', { name: 'Begin' }).click();
  for (const [i, vote] of votes.entries()) {
    await expect(page.getByText(`Question ${i + 1} of ${votes.length}`)).toBeVisible();
    if (/^Between/.test(vote)) await page.getByRole('button', { name: 'Between two levels' }).click();
    if (vote) await page.getByRole('radio', { name: vote }).check();
    if (i + 1 < votes.length) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'To the end' }).click();
}

/** The code at a ballot's end. */
export const code = (page) => page.getByLabel('Your ballot code').textContent();

/** How many say what of the practice on the table: of each level, of those who do not know, and of those for whom it does not apply. Halves, where somebody chose one, are left out. */
export async function counted(page) {
  const room = page.locator('.votes .count');
  if (await room.count()) return room.allInnerTexts();
  const rows = page.locator('.choices > .level, .choices .chip:has(input)');
  return (await rows.locator('.count').allTextContents()).map((text) => String(Number.parseInt(text || '0', 10)));
}

/** Goes on to the discussion without a ballot. */
export const byHands = (page) => page.getByRole('button', { name: 'Go on with a show of hands' }).click();

/** Hands the device to the first person. */
export async function passOn(page) {
  await page.getByText('Other ways to vote').click();
  await page.getByRole('link', { name: 'Hand it to the first person' }).click();
}

/** Pastes a text and has its ballots counted. */
export async function paste(page, text) {
  await page.getByLabel('Ballots from the chat').fill(text);
  await page.getByRole('button', { name: 'Count them' }).click();
}
