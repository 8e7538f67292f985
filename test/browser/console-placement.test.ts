import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, needs } from '../harness/requirements.js';
import { axeFindings } from './support/axe.js';
import { openChromium } from './support/chromium.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { openPage, type WatchedPage } from './support/watched-page.js';

describeWith(needs.chromium, 'the page of a comment', () => {
  let browser: Browser;
  let stage: ConsoleStage;
  beforeAll(async () => {
    browser = await openChromium();
    stage = await startConsoleStage();
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });

  const publish = async (body: string): Promise<string> => {
    const [id] = await stage.post([{ body }]);
    const path = `/reviews/comments/${id}/decisions`;
    await stage.admin.send('POST', path, { revision: 1, action: 'approve' });
    return id!;
  };
  const open = async (id: string, name: string): Promise<WatchedPage> => {
    const watched = await openPage(browser, stage.address, await stage.moderator(name));
    await watched.page.goto(`${stage.address}/console/comments/${id}`);
    await watched.page.locator('[data-comment-text]').waitFor();
    return watched;
  };

  it('lets moderators pin and feature what is published, and take both back', async () => {
    const id = await publish('The bridge was closed for a week, and nobody told us.');
    const { page, expectQuiet, close } = await open(id, 'Mo');
    const heading = page.locator('main > header');
    const history = page.getByRole('region', { name: 'History' });
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await heading.getByText('Pinned', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Feature', exact: true }).click();
    await heading.getByText('Featured', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Unpin', exact: true }).click();
    await heading.getByText('Pinned', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Stop featuring' }).click();
    await heading.getByText('Featured', { exact: true }).waitFor({ state: 'detached' });
    await history.getByText('No longer featured').waitFor();
    const told = await history.locator('li strong').allInnerTexts();
    expect(told.slice(0, 4)).toEqual(['No longer featured', 'Unpinned', 'Featured', 'Pinned']);
    expect(await history.locator('li').first().innerText()).toContain('Mo');
    expectQuiet();
    await close();
  });

  it('offers neither for what readers do not see', async () => {
    const [held] = await stage.post([{ body: 'This one waits.' }]);
    const { page, close } = await open(held!, 'Nan');
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    for (const name of ['Pin', 'Feature'])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    await close();
  });
});
