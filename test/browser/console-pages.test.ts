import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommentHistory } from '#contract';
import { describeWith, needs } from '../harness/requirements.js';
import { axeFindings } from './support/axe.js';
import { openChromium } from './support/chromium.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { openPage } from './support/watched-page.js';

const WIDTHS = [360, 820, 2560];

/** Texts that break careless pages. */
const HARD_TEXTS = [
  'You are a pathetic idiot and everybody who agrees with you is just as stupid.',
  `A word without an end: ${'Donaudampfschifffahrtsgesellschaft'.repeat(12)}`,
  'هذا الجسر جميل جدا، أشكركم على المقال \u202eand this runs backwards\u202c.',
  'The bridge is fine. '.repeat(95).trim(),
  '這座橋很好，希望早日完工，讓大家都能安全通行。'.repeat(8),
];

describeWith(needs.chromium, 'every page of the console', () => {
  let browser: Browser;
  let stage: ConsoleStage;
  let comment: string;
  let author: string;

  beforeAll(async () => {
    browser = await openChromium();
    stage = await startConsoleStage();
    const ids = await stage.post(
      HARD_TEXTS.map((body, index) => ({ body, author: `reader-0${index}` })),
    );
    comment = ids[0]!;
    const history = await stage.admin.send<CommentHistory>('GET', `/reviews/comments/${comment}`);
    author = history.author!.id;
    await stage.admin.send('POST', `/reviews/comments/${ids[1]}/decisions`, {
      ...{ revision: 1, action: 'approve' },
    });
    await stage.admin.send('POST', `/reviews/comments/${comment}/notes`, { text: 'Look twice.' });
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });

  const overflowAt = async (page: Page, width: number): Promise<number> => {
    await page.setViewportSize({ width, height: 800 });
    return page.evaluate<number>(
      `Math.max(...[document.documentElement, ...document.querySelectorAll('main')]
        .map((element) => element.scrollWidth - element.clientWidth))`,
    );
  };

  /** Where each page is, and what shows that it is there. */
  const pages = (): [path: string, ready: string][] => [
    ['queue/held', '[data-comment-text]'],
    ['queue/reported', 'h2'],
    ['campaigns', 'h2'],
    ['search?text=bridge', 'main li p'],
    ['decided', 'main li p'],
    [`comments/${comment}`, '[data-comment-text]'],
    [`authors/${author}`, 'main li p'],
    ['team', 'main li'],
    ['integrations', 'pre'],
    ['site', 'textarea'],
    ['policy', 'main li input'],
    ['reasons', 'main li input'],
    ['audit', 'main li'],
    ['account', 'main form'],
    ['no-such-page', 'main h1'],
  ];

  it('has nothing that axe objects to, fits every width, and is quiet', async () => {
    const { page, expectQuiet, close } = await openPage(browser, stage.address, stage.admin);
    for (const [path, ready] of pages()) {
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.goto(`${stage.address}/console/${path}`);
      await page.locator(ready).first().waitFor();
      expect.soft(await axeFindings(page), path).toEqual([]);
      for (const width of WIDTHS) {
        expect.soft(await overflowAt(page, width), `${path} at ${width} pixels`).toBe(0);
      }
    }
    expectQuiet();
    await close();
  }, 180_000);

  it('has nothing that axe objects to where one signs in', async () => {
    const { page, close } = await openPage(browser, stage.address, null);
    await page.goto(`${stage.address}/console/sign-in`);
    await page.getByLabel('Password').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${stage.address}/console/welcome#no-such-token`);
    await page.getByRole('alert').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await close();
  });

  it('has nothing that axe objects to in its menus and dialogs', async () => {
    const { page, close } = await openPage(browser, stage.address, stage.admin);
    await page.goto(`${stage.address}/console/queue/held`);
    await page.locator('[data-comment-text]').waitFor();
    for (const key of ['r', 'b']) {
      await page.keyboard.press(key);
      await page.getByRole('menuitem').first().waitFor();
      // A menu lies above all landmarks, and hides them while it is open.
      expect(await axeFindings(page, { but: ['region'] })).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
    for (const key of ['?', 'n', 'f']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await close();
  });

  it('does nothing by single keys once they are switched off', async () => {
    const { page, close } = await openPage(browser, stage.address, stage.admin);
    await page.goto(`${stage.address}/console/account`);
    await page.getByLabel('Use single keys as shortcuts').uncheck();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('link', { name: 'Team' }).click();
    await page.getByRole('heading', { name: 'Team' }).waitFor();
    expect(page.url()).toBe(`${stage.address}/console/team`);
    await close();
  });
});
