import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/chromium.mjs';

export default defineConfig({
  testDir: 'specs',
  outputDir: 'results',
  // The README's pictures are the only ones that are compared.
  snapshotPathTemplate: '../../docs/{arg}{ext}',
  // A test waits for what it sees, so these end only what hangs. On a loaded machine everything takes
  // several times as long, and nothing is tried twice: a test that passes the second time is at fault.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // Two, for two cores; each test is short, so that both are busy to the end.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // A copy of the app would stand in for what a test tampers with; offline.spec allows it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    launchOptions: launchOptions(),
  },
});
