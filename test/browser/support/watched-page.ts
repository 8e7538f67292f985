import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ConsoleApi } from './console-api.js';

/** A page that remembers what it complained of and whom it asked. */
export interface WatchedPage {
  page: Page;
  /** Fails if there was an error on the console, or a request to another service. */
  expectQuiet(): void;
  close(): Promise<void>;
}

/** Opens a page in a browser context of its own, signed in as somebody unless told otherwise. */
export async function openPage(
  browser: Browser,
  address: string,
  who: ConsoleApi | null,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-US',
    ...options,
  });
  await who?.lendTo(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith('data:')) complaints.push(url);
  });
  return { page, expectQuiet: () => expect(complaints).toEqual([]), close: () => context.close() };
}
