// The browser that the other tests run in.
import { chromium, test, expect } from '@playwright/test';
import { launchOptions } from '../support/chromium.mjs';

test('what Playwright switches off in Chromium is off, though we switch off more', async () => {
  const server = await chromium.launchServer(launchOptions());
  const switches = server.process().spawnargs.filter((argument) => argument.startsWith('--disable-features='));
  await server.close();
  expect(switches).toHaveLength(2);
  const [theirs, ours] = switches.map((argument) => argument.split('=')[1].split(','));
  expect(ours).toEqual(expect.arrayContaining(theirs));
});
