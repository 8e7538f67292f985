import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { it } from 'vitest';
import type { CampaignPage, CommentHistory, RejectReason, ReviewPage } from '#contract';
import { PROJECT_FOLDER } from '../../harness/processes.js';
import { until } from '../../harness/until.js';
import { openChromium } from '../support/chromium.js';
import { type ConsoleStage, startConsoleStage } from '../support/console-stage.js';
import { readSampleComments } from '../support/sample-comments.js';
import { openPage } from '../support/watched-page.js';

const FOLDER = join(PROJECT_FOLDER, 'docs/images');
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };

interface Shot {
  name: string;
  path: string;
  /** What shows that the page is there. */
  ready: string;
  options?: BrowserContextOptions;
  signedOut?: boolean;
  /** What is done there before it is drawn. */
  before?: (page: Page) => Promise<void>;
}

/** Makes a key and asks about a text, as who is about to point a client here. */
async function askDialect(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Live blog');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('Key “Live blog”').waitFor();
  await page.getByLabel('Text').fill('You are a pathetic idiot, and so is your paper.');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByText('Request and response').waitFor();
}

/** Changes two values and looks at the difference, as who is about to put them in force. */
async function changePolicy(page: Page): Promise<void> {
  await page.getByLabel('Insult: Hold from').fill('0.7');
  await page.getByLabel('Hold new authors').check();
  await page.getByRole('button', { name: 'Review changes' }).click();
  await page.getByRole('dialog').waitFor();
}

/** Changes two values and tries a text under them, and the comments that came last. */
async function tryPolicy(page: Page): Promise<void> {
  await page.getByLabel('Toxicity: Reject from', { exact: true }).fill('0.97');
  await page.getByLabel('Banned words').fill('rutabaga');
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await page.keyboard.type('You are a pathetic idiot, and so is your paper.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('In force: Held.').waitFor();
  await page.getByRole('button', { name: 'Try the latest 100' }).click();
  await page.locator('main dl').first().waitFor();
  await page.evaluate(`document.querySelector('section[aria-label="Try it"]').scrollIntoView()`);
  await page.mouse.wheel(0, -80);
}

const shotsOf = (comment: string, author: string): Shot[] => [
  { name: 'queue-light', path: 'queue/held', ready: '[data-comment-text]' },
  {
    ...{ name: 'queue-dark', path: 'queue/held', ready: '[data-comment-text]' },
    options: { colorScheme: 'dark' },
  },
  {
    ...{ name: 'queue-zh-hant', path: 'queue/held', ready: '[data-comment-text]' },
    options: { locale: 'zh-TW' },
  },
  { name: 'phone', path: 'queue/held', ready: '[data-comment-text]', options: PHONE },
  { name: 'campaigns', path: 'campaigns', ready: 'main article' },
  { name: 'comment', path: `comments/${comment}`, ready: '[data-comment-text]' },
  { name: 'author', path: `authors/${author}`, ready: 'main li p' },
  { name: 'search', path: 'search?text=bridge', ready: 'main li p' },
  {
    ...{ name: 'integrations', path: 'integrations', ready: 'pre', before: askDialect },
    options: { viewport: { width: 1280, height: 1120 } },
  },
  {
    ...{ name: 'policy', path: 'policy', ready: 'main ul', before: changePolicy },
    options: { viewport: { width: 1280, height: 1120 } },
  },
  {
    ...{ name: 'policy-try', path: 'policy', ready: 'main ul', before: tryPolicy },
    options: { viewport: { width: 1280, height: 1120 } },
  },
  { name: 'sign-in', path: 'sign-in', ready: 'form', signedOut: true },
];

it('draws every page of the console', async () => {
  mkdirSync(FOLDER, { recursive: true });
  const stage = await startConsoleStage();
  await nameSite(stage);
  const { comment, author } = await play(stage);
  const browser = await openChromium();
  for (const { name, path, ready, options, signedOut, before } of shotsOf(comment, author)) {
    const who = signedOut ? null : stage.admin;
    const context = { ...DESKTOP, colorScheme: 'light', ...options } as const;
    const { page, close } = await openPage(browser, stage.address, who, context);
    await page.goto(`${stage.address}/console/${path}`);
    await page.locator(ready).first().waitFor();
    await before?.(page);
    if (!signedOut && options?.viewport === undefined)
      await page.getByText(/^(Live|即時)$/).waitFor();
    await page.screenshot({ path: join(FOLDER, `console-${name}.png`), caret: 'hide' });
    await close();
  }
  await browser.close();
  await stage.stop();
});

async function nameSite({ service }: ConsoleStage): Promise<void> {
  const client = new pg.Client({ connectionString: service.database.url });
  await client.connect();
  await client.query(`UPDATE sites SET name = 'The Harbor Courier'`);
  await client.end();
}

/** Fills the service with the samples and with what moderators have made of some of them. */
async function play(stage: ConsoleStage): Promise<{ comment: string; author: string }> {
  await stage.post(await readSampleComments());
  await until(
    async () =>
      (await stage.admin.send<CampaignPage>('GET', '/reviews/campaigns')).campaigns.length,
    { what: 'a campaign', timeoutMs: 60_000 },
  );
  const moderator = await stage.moderator('Moderator');
  const { items } = await moderator.send<ReviewPage>('GET', '/reviews?queue=held&limit=100');
  const [worst] = items;
  const clean = items.filter(({ label }) => label === null).slice(0, 9);
  await moderator.send('POST', '/reviews/decisions', {
    items: clean.map(({ id, version }) => ({ id, version })),
    action: 'approve',
  });
  const comment = worst!.comment.id;
  const [reason] = await moderator.send<RejectReason[]>('GET', '/reviews/reasons');
  await moderator.send('POST', `/reviews/comments/${comment}/notes`, {
    text: 'Third insult this week; I wrote to them.',
  });
  await moderator.send('POST', '/reviews/decisions', {
    items: [{ id: worst!.id, version: worst!.version }],
    ...{ action: 'reject', reason: reason!.id },
  });
  const { author } = await moderator.send<CommentHistory>('GET', `/reviews/comments/${comment}`);
  await moderator.send('PUT', `/reviews/authors/${author!.id}/standing`, {
    ...{
      standing: 'premoderated',
      note: 'Insults other readers. To be looked at again in spring.',
    },
  });
  return { comment, author: author!.id };
}
