// Visits without a network.
import { expect } from '@playwright/test';

/**
 * Waits until the next visit needs no network. A worker takes the whole copy before it is active, and a page
 * that comes before that comes from the server alone.
 */
export const hasCopy = (page) => expect.poll(() => page.evaluate(async () => {
  const worker = await navigator.serviceWorker.getRegistration();
  return worker?.active?.state;
})).toBe('activated');
