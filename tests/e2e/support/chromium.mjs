// How the tests start Chromium.

// Of several --disable-features the last one counts, so Playwright's own have to be repeated;
// specs/browser.spec.mjs sees to it that they still are.
const offByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
  'msForceBrowserSignIn', 'msEdgeUpdateLaunchServicesPreferredVersion',
];
// Two pages of its own that Chromium loads for every new window, at half a second of a core each time.
const offByUs = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Playwright's launch options; `off` names further features that a test wants switched off. */
export const launchOptions = (...off) => ({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    `--disable-features=${[...offByPlaywright, ...offByUs, ...off].join(',')}`,
  ],
});
