import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CampaignPage, QueueSizes, ReviewPage } from '#contract';
import { describeWith, needs } from '../harness/requirements.js';
import { until } from '../harness/until.js';
import type { ConsoleApi } from './support/console-api.js';
import { openChromium } from './support/chromium.js';
import {
  type ConsoleStage,
  PASSWORD,
  startBareStage,
  startConsoleStage,
} from './support/console-stage.js';
import { announced, card, empty, shown } from './support/desk-page.js';
import { readSampleComments } from './support/sample-comments.js';
import { openPage, type WatchedPage } from './support/watched-page.js';

describeWith(needs.chromium, 'the moderators’ console', () => {
  let browser: Browser;
  let stage: ConsoleStage;
  let pages: WatchedPage[];

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    pages = [];
    stage = await startConsoleStage();
  });
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.close()));
    await stage.stop();
  });

  /** A page of the console, signed in as somebody. */
  async function open(path: string, who: ConsoleApi = stage.admin): Promise<Page> {
    const watched = await openPage(browser, stage.address, who);
    pages.push(watched);
    await watched.page.goto(`${stage.address}/console/${path}`);
    return watched.page;
  }
  const statusOf = async (id: string): Promise<string> => {
    const response = await fetch(`${stage.address}/v1/comments/${id}`, {
      headers: stage.service.asSite,
    });
    return ((await response.json()) as { status: string }).status;
  };
  const heldCount = async (): Promise<number> =>
    (await stage.admin.send<QueueSizes>('GET', '/reviews/queues')).held.count;

  it('lets two moderators clear the samples without deciding one twice', async () => {
    const ids = await stage.post(await readSampleComments(40));
    const [one, other] = [
      await stage.moderator('Moderator'),
      await stage.moderator('Lead', 'lead'),
    ];
    const desks = await Promise.all([open('queue/held', one), open('queue/held', other)]);
    await Promise.all(desks.map((page) => card(page).waitFor()));
    await Promise.all(desks.map((page) => clearByKey(page)));
    await Promise.all(desks.map((page) => empty(page)));
    await until(async () => (await heldCount()) === 0, { what: 'an empty queue' });
    const { items } = await stage.admin.send<ReviewPage>('GET', '/reviews?queue=decided&limit=100');
    expect(items.map(({ comment }) => comment.id).sort()).toEqual([...ids].sort());
    const makers = new Set(items.map(({ decision }) => decision?.by?.name));
    expect([...makers].sort()).toEqual(['Lead', 'Moderator']);
    const moves = await Promise.all(ids.map((id) => decisionsOf(id)));
    expect(moves.every((count) => count === 1)).toBe(true);
    pages.forEach((page) => page.expectQuiet());
  });

  /** Approves one card after another until there is none; each key waits for the card it is for. */
  async function clearByKey(page: Page): Promise<void> {
    const current = page.locator('li[data-item]:has([aria-current])');
    const done = page.getByRole('heading', { name: 'Nothing waits' });
    for (;;) {
      await current.or(done).first().waitFor();
      if (await done.isVisible()) return;
      const item = await current.getAttribute('data-item');
      await page.keyboard.press('a');
      await page.locator(`li[data-item="${item}"]`).waitFor({ state: 'detached' });
    }
  }

  /** How often moderators have decided about a comment. */
  async function decisionsOf(id: string): Promise<number> {
    const { decisions } = await stage.admin.send<{ decisions: { actor: string }[] }>(
      'GET',
      `/reviews/comments/${id}`,
    );
    return decisions.filter(({ actor }) => actor === 'moderator').length;
  }

  it('takes back the last decision, and puts the card where it lay', async () => {
    const [id] = await stage.post([{ body: 'The first one.' }, { body: 'The second one.' }]);
    const page = await open('queue/held');
    await shown(page, 'The first one.');
    await page.keyboard.press('a');
    await shown(page, 'The second one.');
    await until(async () => (await statusOf(id!)) === 'published', { what: 'it to be published' });
    await page.keyboard.press('u');
    await announced(page, 'Undone.');
    await shown(page, 'The first one.');
    expect(await statusOf(id!)).toBe('held');
  });

  it('rejects with the reason of a digit', async () => {
    const [id] = await stage.post([{ body: 'The only one.' }]);
    const page = await open('queue/held');
    await shown(page, 'The only one.');
    await page.keyboard.press('r');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('4');
    await empty(page);
    await until(async () => (await statusOf(id!)) === 'rejected', { what: 'it to be rejected' });
    const { items } = await stage.admin.send<ReviewPage>('GET', '/reviews?queue=decided');
    expect(items[0]?.decision?.reason?.title).toBe('Spam or advertising');
  });

  it('leaves what one skips to another, and gives it back at the end if nobody took it', async () => {
    await stage.post([{ body: 'A hard one.' }, { body: 'An easy one.' }]);
    const [one, other] = [await stage.moderator('Moderator'), await stage.moderator('Other')];
    const page = await open('queue/held', one);
    await shown(page, 'A hard one.');
    await page.keyboard.press('s');
    await shown(page, 'An easy one.');
    expect(await page.locator('li[data-item]').count()).toBe(1);
    const claim = () => other.send<ReviewPage>('POST', '/reviews/claims', { queue: 'held' });
    const taken = await until(async () => (await claim()).items[0], { what: 'it to be free' });
    expect(taken.comment.body).toBe('A hard one.');
    await other.send('POST', '/reviews/claims/release', {});
    await page.keyboard.press('a');
    await shown(page, 'A hard one.');
    await page.getByLabel('Skipped before').waitFor();
  });

  it('says who was faster when a comment was decided meanwhile', async () => {
    const [id] = await stage.post([{ body: 'Wanted by two.' }]);
    const faster = await stage.moderator('Faster moderator');
    const page = await open('queue/held');
    await shown(page, 'Wanted by two.');
    // The next batch would claim the comment once more.
    await page.route('**/v1/reviews/claims', (route) =>
      route.fulfill({ json: { items: [], until: new Date().toISOString() } }),
    );
    // The stream would tell at once: as on a slow network, the page does not hear of it in time.
    await page.route('**/v1/reviews/decisions', async (route) => {
      // As after ten minutes without a sign of life.
      await stage.admin.send('POST', '/reviews/claims/release', {});
      const [reason] = await faster.send<{ id: string }[]>('GET', '/reviews/reasons');
      await faster.send('POST', `/reviews/comments/${id}/decisions`, {
        ...{ revision: 1, action: 'reject', reason: reason!.id },
      });
      await route.continue();
    });
    await page.keyboard.press('a');
    await announced(page, /Faster moderator/);
    await empty(page);
    expect(await statusOf(id!)).toBe('rejected');
  });

  it('keeps decisions while the service is away, and sends them when it is back', async () => {
    const [id] = await stage.post([{ body: 'Through the tunnel.' }]);
    const page = await open('queue/held');
    await shown(page, 'Through the tunnel.');
    let away = true;
    await page.route('**/v1/reviews/decisions', (route) =>
      away ? route.abort('connectionrefused') : route.continue(),
    );
    await page.keyboard.press('a');
    await page.getByText('The service cannot be reached').waitFor();
    expect(await statusOf(id!)).toBe('held');
    away = false;
    await until(async () => (await statusOf(id!)) === 'published', { what: 'it to be published' });
    await page.getByText('The service cannot be reached').waitFor({ state: 'detached' });
  });

  it('brings a card back when the service refuses its decision', async () => {
    await stage.post([{ body: 'A stubborn one.' }]);
    const page = await open('queue/held');
    await shown(page, 'A stubborn one.');
    await page.route('**/v1/reviews/decisions', (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'ROLE_REQUIRED', detail: 'No.' }),
      }),
    );
    await page.keyboard.press('a');
    await announced(page, /Your role does not allow this.*back in your list/);
    await shown(page, 'A stubborn one.');
  });

  it('decides a selection and undoes it as a whole', async () => {
    const bodies = ['One of four.', 'Two of four.', 'Three of four.', 'Four of four.'];
    const ids = await stage.post(bodies.map((body) => ({ body })));
    const page = await open('queue/held');
    await card(page).waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await page.getByRole('toolbar', { name: '3 selected' }).waitFor();
    await page.keyboard.press('a');
    await until(async () => (await heldCount()) === 1, { what: 'one to be left' });
    await page.keyboard.press('u');
    await announced(page, '3 decisions undone.');
    await until(async () => (await heldCount()) === 4, { what: 'all to be back' });
    expect(await Promise.all(ids.map(statusOf))).toEqual(['held', 'held', 'held', 'held']);
  });

  it('decides a campaign in one stroke, and takes it back', async () => {
    const text = 'This coach turned my savings into a fortune in nine days, write to him now';
    await stage.post(
      ['reader-11', 'reader-12', 'reader-13', 'reader-14'].map((author, index) => ({
        ...{ author, body: `${text}${'!'.repeat(index)}`, article: `article-${index}` },
      })),
    );
    await until(
      async () =>
        (await stage.admin.send<CampaignPage>('GET', '/reviews/campaigns')).campaigns.length,
      { what: 'the campaign', timeoutMs: 30_000 },
    );
    const page = await open('campaigns');
    await page.getByRole('heading', { name: '4 nearly equal comments' }).waitFor();
    await page.getByRole('button', { name: 'Reject all' }).click();
    await page.getByRole('menuitem', { name: 'Spam or advertising' }).click();
    await announced(page, '4 rejected.');
    await page.getByRole('heading', { name: 'No campaigns' }).waitFor();
    await until(async () => (await heldCount()) === 0, { what: 'an empty queue' });
    await page.keyboard.press('u');
    await announced(page, '4 decisions undone.');
    await page.getByRole('heading', { name: '4 nearly equal comments' }).waitFor();
  });

  it('shows at once what comes in and what others take', async () => {
    const page = await open('queue/held');
    await empty(page);
    await page.getByText('Live', { exact: true }).waitFor();
    const [id] = await stage.post([{ body: 'Fresh from the press.' }]);
    await shown(page, 'Fresh from the press.');
    await stage.admin.send('POST', `/reviews/comments/${id}/decisions`, {
      ...{ revision: 1, action: 'approve' },
    });
    await empty(page);
  });

  it('bans an author and rejects what waits of them', async () => {
    const [id] = await stage.post([{ body: 'Yet another one.', author: 'reader-66' }]);
    const page = await open('queue/held');
    await shown(page, 'Yet another one.');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'reader-66' }).waitFor();
    await page.getByRole('button', { name: 'Change standing' }).click();
    await page.getByRole('menuitem', { name: 'Ban' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Ban' }).click();
    await announced(page, 'The standing was changed.');
    await page.getByText('Banned', { exact: true }).waitFor();
    await until(async () => (await statusOf(id!)) === 'rejected', { what: 'it to be rejected' });
  });

  it('narrows the queue by filters that stay in the address', async () => {
    await stage.post([
      { body: 'About the bridge.', article: 'bridge', section: 'City' },
      { body: 'About the match.', article: 'match', section: 'Sport' },
    ]);
    const page = await open('queue/held');
    await card(page).waitFor();
    await page.keyboard.press('f');
    await page.getByLabel('Section').fill('Sport');
    await page.keyboard.press('Enter');
    await shown(page, 'About the match.');
    expect(await page.locator('li[data-item]').count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?section=Sport');
    await page.getByRole('button', { name: 'Remove the filter Section: Sport' }).click();
    await until(async () => (await page.locator('li[data-item]').count()) === 2, {
      what: 'both comments',
    });
  });

  it('speaks Traditional Chinese to who asks for it', async () => {
    await stage.post([{ body: '這座橋很好。' }]);
    const page = await open('account');
    await page.getByLabel('Language').selectOption('zh-Hant');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: '我的帳號' }).waitFor();
    await page.goto(`${stage.address}/console/queue/held`);
    await shown(page, '這座橋很好。');
    await page.getByRole('heading', { name: '待審' }).waitFor();
    await page.getByText('每則留言都先由審核員看過才刊登').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    pages.forEach((watched) => watched.expectQuiet());
  });
});

describeWith(needs.chromium, 'the way into the console', () => {
  it('leads from the one-time link to a cleared queue by the keyboard alone', async () => {
    const stage = await startBareStage();
    const browser = await openChromium();
    const watched = await openPage(browser, stage.address, null);
    const { page } = watched;
    const type = async (text: string): Promise<void> => {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    };
    await page.goto(await stage.firstLink());
    await page.getByText('You are the first admin of').waitFor();
    await type('admin@courier.example');
    await type('Admin');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'My account' }).waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).press('Enter');
    await page.getByLabel('E-mail').waitFor();
    await page.keyboard.type('admin@courier.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('The e-mail address or the password is wrong.').waitFor();
    await page.getByLabel('Password').fill('');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await browser.close();
    await stage.service.stop();
  });
});
