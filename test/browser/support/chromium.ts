import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { needs } from '../../harness/requirements.js';

/** What keeps Chromium from calling home, and lets it run as root. */
const ARGUMENTS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export interface Look {
  width?: number;
  dark?: boolean;
  locale?: string;
}

/** Chromium without a window. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: needs.chromium.path!, args: ARGUMENTS });
}

/** A reader of their own, with a browser of their own; gone with the test. */
export async function openReader(
  browser: Browser,
  { width = 1000, dark = false, locale = 'en-US' }: Look = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale,
  });
  context.setDefaultTimeout(15_000);
  onTestFinished(() => context.close());
  return context;
}

/** What a page complains about in its console, as it comes. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return complaints;
}
