/** Chromium for one test file. What its pages complain about fails the test in which they do. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** What Chromium would ask the network for by itself, it is told not to. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

let browser: Browser | undefined;
const complaints: string[] = [];

/** Starts it. */
export async function startChromium(): Promise<BrowserContext> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `There is no ${CHROMIUM}: bash .ci/install-tools.sh installs it, CHROMIUM_PATH tells of another.`,
    );
  }
  browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  const context = await browser.newContext({
    viewport: { width: 1040, height: 700 },
    deviceScaleFactor: 1.5,
    locale: 'en-US',
    colorScheme: 'light',
  });
  context.setDefaultTimeout(20_000);
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return context;
}

/** What pages printed as an error or a warning since the last time, a violation of their CSP included. */
export function takeComplaints(): string[] {
  return complaints.splice(0);
}

afterEach(() => {
  expect(takeComplaints()).toEqual([]);
});

afterAll(() => browser?.close());
