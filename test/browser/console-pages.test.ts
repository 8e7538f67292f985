import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommentHistory } from '#contract';
import { describeWith, needs } from '../harness/requirements.js';
import { openChromium } from './support/chromium.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { openPage } from './support/watched-page.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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
    ['policy', 'main li input'],
    ['reasons', 'main li input'],
    ['audit', 'main li'],
    ['account', 'main form'],
    ['no-such-page', 'main h1'],
  ];

  const violationsOf = async (page: Page): Promise<string[]> => {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`,
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary ?? ''}`),
    );
  };

  it.each(['light', 'dark'] as const)(
    'has nothing that axe objects to in the %s theme, and is quiet',
    async (colorScheme) => {
      const watched = await openPage(browser, stage.address, stage.admin, { colorScheme });
      const { page } = watched;
      const found: Record<string, string[]> = {};
      for (const [path, ready] of pages()) {
        await page.goto(`${stage.address}/console/${path}`);
        await page.locator(ready).first().waitFor();
        const violations = await violationsOf(page);
        if (violations.length > 0) found[path] = violations;
      }
      expect(found).toEqual({});
      watched.expectQuiet();
      await watched.close();
    },
    180_000,
  );

  it('has nothing that axe objects to where one signs in', async () => {
    const { page, close } = await openPage(browser, stage.address, null);
    await page.goto(`${stage.address}/console/sign-in`);
    await page.getByLabel('Password').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(`${stage.address}/console/welcome#no-such-token`);
    await page.getByRole('alert').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });

  it('has nothing that axe objects to in its menus and dialogs', async () => {
    const { page, close } = await openPage(browser, stage.address, stage.admin);
    await page.goto(`${stage.address}/console/queue/held`);
    await page.locator('[data-comment-text]').waitFor();
    for (const key of ['r', 'b']) {
      await page.keyboard.press(key);
      await page.getByRole('menuitem').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
    for (const key of ['?', 'n', 'f']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await close();
  });

  it.each([360, 820, 2560])('fits %i pixels without scrolling sideways', async (width) => {
    const { page, close } = await openPage(browser, stage.address, stage.admin, {
      viewport: { width, height: 800 },
    });
    const tooWide: Record<string, number> = {};
    for (const [path, ready] of pages()) {
      await page.goto(`${stage.address}/console/${path}`);
      await page.locator(ready).first().waitFor();
      const wider = await page.evaluate<number>(
        `Math.max(...[document.documentElement, ...document.querySelectorAll('main')]
          .map((element) => element.scrollWidth - element.clientWidth))`,
      );
      if (wider > 0) tooWide[path] = wider;
    }
    expect(tooWide).toEqual({});
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
