import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewPage } from '#contract';
import { describeWith, needs } from '../harness/requirements.js';
import { until } from '../harness/until.js';
import type { ConsoleApi } from './support/console-api.js';
import { openChromium } from './support/chromium.js';
import { type ConsoleStage, PASSWORD, startConsoleStage } from './support/console-stage.js';
import { card, empty, partOf, shown } from './support/desk-page.js';
import { askAsSite } from './support/held-comments.js';
import { addSite } from './support/second-site.js';
import { openPage, type WatchedPage } from './support/watched-page.js';

let browser: Browser;
let stage: ConsoleStage;
let pages: WatchedPage[];

/** A page of the console, signed in as somebody. */
async function open(path: string, who: ConsoleApi = stage.admin): Promise<Page> {
  const watched = await openPage(browser, stage.address, who);
  pages.push(watched);
  await watched.page.goto(`${stage.address}/console/${path}`);
  return watched.page;
}

/** Asks as the server of the stage's own site. */
async function ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
  const site = { address: stage.address, asSite: stage.service.asSite };
  return (await askAsSite<T>(site, method, path, { body })).answer;
}
const statusOf = async (id: string): Promise<string> =>
  (await ask<{ status: string }>('GET', `/comments/${id}`)).status;
const becomes = (id: string, status: string): Promise<unknown> =>
  until(async () => (await statusOf(id)) === status, { what: `the comment to be ${status}` });

async function decide(id: string, action: 'approve' | 'reject'): Promise<void> {
  const [reason] = await stage.admin.send<{ id: string }[]>('GET', '/reviews/reasons');
  await stage.admin.send('POST', `/reviews/comments/${id}/decisions`, {
    ...{ revision: 1, action },
    ...(action === 'reject' && { reason: reason!.id }),
  });
}

describeWith(needs.chromium, 'the queues of the console', () => {
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    pages = [];
    stage = await startConsoleStage();
  });
  afterEach(async () => {
    pages.forEach((page) => page.expectQuiet());
    await Promise.all(pages.map((page) => page.close()));
    await stage.stop();
  });

  describe('that of what readers reported', () => {
    const REPORTS = [
      { reason: 'abuse', reporter: { name: 'reader-21' }, detail: 'She is called names here.' },
      { reason: 'abuse', reporter: { name: 'reader-22' } },
      { reason: 'off-topic', reporter: { name: 'reader-23' } },
    ];

    /** A published comment that enough readers reported. */
    async function aReportedComment(body: string): Promise<string> {
      const [id] = await stage.post([{ body }]);
      await decide(id!, 'approve');
      for (const report of REPORTS) await ask('POST', `/comments/${id}/reports`, report);
      return id!;
    }

    it('shows what they reported it for and what they wrote', async () => {
      await aReportedComment('Typical of her.');
      const page = await open('queue/reported');
      await shown(page, 'Typical of her.');
      const reports = partOf(page, 'Reported 3 times');
      expect(await reports.getByText(/\d$/).allInnerTexts()).toEqual(['Abuse 2', 'Off topic 1']);
      expect(await reports.locator('blockquote').innerText()).toBe('She is called names here.');
    });

    it('publishes again what is approved', async () => {
      const id = await aReportedComment('Typical of her.');
      const page = await open('queue/reported');
      await shown(page, 'Typical of her.');
      await page.keyboard.press('a');
      await empty(page, 'No reports');
      await becomes(id, 'published');
    });

    it('takes down what is rejected', async () => {
      const id = await aReportedComment('Typical of her.');
      const page = await open('queue/reported');
      await shown(page, 'Typical of her.');
      await page.getByRole('button', { name: 'Reject' }).click();
      await page.getByRole('menuitem').first().click();
      await empty(page, 'No reports');
      await becomes(id, 'rejected');
    });
  });

  describe('that of what authors appeal against', () => {
    const APPEAL = 'It was a quotation.\nSee the second paragraph of the article.';

    /** A rejected comment whose author asks for another look. */
    async function anAppealedComment(body: string): Promise<string> {
      const [id] = await stage.post([{ body }]);
      await decide(id!, 'reject');
      await ask('POST', `/comments/${id}/appeals`, { text: APPEAL });
      return id!;
    }

    it('shows what the author says, and publishes what is approved', async () => {
      const id = await anAppealedComment('You are all fools, he said.');
      const page = await open('queue/appealed');
      await shown(page, 'You are all fools, he said.');
      const appeal = partOf(page, 'The author appeals');
      expect(await appeal.locator('blockquote').innerText()).toBe(APPEAL);
      expect(await statusOf(id)).toBe('rejected');
      await page.keyboard.press('a');
      await empty(page, 'No appeals');
      await becomes(id, 'published');
    });

    it('leaves rejected what is rejected once more, and it waits no longer', async () => {
      const id = await anAppealedComment('You are all fools, he said.');
      const page = await open('queue/appealed');
      await shown(page, 'You are all fools, he said.');
      await page.keyboard.press('r');
      await page.getByRole('menuitem').first().waitFor();
      await page.keyboard.press('1');
      await empty(page, 'No appeals');
      const decided = () => stage.admin.send<ReviewPage>('GET', '/reviews?queue=decided');
      await until(async () => (await decided()).items.some(({ kind }) => kind === 'appealed'), {
        what: 'the appeal to be decided',
      });
      expect(await statusOf(id)).toBe('rejected');
    });
  });

  describe('that of who works for several sites', () => {
    it('says of each card where it stands, and shows one site alone when asked', async () => {
      const evening = await addSite(stage, 'The Evening Example');
      const both = await stage.moderator('Moderator');
      await evening.admit(both);
      const [morningSite] = stage.session.sites;
      await stage.post([{ body: 'Said in the morning.' }]);
      await evening.post([{ body: 'Said in the evening.' }]);
      const page = await open('queue/held', both);
      await shown(page, 'Said in the morning.');
      const where = page.getByRole('article');
      expect(await where.innerText()).toContain(morningSite!.name);
      await page.keyboard.press('j');
      await shown(page, 'Said in the evening.');
      expect(await where.innerText()).toContain('The Evening Example');
      await page.getByLabel('Site', { exact: true }).selectOption('The Evening Example');
      await shown(page, 'Said in the evening.');
      expect(await page.locator('li[data-item]').count()).toBe(1);
      expect(new URL(page.url()).searchParams.get('site')).toBe(evening.id);
      await page.keyboard.press('a');
      await empty(page);
      await page.getByLabel('Site', { exact: true }).selectOption('All sites');
      await shown(page, 'Said in the morning.');
    });

    it('comes by an invitation that asks who has an account for the password alone', async () => {
      const evening = await addSite(stage, 'The Evening Example');
      const known = await stage.moderator('Moderator');
      const token = await evening.invite(known.email);
      const watched = await openPage(browser, stage.address, null);
      const { page } = watched;
      pages.push(watched);
      await page.goto(`${stage.address}/console/welcome#${token}`);
      await page.getByText('You are invited to The Evening Example').waitFor();
      expect(await page.getByLabel('E-mail').inputValue()).toBe(known.email);
      expect(await page.getByLabel('Name').count()).toBe(0);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await empty(page);
      const sites = await page
        .getByLabel('Site', { exact: true })
        .locator('option')
        .allInnerTexts();
      expect(sites.sort()).toEqual(['All sites', 'First site', 'The Evening Example']);
    });

    it('tells nothing of sites to who works for one', async () => {
      await addSite(stage, 'The Evening Example');
      await stage.post([{ body: 'Said in the morning.' }]);
      const page = await open('queue/held', await stage.moderator('Moderator'));
      await card(page).waitFor();
      expect(await page.getByLabel('Site', { exact: true }).count()).toBe(0);
    });
  });
});
