// Closing the page, and whether it asks before.
import { expect } from '@playwright/test';

/** What closing the page asks; it stays open. */
export async function closing(page) {
  const asked = [];
  const note = (one) => { asked.push(one.type()); one.dismiss(); };
  page.on('dialog', note);
  await page.close({ runBeforeUnload: true });
  // Whoever is asked and stays is still there; otherwise the page goes.
  await expect.poll(() => asked.length || page.isClosed()).toBeTruthy();
  page.off('dialog', note);
  return asked;
}
