import type { Locator, Page } from 'playwright-core';

/** The card in hand. */
export const card = (page: Page): Locator => page.locator('[data-comment-text]');

/** Waits until the card in hand says that. */
export const shown = (page: Page, text: string): Promise<void> =>
  card(page).filter({ hasText: text }).waitFor();

/** Waits until the page has told it to those who listen. */
export const announced = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('[data-announcer]').filter({ hasText: text }).waitFor({ state: 'attached' });

/** Waits until the queue is said to be empty, in its own words. */
export const empty = (page: Page, words = 'Nothing waits'): Promise<void> =>
  page.getByRole('heading', { name: words }).waitFor();

/** The part of a card under this heading. */
export const partOf = (page: Page, heading: string): Locator =>
  page
    .getByRole('article')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading }) });
