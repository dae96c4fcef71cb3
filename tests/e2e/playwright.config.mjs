import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'specs',
  outputDir: 'results',
  timeout: 30_000,
  workers: 2,
  forbidOnly: true,
  // A loaded machine may be late once, which the list then calls flaky. Where answers could be lost
  // (kill, keeping, panic, share), once is too often: those specs allow none.
  retries: 1,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // A copy of the app would stand in for what a test tampers with; offline.spec allows it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
