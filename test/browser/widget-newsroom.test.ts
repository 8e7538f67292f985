import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { ReviewPage, ThreadPage } from '#contract';
import { HELD, REJECTED } from '../e2e/support/checks.js';
import { aToken, later, SECRET } from '../e2e/support/reader-tokens.js';
import { describeWith, needs } from '../harness/requirements.js';
import { until } from '../harness/until.js';
import type { ConsoleApi } from './support/console-api.js';
import { enterAdmin } from './support/console-stage.js';
import { openPage } from './support/watched-page.js';
import { Widget } from './support/widget.js';
import { WidgetStage } from './support/widget-stage.js';

describeWith(needs.chromium, 'readers and their newsroom', () => {
  let stage: WidgetStage;
  let admin: ConsoleApi;

  beforeAll(async () => {
    stage = await WidgetStage.open();
    admin = (await enterAdmin(stage.service, stage.site.api)).admin;
    await put('/v1/policy', { reports: { threshold: 1 } });
    await put('/v1/site/identity', { secrets: [{ id: 'one', secret: SECRET }] });
  });
  afterAll(() => stage.close());

  async function put(path: string, body: object): Promise<void> {
    const response = await stage.client.put(path, body);
    expect(response.statusCode, response.body).toBe(200);
  }

  /** A moderator's page of the console, in a browser of its own. */
  async function desk(queue: string): Promise<Page> {
    const watched = await openPage(stage.browser, stage.site.api, admin);
    onTestFinished(() => watched.close());
    await watched.page.goto(`${stage.site.api}/console/queue/${queue}`);
    return watched.page;
  }

  const giveToken = (widget: Widget, token: string): Promise<void> =>
    widget.page.evaluate(
      `document.querySelector('moderato-comments').setAttribute('reader-token', '${token}')`,
    );

  const card = (page: Page, text: string) =>
    page.locator('li[data-item]').filter({ hasText: text });

  const inQueue = async (queue: string): Promise<ReviewPage['items']> =>
    (await admin.send<ReviewPage>('GET', `/reviews?queue=${queue}`)).items;

  const signed = (claims: Record<string, unknown> = {}): Promise<string> =>
    aToken(stage.service.keys.publicKey, claims);

  it('shows a held comment to its author and to others once it is approved in the console', async () => {
    const path = stage.site.article('approved');
    const [author, other] = [await stage.reader(path), await stage.reader(path)];
    await author.post(`Look at this first: ${HELD}`);
    await author.status('Look at this first', 'held');
    const page = await desk('held');
    await card(page, 'Look at this first').waitFor();
    expect(await other.root.locator('article').count()).toBe(0);
    await page.keyboard.press('a');
    await author.status('Look at this first', 'published');
    await other.fresh.filter({ hasText: 'Show 1 new comment' }).click();
    await other.comment('Look at this first').waitFor();
    expect(await other.root.locator('h2').innerText()).toBe('1 comment');
  });

  it('tells the author the newsroom’s reason, and takes an appeal to the console', async () => {
    const path = stage.site.article(
      'appeal',
      `reader-token="${await signed({ sub: 'appellant' })}"`,
    );
    const widget = await Widget.open(await stage.newPage(), stage.site.address(path));
    await widget.post(`A quotation: ${HELD}`);
    await widget.status('A quotation', 'held');
    const page = await desk('held');
    await card(page, 'A quotation').waitFor();
    await page.keyboard.press('r');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('4');
    await widget.status('A quotation', 'rejected');
    const own = widget.comment('A quotation');
    await own.getByText('Spam or advertising').waitFor();
    await own.getByRole('button', { name: 'Ask for another look' }).click();
    const dialog = widget.root.getByRole('dialog', { name: 'Ask a moderator to look again' });
    await dialog.getByLabel('Say why it should be published.').fill('The mayor said so.');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Sent. A moderator will look at it again.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    const appealed = await desk('appealed');
    await appealed.getByText('The mayor said so.').waitFor();
    await appealed.keyboard.press('a');
    await widget.status('A quotation', 'published');
  });

  it('says plainly that an appeal was made before', async () => {
    const widget = await stage.reader(stage.site.article('appeal-twice'));
    await widget.post(`Rejected at once: ${REJECTED}`);
    await widget.status('Rejected at once', 'rejected');
    for (const answer of ['Sent.', 'You have asked before.']) {
      await widget
        .comment('Rejected at once')
        .getByRole('button', { name: 'Ask for another look' })
        .click();
      const dialog = widget.root.getByRole('dialog');
      await dialog.getByRole('textbox').fill('Because.');
      await dialog.getByRole('button', { name: 'Send' }).click();
      await dialog.getByText(answer).waitFor();
      await widget.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('brings a reader’s report with its reason before the moderators', async () => {
    const { id } = await stage.client.settle({ article: { id: 'reported' }, body: 'Buy my book.' });
    const widget = await stage.reader(stage.site.article('reported'));
    await widget
      .comment('Buy my book.')
      .getByRole('button', { name: /^Report/ })
      .press('Enter');
    const dialog = widget.root.getByRole('dialog', { name: 'Report this comment' });
    await dialog.getByLabel('Spam or advertising').press('Space');
    await dialog.getByLabel('Anything to add?').fill('Third time today.');
    await dialog.getByRole('button', { name: 'Send' }).press('Enter');
    await dialog.getByText('Thank you. A moderator will look at it.').waitFor();
    await widget.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const focused = "document.querySelector('moderato-comments').shadowRoot.activeElement.id";
    expect(await widget.page.evaluate(focused)).toBe(`c-${id}`);
    const page = await desk('reported');
    await card(page, 'Buy my book.').waitFor();
    await page.getByText('Third time today.').waitFor();
    const [item] = await inQueue('reported');
    expect(item).toMatchObject({ kind: 'reported', comment: { id } });
  });

  it('knows a reader by the site’s token: no name to give, one’s own comments on every device', async () => {
    const token = await signed({ sub: 'signed-in', name: 'Ann Reader', role: 'journalist' });
    const path = stage.site.article('signed-in', `reader-token="${token}"`);
    const widget = await stage.reader(path);
    await widget.root.getByText('Posting as Ann Reader').waitFor();
    expect(await widget.root.getByLabel(/Your name/).count()).toBe(0);
    await widget.post(`Waiting: ${HELD}`);
    await widget.status('Waiting', 'held');
    const byline = widget.comment('Waiting').locator('.byline');
    expect(await byline.innerText()).toMatch(/Ann Reader/);
    // Another browser, which has neither cookie nor storage of the first.
    const another = await stage.reader(path);
    await another.status('Waiting', 'held');
    expect(await another.comment('Waiting').locator('.byline').innerText()).toMatch(
      /Ann Reader\s+Journalist\s+You/,
    );
    const stranger = await stage.reader(stage.site.article('signed-in'));
    expect(await stranger.root.locator('article').count()).toBe(0);
  });

  it('says to sign in again when the token has run out, and keeps what was written', async () => {
    const path = stage.site.article('run-out');
    const widget = await stage.reader(path);
    await widget.field.fill('Written for a long time.');
    const old = await signed({ sub: 'late', iat: later(-7200), exp: later(-3600) });
    await giveToken(widget, old);
    await widget.root.getByRole('alert').getByText('Sign in to join the discussion.').waitFor();
    const fresh = await signed({ sub: 'late', name: 'Late Reader' });
    await giveToken(widget, fresh);
    await widget.root.getByText('Posting as Late Reader').waitFor();
    expect(await widget.field.inputValue()).toBe('Written for a long time.');
  });

  it('shows a closed article without a field, and says so to who was writing when it closed', async () => {
    await stage.client.settle({ article: { id: 'closing' }, body: 'In good time.' });
    const path = stage.site.article('closing');
    const writing = await stage.reader(path);
    await put('/v1/articles/closing', { closed: true });
    await writing.post('A moment too late.');
    await writing.root.getByRole('alert').getByText('Comments are closed.').waitFor();
    expect(await writing.field.inputValue()).toBe('A moment too late.');
    const isClosed = async (): Promise<boolean> =>
      (
        await stage.client.get('/v1/articles/closing/comments?sort=newest&depth=2')
      ).json<ThreadPage>().article.closed;
    await until(isClosed, { what: 'pages that say so' });
    const visitor = new Widget(await stage.newPage());
    await visitor.page.goto(stage.site.address(path));
    await visitor.root
      .getByText('Comments are closed. You can still read what was said.')
      .waitFor();
    expect(await visitor.bodies()).toEqual(['In good time.']);
    expect(await visitor.field.count()).toBe(0);
    const buttons = visitor.comment('In good time.').getByRole('button');
    expect((await buttons.allInnerTexts()).filter((text) => text === 'Reply')).toEqual([]);
  });

  it('leaves the keyboard in the field where one writes while comments come in', async () => {
    for (const body of ['Older.', 'Being answered.'])
      await stage.client.settle({ article: { id: 'writing' }, body });
    const widget = await stage.reader(stage.site.article('writing'));
    await widget
      .comment('Being answered.')
      .getByRole('button', { name: /^Reply/ })
      .click();
    await widget.page.keyboard.type('Half a');
    await stage.client.settle({ article: { id: 'writing' }, body: 'In between.' });
    await widget.fresh.waitFor();
    await widget.page.keyboard.type(' sentence');
    const field = widget.root
      .getByLabel('Reply to', { exact: false })
      .or(widget.root.getByLabel('Write a reply'));
    expect(await field.inputValue()).toBe('Half a sentence');
    // Where new comments are shown above it, it is the same field in another place.
    const handle = await field.elementHandle();
    await widget.fresh.click();
    await widget.comment('In between.').waitFor();
    expect(await handle.evaluate((element) => element.isConnected)).toBe(true);
    expect(await widget.bodies()).toEqual(['In between.', 'Being answered.', 'Older.']);
    expect(await field.inputValue()).toBe('Half a sentence');
  });
});
